"""Cards and icons: what stands for a page where it is linked to."""

import io
from pathlib import Path

import pytest
from PIL import Image

from byline_pelican.cards.address import HEIGHT, WIDTH, card_url
from byline_pelican.cards.cache import FOLDER, card_of
from byline_pelican.cards.drawing import Card, draw
from byline_pelican.configuration import theme_folder
from tests.conftest import CONFIG, Site, article_file

FONT = str(theme_folder() / "card.ttf")
WITH_CARDS = CONFIG + 'BYLINE = {"tagline": "On lending words", "cards": True}\n'


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def drawn(site: Site) -> dict[str, int]:
    """When each card that is kept was drawn."""
    return {path.name: path.stat().st_mtime_ns for path in (site.root / FOLDER).iterdir()}


def test_the_site_has_a_card_and_articles_have_one_where_that_is_wanted(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "All rights reserved."))
    site.build()
    assert [name for name in site.files() if name.endswith("card.png")] == ["card.png"]
    (entry,) = site.edition.published
    assert card_url(entry, site.configuration) == "https://press.example.org/card.png"
    site.write("pelicanconf.py", WITH_CARDS)
    site.build()
    cards = {name for name in site.files() if name.endswith("card.png")}
    assert cards == {"card.png", "articles/on-tea/card.png"}
    assert card_url(entry, site.configuration) == "https://press.example.org/articles/on-tea/card.png"
    assert {picture(site.files()[name]).size for name in cards} == {(WIDTH, HEIGHT)}
    page = site.output("articles/on-tea/index.html")
    assert '<meta property="og:image" content="https://press.example.org/articles/on-tea/card.png">' in page


def test_a_card_is_drawn_once_and_goes_with_its_article(site: Site) -> None:
    site.write("pelicanconf.py", WITH_CARDS)
    site.article("tea", article_file("On tea"))
    rum = site.article("rum", article_file("On rum"))
    site.build()
    before = drawn(site)
    assert len(before) == 3
    assert site.build().changed == 0
    assert drawn(site) == before
    rum.unlink()
    site.build()
    assert len(drawn(site)) == 2
    assert drawn(site).items() <= before.items()


def test_a_card_that_was_cut_off_is_drawn_anew(site: Site) -> None:
    site.build()
    whole = site.files()["card.png"]
    (kept,) = (site.root / FOLDER).iterdir()
    kept.write_bytes(whole[:40])
    site.build()
    assert site.files()["card.png"] == whole == kept.read_bytes()


def test_a_cache_that_cannot_be_used_costs_nothing_but_time(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    card = site.files()["card.png"]
    for path in (site.root / FOLDER).iterdir():
        path.write_bytes(b"torn")
    assert site.build().changed == 0
    for path in (site.root / FOLDER).iterdir():
        path.unlink()
    (site.root / FOLDER).rmdir()
    (site.root / FOLDER).write_bytes(b"in the way")
    site.build()
    assert site.files()["card.png"] == card


def test_a_site_may_publish_an_icon_and_a_card_of_its_own(site: Site) -> None:
    own = 'STATIC_PATHS = ["extra"]\nEXTRA_PATH_METADATA = {"extra/favicon.ico": {"path": "favicon.ico"}}\n'
    site.article("tea", article_file())
    site.build()
    assert Image.open(io.BytesIO(site.files()["favicon.ico"])).info["sizes"] == {(16, 16), (32, 32)}
    assert picture(site.files()["theme/apple-touch-icon.png"]).size == (180, 180)
    page = site.output("articles/on-tea/index.html")
    assert 'href="../../favicon.ico"' in page
    assert 'rel="apple-touch-icon" href="../../theme/apple-touch-icon.png"' in page
    site.write("pelicanconf.py", CONFIG + own)
    site.write("content/extra/favicon.ico", "our own")
    site.build()
    assert site.files()["favicon.ico"] == b"our own"


@pytest.mark.parametrize(
    "title",
    [
        *("Bees", "What “all rights reserved” says", "Zoë Łukasiewicz’s café", "1,234 ½ – №"),
        *("x" * 300, "A very long title " * 30, " ", "…"),
        *(
            "Περὶ μελισσῶν",
            "О пчёлах",
            "茶比杯子更古老",
            "الشاي أقدم",
            "התה עתיק",
            "चाय प्याले",
            "Tea 🍵",
            "\ufffd\U00012000",
        ),
    ],
)
def test_any_title_makes_a_card_and_the_same_one_twice(title: str) -> None:
    card = Card(title, "The Byline Press", "Ada Example")
    image = picture(draw(card, FONT))
    assert draw(card, FONT) == draw(card, FONT)
    edge = [image.getpixel((x, y)) for x in (2, WIDTH - 3) for y in range(0, HEIGHT, 7)]
    edge += [image.getpixel((x, y)) for y in (2, HEIGHT - 3) for x in range(0, WIDTH, 7)]
    assert set(edge) == {(0xFC, 0xFB, 0xF9)}  # paper: nothing runs over


@pytest.mark.parametrize("title", ["\U00012000\U00012001", "\ue000\ue001", ""])
def test_letters_that_no_font_has_are_left_out_and_the_site_is_named_instead(title: str) -> None:
    named = draw(Card("The Byline Press", "", ""), FONT)
    assert draw(Card(title, "The Byline Press", ""), FONT) == named


def test_a_card_names_three_authors_and_how_many_more(site: Site) -> None:
    text = article_file().replace("[Ada Example]", "[A One, B Two, C Three, D Four, E Five]")
    site.article("tea", text)
    (entry,) = site.edition.published
    assert card_of(entry, site.configuration).foot == "A One, B Two, C Three and 2 others"


def test_the_font_is_small() -> None:
    assert Path(FONT).stat().st_size <= 120 * 1024
