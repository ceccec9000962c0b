"""Public licences in every spelling, as SPDX identifiers, and what each asks and allows.

A licence counts only where a sentence puts this work under it, or where the statement is nothing
but its name or address: a text about licences licenses nothing.
"""

import re
from dataclasses import dataclass

from byline.model import Duty
from byline.rights.grammar.wording import one_of


@dataclass(frozen=True, slots=True)
class Grant:
    """A licence that a statement names: its SPDX name, or its own; and its terms.

    Attributes:
        name: SPDX identifier; `LicenseRef-Public-Domain` where SPDX has none.
        start: first letter, in the text that was searched.
        end: one past the last.
        keep: what it asks to keep.
        modify: no | yes.
        commercial: no | yes.
        marks_changes: whether a changed copy has to say that it is changed.

    """

    name: str
    start: int
    end: int
    keep: tuple[Duty, ...]
    modify: str
    commercial: str
    marks_changes: bool = False


FEW_WORDS = 4  # beside its name: hardly a sentence about the licence
SHORT = 40  # letters beside the name, in a statement of one clause

# words of a Creative Commons name, in the order SPDX wants them
_PARTS = (
    (
        "BY",
        (
            r"by|attribution|attrib|namensnennung|paternite|reconocimiento|atribucion"
            r"|attribuzione|naamsvermelding|uznanie autorstwa"
        ),
    ),
    (
        "NC",
        (
            r"nc|non ?-?commercial|not? commercial use|nicht[- ]kommerziell"
            r"|keine kommerzielle nutzung|pas d'utilisation commerciale|no ?comercial"
            r"|sin uso comercial|non commerciale|niet[- ]?commercieel|uzycie niekomercyjne"
        ),
    ),
    (
        "SA",
        (
            r"sa|share ?-?alike|weitergabe unter gleichen bedingungen|partage (?:dans les memes cond"
            r"itions|a l'identique)|compartir ?igual|condividi allo stesso modo"
            r"|gelijk ?delen|na tych samych warunkach"
        ),
    ),
    (
        "ND",
        (
            r"nd|no ?-?deriv(?:s|ative|atives|ative works)?|keine bearbeitungen?"
            r"|pas de modifications?|sin ?(?:obra ?)?derivadas?|non opere derivate"
            r"|geen ?afgeleide ?werken|bez utworow zaleznych"
        ),
    ),
)
_PART = "|".join(words for _, words in _PARTS)
_JOIN = r"(?:[\s,/_+-]|\band\b){0,4}"
_NAME = re.compile(
    rf"(?:\b(?:creative ?commons?|cc)\b[\s:('\"-]{{0,4}}(?:licen[cs]es?[\s:(,\"-]{{0,3}})?{_JOIN}"
    rf"(?:{_PART})\b(?:{_JOIN}(?:{_PART})\b){{0,3}}"
    r"|\bby(?:-(?:nc|sa|nd)){1,2}\b"
    rf"|\battribution\b(?:{_JOIN}(?:{_PART})\b){{1,3}})"
    r"(?:[\s,-]{0,3}(?:international|unported|generic|licen[cs]e|version"
    r"|v\.?|\(cc[ a-z-]{0,12}\))){0,3}[\s,-]{0,3}(?P<version>[1-4]\.[05])?(?P<port>[ /-](?:u"
    r"s|uk|de|fr|au|es|it|nl|at|ch|pl|br|ca)\b)?"
)
_ADDRESS = re.compile(
    r"creativecommons\.org/(?:licen[cs]es/(?P<parts>by(?:-(?:nc|nd|sa))*)/(?P<version>[1-4]\."
    r"[05])|(?P<zero>publicdomain/zero)/1\.0|(?P<mark>publicdomain/mark)/1\.0"
    r"|licen[cs]es/(?P<pd>publicdomain))"
)

_GFDL = r"\b(?:gnu[ -]?fdl|gfdl|(?:gnu )?free documentation licen[cs]e)"
_OGL = r"\b(?:open government licen[cs]e|ogl)"
_FDL_KEEP = (Duty.COPYRIGHT, Duty.LICENCE)
_NAMED_KEEP = (Duty.BYLINE, Duty.LICENCE)
_COMMONS_KEEP = (Duty.BYLINE, Duty.SOURCE_LINK, Duty.LICENCE)  # CC BY 4.0, 3(a)(1)(A): name, URI, licence
_OTHERS = (  # SPDX, pattern, keep, modify, commercial
    (
        "CC0-1.0",
        (
            r"\bwaived? all (?:copyright|(?:my |our |his |her )?rights)\b|\b(?:cc[ -]?0|cc[ -]zero|creative"
            r" ?commons zero)(?: 1\.0)?\b"
        ),
        (),
        "yes",
        "yes",
    ),
    ("GFDL-1.2-or-later", rf"{_GFDL},? (?:version )?1\.2,? or (?:any )?later", _FDL_KEEP, "yes", "yes"),
    ("GFDL-1.2-only", rf"{_GFDL},? (?:version )?1\.2\b", _FDL_KEEP, "yes", "yes"),
    ("GFDL-1.3-or-later", rf"{_GFDL}(?:,? (?:version )?1\.3)?\b", _FDL_KEEP, "yes", "yes"),
    (
        "OPL-1.0",
        r"\bopen publication licen[cs]e\b|\bopencontent\.org/openpub\b|\bopl\b",
        _NAMED_KEEP,
        "unspecified",
        "unspecified",
    ),
    ("OGL-UK-1.0", rf"{_OGL} v?(?:ersion )?1\.0\b", _NAMED_KEEP, "yes", "yes"),
    ("OGL-UK-2.0", rf"{_OGL} v?(?:ersion )?2\.0\b", _NAMED_KEEP, "yes", "yes"),
    ("OGL-UK-3.0", rf"{_OGL}(?: v?(?:ersion )?3\.0)?\b", _NAMED_KEEP, "yes", "yes"),
    (
        "LicenseRef-Public-Domain",
        (
            r"\b(?:in(?:to)? the public domain|public[ -]domain|domaine public"
            r"|gemeinfrei\w*|dominio publico|pubblico dominio|publiek domein"
            r"|domen\w* publiczn\w*)\b"
        ),
        (),
        "yes",
        "yes",
    ),
)
_COMPILED = tuple(
    (name, re.compile(pattern), keep, modify, money) for name, pattern, keep, modify, money in _OTHERS
)

# one of these stands in every name and address of a licence; and a word that is mended to "attribution"
_CUES = re.compile(
    one_of(
        (
            *(
                r"cc(?<=\bcc)",
                r"by-(?<=\bby-)",
                r"ogl(?<=\bogl)\b",
                r"opl(?<=\bopl)\b",
                "creative ?common",
                "waive",
                "fdl",
            ),
            *("open government", "open publication", "opencontent", "documentation", "gemeinfrei"),
            *("domain", "domini", "domein", "domen", r"at(?<=\bat)(?:t?rib|[a-z]{5,}n\b)"),
        )
    )
)
NAMES = (_ADDRESS, _NAME, *(row[1] for row in _COMPILED))  # of licences, and their addresses

# how a sentence puts this work under a licence
_UNDER = re.compile(
    r"\b(?:under|licen[cs]ed?|licen[cs]e:?|released|available|shared"
    r"|published|distributed|placed|dedicated|belongs? to|is in|are in"
    r"|put in|terms of|applies to|apply to|governs?|covers?"
    r"|unter|lizenz\w*|steht|sous|licence|bajo|licencia|sotto|licenza"
    r"|onder|licentie|na licencji|donated|waived?)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|no longer|plans? to|planning|considering|intend to|hope to|will (?:be|enter|become)|if"
    r"|was|were|would|could|isn't|nicht|kein\w*|n'est pas|no esta"
    r"|non e|niet|nie jest|unlike|neither|nor|except (?:those|the|for"
    r"|material|content|photos|images) )\b"
)
_DEBATED = re.compile(r" (?:debate|movement|question|issue|advocates?|day|law|sherpa|works|archive|review)\b")
_EXCEPTION = re.compile(r"^\W*(?:except(?:ing)?|apart from|other than|unless|save)\b[^,]{0,80},")
_FOREIGN_SUBJECT = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:photos?|photographs?|images?|pictures?|illustrations?"
    r"|graphics?|charts?|maps?|videos?|icons?|logos?|fonts?|music|documentation"
    r"|software|code|programs?|data|datasets?|album|songs?|films?|themes?|templates?|layouts?|skins?|plugins?"
    r"|widgets?|comments?|user [a-z]+|(?:the|my|our) books?|(?:my|our) other [a-z]+|design(?:ed)? by"
    r"|foto\w*|bild\w*"
    r"|imagen\w*)\b|\b(?:photo|image|picture|foto|bild|illustration"
    r"|graphic)(?: by| credit|:)"
    r"|^\W*(?:learn more|see (?:the|our)|choose|read (?:more )?about|(?:we|i) considered|what is)\b"
    r"|\bpowered by\b"
    r"|\b(?:belief|myth|think|thinks|mistake) that\b|\b(?:set|lies?|lived?)(?: in(?: the)?)?\W*$"
)


def may_name(text: str) -> bool:
    """Whether a text, folded or undamaged, holds a word without which no licence is named."""
    return _CUES.search(text) is not None


def licence_in(text: str, *, alone: bool) -> Grant | None:
    """The licence that a clause puts this work under; `alone`: the clause is the whole statement."""
    grant = _address(text) or _named(text) or _other(text) if may_name(text) else None
    if grant is None:
        return None
    said = _EXCEPTION.sub(lambda m: " " * len(m.group()), text)
    around = text[: grant.start] + text[grant.end :]
    if _DEBATED.match(text, grant.end):
        return None
    if _NOT.search(said[max(0, grant.start - 60) : grant.start]) or _FOREIGN_SUBJECT.search(
        said[: grant.start]
    ):
        return None
    label = not text[: grant.start].strip(" (\"'") and text[grant.end : grant.end + 1] == ":"
    bare = label or len(re.findall(r"[a-z]{2,}", around)) <= FEW_WORDS
    if bare or (alone and len(around) < SHORT) or _UNDER.search(text):
        return grant
    return None


def spdx(address: str) -> str | None:
    """The SPDX identifier of a licence by its address."""
    grant = _address(address.lower())
    return grant.name if grant and not grant.name.startswith("LicenseRef") else None


def _address(text: str) -> Grant | None:
    match = _ADDRESS.search(text)
    if match is None:
        return None
    if match["zero"]:
        return Grant("CC0-1.0", match.start(), match.end(), (), "yes", "yes")
    if match["parts"] is None:
        return Grant("LicenseRef-Public-Domain", match.start(), match.end(), (), "yes", "yes")
    return _commons(match["parts"].upper().split("-"), match["version"], match)


def _named(text: str) -> Grant | None:
    match = _NAME.search(text)
    if match is None:
        return None
    words = match.group()
    parts = [name for name, pattern in _PARTS if re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", words)]
    return _commons(parts, match["version"], match)


def _commons(parts: list[str], version: str | None, match: re.Match[str]) -> Grant:
    order = [name for name in ("BY", "NC", "SA", "ND") if name in parts or name == "BY"]
    if "ND" in order and "SA" in order:
        order.remove("SA")
    name = "-".join(["CC", *order, *([version] if version else [])])
    return Grant(
        name,
        match.start(),
        match.end(),
        _COMMONS_KEEP,
        "no" if "ND" in order else "yes",
        "no" if "NC" in order else "yes",
        marks_changes="ND" not in order,  # CC BY 4.0, 3(a)(1)(B)
    )


def _other(text: str) -> Grant | None:
    for name, pattern, keep, modify, commercial in _COMPILED:
        match = pattern.search(text)
        if match:
            return Grant(name, match.start(), match.end(), keep, modify, commercial)
    return None
