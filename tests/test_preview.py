"""What a preview does without a browser: the page of frames, and what is said where no browser works."""

import base64
import json
import os
import stat
import tempfile
import time
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from byline.errors import MailError
from byline.mail.frames import Measure, frames, read_measures, with_pictures
from byline.mail.preview import CHOICE, find_browser, shoot

URL = "https://press.example.org/pictures/tea.png?a=1&b=2"
SPELT = URL.replace("&", "&amp;")
INLINE = f"data:image/png;base64,{base64.b64encode(b'tea').decode()}"
MAIL = "<p title='\"<\">'>Tea &amp; \N{GREEK SMALL LETTER PI}</p></iframe><script>x</script>"


def program(folder: Path, script: str) -> str:
    """A browser of a few lines."""
    path = folder / "browser"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_each_frame_holds_the_mail_as_it_is() -> None:
    page = LexborHTMLParser(frames(MAIL, [640, 360], 16_000))
    found = [node.attributes for node in page.css("iframe")]
    assert [one["srcdoc"] for one in found] == [MAIL, MAIL]
    assert [one["width"] for one in found] == ["640", "360"]
    assert [one["style"] for one in found] == ["left: 0px; top: -16000px", "left: 640px; top: -16000px"]
    assert {one["sandbox"] for one in found} == {"allow-same-origin"}, "nothing in a mail runs"
    assert len(page.css("script")) == 1


def test_what_the_page_found_is_read_from_its_title() -> None:
    found = [[640, 640, 900, False], [360, 400, 1200, True]]
    mail = "<title>[[1, 1, 1, true]]</title>"
    page = f"<html><head><title>{json.dumps(found)}</title></head><iframe srcdoc='{mail}'></iframe>"
    assert read_measures(page) == (Measure(640, 640, 900, dark=False), Measure(360, 400, 1200, dark=True))
    for broken in (
        "",
        "<title></title>",
        "<title>[1]</title>",
        "<title>[[1]]</title>",
        f"<title></title>{mail}",
    ):
        assert read_measures(broken) == ()


@pytest.mark.parametrize(
    ("mail", "shown"),
    [
        (f'<img src="{SPELT}" alt="">', f'<img src="{INLINE}" alt="">'),
        (f"<img alt='a > b' src='{URL}'>", f"<img alt='a > b' src='{INLINE}'>"),
        (f"<td background={SPELT}>", f"<td background={INLINE}>"),
        (f'<td style="background: url({SPELT})">', f'<td style="background: url({INLINE})">'),
        (f'<img srcset="{SPELT} 1x, {SPELT} 2x">', f'<img srcset="{INLINE} 1x, {INLINE} 2x">'),
        (f'<img src="{SPELT}&amp;c=3">', None),
        (f'<img src="https://proxy.example/{SPELT}">', None),
        (f"<p>The picture is at {SPELT} still.</p>", None),
    ],
)
def test_a_picture_stands_where_its_address_stood(mail: str, shown: str | None) -> None:
    assert with_pictures(mail, {URL: ("tea.png", b"tea")}) == (shown or mail)
    assert with_pictures(mail, {}) == mail


def test_without_a_browser_the_mend_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(CHOICE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MailError, match=f"apt-get install chromium.*{CHOICE}"):
        shoot("<p>Tea</p>", tmp_path)
    monkeypatch.setenv(CHOICE, "nothing --of-that")
    with pytest.raises(MailError, match="BYLINE_BROWSER: nothing is no program"):
        find_browser()


def test_a_browser_is_a_program_or_a_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spaced = tmp_path / "My Browser.app"
    spaced.mkdir()
    named = program(spaced, "exit 0")
    monkeypatch.setenv(CHOICE, named)
    assert find_browser() == [named]
    monkeypatch.setenv(CHOICE, "sh -c 'exit 0'")
    assert find_browser() == ["sh", "-c", "exit 0"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo no display >&2; exit 3", r"stopped with 3 \(no display\)"),
        (
            "echo '[1] FATAL: too long' >&2; echo more >&2; exit 6",
            r"stopped with 6 \(\[1\] FATAL: too long\)",
        ),
        ("exit 0", r"does not show a mail as asked \(light\); install Chromium"),
        (
            "echo '<title>[[640,640,900,true],[360,360,900,true]]</title>'",
            r"not show a mail as asked \(light\)",
        ),
        (
            "echo '<title>[[640,640,900,false],[500,360,900,false]]</title>'",
            r"not show a mail as asked \(light\)",
        ),
        ("echo '<title>[[640,640,900,false],[360,360,900,false]]</title>'", "made no picture"),
    ],
)
def test_a_browser_that_does_something_else_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, said: str
) -> None:
    monkeypatch.setenv(CHOICE, program(tmp_path, script))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(MailError, match=said) as error:
        shoot("<p>Tea</p>", tmp_path / "preview")
    assert "\n" not in str(error.value)
    assert [path.name for path in tmp_path.iterdir()] == ["browser"]


def test_a_browser_that_hangs_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    child = tmp_path / "child"
    script = f"tail -f /dev/null & echo $! > {child}.part; mv {child}.part {child}; wait"
    monkeypatch.setenv(CHOICE, program(tmp_path, script))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(MailError, match="took longer than 2 s"):
        shoot("<p>Tea</p>", tmp_path / "preview", seconds=2)
    assert ended(int(child.read_text("utf-8")))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["browser", "child"]


def ended(pid: int) -> bool:
    """Whether a process is gone, or only waits for somebody to ask for its exit code."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
    return False


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MailError, match=r"tea\.png: cannot be read"):
        shoot("<p>Tea</p>", tmp_path, pictures={URL: tmp_path / "tea.png"})
