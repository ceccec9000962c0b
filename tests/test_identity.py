"""Permanent ids: whatever becomes of an article's slug, title, date, file or domain, its id stays."""

import re
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from byline.content import Store, Written, read_article
from byline.frontmatter import article_text, is_untouched, mark_of, parse_article
from byline.identity import permanent_id
from byline.model import Article, ArticleRights, Source
from byline_pelican.shelf import read_articles
from tests.conftest import GRANTED, Site, article_file

OWN = "urn:uuid:0d6f8f8e-7f6c-4a53-9c1b-3d2a5f6b7c88"


def made(capture: str = "captures/tea.html", **changes: object) -> Article:
    """What an import makes of a saved page."""
    base = Article(
        title="On tea",
        slug="on-tea",
        body="Tea is *older* than the cup.",
        source=Source(sha256="0" * 64, capture=capture),
        rights=ArticleRights(permission=GRANTED),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def of(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def without_id(path: Path) -> str:
    """The file as an earlier Byline wrote it; its fingerprint still fits."""
    text = re.sub(r"^id: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    return text


def ids(folder: Path) -> dict[str, str]:
    return {article.slug: permanent_id(article) for article in read_articles(folder)[0]}


def test_an_id_is_the_files_own_or_made_of_where_the_article_came_from_or_of_its_files_place() -> None:
    canonical = Source(url="https://example.org/a", canonical="https://example.org/b", capture="c.html")
    assert permanent_id(made(id=OWN, source=canonical)) == OWN
    assert permanent_id(made(source=canonical, place="x")) == of("https://example.org/b")
    assert permanent_id(made()) == of("captures/tea.html")
    assert permanent_id(made(source=Source(), place="drinks/tea")) == of("drinks/tea")


def test_a_hand_written_article_keeps_its_id_when_all_else_changes(site: Site, tmp_path: Path) -> None:
    site.article("tea", article_file("On tea"))
    (before,) = ids(site.root / "content/articles").values()
    other = tmp_path / "moved" / "elsewhere"
    other.mkdir(parents=True)
    text = article_file("Another title", date="2020", more="slug: something-else\n")
    (other / "tea.md").write_text(text, "utf-8")
    assert ids(other) == {"something-else": before}
    assert before == of("tea")


def test_files_of_one_name_in_two_folders_have_two_ids(site: Site) -> None:
    site.article("a/tea", article_file("On tea"))
    site.article("b/tea", article_file("More on tea"))
    assert ids(site.root / "content/articles") == {"on-tea": of("a/tea"), "more-on-tea": of("b/tea")}
    assert len(site.edition.published) == 2


def test_a_name_is_one_id_however_a_file_system_writes_its_accents(site: Site) -> None:
    site.article("the\u0301", article_file("On tea"))
    assert ids(site.root / "content/articles") == {"on-tea": of("th\u00e9")}


@pytest.mark.parametrize("source", ["", "source: {capture: captures/b.html}\n"])
def test_of_two_articles_with_one_id_the_second_is_broken(site: Site, source: str) -> None:
    site.article("a", article_file("On tea", more=f"id: {OWN}\n"))
    site.article("b", article_file("On rum", more=f"id: {OWN}\n{source}"))
    edition = site.edition
    assert [entry.article.slug for entry in edition.published] == ["on-tea"]
    (broken,) = edition.broken
    assert f"id '{OWN}' is taken by content/articles/a.md" in broken.problem


def test_an_id_that_is_made_does_not_take_one_that_is_written(site: Site) -> None:
    site.article("a", article_file("On tea", more=f"id: {of('b')}\n"))
    site.article("b", article_file("On rum"))
    assert [broken.path for broken in site.edition.broken] == ["content/articles/b.md"]


def test_an_import_writes_the_id_and_importing_again_writes_nothing(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    assert read_article(path).id == of("captures/tea.html")
    assert is_untouched(path.read_text("utf-8"))
    assert Store(tmp_path).put(made()).written is Written.UNCHANGED


def test_the_id_stays_when_a_capture_is_later_fetched_from_its_address(tmp_path: Path) -> None:
    first = Store(tmp_path).put(made())
    fetched = Source("https://example.org/tea", "https://example.org/tea", None, "2026-01-01", "0" * 64)
    store = Store(tmp_path)
    known = store.register.find(fetched)
    assert known is not None
    stored = store.put(made(source=replace(fetched, capture="captures/tea.html")), known)
    assert (stored.path, stored.written) == (first.path, Written.UPDATED)
    article = read_article(stored.path)
    assert article.source.identity == "https://example.org/tea"
    assert article.id == of("captures/tea.html")


def test_the_id_stays_when_the_page_moves_to_another_domain(tmp_path: Path) -> None:
    old = replace(made().source, canonical="https://old.example/tea")
    Store(tmp_path).put(made(source=old))
    stored = Store(tmp_path).put(made(source=replace(old, canonical="https://new.example/tea")))
    assert stored.written is Written.UPDATED
    assert read_article(stored.path).id == of("https://old.example/tea")


def test_an_untouched_file_of_an_earlier_byline_is_given_the_id_that_it_had(tmp_path: Path) -> None:
    old = replace(made().source, canonical="https://old.example/tea")
    path = Store(tmp_path).put(made(source=old)).path
    text = without_id(path)
    assert is_untouched(text)
    before = permanent_id(read_article(path))
    stored = Store(tmp_path).put(made(source=replace(old, canonical="https://new.example/tea")))
    assert stored.written is Written.UPDATED
    assert read_article(path).id == before == of("https://old.example/tea")


def test_an_untouched_file_is_given_an_id_though_its_page_is_the_same(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    text = without_id(path)
    assert Store(tmp_path).put(made()).written is Written.UPDATED
    given = path.read_text("utf-8")
    assert given.replace(f"id: {of('captures/tea.html')}\n", "") == text
    assert Store(tmp_path).put(made()).written is Written.UNCHANGED


def test_a_hand_edited_file_without_an_id_is_left_as_it_is(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    edited = without_id(path).replace("older", "much older")
    path.write_text(edited, "utf-8")
    stored = Store(tmp_path).put(made())
    assert (stored.written, stored.beside) == (Written.UNCHANGED, None)
    assert path.read_text("utf-8") == edited
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_reading_that_is_laid_beside_an_edited_file_names_the_id_that_it_has(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    path.write_text(without_id(path).replace("older", "much older"), "utf-8")
    stored = Store(tmp_path).put(made(body="Tea is new."))
    assert stored.written is Written.BESIDE
    assert stored.beside is not None
    beside = parse_article(stored.beside.read_text("utf-8"), "")
    assert beside.id == permanent_id(read_article(path))


def test_an_id_that_a_person_wrote_is_kept_and_makes_no_edit_of_the_file(tmp_path: Path) -> None:
    path = Store(tmp_path).put(made()).path
    text = without_id(path).replace("slug: on-tea\n", f'slug: on-tea\nid: "{OWN}"\n')
    path.write_text(text, "utf-8")
    assert Store(tmp_path).put(made()).written is Written.UNCHANGED
    assert Store(tmp_path).put(made(body="Tea is new.")).written is Written.UPDATED
    assert (read_article(path).id, read_article(path).body) == (OWN, "Tea is new.")


def test_a_page_at_an_address_that_another_has_left_has_an_id_of_its_own(tmp_path: Path) -> None:
    was = replace(made().source, canonical="https://example.org/tea")
    Store(tmp_path).put(made(source=was))
    Store(tmp_path).put(made(source=replace(was, canonical="https://example.org/moved")))
    newcomer = Source(canonical="https://example.org/tea", sha256="1" * 64, capture="captures/new.html")
    store = Store(tmp_path)
    stored = store.put(made(title="On new tea", slug="on-new-tea", source=newcomer))
    found = [article.id for article in read_articles(tmp_path)[0]]
    assert len(set(found)) == len(found) == 2
    assert (
        Store(tmp_path).put(made(title="On new tea", slug="on-new-tea", source=newcomer)).path == stored.path
    )
    assert [article.id for article in read_articles(tmp_path)[0]] == found


def test_a_line_of_the_text_is_no_id() -> None:
    """The fingerprint leaves out the id of the front matter, and nothing else."""
    text = article_text(made(body="id: one\n\nTea."))
    assert mark_of(text) != mark_of(article_text(made(body="id: two\n\nTea.")))
    assert mark_of(text) == mark_of(article_text(made(body="id: one\n\nTea.", id=OWN)))
    rights = ArticleRights(permission="id: one\nid: two")
    assert mark_of(article_text(made(rights=rights))) != mark_of(article_text(made(rights=ArticleRights())))
