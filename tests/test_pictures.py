"""Pictures in the content folder: shown from every page, measured, and never a way to any other file."""

import email
import email.policy
import io
import struct
import zlib
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from byline_pelican.markup import framed, on_page
from byline_pelican.pictures.addresses import Picture, illustrated
from byline_pelican.pictures.files import measured
from tests.conftest import CONFIG, Site, article_file

PAGE = "articles/on-tea/index.html"
TEXT = "Tea is *older* than the cup. It was carried over mountains in bricks.\n\n"
URL = "https://press.example.org/images/hive.jpg"


def photograph(size: tuple[int, int] = (40, 30), kind: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind, **more)
    return out.getvalue()


def put(site: Site, name: str, data: bytes) -> Path:
    path = site.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def images(html: str) -> list[dict[str, str | None]]:
    return [dict(image.attributes) for image in LexborHTMLParser(html).css(".prose img")]


@pytest.mark.parametrize(
    "reference",
    [
        *("../images/hive.jpg", "/images/hive.jpg", "images/hive.jpg", "./../images/hive.jpg?v=2"),
        *("<../images/hive.jpg>", '../images/hive.jpg "A title"', "../images/./x/../hive.jpg#top"),
    ],
)
def test_a_picture_is_shown_however_its_place_is_written(site: Site, reference: str) -> None:
    put(site, "content/images/hive.jpg", photograph())
    site.article("tea", article_file(body=f"{TEXT}![A hive]({reference})"))
    site.build()
    (image,) = images(site.output(PAGE))
    assert image["src"] == "../../images/hive.jpg"
    assert (image["alt"], image["width"], image["height"]) == ("A hive", "40", "30")
    assert (site.root / "output/images/hive.jpg").is_file()
    assert feedparser.parse(site.output("feeds/all.rss.xml")).entries[0].content[0].value.count(URL) == 1
    mail = email.message_from_string(site.output("ezine/issue.eml"), policy=email.policy.default)
    body = mail.get_body(("html",))
    assert body is not None
    assert f'src="{URL}"' in body.get_content()


def test_addresses_are_whole_where_the_site_says_so(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG + "RELATIVE_URLS = False\n")
    put(site, "content/images/hive.jpg", photograph())
    site.article("tea", article_file(body=f"{TEXT}![A hive](../images/hive.jpg)"))
    site.build()
    assert images(site.output(PAGE))[0]["src"] == URL


def test_a_picture_fits_every_page_that_prints_the_article(site: Site) -> None:
    """A template of the site's own may print articles whole on the front page, which lies elsewhere."""
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    site.write(
        "templates/index.html",
        "<html><body>{% for a in articles %}<h1>{{ a.title }}</h1>{{ a.content|safe }}"
        "{{ a.credit_html }}{% endfor %}</body></html>",
    )
    put(site, "content/images/hive.jpg", photograph())
    site.article("tea", article_file(body=f"{TEXT}![A hive](../images/hive.jpg)"))
    site.build()
    assert 'src="./images/hive.jpg"' in site.output("index.html")
    assert 'src="../../images/hive.jpg"' in site.output(PAGE)


def test_only_the_first_picture_is_loaded_at_once_and_strangers_learn_nothing(site: Site) -> None:
    put(site, "content/images/hive.jpg", photograph())
    body = f"{TEXT}![](../images/hive.jpg)\n\n![b](../images/hive.jpg)\n\n![c](https://ada.example.net/c.png)"
    site.article("tea", article_file(body=body))
    site.build()
    first, second, stranger = images(site.output(PAGE))
    assert first["alt"] == ""
    assert "loading" not in first
    assert second["loading"] == stranger["loading"] == "lazy"
    assert {first["decoding"], second["decoding"], stranger["decoding"]} == {"async"}
    assert stranger["referrerpolicy"] == "no-referrer"
    assert "referrerpolicy" not in first
    assert stranger["src"] == "https://ada.example.net/c.png"


def test_a_page_of_the_site_shows_pictures_too(site: Site) -> None:
    put(site, "content/images/our hive.png", photograph(kind="PNG"))
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nWe.\n\n![Us](<../images/our hive.png>)\n")
    site.build()
    assert images(site.output("about/index.html"))[0]["src"] == "../images/our%20hive.png"


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("../images/bee.jpg", "there is no such file; put it below content/images/"),
        ("../../secret.jpg", "not below content/images/"),
        ("../../../../../../../../etc/passwd", "not below content/images/"),
        ("/etc/passwd", "not below content/images/"),
        ("/images/../articles/tea.md", "not below content/images/"),
        ("..%2F..%2Fsecret.jpg", "not below content/images/"),
        ("{attach}/../secret.jpg", "not below content/images/"),
        ("../images/%00.jpg", "not below content/images/"),
        ("../images", "there is no such file"),
        ("../images/notes.txt", "no kind of picture that browsers show"),
        ("../images/torn.png", "not a PNG picture, though its name says so"),
        ("../images/note.svg", "not an SVG picture"),
        ("../images/bomb.png", "more than 80 million pixels"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_and_nothing_of_it_is_published(
    site: Site, reference: str, said: str
) -> None:
    put(site, "secret.jpg", photograph())
    put(site, "content/images/notes.txt", b"words")
    put(site, "content/images/torn.png", b"no picture at all")
    put(site, "content/images/note.svg", b"<p>no picture at all</p>")
    put(site, "content/images/bomb.png", _bomb())
    site.article("tea", article_file(body=f"{TEXT}![x]({reference})"))
    site.article("rum", article_file("On rum"))
    built = site.build()
    (broken,) = built.edition.broken
    assert broken.problem.startswith(f"content/articles/tea.md: picture {reference}: ")
    assert said in broken.problem
    assert [e.article.title for e in built.edition.published] == ["On rum"]
    assert not any(name.startswith("articles/on-tea") or "secret" in name for name in site.files())


def test_a_link_that_leads_out_of_the_pictures_is_not_followed(site: Site) -> None:
    site.article("rum", article_file("On rum"))
    site.article("tea", article_file(body=f"{TEXT}![x](../images/note.png)"))
    put(site, "content/images/hive.jpg", photograph())
    (site.root / "content/images/note.png").symlink_to("../articles/rum.md")
    assert [b.path for b in site.edition.broken] == ["content/articles/tea.md"]


def test_a_withheld_article_stays_withheld_whatever_its_pictures(site: Site) -> None:
    site.article("tea", article_file(permission="All rights reserved.", body=f"{TEXT}![x](../images/no.jpg)"))
    edition = site.build().edition
    assert not edition.broken
    assert len(edition.withheld) == 1


def test_what_is_not_published_with_the_pictures_ends_the_build(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG + 'STATIC_EXCLUDES = ["images/private"]\n')
    put(site, "content/images/private/hive.jpg", photograph())
    site.article("tea", article_file(body=f"{TEXT}![x](../images/private/hive.jpg)"))
    with pytest.raises(Exception, match="shown by a text, yet not published"):
        site.build()


def test_a_picture_is_measured_as_browsers_show_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    files = {
        "turned.jpg": (photograph((40, 30), exif=exif), (30, 40)),
        "moving.gif": (_moving(), (8, 6)),
        "new.webp": (photograph(kind="WEBP"), (40, 30)),
        "newer.avif": (photograph(kind="AVIF"), (40, 30)),
        "box.svg": (b'<?xml version="1.0"?><svg viewBox="0 0 120 80"><path/></svg>', (120, 80)),
        "sized.svg": (b"<svg width='12.5px' height='9' viewBox='0 0 1 1'/>", (12, 9)),
        "wide.svg": (b'<svg width="100%" height="100%">', (None, None)),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    assert {name: measured(tmp_path / name) for name in files} == {n: size for n, (_, size) in files.items()}


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("![a](x.png) `![a](x.png)`", "![a](https://h.example/x.png) `![a](x.png)`"),
        (
            "    ![a](x.png)\n\n![a][r]\n\n[r]: x.png 'T'",
            "    ![a](x.png)\n\n![a][r]\n\n[r]: https://h.example/x.png 'T'",
        ),
        ("[l](x.png) ![a](http://h.example/x.png)", "[l](x.png) ![a](http://h.example/x.png)"),
        ("[![a](x.png)](y.md)", "[![a](https://h.example/x.png)](y.md)"),
        (r"\![a](x.png) ![a \] b](x\_y.png)", r"\![a](x.png) ![a \] b](https://h.example/x_y.png)"),
        ("| a |\n|---|\n| ![u](x.png) |", "| a |\n|---|\n| ![u](https://h.example/x.png) |"),
        ("> - ![q](x&amp;y.png)", "> - ![q](https://h.example/x&y.png)"),
        ("byline-picture-0- ![a](x.png)", "byline-picture-0- ![a](https://h.example/x.png)"),
        ("![a](x(1).png)", "![a](https://h.example/x(1).png)"),
        ("No picture ![at all](", "No picture ![at all]("),
    ],
)
def test_only_what_a_reader_sees_as_a_picture_is_addressed(markdown: str, wanted: str) -> None:
    found = illustrated(markdown, "https://h.example", Picture, lambda _: "")
    assert (found.text, found.problem) == (wanted, "")


def test_no_picture_is_passed_over_in_silence() -> None:
    odd = illustrated("![a](x((1)).png)", "https://h.example", Picture, str)
    assert odd.problem.startswith("picture x((1)).png: cannot be placed")


@given(st.text(alphabet="![]()<>`\\ \n&;:/x.-", max_size=60))
def test_a_text_without_local_pictures_is_left_as_it_is(text: str) -> None:
    assert illustrated(text, "U", lambda _: "not here", lambda _: "").text == text


def test_words_that_look_like_a_picture_change_nothing() -> None:
    link = '<a title="&lt;img src=&quot;{site}/&quot;" href="y">z</a>'
    html = f'<p>&lt;img src="{{site}}/x"&gt; {{site}}/</p><p>{link}</p>'
    assert on_page(framed(html, {}), "..") == html


def _moving() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("P", (8, 6), n) for n in range(3)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def _bomb() -> bytes:
    """A PNG of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_cells_of_a_page_need_no_attribute_that_html_gave_up(site: Site) -> None:
    site.article("tea", article_file(body="| a | b |\n|--:|:-:|\n| 1 | 2 |\n"))
    site.build()
    page = site.output("articles/on-tea/index.html")
    assert '<td class="right">1</td>' in page
    assert " align=" not in page
    (item,) = feedparser.parse(site.output("feeds/all.rss.xml")).entries
    assert '<td align="right">1</td>' in item.content[0].value


def test_print_spells_out_only_addresses_that_the_words_do_not_say(site: Site) -> None:
    body = "See https://example.org/a and [her page](https://example.org/b)."
    site.article("tea", article_file(body=body))
    site.build()
    page = site.output("articles/on-tea/index.html")
    assert '<a href="https://example.org/a" class="bare">https://example.org/a</a>' in page
    assert '<a href="https://example.org/b">her page</a>' in page


def test_pictures_that_only_drafts_and_withheld_articles_show_are_not_published(site: Site) -> None:
    for name in ("draft", "withheld", "both", "free"):
        put(site, f"content/images/{name}.jpg", photograph())
    both = "![b](../images/both.jpg)"
    site.article("tea", article_file("On tea", body=f"Tea is older than the cup. {both}"))
    site.article("gin", article_file("On gin", more="status: draft\n", body="![d](../images/draft.jpg) Gin."))
    site.article("rum", article_file("On rum", "", body=f"![w](../images/withheld.jpg) {both}"))
    assert site.build().edition.broken == ()
    assert {name for name in site.files() if name.startswith("images/")} == {
        "images/both.jpg",
        "images/free.jpg",  # that no text shows it is no reason to keep it back
    }


def test_a_link_to_a_published_file_leads_there_from_everywhere(site: Site) -> None:
    put(site, "content/images/large.jpg", photograph())
    put(site, "content/images/notes.pdf", b"%PDF-1.7")
    body = (
        "[![A hive](../images/large.jpg)](../images/large.jpg) and [notes](../images/notes.pdf). "
        "[Not there](../images/none.pdf), [not published](../captures/page.html), [elsewhere](/about/)."
    )
    site.article("tea", article_file(body=body))
    put(site, "content/captures/page.html", b"<p>raw")
    site.build()
    for name in ("articles/on-tea/index.html", "feeds/all.rss.xml"):
        text = site.output(name)
        assert 'href="https://press.example.org/images/notes.pdf"' in text
        assert 'href="https://press.example.org/images/large.jpg"' in text
    page = site.output("articles/on-tea/index.html")
    assert 'href="../images/none.pdf"' in page
    assert 'href="../captures/page.html"' in page
    assert 'href="/about/"' in page
