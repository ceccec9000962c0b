"""`byline check` and `byline lint` at their edges: what exit code, and what is said."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from byline.cli import main
from tests.conftest import BOX, COPYRIGHT, GRANTED, WEB_ONLY, Site, article_file

Run = Callable[..., tuple[int, str, str]]
BODY = (
    "Tea is older than the cup. It was carried over mountains in bricks, and whoever had a kettle had "
    "guests. Whoever had none learned to knock at the right time of the day."
)
PAGE = f"""<html><head>HEAD</head><body><h1>On tea</h1><p>By Ada Example</p><p>{BODY}</p>
<p>{COPYRIGHT}</p><div class="box"><p>Ada Example keeps bees and writes about them. Visit
<a href="https://ada.example.net/hives">her hives</a>.</p></div><p>STATEMENT</p></body></html>"""
MAIL = """From: press@example.org\nTo: reader@example.com\nSubject: On tea\nMIME-Version: 1.0
Content-Type: text/html; charset=utf-8\n\n"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`byline …` in this process: exit code, standard output, standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["byline", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main()
        said = capsys.readouterr()
        return (done.value.code if isinstance(done.value.code, int) else 0), said.out, said.err

    return run


def page(head: str = "", statement: str = GRANTED) -> str:
    return PAGE.replace("HEAD", head).replace("STATEMENT", statement)


def test_a_whole_copy_of_what_was_granted_keeps(site: Site, run: Run) -> None:
    site.article("tea", article_file(body=BODY))
    site.write("copy.html", page())
    code, out, _ = run("check", "copy.html")
    assert (code, "keeps the terms" in out) == (0, True)


def test_use_and_day_may_be_named(site: Site, run: Run) -> None:
    until = "This article may be republished on web sites until 31 December 2026, with the resource box."
    site.article("tea", article_file(permission=until, body=BODY))
    site.write("copy.html", page(statement=until))
    assert run("check", "copy.html", "--on", "2026-12-01")[0] == 0
    assert run("check", "copy.html", "--on", "2027-01-01")[0] == 3
    code, out, _ = run("check", "copy.html", "--on", "2026-12-01", "--use", "print")
    assert (code, "use-not-granted" in out) == (3, True)
    assert run("check", "copy.html", "--use", "fishwrap")[0] == 2


def test_a_mail_is_a_newsletter(site: Site, run: Run) -> None:
    site.article("tea", article_file(permission=WEB_ONLY, body=BODY))
    site.write("issue.eml", MAIL + page(statement=WEB_ONLY))
    code, out, _ = run("check", "issue.eml")
    assert (code, "newsletters" in out) == (3, True)
    assert run("check", "issue.eml", "--use", "web")[0] == 0


UNREADABLE = {"gone.html": None, "empty.html": b"", "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(64)}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_copy_that_cannot_be_read_is_unverified_and_never_accused(site: Site, run: Run, name: str) -> None:
    site.article("tea", article_file(body=BODY))
    content = UNREADABLE[name]
    if content is not None:
        (site.root / name).write_bytes(content)
    for more in ((), ("--article", "on-tea")):
        code, out, err = run("check", name, *more)
        assert (code, out) == (3, "")
        assert name in err


def test_a_copy_of_nothing_of_ours_is_unverified(site: Site, run: Run) -> None:
    site.article("tea", article_file(body=BODY))
    site.write("other.html", "<p>" + "Coffee beans are roasted in small drums over a steady fire. " * 4)
    code, _, err = run("check", "other.html")
    assert (code, "no article of ours" in err) == (3, True)
    assert run("check", "other.html", "--article", "gone")[0] == 3


@pytest.mark.parametrize("verb", [("lint",), ("check", "copy.html")])
def test_outside_a_site_nothing_is_looked_over_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, verb: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    site = Site(tmp_path)
    site.article("tea", article_file(body=BODY))
    site.write("copy.html", page())
    code, _, err = run(*verb)
    assert (code, "pelicanconf.py" in err) == (2, True)


def test_style_sheets_beside_a_saved_page_are_read(site: Site, run: Run) -> None:
    site.article("tea", article_file(body=BODY))
    site.write("saved/copy.html", page('<link rel="stylesheet" href="copy_files/site.css">'))
    code, out, _ = run("check", "saved/copy.html")
    assert (code, "was not read" in out) == (3, True)
    site.write("saved/copy_files/site.css", "p { margin: 0 }")
    assert run("check", "saved/copy.html")[0] == 0
    site.write("saved/copy_files/site.css", ".box { display: none }")
    code, out, _ = run("check", "saved/copy.html")
    assert (code, "readers do not see it" in out) == (1, True)


def test_a_page_gets_a_sheet_from_disk_only_where_its_address_says_it_lies(site: Site, run: Run) -> None:
    site.article("tea", article_file(body=BODY))
    own = '<link rel="canonical" href="https://press.example.org/articles/on-tea/">'
    head = own + '<link rel="stylesheet" href="https://press.example.org/theme/site.css">'
    site.write("mirror/theme/site.css", "p { margin: 0 }")
    site.write("mirror/articles/on-tea/index.html", page(head))
    assert run("check", "mirror/articles/on-tea/index.html")[0] == 0
    site.write("mirror/some/where/index.html", page(head))
    assert run("check", "mirror/some/where/index.html")[0] == 3
    site.write(
        "mirror/articles/on-tea/other.html", page(head.replace("press.example.org/theme", "x.example/theme"))
    )
    assert run("check", "mirror/articles/on-tea/other.html")[0] == 3


def test_lint_names_two_files_that_want_one_address(site: Site, run: Run) -> None:
    site.article("tea", article_file(body=BODY))
    assert run("lint")[0] == 0
    site.article("twin", article_file(body=BODY))
    code, out, _ = run("lint")
    assert (code, "on-tea" in out, "twin.md" in out) == (1, True, True)


def test_lint_tells_a_part_that_is_required_and_absent(site: Site, run: Run) -> None:
    site.article("tea", article_file(body=BODY).replace(f"  resource_box: |\n    {BOX}\n", ""))
    code, out, _ = run("lint")
    assert (code, "resource box" in out) == (1, True)
    site.write("copy.html", page())
    code, out, _ = run("check", "copy.html")
    assert (code, "resource-box-lacking" in out) == (3, True)


def test_lint_holds_the_parts_to_the_captured_page(site: Site, run: Run) -> None:
    site.write("content/captures/tea.html", page())
    assert run("import")[0] == 0
    assert run("lint")[0] == 0
    (file,) = (site.root / "content" / "articles").glob("*.md")
    file.write_text(file.read_text("utf-8").replace("keeps bees and writes", "kept bees and wrote"), "utf-8")
    code, out, _ = run("lint")
    assert code == 1
    assert "`rights.resource_box` is not word for word" in out


@pytest.mark.parametrize("address", ["/hives", "ada.example.net/hives", "mailto:ada"])
def test_lint_names_a_link_that_leads_nowhere(site: Site, run: Run, address: str) -> None:
    site.article("tea", article_file(body=BODY).replace("https://ada.example.net/hives", address))
    assert "leads nowhere" in run("lint")[1]
