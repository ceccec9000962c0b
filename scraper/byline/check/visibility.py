"""Whether a reader sees an element, told from the page alone.

`look` gives an element's look from its parent's; a look says in words why the text under it is
not seen. What hides a whole branch (`gone`) cannot be undone further down; `visibility`, font
size and colour can. To know one more trick, add a function to TRICKS.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from byline.check.rules import Sets, declarations
from byline.check.variables import Variables

Style = Mapping[str, str]

UNSEEN = {  # elements whose content is never a part of the page that a reader sees
    "template": "in a <template>",
    "noscript": "in <noscript>",
    "textarea": "in a <textarea>",
    "iframe": "in a frame",
    "noframes": "in <noframes>",
    "noembed": "in <noembed>",
    "script": "in a <script>",
    "object": "fallback of an <object>",
    "audio": "fallback of <audio>",
    "video": "fallback of <video>",
    "canvas": "fallback of <canvas>",
    "datalist": "in a <datalist>",
    "select": "in a <select>",
    "xmp": "in <xmp>",
    "desc": "in the description of a picture",
    "metadata": "in the data of a picture",
    "defs": "in the <defs> of a picture",
    "symbol": "in a <symbol>",
    "annotation": "in the annotation of a formula",
}
DRAWN = "in an <svg>, outside its text"  # of a picture only what these hold is seen
DRAWN_TEXT = {"text", "foreignobject"}
FAR = 900  # pixels; who shifts a box so far does not mean to show it
TINY = 2.0  # pixels; smaller letters are no letters
FAINT = 0.1  # opacity
EM = 16.0
WHITE = "#ffffff"
NAMED = {
    "white": WHITE,
    "black": "#000000",
    "red": "#ff0000",
    "green": "#008000",
    "blue": "#0000ff",
    "yellow": "#ffff00",
    "gray": "#808080",
    "grey": "#808080",
    "silver": "#c0c0c0",
    "navy": "#000080",
}
INHERITED = {"inherit", "currentcolor", "unset"}
UNITS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "em": EM,
    "rem": EM,
    "ex": EM / 2,
    "ch": EM / 2,
    "vw": 12.8,
    "vh": 8.0,
    "%": 12.8,
}
LENGTH = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
FONT_SIZE = re.compile(r"(?:^|\s)(-?\d*\.?\d+(?:px|pt|em|rem|%)?)(?:\s*/|\s+\S)")
RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)(%?))?\s*\)")
INSET = re.compile(r"inset\(\s*(\d+(?:\.\d+)?)%")
NO_RECT = re.compile(
    r"rect\(\s*([\d.]+)(?:px|em)?[\s,]+([\d.]+)(?:px|em)?[\s,]+([\d.]+)(?:px|em)?[\s,]+([\d.]+)(?:px|em)?\s*\)"
)
NO_CIRCLE = re.compile(
    r"(?:circle|ellipse)\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?(?:\s*,\s*0(?:px|%)?\s+0(?:px|%)?)*\s*\)"
)
NO_SCALE = re.compile(r"scale[xy]?\(\s*0?\.?0*\s*[,)]")
SHIFT = re.compile(r"translate(?:x|y|3d)?\(\s*(-?\d*\.?\d+[a-z%]*)(?:\s*,\s*(-?\d*\.?\d+[a-z%]*))?")
NO_FILTER = re.compile(r"opacity\(\s*0*\.?0*%?\s*\)")


@dataclass(frozen=True, slots=True)
class Look:
    """How text directly under an element looks; each field but the colours is a reason, or empty."""

    gone: str = ""
    veiled: str = ""
    tiny: str = ""
    ink: str = ""  # colour of the letters, where a page says it
    paper: str = WHITE  # colour behind them; empty where unknown

    @property
    def hidden(self) -> str:
        """Why a reader does not see the text; empty when it is seen."""
        return self.gone or self.veiled or self.tiny or self._same_colour

    @property
    def _same_colour(self) -> str:
        if self.ink == "transparent":
            return "letters are transparent"
        return "letters have the colour of the page" if self.ink and self.ink == self.paper else ""


def look(
    above: Look,
    tag: str,
    attributes: Mapping[str, str | None],
    sheet: Sets | None,
    known: Variables | None = None,
) -> Look:
    """How an element looks under a parent that looks like `above`."""
    if tag in UNSEEN and above.gone in {"", DRAWN}:
        return replace(above, gone=UNSEEN[tag])
    if tag.lower() in DRAWN_TEXT and above.gone == DRAWN:
        above = replace(above, gone="")
    seen = _styled(above, tag, attributes, _style(attributes, sheet, known))
    return replace(seen, gone=DRAWN) if tag == "svg" and not seen.gone else seen


def _styled(above: Look, tag: str, attributes: Mapping[str, str | None], style: dict[str, str]) -> Look:
    """How an element looks that is not unseen by its nature."""
    if tag == "font" and attributes.get("color"):
        style.setdefault("color", (attributes.get("color") or "").lower())
    if attributes.get("bgcolor"):
        style.setdefault("background-color", (attributes.get("bgcolor") or "").lower())
    if tag == "dialog" and "open" not in attributes:
        style.setdefault("display", "none")
    if "hidden" in attributes:
        style.setdefault("display", "none (hidden)")
    inert = "inert: it can be neither clicked nor read aloud" if "inert" in attributes else ""
    if not style and not inert:
        return above
    return Look(
        above.gone or inert or next(filter(None, (trick(style) for trick in TRICKS)), ""),
        _veiled(style, above.veiled),
        _tiny(style, above.tiny),
        above.ink if style.get("color", "inherit") in INHERITED else _colour(style["color"]),
        _paper(style, above.paper),
    )


def _style(
    attributes: Mapping[str, str | None], sheet: Sets | None, known: Variables | None
) -> dict[str, str]:
    """What holds for an element: its `style` over the sheets, `!important` over both."""
    inline = declarations(attributes.get("style") or "", known)
    if not sheet:
        return {name: value for name, (value, _) in inline.items()}
    held = dict(sheet)
    for name, (value, important) in inline.items():
        if important or not held.get(name, ("", False))[1]:
            held[name] = value, important
    return {name: value for name, (value, _) in held.items()}


def _display(style: Style) -> str:
    display = style.get("display", "")
    if display == "none (hidden)":
        return "has the attribute hidden"
    if display == "none":
        return "display: none"
    return "content-visibility: hidden" if style.get("content-visibility") == "hidden" else ""


def _opacity(style: Style) -> str:
    value = style.get("opacity", "1")
    number = _number(value)
    if number is not None and number / (100 if value.endswith("%") else 1) < FAINT:
        return "opacity: " + value
    return "filter: opacity(0)" if NO_FILTER.search(style.get("filter", "")) else ""


def _off_screen(style: Style) -> str:
    if style.get("position") in {"absolute", "fixed", "relative"}:
        for side in ("left", "right", "top", "bottom"):
            shift = _pixels(style.get(side, ""))
            if shift is not None and (shift <= -FAR or (side != "top" and shift >= FAR * 3)):
                return f"off screen ({side}: {style[side]})"
    for name in ("margin-left", "margin-top", "text-indent"):
        shift = _pixels(style.get(name, ""))
        if shift is not None and (shift <= -FAR or (name == "text-indent" and shift >= FAR)):
            return f"off screen ({name}: {style[name]})"
    return ""


def _clipped(style: Style) -> str:
    path = style.get("clip-path", "")
    inset = INSET.match(path)
    if (inset and float(inset[1]) >= 50) or NO_CIRCLE.match(path):  # noqa: PLR2004  per cent from each side
        return "clip-path leaves nothing"
    rect = NO_RECT.match(style.get("clip", ""))
    if rect and style.get("position") in {"absolute", "fixed"}:
        top, right, bottom, left = (float(side) if side.count(".") < 2 else 0.0 for side in rect.groups())  # noqa: PLR2004
        if right - left <= TINY or bottom - top <= TINY:
            return "clip leaves nothing"
    return ""


def _no_room(style: Style) -> str:
    cut = {style.get(name, "").split(" ")[0] for name in ("overflow", "overflow-x", "overflow-y")}
    if cut.isdisjoint({"hidden", "clip", "scroll", "auto"}):
        return ""
    for name in ("height", "max-height", "width", "max-width"):
        size = _pixels(style.get(name, ""))
        if size is not None and size <= TINY:
            return f"{name}: {style[name]} with overflow hidden"
    return ""


def _transformed(style: Style) -> str:
    transform = style.get("transform", "")
    if NO_SCALE.search(transform):
        return "transform: scale(0)"
    for match in SHIFT.finditer(transform):
        shifts = (_pixels(part or "") for part in match.groups())
        if any(shift is not None and abs(shift) >= FAR for shift in shifts):
            return "off screen (transform)"
    return ""


TRICKS: tuple[Callable[[Style], str], ...] = (
    _display,
    _opacity,
    _off_screen,
    _clipped,
    _no_room,
    _transformed,
)


def _veiled(style: Style, above: str) -> str:
    value = style.get("visibility")
    if value is None or value in INHERITED:
        return above
    return f"visibility: {value}" if value in {"hidden", "collapse"} else ""


def _tiny(style: Style, above: str) -> str:
    short = FONT_SIZE.search(style.get("font", ""))
    value = style.get("font-size") or (short[1] if short else "")
    if not value or value in INHERITED:
        return above
    relative = value.endswith(("em", "%")) and not value.endswith("rem")
    if relative and above:
        return above  # nothing times anything
    percent = value.endswith("%")
    size = (_number(value) or 0.0) / 100 * EM if percent else _pixels(value)
    if size is None:
        return above if value in {"smaller", "larger"} else ""
    return f"font-size: {value}" if size <= TINY else ""


def _paper(style: Style, above: str) -> str:
    """The colour behind the letters; a picture there makes it unknown."""
    image = style.get("background-image", "") + style.get("background", "")
    if "url(" in image or "gradient(" in image:
        return ""
    for name in ("background-color", "background"):
        for word in style.get(name, "").replace(", ", ",").split(" "):
            colour = _colour(word)
            if colour and colour != "transparent":
                return colour
    return above


def _colour(value: str) -> str:
    """`#rrggbb`, `transparent`, or nothing when it cannot be told."""
    plain = value.strip()
    if re.fullmatch(r"#[0-9a-f]{3}", plain):
        return "#" + "".join(digit * 2 for digit in plain[1:])
    if re.fullmatch(r"#[0-9a-f]{6}", plain):
        return plain
    rgb = RGB.match(plain)
    if rgb:
        opaque = _number(rgb[4] or "1") or 0.0
        red, green, blue = (min(int(part), 255) for part in rgb.groups()[:3])
        return "transparent" if opaque < FAINT else f"#{red:02x}{green:02x}{blue:02x}"
    return "transparent" if plain == "transparent" else NAMED.get(plain, "")


def _number(value: str) -> float | None:
    match = LENGTH.match(value)
    return float(match[1]) if match else None


def _pixels(value: str) -> float | None:
    match = LENGTH.fullmatch(value)
    if match is None or match[2] not in UNITS:
        return None
    return float(match[1]) * UNITS[match[2]]
