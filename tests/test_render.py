"""Whatever stands in an article file, what leaves is safe, and no author's link is touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from byline.lines import fold
from byline.model import Author, Credit, Licence
from byline.plaintext import to_text
from byline.render import depth, links, sanitised, to_html
from byline.rights.credit import as_html, byline_html, source_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "`</code><script>alert(1)</script>`",
    "<iframe src=//evil.example></iframe>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '![x](x" onerror="alert(1))',
    "<svg onload=alert(1)>",
    "<a href='vbscript:x'>x</a>",
    "[x]: javascript:alert(1)\n[x]",
    "<base href=//evil.example>",
]


def assert_harmless(html: str) -> None:
    for node in LexborHTMLParser(html).css("*"):
        assert node.tag not in {"script", "iframe", "object", "embed", "base", "svg", "style", "form"}
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            target = "".join((value or "").split()).lower()
            if name in {"href", "src"}:
                assert not target.startswith(("javascript:", "vbscript:", "data:"))


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_that_runs_comes_through(payload: str) -> None:
    assert_harmless(to_html(payload))
    assert_harmless(sanitised(payload))


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "# ", "> ", "* ", "\n", "|", "[", "](", "`", "<", "text"]), max_size=12
    )
)
def test_no_mixture_comes_through_either(pieces: list[str]) -> None:
    assert_harmless(to_html("".join(pieces)))


@pytest.mark.parametrize("what", ["{attach}/../../etc/passwd", "|static|../secret", "{filename}x.md"])
def test_no_address_is_left_that_pelican_would_copy_a_file_for(what: str) -> None:
    html = to_html(f"![x]({what})\n\n<a href='&#123;attach&#125;/etc/passwd'>x</a>")
    for node in LexborHTMLParser(html).css("[src], [href]"):
        address = node.attributes.get("src") or node.attributes.get("href") or ""
        assert not set("{}|") & set(address)


def test_an_authors_link_keeps_its_address_and_gains_no_rel() -> None:
    url = "https://ada.example.net/hives?from=article&who=ada#bees"
    html = to_html(f"[hives]({url})")
    anchor = LexborHTMLParser(html).css_first("a")
    assert anchor is not None
    assert anchor.attributes == {"href": url}
    assert [link.url for link in links(f"[hives]({url})")] == [url]


def test_a_bare_address_is_a_live_link() -> None:
    assert [link.url for link in links("Visit http://www.ada.example.net or ada@example.net.")] == [
        "http://www.ada.example.net",
        "mailto:ada@example.net",
    ]


@given(st.text(min_size=1), st.integers(min_value=20, max_value=100))
def test_folding_keeps_every_word_in_order(text: str, width: int) -> None:
    from byline.lines import BREAK  # noqa: PLC0415

    assert fold(text, width).split() == text.replace(BREAK, " ").split()


def test_text_spells_every_address_out_and_never_cuts_one() -> None:
    url = "https://ada.example.net/" + "a-very-long-path/" * 8
    text = to_text(f"Read [the long story of a hive]({url}) today, and write to <mailto:ada@example.net>.")
    assert url in text
    assert "ada@example.net" in text
    assert all(len(line) <= 65 or url in line for line in text.splitlines())


def test_text_shows_structure() -> None:
    text = to_text(
        "## Head\n\n> said\n\n1. one\n2. two\n\n* a\n* b\n\n```\ncode  here\n```\n\nTerm\n\n: meaning"
    )
    assert "Head\n====" in text
    assert "> said" in text
    assert "1. one\n2. two" in text
    assert "* a\n* b" in text
    assert "    code  here" in text


def test_no_address_in_a_credit_runs() -> None:
    script = "javascript:alert(1)"
    owed = Credit("T", (Author("Ada", script),), source_url=script, licence=Licence(script, "CC-BY-4.0"))
    for html in (as_html(owed), byline_html(owed), source_html(owed)):
        assert_harmless(html)
        assert not LexborHTMLParser(html).css("a")


@pytest.mark.parametrize("names", [("a", "href"), ("By", "rel"), ("and", "By and", "<b>"), ("Ada", "Ada")])
def test_a_byline_keeps_every_name_whatever_it_is(names: tuple[str, ...]) -> None:
    owed = Credit("T", tuple(Author(name, f"https://example.org/{at}") for at, name in enumerate(names)))
    tree = LexborHTMLParser(byline_html(owed))
    assert tree.body is not None
    assert tree.body.text() == owed.byline
    assert [(a.text(), a.attributes["href"]) for a in tree.css("a[rel=author]")] == [
        (name, f"https://example.org/{at}") for at, name in enumerate(names)
    ]


def test_depth_is_told_at_once_however_deep() -> None:
    assert depth("Tea is *older* than the [cup](https://example.org/).") == 2
    assert depth("> " * 50_000 + "tea") > 50_000
    assert depth("*a " * 50_000 + "b*" * 50_000) > 1_000


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("### A\n\n### B", "h2 h2"),
        ("# A\n\n## B\n\n# C", "h2 h3 h2"),
        ("## A\n\n#### B\n\n### C\n\n## D", "h2 h3 h3 h2"),
        ("#### A\n\n## B\n\n### C", "h2 h2 h3"),
        ("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6", "h2 h3 h4 h5 h6 h6"),
    ],
)
def test_headings_skip_no_level(written: str, printed: str) -> None:
    html = to_html(written)
    assert re.findall(r"<(h\d)>", html) == printed.split()
    assert re.findall(r"</(h\d)>", html) == printed.split()
