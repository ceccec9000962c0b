"""The demonstration site is valid, and no link in it leads nowhere. No browser is needed."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.web.links import Links
from tests.web.served import Served, html_validate, vnu

pytestmark = pytest.mark.xdist_group("web")


@pytest.mark.usefixtures("java")
def test_the_nu_html_checker_finds_no_error(demo: Served) -> None:
    done = subprocess.run(vnu(demo.output), capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    errors = [message for message in messages if message["type"] in {"error", "non-document-error"}]
    assert not [f"{e['url'].partition('/output/')[2]}: {e['message']}" for e in errors]


@pytest.mark.usefixtures("node")
def test_html_validate_finds_nothing(demo: Served, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = subprocess.run(
        html_validate(demo.output, demo.pages, report), capture_output=True, text=True, check=False
    )
    results = json.loads(report.read_text("utf-8"))
    found = [
        f"{result['filePath'].partition('/output/')[2]}:{message['line']}: {message['message']}"
        for result in results
        for message in result["messages"]
    ]
    assert not found
    assert done.returncode == 0, done.stderr


def test_every_link_within_the_site_leads_somewhere(demo: Served) -> None:
    assert not Links(demo.output, demo.url, demo.pages).broken()


def test_a_link_that_leads_nowhere_is_seen(demo: Served) -> None:
    links = Links(demo.output, demo.url, demo.pages)
    assert links.resolves(f"{demo.url}/")
    assert links.resolves(f"{demo.url}/#main")
    assert links.resolves("https://byline.example.org/start/")
    assert not links.resolves(f"{demo.url}/nowhere/")
    assert not links.resolves(f"{demo.url}/#nowhere")


def parsed(demo: Served) -> dict[str, LexborHTMLParser]:
    return {page: LexborHTMLParser((demo.output / page).read_text("utf-8")) for page in demo.pages}


def test_pages_hold_nothing_that_a_strict_policy_forbids(demo: Served) -> None:
    for page, tree in parsed(demo).items():
        assert not tree.css("style, [style]"), page
        assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")], page
        inline = [script.attributes.get("type") for script in tree.css("script:not([src])")]
        assert set(inline) <= {"application/ld+json"}, page


def test_every_page_has_one_title_one_description_and_one_heading(demo: Served) -> None:
    for page, tree in parsed(demo).items():
        descriptions = tree.css("head > meta[name=description]")
        assert [len(tree.css(what)) for what in ("head > title", "h1")] == [1, 1], page
        assert len(descriptions) == 1, page
        assert descriptions[0].attributes["content"], page
        assert tree.css("html[lang]"), page


def test_images_have_their_size_and_words_for_those_who_do_not_see_them(demo: Served) -> None:
    for page, tree in parsed(demo).items():
        for image in tree.css("img"):
            assert image.attributes.get("alt") is not None, page
            size = [image.attributes.get(name) or "" for name in ("width", "height")]
            assert all(re.fullmatch(r"\d+", number) for number in size), page
