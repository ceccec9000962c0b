"""Takes pictures of a mail with the Chromium of the system: light and dark, wide and on a phone. An edge.

It runs headless, offline, with a new profile, and leaves nothing behind. Another picture is a row of SHOTS,
another browser a row of BROWSERS.
"""

import io
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from byline.content import write_atomically
from byline.errors import MailError
from byline.mail.frames import TALLEST, Measure, frames, read_measures, with_pictures

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHOICE = "BYLINE_BROWSER"  # in the environment: a program, or a command with options
MEND = f"install Chromium (apt-get install chromium), or name a browser of its kind in {CHOICE}"
WIDTHS = {"": 640, "phone-": 360}  # CSS pixels: a mail's column of 600 with room, and a small phone
SCHEMES = {"light": 1, "dark": 0}  # Blink's numbers for prefers-color-scheme
SECONDS = 120.0  # for all pictures; seven articles take 18 on two cores
LOW, SHEET = 800, 7_900  # px of a window: that only measures; that shoots, for some surfaces end at 8,192
SPARE = 200  # px that some versions take from the window for its frame
OPTIONS = (
    *("--headless", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server"),  # no request leaves
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-default-apps"),
    *("--disable-breakpad", "--disable-crash-reporter", "--password-store=basic", "--use-mock-keychain"),
)
SOCKETS = {
    "TMPDIR": "."
}  # where the browser works, by a name that is short: a socket's has 104 bytes at most
HOMES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
SAID = 200  # characters of a browser's last words
MARGIN = 0.05  # seconds, between tries to remove what a killed process may still write


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a mail.

    Attributes:
        width: in pixels, as its viewport was.
        height: in pixels.
        whole: whether all of the mail's height is on it; a mail can be higher than a browser can draw.
        wide: pixels that the mail needs; more than `width` is scrolled sideways.

    """

    path: Path
    width: int
    height: int
    whole: bool
    wide: int


def shoot(
    html: str,
    folder: Path,
    *,
    pictures: Mapping[str, Path] | None = None,
    seconds: float = SECONDS,
    tallest: int = TALLEST,
) -> tuple[Picture, ...]:
    """`light.png`, `phone-light.png`, `dark.png` and `phone-dark.png` of a mail, whole from top to end.

    Args:
        html: of the mail.
        folder: where to; made where it is missing.
        pictures: by their absolute addresses, files to show in their place; others are not loaded.
        seconds: for all of it.
        tallest: pixels from the top at which a picture ends though the mail does not.

    Raises:
        MailError: no browser is there, or it did not do what was asked.
        ContentError: a picture cannot be written.

    """
    mail, deadline = with_pictures(html, _read(pictures or {})), time.monotonic() + seconds
    taken: list[Picture] = []
    with _workplace() as place:
        booth = Booth(find_browser(), mail, place, deadline, seconds)
        for scheme in SCHEMES:
            measures = booth.measure(scheme)
            heights = [min(tallest, TALLEST, one.height) for one in measures]
            strip = booth.shoot(scheme, max(heights))
            taken += _cut(strip, zip(WIDTHS, measures, heights, strict=True), folder, scheme)
    return tuple(taken)


def find_browser() -> list[str]:
    """The command that starts the browser.

    Raises:
        MailError: there is none.

    """
    chosen = os.environ.get(CHOICE, "")
    command = [chosen] if shutil.which(chosen) else shlex.split(chosen)
    if command and not shutil.which(command[0]):
        raise MailError(f"{CHOICE}: {command[0]} is no program; name one, or unset it")
    found = command or [path for name in BROWSERS if (path := shutil.which(name))][:1]
    if not found:
        raise MailError(f"preview: no browser is there; {MEND}")
    return found


@dataclass(frozen=True, slots=True)
class Booth:
    """A browser that looks at one mail, as often as it is asked to."""

    command: list[str]
    mail: str
    place: Path
    deadline: float
    seconds: float

    def measure(self, scheme: str) -> tuple[Measure, ...]:
        """How the mail lies in its frames; what the browser does otherwise than asked is an error."""
        measures = read_measures(self._run(scheme, LOW, "--dump-dom"))
        wanted = [(width, scheme == "dark") for width in WIDTHS.values()]
        if [(one.width, one.dark) for one in measures] != wanted:
            raise MailError(f"{self.command[0]}: does not show a mail as asked ({scheme}); {MEND}")
        return measures

    def shoot(self, scheme: str, height: int) -> Image.Image:
        """All frames, side by side; taken in sheets, and joined."""
        strip = Image.new("RGB", (sum(WIDTHS.values()), height))
        for above in range(0, height, SHEET):
            strip.paste(self._sheet(scheme, above, min(SHEET, height - above)), (0, above))
        return strip

    def _sheet(self, scheme: str, above: int, height: int) -> Image.Image:
        target = self.place / "sheet.png"
        self._run(scheme, height + SPARE, f"--screenshot={target}", above)
        try:
            with Image.open(target) as sheet:
                return sheet.convert("RGB").crop((0, 0, sheet.width, height))
        except OSError as error:
            raise MailError(f"{self.command[0]}: made no picture; {MEND}") from error
        finally:
            target.unlink(missing_ok=True)

    def _run(self, scheme: str, height: int, task: str, above: int = 0) -> str:
        """What the browser prints."""
        page, out, err = (self.place / name for name in ("mail.html", "out", "err"))
        page.write_text(frames(self.mail, list(WIDTHS.values()), above), "utf-8", errors="replace")
        options = [
            *OPTIONS,
            *([] if os.geteuid() else ["--no-sandbox"]),  # which Chromium refuses to be without, for root
            f"--user-data-dir={self.place / 'profile'}",
            f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
            f"--window-size={sum(WIDTHS.values())},{height}",
            task,
            page.as_uri(),
        ]
        environment = {**os.environ, **dict.fromkeys(HOMES, str(self.place)), **SOCKETS}
        with out.open("wb") as said, err.open("wb") as complained:
            code = self._wait([*self.command, *options], environment, said.fileno(), complained.fileno())
        if code:
            words = _reason(err.read_text("utf-8", errors="replace"))
            raise MailError(f"{self.command[0]}: stopped with {code} ({words}); {MEND}")
        return out.read_text("utf-8", errors="replace")

    def _wait(self, command: list[str], environment: dict[str, str], out: int, err: int) -> int:
        """The exit code; whatever the browser started is ended with it."""
        try:
            process = subprocess.Popen(  # noqa: S603  the browser that the user has, or named
                command,
                cwd=self.place,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        except OSError as error:
            raise MailError(f"{command[0]}: cannot be started ({error.strerror}); {MEND}") from error
        try:
            return process.wait(max(0.0, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired as error:
            late = f"took longer than {self.seconds:g} s; try again when the machine is less busy"
            raise MailError(f"{command[0]}: {late}") from error
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _reason(complaints: str) -> str:
    """Of all that a browser complains of, the line that says why it stopped; else the last."""
    lines = complaints.splitlines() or [""]
    line = next((line for line in lines if "FATAL" in line), lines[-1])
    return "".join(c if c.isprintable() else " " for c in line).strip()[:SAID]


def _read(pictures: Mapping[str, Path]) -> dict[str, tuple[str, bytes]]:
    read = {}
    for url, path in pictures.items():
        try:
            read[url] = (path.name, path.read_bytes())
        except OSError as error:
            raise MailError(f"{path}: cannot be read ({error.strerror}); check the picture") from error
    return read


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder that is gone afterwards, though a process that is being killed may still write to it."""
    place = Path(tempfile.mkdtemp(prefix="byline-preview-"))
    try:
        yield place
    finally:
        for _ in range(20):
            shutil.rmtree(place, ignore_errors=True)
            if not place.exists():
                break
            time.sleep(MARGIN)


def _cut(
    strip: Image.Image, frames_of: Iterable[tuple[str, Measure, int]], folder: Path, scheme: str
) -> Iterator[Picture]:
    """The strip cut into its frames, each written whole or not at all."""
    left = 0
    for prefix, one, height in frames_of:
        path, data = folder / f"{prefix}{scheme}.png", io.BytesIO()
        strip.crop((left, 0, left + one.width, height)).save(data, "PNG")
        write_atomically(path, data.getvalue())
        yield Picture(path, one.width, height, height == one.height, one.wide)
        left += one.width
