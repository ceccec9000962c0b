"""The page that shows a mail in frames of given widths, each as high as the mail is in it.

Pure. A frame is a viewport of its own: what the mail asks of its width, as `@media` does, is answered by
the frame's. The policy lets nothing run in a mail, and nothing load but what it carries within it.
"""

import base64
import html
import json
import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SHORTEST, TALLEST = 300, 60_000  # px of a frame; no issue that mail programs show whole comes near that
NONCE = "measure"
POLICY = f"default-src 'none'; script-src 'nonce-{NONCE}'; style-src 'unsafe-inline'; img-src data:"
# Runs in the page around the frames, once everything in them is loaded; answers in the page's title.
MEASURE = """onload = () => {
  document.title = JSON.stringify([...document.querySelectorAll('iframe')].map(frame => {
    const seen = frame.contentWindow, page = seen.document.documentElement;
    const height = page.scrollHeight, wide = page.scrollWidth;
    frame.style.height = Math.min(height, TALLEST) + 'px';
    return [seen.innerWidth, wide, height, seen.matchMedia('(prefers-color-scheme: dark)').matches];
  }));
};""".replace("TALLEST", str(TALLEST))
STYLE = f"""
:root {{ color-scheme: light dark }}
body {{ margin: 0; overflow: hidden }}
iframe {{ border: 0; position: absolute; height: {SHORTEST}px }}"""
TITLE = re.compile(r"<title>([^<]*)</title>")
TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a mail lies in a frame.

    Attributes:
        width: of the frame's viewport, in CSS pixels.
        wide: what the mail needs; more than `width` is scrolled sideways.
        height: of the whole mail.
        dark: whether the mail is told that its reader prefers dark.

    """

    width: int
    wide: int
    height: int
    dark: bool


def frames(mail: str, widths: Sequence[int], above: int = 0) -> str:
    """The page with the mail in one frame of each width, side by side from the left.

    Args:
        mail: HTML.
        widths: in CSS pixels.
        above: pixels of the mail that lie above the page's upper edge.

    """
    inner = html.escape(mail)
    places = [sum(widths[:number]) for number in range(len(widths))]
    shown = "".join(
        f'<iframe sandbox="allow-same-origin" width="{width}" style="left: {left}px; top: -{above}px" '
        f'srcdoc="{inner}"></iframe>'
        for width, left in zip(widths, places, strict=True)
    )
    return (
        f'<!doctype html><html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title></title>'
        f'<style>{STYLE}</style></head><body>{shown}<script nonce="{NONCE}">{MEASURE}</script></body></html>'
    )


def read_measures(page: str) -> tuple[Measure, ...]:
    """What the page found, from its source after it has run; nothing where it did not."""
    title = TITLE.search(page)
    try:
        return tuple(Measure(*found) for found in json.loads(html.unescape(title[1]))) if title else ()
    except (ValueError, TypeError):
        return ()


def with_pictures(mail: str, pictures: Mapping[str, tuple[str, bytes]]) -> str:
    """The mail with pictures in it instead of their addresses, wherever an attribute names one whole.

    Args:
        mail: HTML.
        pictures: by absolute address, the name of a file and its bytes.

    """
    inline = {
        spelling: _data(*file) for url, file in pictures.items() for spelling in (url, html.escape(url))
    }
    if not inline:
        return mail
    longest_first = "|".join(re.escape(url) for url in sorted(inline, key=len, reverse=True))
    whole = re.compile(rf"""(?<=["'(\s,=])(?:{longest_first})(?=["')\s,>])""")
    return TAG.sub(lambda tag: whole.sub(lambda url: inline[url[0]], tag[0]), mail)


def _data(name: str, data: bytes) -> str:
    kind = mimetypes.guess_type(name)[0] or "image/png"  # which a browser does not rely on
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
