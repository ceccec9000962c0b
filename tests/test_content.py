"""Article files: what a person writes is read, what a person edits is never lost."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from byline.content import Store, Written, read_article, write_atomically
from byline.errors import ContentError
from byline.extract import extract
from byline.extract.metadata import read_metadata
from byline.frontmatter import article_of, article_text, is_untouched, parse_article
from byline.model import Article, ArticleRights, Author, Doubt, Licence, Review, Source, Use
from byline.rights.terms import read_terms
from tests.conftest import GRANTED, article_file

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=80)
LINES = WORDS.map(str.strip).filter(bool)


def made(**changes: object) -> Article:
    base = Article(
        title="On tea",
        slug="on-tea",
        body="Tea is *older* than the cup.",
        authors=(Author("Ada Example", "https://ada.example.net/"),),
        date="2005",
        source=Source(url="https://ada.example.net/tea", sha256="0" * 64),
        rights=ArticleRights(copyright="© 2005 Ada Example", permission=GRANTED, terms=read_terms(GRANTED)),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def test_an_article_survives_the_round_trip_with_everything_it_holds() -> None:
    article = made(
        tags=("tea", "trade: old & new"),
        language="en",
        summary="Short: and plain",
        doubts=(Doubt("damaged-character", "Inc. ? and"),),
        rights=ArticleRights(
            copyright="© 2005 Ada Example\n(c) 2006 Ada Example",
            resource_box="# not a heading? [hives](https://ada.example.net/)\n\nsecond paragraph",
            permission="  indented, 'quoted' and \"double\": yes\nsecond line",
            licence=Licence("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
            terms=read_terms(GRANTED),
            reviewed=Review("Ed", "2026-11-23", "asked by letter: granted", (Use.WEB, Use.PRINT)),
        ),
        extra={"colour": "green", "nested": {"on": "yes", "list": [1, 2]}},
    )
    again = parse_article(article_text(article), article.path)
    wanted = replace(article, rights=replace(article.rights, permission=article.rights.permission.strip()))
    assert again == wanted


@given(title=LINES, box=WORDS, permission=WORDS, name=LINES)
def test_any_words_come_back_as_they_were(title: str, box: str, permission: str, name: str) -> None:
    rights = ArticleRights(resource_box=box.strip(), permission=permission.strip())
    article = made(title=title, authors=(Author(name),), rights=rights)
    again = parse_article(article_text(article), "")
    told = Author(normalize("NFC", name))  # names are compared, so each letter has one form
    assert (again.title, again.authors, again.rights) == (title, (told,), rights)


def test_dates_and_the_word_on_stay_what_the_person_wrote() -> None:
    text = article_file(date="2005-03", more="")
    text = text.replace("---\n\n", "  reviewed: {by: Ed, on: 2026-11-23, why: letter of 2 May}\n---\n\n", 1)
    article = parse_article(text, "tea.md")
    assert article.date == "2005-03"
    assert article.rights.reviewed == Review("Ed", "2026-11-23", "letter of 2 May", (Use.WEB,))


def test_pelicans_own_form_is_read() -> None:
    article = parse_article(
        "Title: On tea\nDate: 2026-03-14\nAuthors: Ada; Bo\nTags: a, b\n\nNote: this is body\n", ""
    )
    assert (article.title, article.date, article.tags) == ("On tea", "2026-03-14", ("a", "b"))
    assert article.authors == (Author("Ada"), Author("Bo"))
    assert article.body == "Note: this is body"


BROKEN = {
    "empty": ("", "empty"),
    "no title": ("---\ndate: 2005\n---\n\nbody", "no title"),
    "front matter without an end": ("---\ntitle: x\n\nbody", "no end"),
    "broken YAML": ("---\ntitle: 'x\nrights: [\n---\n\nbody", "broken front matter"),
    "a list for front matter": ("---\n- a\n- b\n---\n\nbody", "key: value"),
    "an impossible date": ("---\ntitle: x\ndate: 2005-13-40\n---\n\nbody", "is no date"),
    "unknown use": (
        "---\ntitle: x\nrights: {reviewed: {by: a, on: 2026-01-01, why: b, uses: [emial]}}\n---\n",
        "emial",
    ),
    "unsigned review": ("---\ntitle: x\nrights: {reviewed: {by: '', on: 2026-01-01, why: b}}\n---\n", "by"),
    "review without a reason": ("---\ntitle: x\nrights: {reviewed: {by: a, on: 2026-01-01}}\n---\n", "why"),
    "misspelt right": ("---\ntitle: x\nrights: {permision: all}\n---\n", "permision"),
    "rights as text": ("---\ntitle: x\nrights: all reserved\n---\n", "rights"),
    "unknown status": ("---\ntitle: x\nstatus: live\n---\n", "live"),
    "a day that no calendar has": ("---\ntitle: x\ndate: 2005-02-31\n---\n\nbody", "is no date"),
    "an hour that no clock has": ("---\ntitle: x\ndate: 2005-02-01T25:00\n---\n\nbody", "is no date"),
    "a review on no day": (
        "---\ntitle: x\nrights: {reviewed: {by: a, on: 2026-02-30, why: b}}\n---\n\nbody",
        "2026-02-30",
    ),
    "a review in some month": (
        "---\ntitle: x\nrights: {reviewed: {by: a, on: 2026-01, why: b}}\n---\n\nbody",
        "2026-01",
    ),
    "misspelt use of a review": (
        "---\ntitle: x\nrights: {reviewed: {by: a, on: 2026-01-01, why: b, use: [print]}}\n---\n\nbody",
        "rights.reviewed.use`",
    ),
    "unknown key of a source": ("---\ntitle: x\nsource: {link: y}\n---\n\nbody", "source.link"),
    "unknown key of an author": ("---\ntitle: x\nauthors: [{name: a, mail: b}]\n---\n\nbody", "mail"),
    "unknown key of a limit": (
        "---\ntitle: x\nrights: {terms: {limits: [{kind: cap, value: x, of: y}]}}\n---\n\nbody",
        "limits.of",
    ),
    "an author without a name": ("---\ntitle: x\nauthors: [{name: ''}]\n---\n\nbody", "no name"),
    "unknown word of terms": (
        "---\ntitle: x\nrights: {terms: {answers: {web: silent}, speaker: me}}\n---\n\nbody",
        "rights.terms.speaker",
    ),
    "unknown use of terms": (
        "---\ntitle: x\nrights: {terms: {answers: {emial: granted}}}\n---\n\nbody",
        "emial",
    ),
    "a licence that runs": (
        "---\ntitle: x\nrights: {licence: {url: 'javascript:a//gnu.org/licenses/fdl'}}\n---\n\nbody",
        "rights.licence.url",
    ),
    "a tag": ("---\ntitle: x\ndate: !!timestamp 2005-99-99\n---\n\nbody", "line 3: a tag"),
    "a list for an author": ("---\ntitle: x\nauthors: [[a, b]]\n---\n\nbody", "is no name"),
    "a review signed with nothing": (
        '---\ntitle: x\nrights: {reviewed: {by: "\\u200b", on: 2026-01-01, why: b}}\n---\n\nbody',
        "`rights.reviewed.by` is empty",
    ),
    "a table that never ends": (
        "---\ntitle: x\n---\n\n" + "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|b|\n" * 3_000,
        "too many cells",
    ),
    "a relative source": ("---\ntitle: x\nsource: {url: /tea}\n---\n\nbody", "source.url"),
    "a broken canonical": (
        "---\ntitle: x\nsource: {canonical: 'http://[bad'}\n---\n\nbody",
        "source.canonical",
    ),
    "an author at no address": (
        "---\ntitle: x\nauthors: [{name: a, url: 'mailto:a@b.example'}]\n---\n\nbody",
        "authors.url",
    ),
    "an alias": ("---\ntitle: x\na: &a [1]\nb: *a\n---\n\nbody", "line 4: an alias"),
    "a bomb of aliases": (
        "---\ntitle: x\na0: &a0 [x, x]\n"
        + "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(60))
        + "---\n\nbody",
        "an alias",
    ),
    "front matter without a floor": ("---\ntitle: x\nb: " + "[" * 300_000 + "\n---\n\nbody", "too deep"),
    "a key that stands twice": (
        "---\ntitle: x\nrights: {permission: ask me, permission: take it}\n---\n\nbody",
        "`permission` stands twice",
    ),
    "no text": ("---\ntitle: x\n---\n\n", "no text"),
    "a text that nobody sees": ("---\ntitle: x\n---\n\n<!-- nothing -->\n", "no text"),
    "a text without a floor": ("---\ntitle: x\n---\n\n" + "> " * 3_000 + "tea", "nested deeper"),
    "a statement without a floor": (
        "---\ntitle: x\nrights: {permission: '" + "> " * 3_000 + "tea'}\n---\n\nbody",
        "`rights.permission` is nested deeper",
    ),
    "answer that is none": ("---\ntitle: x\nrights: {terms: {answers: {web: maybe}}}\n---\n", "maybe"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_one_line_that_names_it(case: str) -> None:
    text, problem = BROKEN[case]
    with pytest.raises(ContentError) as raised:
        parse_article(text, "content/articles/tea.md")
    message = str(raised.value)
    assert message.startswith("content/articles/tea.md: ")
    assert problem in message
    assert "\n" not in message


def test_an_import_writes_no_address_and_no_date_that_reading_would_refuse() -> None:
    page = (
        b"<html><head><title>On tea</title></head><body><article><h1>On tea</h1><p>"
        + b"Tea. " * 60
        + b"</body></html>"
    )
    imported = replace(
        extract(page),
        authors=(Author("Ada Example", "mailto:ada@ada.example.net"),),
        published="2005-02-31",
        source=Source("https://ada.example.net/tea", "http://[bad"),
    )
    odd_rights = replace(imported.rights, licence=Licence("javascript:alert(1)"))
    article = article_of(replace(imported, rights=odd_rights))
    assert parse_article(article_text(article), "") == replace(article, body=article.body.strip("\n"))
    assert (article.authors, article.date) == ((Author("Ada Example"),), None)
    assert (article.source.url, article.source.canonical) == ("https://ada.example.net/tea", None)
    assert article.rights.licence is None
    assert [doubt.what for doubt in article.doubts] == ["odd-date", *["odd-address"] * 3]


ADDRESSES = [  # in the page, the page's own address, what is taken, what is doubted
    ("/licence", "https://ada.example.net/tea", "https://ada.example.net/licence", ""),
    ("//creativecommons.org/licenses/by/4.0/", None, "https://creativecommons.org/licenses/by/4.0/", ""),
    ("http://ada.example.net/my files/licence", None, "http://ada.example.net/my%20files/licence", ""),
    ("/licence", None, None, "/licence"),
    ("javascript:alert(1)", "https://ada.example.net/tea", None, "javascript:alert(1)"),
    ("mailto:ada@ada.example.net", "https://ada.example.net/tea", None, "mailto:ada@ada.example.net"),
    ("http://[bad", "https://ada.example.net/tea", None, "http://[bad"),
]


@pytest.mark.parametrize(("href", "url", "taken", "doubted"), ADDRESSES)
@pytest.mark.parametrize("rel", ["license", "canonical"])
def test_only_addresses_of_the_web_are_taken_from_a_page(
    rel: str, href: str, url: str | None, taken: str | None, doubted: str
) -> None:
    facts = read_metadata(
        LexborHTMLParser(f'<html><head><link rel="{rel}" href="{href}"></head></html>'), (), url
    )
    found = facts.licence_urls if rel == "license" else filter(None, [facts.canonical])
    assert list(found) == ([taken] if taken else [])
    assert [doubt.text for doubt in facts.doubts] == ([doubted] if doubted else [])


@given(st.text(max_size=400))
def test_no_text_makes_the_reader_fail_in_another_way(text: str) -> None:
    with suppress(ContentError):  # the one answer that is allowed
        parse_article(text, "x.md")


def test_a_file_in_another_encoding_names_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "tea.md"
    path.write_bytes("---\ntitle: Café\n---\n".encode("latin-1"))
    with pytest.raises(ContentError, match="UTF-8"):
        read_article(path)


def test_importing_again_writes_nothing(tmp_path: Path) -> None:
    first = Store(tmp_path).put(made())
    before = (first.path.read_bytes(), first.path.stat().st_mtime_ns)
    second = Store(tmp_path).put(made())
    assert (first.written, second.written) == (Written.NEW, Written.UNCHANGED)
    assert (first.path.read_bytes(), first.path.stat().st_mtime_ns) == before


def test_a_changed_page_updates_a_file_that_nobody_touched(tmp_path: Path) -> None:
    Store(tmp_path).put(made())
    stored = Store(tmp_path).put(made(body="Tea is new."))
    assert stored.written is Written.UPDATED
    assert read_article(stored.path).body == "Tea is new."


def test_a_persons_edit_is_never_overwritten(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    edited = path.read_text("utf-8").replace("older", "much older")
    path.write_text(edited, "utf-8")
    assert not is_untouched(edited)
    assert Store(tmp_path).put(made()).written is Written.UNCHANGED
    stored = Store(tmp_path).put(made(body="Tea is new."))
    assert stored.written is Written.BESIDE
    assert path.read_text("utf-8") == edited
    assert stored.beside is None or "Tea is new." in stored.beside.read_text("utf-8")
    assert (tmp_path / "on-tea.md.new").exists()


def test_a_renamed_file_is_still_the_same_article(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    path.rename(tmp_path / "my-name-for-it.md")
    stored = Store(tmp_path).put(made())
    assert (stored.path.name, stored.written) == ("my-name-for-it.md", Written.UNCHANGED)


def test_two_sources_with_one_title_get_two_files(tmp_path: Path) -> None:
    store = Store(tmp_path)
    paths = {store.put(made(source=Source(url=f"https://example.org/{n}"))).path for n in range(3)}
    assert len(paths) == 3
    assert len({read_article(path).slug for path in paths}) == 3
    again = Store(tmp_path)
    for number in range(3):
        assert (
            again.put(made(source=Source(url=f"https://example.org/{number}"))).written is Written.UNCHANGED
        )


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path).put(made(), dry=True).written is Written.NEW
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.mkdir()
    with pytest.raises(ContentError, match="taken"):
        write_atomically(target, "text")
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize("part", ["resource_box", "copyright", "permission", "source_line", "text"])
def test_html_that_no_reader_would_see_is_refused(part: str) -> None:
    html = '<p>Ada Example keeps hives. <a href="https://ada.example.net/">Her hives</a></p>'
    head, body = (
        (f"rights:\n  {part}: |\n    {html}\n", "Tea.") if part != "text" else ("", f"Tea.\n\n{html}")
    )
    with pytest.raises(ContentError, match=r"tea\.md.*holds HTML.*Ada Example"):
        parse_article(f"---\ntitle: On tea\n{head}---\n\n{body}\n", "tea.md")


def test_tags_inside_a_line_lose_no_words() -> None:
    assert parse_article("---\ntitle: On tea\n---\n\nTea is <b>old</b>.<br>So are cups.\n", "tea.md").body


@pytest.mark.parametrize("terms", ["limits: [{kind: not_after, value: 2030-01-01}]", "modify: no"])
def test_terms_without_answers_are_refused(terms: str) -> None:
    with pytest.raises(ContentError, match="answers for no use"):
        parse_article(f"---\ntitle: On tea\nrights:\n  terms: {{{terms}}}\n---\n\nTea.\n", "tea.md")


@pytest.mark.parametrize("uses", ["web", "[]"])
def test_a_review_lists_its_uses(uses: str) -> None:
    signed = f"{{by: Edda Editor, on: 2026-11-01, why: by letter, uses: {uses}}}"
    with pytest.raises(ContentError, match=r"write \[web\]"):
        parse_article(f"---\ntitle: On tea\nrights:\n  reviewed: {signed}\n---\n\nTea.\n", "tea.md")
