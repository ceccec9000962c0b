"""Whatever stands in an article file: every feed that is written can be read, or the article is refused."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from byline_pelican.feeds.places import JSON
from tests.conftest import BOX, COPYRIGHT, GRANTED, Site
from tests.feedsite import Written, build, configuration_text, linted

pytestmark = pytest.mark.xdist_group("hostile-feeds")
FEEDS: dict[str, Any] = {
    "items": 2,
    "partners": [{"name": "text", "format": "text"}, {"name": "teasers", "content": "summary"}],
}
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://press.example.org"
CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 127, *range(128, 160)]))
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
NASTY = {
    "controls": f"Tea{CONTROLS} time",
    "nul": "Tea\0time",
    "cdata": "Tea ]]> <![CDATA[ and ]]]]><![CDATA[> more",
    "markup": "<b>Tea</b> <script>alert(1)</script> & <!-- no --> &lt;i&gt;",
    "entities": "Tea &amp;amp; &lt;b&gt; &#38;#38; &copy &nbsp; &#x202e; &bogus;",
    "bidi": f"Tea {BIDI} time",
    "surrogate": "Tea \ud800 time \udfff",
    "noncharacters": "Tea \ufffe \uffff \U0001fffe time",
    "family": "👩‍👩‍👧‍👦 🏳️‍🌈 🇦🇹 tea",
    "quotes": "\"Tea\" 'time' ‘a’ “b” `c`",
    "newlines": "Tea\r\ntime\u2028and\u2029more\u0085yet",
    "huge": "Tea " * 2_500,
    "word": "T" * 5_000,
    "processing": "<?xml version='1.0'?><!DOCTYPE tea [<!ENTITY x 'y'>]> &x;",
}
NAMES = [
    "..",
    ".",
    "/",
    "index",
    "all",
    "archive",
    "feeds",
    "🍵",
    "!!!",
    "C++",
    "C",
    "c#",
    "Bees",
    "bees",
    "  ",
    "<b>",
    "]]>",
]
BODIES = {
    "script": "[Click](javascript:alert(1)) or [here](data:text/html,x). Tea it is.",
    "relative": "[Up](../up/) [root](/root) [frag](#x) [none]() [host](//host.example/x) Tea it is.",
    "long": f"[Far](https://far.example.org/{'a' * 20_000}) away, tea is drunk by many people every day.",
    "odd-url": "[A](https://a.example.org/a b) [B](<https://b.example.org/ä ö?x=1&y=2>) [C](https://c.example.org/%zz)"
    " are three places where tea is drunk.",
    "cdata": "Tea ]]> is ]]&gt; <![CDATA[ older ]]> than the cup, and than the spoon.",
    "entities": "Tea &amp;amp; milk &lt;script&gt; &#0; &#xD800; &#xFFFE; &copy; are older than the cup.",
    "code": "```\n]]>\n<item>\n```\n\nTea is older than the cup, and than the spoon.",
    "table": "| a | b |\n|---|:-:|\n| ]]> | & |\n\nTea is older than the cup.[^1]\n\n[^1]: A note.",
    "picture": '![](https://pics.example.org/a.jpg) ![x](https://pics.example.org/ä.svg?y="2) and tea.',
}


ODD = {  # rules that only a change of the author's words would satisfy
    "warning ArchiveIncomplete",
    "warning BadCharacters",
    "warning CharacterData",
    "warning ContainsHTML",
    "warning DuplicateUpdated",
    "warning NotHtml",
}
UNPLAIN = re.compile(r"[^ -~]")


def hostile_file(**said: Any) -> str:
    """An article file whose front matter is nearly JSON: YAML that spells out whatever is not plain."""
    body = said.pop("body", "Tea is *older* than the cup. It was carried over mountains in bricks.")
    rights = {"copyright": COPYRIGHT, "resource_box": BOX, "permission": GRANTED} | said.pop("rights", {})
    front = {"title": "On tea", "authors": ["Ada Example"], "date": "2026-03-14", "rights": rights} | said
    spelled = UNPLAIN.sub(lambda match: f"\\U{ord(match[0]):08x}", json.dumps(front, ensure_ascii=False))
    return f"---\n{spelled}\n---\n\n{body}\n"


def hostile_site(root: Path, files: dict[str, str]) -> Site:
    site = Site(root)
    site.write("pelicanconf.py", configuration_text(ADDRESS, FEEDS))
    for name, text in files.items():
        path = root / "content/articles" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return site


def judge(written: Written) -> None:
    """Every file parses, for strict readers and lenient ones; ids are unique; the audit finds nothing."""
    for name, data in written.files.items():
        if name.endswith(JSON.ending):
            feed = json.loads(data.decode())
            ids = [item["id"] for item in feed["items"]]
            assert all(item["url"].startswith(ADDRESS) for item in feed["items"])
        else:
            etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=False))
            read = feedparser.parse(data)
            assert not read.bozo or name.endswith(".opml"), (name, read.get("bozo_exception"))
            ids = [entry.id for entry in read.entries]
        assert len(ids) == len(set(ids)), name
        assert ".." not in name
    assert written.problems() == []


def refused_clearly(written: Written, count: int) -> None:
    """What is not published was refused in one line that names the file."""
    edition = written.edition
    assert len(edition.published) + len(edition.withheld) + len(edition.broken) == count
    for broken in edition.broken:
        assert broken.problem.startswith(broken.path)
        assert "\n" not in broken.problem
        assert len(broken.problem) < 600
        assert "Error" not in broken.problem


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A site of such articles, and three that mean no harm."""
    files = {
        "good": hostile_file(title="Good"),
        "better": hostile_file(title="Better"),
        "best": hostile_file(title="Best"),
    }
    for name, text in NASTY.items():
        files[f"title-{name}"] = hostile_file(title=f"{name} {text}")
        plain = text[:1500]
        files[f"all-{name}"] = hostile_file(
            title=f"All {name}",
            summary=plain,
            authors=[plain[:150], {"name": f"B {plain[:100]}", "url": "https://b.example.org/?a=1&b=2"}],
            category=plain[:60],
            tags=[plain[:60], plain[:30]],
            rights={"copyright": f"Copyright 2026 {plain[:150]}"},
            corrections=[{"on": "2026-05-02", "text": f"It said {plain[:200]}".replace("\n", " ")}],
        )
        files[f"gone-{name}"] = hostile_file(
            title=f"Gone {name} {plain[:60]}", withdrawn={"on": "2026-05-02", "why": f"Asked {plain[:200]}"}
        )
    for name, body in BODIES.items():
        files[f"body-{name}"] = hostile_file(title=f"Body {name}", body=body)
    for number, name in enumerate(NAMES):
        files[f"name-{number}"] = hostile_file(
            title=f"Named {number}", category=name, tags=[name], authors=[name]
        )
    return Written.of(hostile_site(tmp_path_factory.mktemp("hostile"), files))


def test_hostile_articles_leave_feeds_that_everybody_can_read(hostile: Written) -> None:
    judge(hostile)
    published = {entry.article.title for entry in hostile.edition.published}
    assert {"Good", "Better", "Best"} <= published
    count = 3 + 3 * len(NASTY) + len(BODIES) + len(NAMES)
    refused_clearly(hostile, count)
    assert len(published) > count // 2


def test_validators_find_nothing_worse_than_odd_letters_in_hostile_names(hostile: Written) -> None:
    found = linted(hostile.files, ADDRESS)
    assert {rule for rule in found if rule not in ODD} == set()


def test_nothing_that_runs_and_nothing_relative_is_told(hostile: Written) -> None:
    told = [
        item
        for name in hostile.files
        if name.endswith(JSON.ending)
        for item in json.loads(hostile.files[name])["items"]
    ]
    pages = [item["content_html"] for item in told if "content_html" in item]
    pages += [
        content.text
        for name, data in hostile.files.items()
        if "/archive/" in name
        for content in etree.fromstring(data).iter(f"{ATOM}content")
        if content.get("type") == "html"
    ]
    assert len(pages) > 100
    for page in pages:
        root: Any = html.fromstring(f"<div>{page}</div>")
        assert not root.xpath("//script | //@*[starts-with(name(), 'on')] | //*[@style]")
        for address in root.xpath("//@href | //@src"):
            assert address.startswith(("https://", "mailto:", "#")), address


def test_names_that_are_one_in_an_address_have_their_own_feeds(tmp_path: Path) -> None:
    tags = {
        "cup": "🍵",
        "cry": "!!!",
        "article": "article",
        "cpp": "C++",
        "cee": "C",
        "large": "Bees",
        "small": "bees",
    }
    tags |= {"long": f"{'very ' * 30}long", "longer": f"{'very ' * 30}longer", "up": "..", "index": "index"}
    files = {
        name: hostile_file(title=name, tags=[tag], category="Cat", authors=["Cat"])
        for name, tag in tags.items()
    }
    written = Written.of(hostile_site(tmp_path, files))
    assert written.edition.broken == ()
    found: dict[frozenset[str], str] = {}
    for name, data in written.files.items():
        if name.startswith("feeds/tag/") and name.endswith(JSON.ending):
            feed = json.loads(data)
            found[frozenset(item["title"] for item in feed["items"])] = feed["title"].partition(": ")[2]
    alone = [{"cup"}, {"cry"}, {"article"}, {"long"}, {"longer"}, {"up"}, {"index"}]
    alone += [{"cpp"}, {"cee"}]  # Pelican lists these on one page
    together = [{"large", "small"}]
    assert set(found) == {frozenset(names) for names in [*alone, *together]}
    assert all(
        found[frozenset([name])] == tags[name] for name in ("cup", "cry", "article", "up", "cpp", "cee")
    )
    judge(written)


def test_the_press_publishes_what_is_hostile_and_whole(tmp_path: Path) -> None:
    files = {
        "good": hostile_file(title="Good"),
        "cdata": hostile_file(title=NASTY["cdata"], tags=["]]>", "..", "archive"], body=BODIES["cdata"]),
        "family": hostile_file(title=NASTY["family"], tags=["🍵", "!!!", "🍪"], category="index"),
        "markup": hostile_file(title=NASTY["markup"], summary=NASTY["entities"], authors=["<b>Ada</b> & Bo"]),
        "controls": hostile_file(title=NASTY["controls"], authors=[f"Ada{CONTROLS} Example"]),
    }
    built = build(hostile_site(tmp_path, files))
    assert built.edition.broken == ()
    assert len(built.edition.published) == len(files)


TEXT = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(codec=None), max_size=20),
    st.sampled_from([text[:300] for text in NASTY.values()] + NAMES),
    st.builds(
        "".join,
        st.lists(
            st.sampled_from(
                ["]]>", "<", "&", "&amp;", "\0", "\ud800", "\ufffe", " ", "a", "\u202e", "*", "["]
            )
        ),
    ),
)
ARTICLE = st.fixed_dictionaries(
    {
        "title": TEXT,
        "authors": st.lists(TEXT, max_size=2),
        "category": TEXT,
        "tags": st.lists(TEXT, max_size=3),
    },
    optional={
        "summary": TEXT,
        "body": TEXT,
        "date": st.sampled_from(
            ["2026", "2026-03", "2026-03-14", "2026-03-14T23:59:59.5-12:00", "0001-01-01", "9999-12-31"]
        ),
        "corrections": st.lists(
            st.fixed_dictionaries({"on": st.just("2026-05-02"), "text": TEXT}), max_size=2
        ),
        "rights": st.fixed_dictionaries(
            {}, optional={"copyright": TEXT, "resource_box": TEXT, "source_line": TEXT}
        ),
        "language": st.sampled_from(["en", "ar", "x-klingon", "de_AT", "!"]),
    },
)


@settings(max_examples=12, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(ARTICLE, min_size=1, max_size=3))
def test_any_text_is_told_so_that_it_can_be_read_or_refused(said: list[dict[str, Any]]) -> None:
    files = {f"any-{number}": hostile_file(**one) for number, one in enumerate(said)}
    with tempfile.TemporaryDirectory() as folder:
        written = Written.of(hostile_site(Path(folder), files | {"good": hostile_file(title="A good one")}))
    judge(written)
    assert any(entry.article.title == "A good one" for entry in written.edition.published)
    refused_clearly(written, len(said) + 1)
