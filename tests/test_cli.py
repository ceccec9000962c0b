"""The command line, used as a person uses it: words in, words and exit codes out."""

import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from byline.cli import byline
from byline.content import read_article
from byline.frontmatter import article_text
from tests.conftest import GRANTED, Run, Site, article_file

SCHEMAS = Path(__file__).parents[1] / "docs" / "schemas"
PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>On keeping bees | Example Shelf</title>
<link rel="canonical" href="https://shelf.example.org/bees">
<meta name="author" content="Ada Example"><meta property="article:published_time" content="2026-03-14"></head>
<body><div id="nav"><a href="/">Home</a> <a href="/a">Articles</a> <a href="/b">Authors</a></div>
<article><h1>On keeping bees</h1><p class="by">By Ada Example</p>
<p>Bees are kept for honey, for company and for the garden, and a keeper soon learns which of the three
they came for. The first year is for looking, the second for mistakes, the third for honey.</p>
<p>A hive wants a dry floor, morning sun and a neighbour who does not mind. Give it those, and the rest is
patience: open it seldom, write down what you saw, and close it before you are tired.</p>
<p>When the lime trees flower, put on the second box. When they fade, take it off again and leave the bees
what they need for the winter, which is always more than you think it will be.</p></article>
<p>Copyright 2026 Ada Example. All rights reserved.</p>
<p>This article may be republished on web sites and in newsletters, provided that the author's name, the
copyright line and the resource box with its live link are kept.</p>
<p><b>About the author</b><br>Ada Example is the author of two books on bees. Visit her at
<a href="https://ada.example.net/">ada.example.net</a>.</p>
<div id="footer"><a href="/">Home</a> | <a href="/terms">Terms</a> | &copy; Example Shelf</div></body></html>
"""


def written(root: Path) -> list[Path]:
    """Everything below a folder but what Python caches of a configuration that it has run."""
    return sorted(path for path in root.rglob("*") if "__pycache__" not in path.parts)


def valid(name: str, record: object) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record, schema, format_checker=jsonschema.FormatChecker())


def test_from_a_page_to_a_checked_copy(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    code, out, _ = run("import")
    assert (code, "new" in out, "web" in out) == (0, True, True)
    code, out, _ = run("build")
    assert code == 0
    assert "byline serve" in out
    page = "output/articles/on-keeping-bees/index.html"
    assert run("check", page)[0] == 0
    code, out, _ = run("check", "output/ezine/issue.eml", "--article", "on-keeping-bees")
    assert code == 0, out
    robbed = (
        (site.root / page).read_text("utf-8").replace("https://ada.example.net/", "https://other.example/")
    )
    site.write("robbed.html", robbed)
    code, out, _ = run("check", "robbed.html")
    assert code == 1
    assert "https://ada.example.net/" in out


def test_importing_twice_writes_nothing(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    files = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in site.root.rglob("*") if p.is_file()}
    code, out, _ = run("import")
    assert (code, "unchanged" in out) == (0, True)
    assert files == {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in site.root.rglob("*") if p.is_file()}


def test_the_demonstration_articles_are_what_an_import_makes_of_the_captures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """After a change to reading pages: `byline import`, read the diff of `content/articles`, commit it."""
    root = Path(__file__).parents[1]
    shutil.copytree(root / "content", tmp_path / "content")
    shutil.copy(root / "pelicanconf.py", tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("import")
    assert code == 0
    assert " new " not in out
    assert "updated" not in out
    assert "edited" not in out


def test_a_hand_edited_article_is_kept_and_the_newer_import_laid_beside_it(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    path = site.root / "content/articles/on-keeping-bees.md"
    path.write_text(path.read_text("utf-8").replace("patience", "much patience"), "utf-8")
    edited = path.read_bytes()
    site.write("content/captures/bees.html", PAGE.replace("a dry floor", "a very dry floor"))
    code, out, err = run("import")
    assert (code, "edited by hand" in out) == (1, True)
    assert path.read_bytes() == edited
    assert "on-keeping-bees.md.new" in err
    code, out, err = run("import")
    assert (code, "on-keeping-bees.md.new" in err) == (1, True), "said until it is settled"
    assert "very dry" in (path.parent / "on-keeping-bees.md.new").read_text("utf-8")


def test_json_says_what_became_of_each_page(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    code, out, _ = run("import", "--json")
    assert (code, json.loads(out)["status"]) == (0, "new")
    path = site.root / "content/articles/on-keeping-bees.md"
    assert json.loads(run("import", "--json")[1])["file"] == "content/articles/on-keeping-bees.md"
    path.write_text(path.read_text("utf-8").replace("patience", "much patience"), "utf-8")
    site.write("content/captures/bees.html", PAGE.replace("a dry floor", "a very dry floor"))
    code, out, _ = run("import", "--json")
    record = json.loads(out)
    valid("import", record)
    assert (code, record["status"], record["beside"]) == (
        1,
        "beside",
        "content/articles/on-keeping-bees.md.new",
    )


def test_a_slug_changed_by_hand_is_no_newer_reading(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    path = site.root / "content/articles/on-keeping-bees.md"
    path.write_text(path.read_text("utf-8").replace("slug: on-keeping-bees", "slug: bees"), "utf-8")
    assert articles(site) == ["on-keeping-bees.md"]
    code, out, _ = run("import")
    assert (code, "unchanged" in out) == (0, True)


def articles(site: Site) -> list[str]:
    folder = site.root / "content/articles"
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_an_article_moved_to_a_subfolder_is_known(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    (site.root / "content/articles/garden").mkdir()
    (site.root / "content/articles/on-keeping-bees.md").rename(site.root / "content/articles/garden/bees.md")
    code, out, _ = run("import")
    assert (code, "unchanged" in out) == (0, True)
    assert articles(site) == ["garden/bees.md"]


def test_two_captures_that_claim_one_address_are_two_articles_and_a_doubt(site: Site, run: Run) -> None:
    site.write("content/captures/a.html", PAGE)
    site.write("content/captures/b.html", PAGE.replace("Bees are kept for honey", "Bees are kept for wax"))
    code, _, err = run("import")
    assert (code, err.count("two articles have one address; this one goes without")) == (0, 1)
    assert len(articles(site)) == 2
    texts = [(site.root / "content/articles" / name).read_text("utf-8") for name in articles(site)]
    assert sum("canonical: " in text for text in texts) == 1, "an address belongs to one article"
    code, out, _ = run("import")
    assert (out.count("unchanged"), len(articles(site))) == (2, 2)


def test_a_file_saved_anew_is_the_same_article_and_its_first_bytes_are_kept(site: Site, run: Run) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://shelf.example.org/bees">', "")
    other = page.replace("On keeping bees", "On keeping wasps").replace("Bees are", "Wasps are")
    site.write("one/index.html", page)
    site.write("two/index.html", other)
    assert run("import", "one", "two")[0] == 0
    assert articles(site) == ["on-keeping-bees.md", "on-keeping-wasps.md"]
    for name, text in (("one", page), ("two", other)):
        site.write(f"{name}/index.html", text.replace("a dry floor", "a very dry floor"))
        code, out, _ = run("import", f"{name}/index.html")
        assert (code, "updated" in out) == (0, True)
    assert articles(site) == ["on-keeping-bees.md", "on-keeping-wasps.md"]
    kept = {p.read_text("utf-8") for p in (site.root / "content/captures").iterdir()}
    assert {page, other} < kept
    assert len(kept) == 4
    code, out, _ = run("import")
    assert (code, out.count("unchanged")) == (0, 2)


def test_a_given_title_stays(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    assert run("import", "content/captures/bees.html", "--title", " On\nmy  bees\x07 ")[0] == 0
    path = site.root / "content/articles/on-keeping-bees.md"
    assert "title: On my bees\n" in path.read_text("utf-8")
    code, out, _ = run("import")
    assert (code, "unchanged" in out) == (0, True)
    path.write_text(path.read_text("utf-8").replace("title: On my bees", "title: Bees of mine", 1), "utf-8")
    code, out, _ = run("import")
    assert (code, "unchanged" in out) == (0, True), "a title edited by hand is no newer reading"
    assert run("import", "content/captures/bees.html", "--title", " \n")[0] == 2


def test_a_broken_article_in_the_place_of_an_import_is_named(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    site.article("on-keeping-bees", "---\ntitle: [\n---\n")
    code, _, err = run("import")
    assert (code, "on-keeping-bees.md: broken front matter" in err) == (1, True)
    assert articles(site) == ["on-keeping-bees.md"]


def test_a_page_from_elsewhere_is_kept_as_a_capture(site: Site, run: Run) -> None:
    site.write("elsewhere/bees.html", PAGE)
    assert run("import", "elsewhere/bees.html")[0] == 0
    assert (site.root / "content/captures/bees.html").read_text("utf-8") == PAGE
    assert "capture: captures/bees.html" in (site.root / "content/articles/on-keeping-bees.md").read_text(
        "utf-8"
    )


def test_a_dry_run_writes_nothing(site: Site, run: Run) -> None:
    site.write("elsewhere/bees.html", PAGE)
    before = written(site.root)
    code, out, _ = run("import", "elsewhere/bees.html", "--dry-run")
    assert (code, "dry run" in out) == (0, True)
    assert written(site.root) == before


BAD = {
    "empty.html": b"",
    "binary.html": b"%PDF-1.4 \x00\x01\x02",
    "nothing.html": b"<html><body><script>x()</script></body></html>",
    "deep.html": b"<div>" * 20_000 + b"text",
    "huge.html": b"<p>" + b"x" * 10_000_001,
}


def test_bad_pages_are_named_and_the_rest_goes_on(site: Site, run: Run) -> None:
    for name, data in BAD.items():
        path = site.write(f"content/captures/{name}", "")
        path.write_bytes(data)
    site.write("content/captures/bees.html", PAGE)
    code, out, err = run("import")
    assert code == 1
    for name in BAD:
        lines = [line for line in err.splitlines() if name in line]
        assert len(lines) == 1, (name, err)
    assert "on-keeping-bees" in out
    assert [p.name for p in (site.root / "content/articles").iterdir()] == ["on-keeping-bees.md"]


MALFORMED = {
    "masthead": PAGE.replace(
        "<h1>On keeping bees</h1>", '<h1><a href="http://[bad">On keeping bees</a></h1>'
    ),
    "licence": PAGE.replace("</article>", '<a rel="license" href="http://[bad">Licence</a></article>'),
    "author": PAGE.replace("Ada Example</p>", '<a rel="author" href="http://[bad">Ada Example</a></p>'),
    "box": PAGE.replace("https://ada.example.net/", "http://[bad"),
    "head": PAGE.replace("<title>", '<base href="http://[::1"><link rel="license" href="//x y/"><title>'),
}


@pytest.mark.parametrize("page", MALFORMED)
def test_a_malformed_address_on_a_page_ends_nothing(site: Site, run: Run, page: str) -> None:
    site.write("content/captures/odd.html", MALFORMED[page])
    site.write("content/captures/wax.html", PAGE.replace("keeping bees", "pressing wax"))
    code, out, err = run("import")
    assert (code, "on-keeping-bees" in out, "on-pressing-wax" in out) == (0, True, True), err
    assert run("lint")[0] in {0, 1}
    assert run("build")[0] in {0, 1}


def test_an_address_of_a_host_that_cannot_be_is_a_doubt_and_not_taken(site: Site, run: Run) -> None:
    odd = PAGE.replace("https://shelf.example.org/bees", "//x y/").replace(
        "<title>", '<base href="http://[::1"><title>'
    )
    site.write("content/captures/odd.html", odd)
    code, _, err = run("import")
    assert (code, "calls its own address is none; it is not taken: “//x y/”" in err) == (0, True), err
    assert (
        "canonical"
        not in (site.root / "content/articles/on-keeping-bees.md").read_text("utf-8").split("doubts:")[0]
    )
    assert run("lint")[0] == 0


def test_a_broken_article_is_named_the_rest_is_published_and_the_exit_code_says_so(
    site: Site, run: Run
) -> None:
    site.article("tea", article_file("On tea"))
    site.article("broken", "---\ntitle: [\n---\n")
    code, out, err = run("build")
    assert code == 1
    assert "content/articles/broken.md: broken front matter" in err
    assert "On tea" in out
    assert (site.root / "output/articles/on-tea/index.html").is_file()


def test_json_records_fit_their_schemas(site: Site, run: Run) -> None:
    site.write("content/captures/bees.html", PAGE)
    _, out, _ = run("import", "--json")
    valid("import", json.loads(out))
    site.article("rum", article_file("On rum", "All rights reserved."))
    site.article("broken", "---\ntitle: [\n---\n")
    valid("build", json.loads(run("build", "--json")[1]))
    page = "output/articles/on-keeping-bees/index.html"
    valid("verdict", json.loads(run("check", page, "--json")[1]))
    valid("issue", json.loads(run("ezine", "--json")[1]))
    valid("lint", json.loads(run("lint", "--json")[1]))
    valid("terms", json.loads(run("terms", "--json", stdin=GRANTED.encode())[1]))


def test_terms_shows_each_fact_with_its_words(site: Site, run: Run) -> None:
    code, out, _ = run("terms", "-", stdin=b"May be reprinted in newsletters if the resource box is kept.")
    assert code == 0
    said = {line.split("  ")[0]: line for line in out.splitlines()}
    assert "“May be reprinted in newsletters" in said["Newsletters: may be reprinted"]
    assert said["Web sites: not granted"].strip() == "Web sites: not granted"
    assert "“resource box" in said["the resource box"]
    assert run("terms", stdin=b" ")[0] == 1


def test_words_of_a_page_move_no_cursor(site: Site, run: Run) -> None:
    said = "May be reprinted in newsletters if the \x1b[2Jresource \u202ebox is kept."
    _, out, _ = run("terms", "-", stdin=said.encode())
    assert "resource" in out
    assert not {"\x1b", "\u202e"} & set(out)


def test_a_statement_is_read_whole_or_not_at_all(site: Site, run: Run) -> None:
    words = "May be reprinted on web sites. ".ljust(99_000) + "Except on commercial sites."
    assert run("terms", stdin=words.encode())[0] == 0
    code, out, err = run("terms", stdin=words.replace("Except", " " * 1000 + "Except").encode())
    assert (code, out, "longer than 100,000 characters" in err) == (1, "", True)


def test_an_import_can_be_reviewed_on_one_page(site: Site, run: Run) -> None:
    site.write("bees.html", PAGE)
    site.write("empty.html", "")
    assert run("import", "bees.html", "empty.html", "--dry-run", "--report", "seen/review.html")[0] == 1
    review = (site.root / "seen" / "review.html").read_text("utf-8")
    assert "On keeping bees" in review
    assert "Bees are kept for honey" in review
    assert "empty.html" in review
    assert not list((site.root / "content" / "articles").iterdir())


def test_a_review_replaces_an_older_review_and_nothing_else(site: Site, run: Run) -> None:
    site.write("bees.html", PAGE)
    (site.root / "link.html").symlink_to("content/articles/new.html")
    (site.root / "shelf").symlink_to("content/captures")
    os.mkfifo(site.root / "pipe")
    before = written(site.root)
    refused = {
        **dict.fromkeys(["content/captures/new.html", "link.html", "shelf/new.html"], "is inside content"),
        **dict.fromkeys(["bees.html", "pelicanconf.py"], "is no review"),
        "pipe": "no plain file",
        "bees.html/review.html": "cannot be read",
        "x" * 300: "cannot be read",
    }
    for name, problem in refused.items():
        code, _, err = run("import", "bees.html", "--report", name)
        assert (code, problem in err) == (2, True), (name, err)
    assert written(site.root) == before
    assert (site.root / "bees.html").read_text("utf-8") == PAGE
    for _ in range(2):
        assert run("import", "bees.html", "--report", "review.html")[0] == 0


def test_lint_finds_what_the_terms_ask_for_and_the_file_has_not(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea"))
    assert run("lint")[0] == 0
    site.article(
        "rum", article_file("On rum").replace("  resource_box: |\n    Ada", "  source_line: |\n    Ada")
    )
    code, out, _ = run("lint")
    assert code == 1
    assert "resource box" in out


def test_ezine_writes_an_issue_that_is_ready_to_send(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea"))
    code, _, _ = run("ezine", "--number", "7", "--date", "2026-12-01")
    assert code == 0
    assert "Date: Tue, 01 Dec 2026" in (site.root / "ezine/issue-7/issue.eml").read_text("ascii")


def test_without_anything_to_print_there_is_no_issue_and_a_reason(site: Site, run: Run) -> None:
    site.article("rum", article_file("On rum", "All rights reserved."))
    code, _, err = run("ezine")
    assert code == 1
    assert "forbid" in err


WRONG = [
    (("build", "--config", "gone.py"), 2, "gone.py"),
    (("build", "--no-such-option"), 2, "no-such-option"),
    (("nosuchverb",), 2, "nosuchverb"),
    (("check", "gone.html"), 3, "gone.html"),
    (("check", "x.html", "--article", "gone"), 3, "gone"),
    (("import", "gone.html"), 1, "gone.html"),
    (("import", "a.html", "b.html", "--title", "x"), 2, "--title"),
    (("import", ""), 1, "empty name"),
    (("import", "www.example.org/tea"), 1, "https://"),
    (("import", "x" * 5000), 1, "check the path"),
    (("import", "/dev/null"), 1, "not a plain file"),
    (("init", "x" * 300), 1, "name another"),
    (("serve",), 1, "byline build"),
    (("build", "--on", "tomorrow"), 2, "tomorrow"),
]


@pytest.mark.parametrize("arguments", [("import", "x.html"), ("lint",), ("build",)])
def test_outside_a_site_the_way_in_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.html").write_text(PAGE, "utf-8")
    code, _, err = run(*arguments)
    assert (code, "byline init" in err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["x.html"]


@pytest.mark.parametrize("arguments", [("import",), ("import", "--json"), ("terms", "statement.txt")])
def test_a_reader_that_has_gone_ends_it_quietly(site: Site, arguments: tuple[str, ...]) -> None:
    site.write("content/captures/bees.html", PAGE)
    site.write("statement.txt", GRANTED)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", "from byline.cli import main; main()", *arguments]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, cwd=site.root, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(("arguments", "code", "named"), WRONG)
def test_what_goes_wrong_is_said_in_a_line_or_two(
    site: Site, run: Run, arguments: tuple[str, ...], code: int, named: str
) -> None:
    site.write("x.html", PAGE)
    got, _, err = run(*arguments)
    assert got == code
    assert named in err
    assert "Traceback" not in err


def test_a_copy_of_nothing_of_ours_is_said_to_be_so(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea"))
    site.write("x.html", PAGE)
    code, _, err = run("check", "x.html")
    assert code == 3
    assert "no article of ours" in err
    assert run("check", "x.html", "--article", "on-tea")[0] == 3


@pytest.mark.parametrize("verb", ["", *byline.commands])
def test_help_has_an_example(run: Run, verb: str) -> None:
    code, out, _ = run(*filter(None, [verb]), "--help")
    assert code == 0
    assert "byline " in out.split("Options:")[-1] or "Start here" in out


def test_init_makes_a_site_that_builds_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bees.html").write_text(PAGE, "utf-8")
    assert run("init", "mysite")[0] == 0
    monkeypatch.chdir(tmp_path / "mysite")
    assert run("import", "../bees.html")[0] == 0
    code, out, err = run("build")
    assert (code, err) == (0, "")
    assert "On keeping bees" in out
    assert not list((tmp_path / "mysite").rglob("*.py"))[1:], "configuration is the only code"
    monkeypatch.chdir(tmp_path)
    assert run("init", "mysite")[0] == 2


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A web server on loopback that serves the page, and a redirect to it."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("Location", "/bees")
                self.end_headers()
                return
            if self.path == "/malformed":
                self.send_response(302)
                self.send_header("Location", "http://[::1")
                self.end_headers()
                return
            place = self.path.partition("?")[0]
            self.send_response(200 if place in {"/bees", "/other"} else 404)
            self.end_headers()
            self.wfile.write((PAGE if place == "/bees" else PAGE.replace("honey", "wax")).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


def test_an_address_is_fetched_only_where_it_may_be(site: Site, run: Run, server: str) -> None:
    code, _, err = run("import", f"{server}/bees")
    assert code == 1
    assert "--allow-private" in err
    assert run("import", f"{server}/moved", "--allow-private")[0] == 0
    text = (site.root / "content/articles/on-keeping-bees.md").read_text("utf-8")
    assert "https://shelf.example.org/bees" in text
    assert list((site.root / "content/captures").glob("*.html"))
    code, _, err = run("import", f"{server}/gone", "--allow-private")
    assert (code, "404" in err) == (1, True)


def test_a_page_that_was_fetched_is_one_article_however_it_comes_again(
    site: Site, run: Run, server: str
) -> None:
    assert run("import", f"{server}/bees", "--allow-private")[0] == 0
    (path,) = (site.root / "content/articles").iterdir()
    earlier = replace(read_article(path), source=replace(read_article(path).source, retrieved="2020-01-01"))
    path.write_text(article_text(earlier), "utf-8")  # as if fetched long ago
    first = path.read_bytes()
    assert f"url: {server}/bees".encode() in first
    shout = f"{server}/bees?utm_source=x&fbclid=1#top".replace("http://", "HTTP://")
    for again in ([f"{server}/bees", "--allow-private"], [], [shout, "--allow-private"]):
        code, out, _ = run("import", *again)
        assert (code, "unchanged" in out) == (0, True), again
        assert path.read_bytes() == first
    assert articles(site) == ["on-keeping-bees.md"]
    assert len(list((site.root / "content/captures").iterdir())) == 1


def test_the_id_of_a_saved_page_stays_when_it_is_fetched(site: Site, run: Run, server: str) -> None:
    site.write("content/captures/bees.html", PAGE.replace('rel="canonical"', 'rel="other"'))
    run("import")
    (path,) = (site.root / "content/articles").iterdir()
    before = read_article(path)
    assert before.id == f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'captures/bees.html')}"
    site.write("content/captures/bees.html", PAGE)
    run("import")
    assert run("import", f"{server}/bees", "--allow-private")[0] == 0
    assert articles(site) == [path.name]
    after = read_article(path)
    assert (after.source.identity, after.id) == (f"{server}/bees", before.id)


def test_a_file_of_an_earlier_byline_that_was_edited_is_not_touched_for_want_of_an_id(
    site: Site, run: Run
) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    (path,) = (site.root / "content/articles").iterdir()
    text = re.sub(r"^id: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text.replace("patience", "much patience"), "utf-8")
    edited = path.read_bytes()
    code, out, err = run("import")
    assert (code, "unchanged" in out, "edited" in out + err) == (0, True, False)
    assert path.read_bytes() == edited
    path.write_text(text, "utf-8")
    assert "updated" in run("import")[1]
    assert "unchanged" in run("import")[1]


def test_a_download_that_broke_off_leaves_the_article_as_it_was(site: Site, run: Run) -> None:
    forbids = PAGE.replace("<p><b>About", "<p>It may not be republished before 2030-01-01.</p><p><b>About")
    sent = [forbids, forbids[: forbids.index("<p>It may not")]]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(forbids)))
            self.end_headers()
            self.wfile.write(sent.pop(0).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{web.server_port}/bees"
        assert run("import", address, "--allow-private")[0] == 0
        before = {path: path.read_bytes() for path in written(site.root) if path.is_file()}
        code, _, err = run("import", address, "--allow-private")
        web.shutdown()
    assert (code, f"{address}: cannot be fetched: the transfer broke off" in err) == (1, True)
    assert {path: path.read_bytes() for path in written(site.root) if path.is_file()} == before


def test_a_redirect_to_nowhere_is_named_and_the_rest_goes_on(site: Site, run: Run, server: str) -> None:
    code, out, err = run("import", f"{server}/malformed", f"{server}/bees", "--allow-private")
    assert (code, "on-keeping-bees" in out, f"{server}/malformed: cannot be fetched" in err) == (
        1,
        True,
        True,
    )


def test_a_canonical_on_another_host_is_a_doubt_and_no_address(site: Site, run: Run, server: str) -> None:
    site.write("content/captures/bees.html", PAGE)
    run("import")
    own = (site.root / "content/articles/on-keeping-bees.md").read_bytes()
    code, _, err = run("import", f"{server}/other", "--allow-private")
    taken = "calls an address on another site its own; it is not taken: “https://shelf.example.org/bees”"
    assert (code, taken in err) == (0, True)
    assert len(articles(site)) == 2
    assert (site.root / "content/articles/on-keeping-bees.md").read_bytes() == own


def test_serve_shows_the_site(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.build()
    command = [sys.executable, "-c", "from byline.cli import main; main()", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=site.root, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split(" at ")[1].split()[0]
            with urllib.request.urlopen(address, timeout=10) as answer:
                assert b"On tea" in answer.read()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0
