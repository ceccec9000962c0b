"""Pictures of a mail by the Chromium of the system: whole, truly dark, truly narrow, and offline."""

import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageColor, ImageStat
from playwright.sync_api import Browser

from byline.errors import MailError
from byline.mail.preview import SHEET, Picture, shoot
from tests.conftest import Run, Site, article_file
from tests.web.conftest import needed
from tests.web.looks import context
from tests.web.served import chromium

pytestmark = pytest.mark.xdist_group("web")

WHITE, INK, DARK, PHONE, END, TEA = "#ffffff", "#202020", "#123456", "#aa5500", "#00aa55", "#c01030"
PICTURE = "https://press.example.org/tea.png"
NAMES = ["light.png", "phone-light.png", "dark.png", "phone-dark.png"]


def mail(stranger: str) -> str:
    """A mail that is higher than a browser's surface, and asks a server for whatever a page can ask for."""
    return f"""<!doctype html><html lang="en"><head><meta name="color-scheme" content="light dark">
    <meta http-equiv="refresh" content="0; url={stranger}/refresh">
    <link rel="stylesheet" href="{stranger}/a.css"><link rel="preconnect" href="{stranger}">
    <link rel="prefetch" href="{stranger}/prefetch"><link rel="icon" href="{stranger}/icon.png">
    <style>
    @import url({stranger}/b.css);
    @font-face {{ font-family: Far; src: url({stranger}/far.woff2) }}
    body {{ margin: 0; background: {WHITE}; color: {INK}; font-family: Far, serif }}
    .bar {{ height: 100px }} .phone {{ background: {INK} }} .end {{ background: {END} }}
    .far {{ height: {SHEET + 4_000}px; background-image: url({stranger}/c.png) }}
    @media (max-width: 360px) {{ .phone {{ background: {PHONE} }} }}
    @media (prefers-color-scheme: dark) {{ body {{ background: {DARK}; color: {WHITE} }} }}
    </style></head><body>
    <div class="bar phone"></div><img src="{PICTURE}" alt="" width="100" height="100" style="display: block">
    <div class="far">Tea <img src="{stranger}/d.png" alt=""><iframe src="{stranger}/e.html"></iframe>
    <iframe srcdoc="<img src={stranger}/f.png>"></iframe><object data="{stranger}/g.svg"></object>
    <video src="{stranger}/h.webm" autoplay></video><img src="file:///etc/hostname" alt=""></div>
    <div class="bar end"></div>
    <script>document.body.style.background = 'lime'; fetch('{stranger}/script')</script></body></html>"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server's address, and what it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Nothing: `asked` tells."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()


@pytest.fixture(scope="module")
def installed() -> None:
    needed(chromium(), "chromium", "apt-get install chromium")


class Session:
    """One preview, and what came of it; a preview takes seconds, so the tests share it."""

    def __init__(self, folder: Path) -> None:
        tea = io.BytesIO()
        Image.new("RGB", (10, 10), TEA).save(tea, "PNG")
        self.home, self.folder = folder / "home", folder / "new" / "preview"
        self.home.mkdir()
        (folder / "tea.png").write_bytes(tea.getvalue())
        with listening() as (stranger, asked), pytest.MonkeyPatch.context() as patch:
            patch.setenv("HOME", str(self.home))
            self.taken = shoot(mail(stranger), self.folder, pictures={PICTURE: folder / "tea.png"})
            self.asked = list(asked)

    def image(self, name: str) -> Image.Image:
        return opened(self.folder / name)


@pytest.fixture(scope="module")
def session(installed: None, tmp_path_factory: pytest.TempPathFactory) -> Session:
    del installed
    return Session(tmp_path_factory.mktemp("preview"))


def opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


def colour(image: Image.Image, x: int, y: int) -> str:
    return "#" + "".join(f"{part:02x}" for part in image.getpixel((x, y)))  # type: ignore[union-attr]


def brightness(image: Image.Image) -> float:
    return ImageStat.Stat(image.convert("L")).mean[0]


def test_a_preview_is_four_pictures_each_of_the_whole_mail(session: Session) -> None:
    height = SHEET + 4_300
    wide = {"": 640, "phone-": 360}
    expected = [
        Picture(session.folder / f"{prefix}{scheme}.png", width, height, whole=True, wide=width)
        for scheme in ("light", "dark")
        for prefix, width in wide.items()
    ]
    assert list(session.taken) == expected
    assert sorted(path.name for path in session.folder.iterdir()) == sorted(NAMES)
    for picture in session.taken:
        image = session.image(picture.path.name)
        assert image.size == (picture.width, picture.height)
        assert colour(image, picture.width - 1, height - 1) == END
        assert colour(image, picture.width - 1, height - 101) != END, "at the right place"


def test_dark_is_what_the_mail_says_of_dark(session: Session) -> None:
    for prefix, x in (("", 600), ("phone-", 350)):
        light, dark = session.image(f"{prefix}light.png"), session.image(f"{prefix}dark.png")
        for y in (150, SHEET - 1, SHEET, SHEET + 100):
            assert (colour(light, x, y), colour(dark, x, y)) == (WHITE, DARK)
        assert brightness(dark) < brightness(light) / 2


def test_a_phone_is_a_narrow_viewport(session: Session) -> None:
    assert [colour(session.image(name), 5, 5) for name in NAMES] == [INK, PHONE, INK, PHONE]


def test_a_picture_that_the_caller_has_is_shown(session: Session) -> None:
    assert {colour(session.image(name), 50, 150) for name in NAMES} == {TEA}


def test_nothing_is_asked_of_anybody_and_nothing_is_left(session: Session) -> None:
    assert session.asked == []
    assert list(session.home.rglob("*")) == []


def test_another_browser_would_have_asked(chrome: Browser) -> None:
    with listening() as (stranger, asked), context(chrome) as visit:
        page = visit.new_page()
        page.goto(f"{stranger}/")
        page.set_content(mail(stranger).replace("refresh", "x"))
        assert {"/d.png", "/a.css", "/script"} <= set(asked)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a preview is made; so deep that no socket can have a name in it."""
    place = tmp_path / ("deep" * 30)
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


@pytest.mark.usefixtures("installed", "workplace")
def test_a_mail_without_a_dark_side_is_not_inverted(tmp_path: Path) -> None:
    taken = shoot(
        f"<!doctype html><body style='background: {WHITE}; margin: 0'><p style='width: 900px'>Tea", tmp_path
    )
    assert {colour(opened(picture.path), 300, 100) for picture in taken} == {WHITE}
    assert {picture.wide for picture in taken} == {900}, "what is scrolled sideways is told"


@pytest.mark.usefixtures("installed")
def test_a_mail_without_end_is_cut_and_that_is_told(tmp_path: Path) -> None:
    taken = shoot("<!doctype html><body><div style='height: 500000px'>", tmp_path, tallest=400)
    assert {(picture.height, picture.whole) for picture in taken} == {(400, False)}
    assert {opened(picture.path).height for picture in taken} == {400}


@pytest.mark.usefixtures("installed")
def test_a_browser_that_takes_too_long_leaves_nothing_running(tmp_path: Path, workplace: Path) -> None:
    with pytest.raises(MailError, match=r"took longer than 0\.4 s"):
        shoot("<p>Tea", tmp_path / "preview", seconds=0.4)
    assert list(workplace.iterdir()) == []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        assert str(workplace).encode() not in command


def test_an_editor_sees_the_issue_with_the_pictures_of_the_site(site: Site, run: Run) -> None:
    needed(chromium(), "chromium", "apt-get install chromium")
    picture = site.root / "content/images/tea.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (200, 100), TEA).save(picture)
    site.article("tea", article_file("On tea", body="Tea is old.\n\n![A cup](images/tea.png)\n\nIt is hot."))
    site.build()
    code, out, err = run("ezine", "--number", "7", "--preview")
    assert (code, err) == (0, "")
    for name in NAMES:
        path = site.root / "ezine/issue-7/preview" / name
        assert name in out
        with Image.open(path) as shot:
            colours = shot.convert("RGB").getcolors(shot.width * shot.height) or []
        counts = {colour: count for count, colour in colours}
        assert counts.get(ImageColor.getrgb(TEA), 0) > 10_000, name
