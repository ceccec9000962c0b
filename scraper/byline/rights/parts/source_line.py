"""Source lines: sentences that say where the article stood first, or where its original is.

A sentence counts only when its subject is this article: it says so, or it has no subject at
all ("Originally published in …"). To teach a wording, add a row to WORDINGS.
"""

import re

from byline.rights.grammar.wording import one_of
from byline.rights.parts.reuse import WORK
from byline.rights.parts.screen import screen

LONGEST = 600  # characters of one sentence
PLACE = r"(?:in|on|at|by|as|for|with|to|from|via)\b"
SELF = (
    r"(?:(?:the|this|these|a|an|above|following|preceding|earlier|shorter|longer|different|slightly"
    r"|modified|edited|original|previous"
    rf"|updated|short|revised|versions?|of|\(|note:|editor'?s note:|my|our)\s+){{0,8}}(?:{WORK}"
    r"|\w{1,20} (?:article|column|story))"
)
BEFORE = r"(?:(?:has|was|were|is|had|been|which|that|have)\s+){0,3}"
FIRSTS = ("originally", "first", "previously", "initially", "earlier", "also", "recently")
FIRST = rf"{BEFORE}{one_of(FIRSTS)}"
SAID = (
    r"(?:published|appeared|appears|printed|posted|ran|run|featured|written(?= (?:for|in|as)\b)|issued"
    r"|released|aired|broadcast|presented"
    r"|produced|reported|seen|commissioned|delivered|distributed|shared|created|co-published)"
)

SOURCES = (
    *("source", "quelle", "fuente", "fonte", "bron", "źródło"),
    *("via", "original (?:article|post|story|text)"),
)
WORDINGS = (
    re.compile(rf"^\W*(?:\w+:\s*)?(?:as )?(?:{FIRST})\s+{SAID}\b.{{0,40}}?{PLACE}", re.IGNORECASE),
    re.compile(rf"^\W*(?:[\w' ]{{1,20}}:\s*)?{SELF}.{{0,120}}?\b{FIRST}\s+{SAID}\b", re.IGNORECASE),
    re.compile(
        rf"^\W*{SELF}\s+(?:was|is|has been|has|were)\s+(?:re-?)?{SAID}\s+.{{0,60}}?{PLACE}", re.IGNORECASE
    ),
    re.compile(
        rf"^\W*(?:this|the) {WORK}\s+(?:\w+\s+){{0,6}}(?:was"
        rf"|is)\s+(?:\w+\s+){{0,4}}(?:by .{{1,60}} )?and (?:re-?)?{SAID}\s+{PLACE}",
        re.IGNORECASE,
    ),
    re.compile(rf"^\W*{SELF}\s+(?:appeared|appears|ran|originated)\s+.{{0,40}}?{PLACE}", re.IGNORECASE),
    re.compile(
        rf"^\W*(?:note:\s*)?(?:(?:{SELF}|the above|the following|this|it)\s+(?:is|was"
        r"|has been)\s+)?(?:an?\s+)?"
        r"(?:slightly\s+|lightly\s+)?(?:re-?printed|re-?published|re-?produced|reposted|adapted|excerpted?"
        r"|taken|extracted?"
        r"|condensed|abridged|cross-?posted|syndicated)\b.{0,60}?\b(?:from|at|on|courtesy)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:this|the above|the following) (?:is|was) (?:an?|the) .{0,60}?\b(?:version|excerpt"
        r"|extract|reprint|repost|translation)\b.{0,20} (?:of|from)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:this|the)\s+(?:original\s+|full\s+)?(?!(?:web ?)?sites?\b|blogs?\b){WORK}\s+(?:is|can be"
        r"|may be)\s+(?:also\s+)?(?:available|found|read|viewed)\s+(?!.{0,40}\b(?:languages?|formats?|pdf"
        r"|print|audio)\b).{0,60}?\b(?:on|at|in|from|by)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:(?:read|view|see)\s+the|the)\s+original\s+(?:\w+\s+)?{WORK}\b.{{0,60}}", re.IGNORECASE
    ),
    re.compile(
        rf"^\W*(?:{SELF}\s+(?:is|was|comes|appears)?\s*)?(?:\w+\s+){{0,2}}(?:provided |supplied "
        r"|contributed )?courtesy (?:of|:)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:articles?|content|text|this content)\b.{0,80}?\b(?:is|are) provided (?:here )?(?:courtesy"
        r"|as a service) of\b",
        re.IGNORECASE,
    ),
    re.compile(r"^\W*published in (?:the )?(?:\w+\s+){0,3}(?:issue|edition|number|volume)\b", re.IGNORECASE),
    # other languages
    re.compile(
        r"^\W*(?:(?:dieser|der|dieses|diese) \w+ )?(?:ist |wurde )?(?:zuerst|ursprünglich|erstmals"
        r"|zunächst)\s.{0,80}?(?:erschienen|veröffentlicht|publiziert)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:(?:dieser|der) (?:\w+ )?(?:artikel|text|beitrag)\b.{0,20})?(?:erschien|ist erschienen"
        r"|erschienen)\b.{0,40}?\b(?:in|im|bei|auf)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:(?:cet|cette|ce) \w+ .{0,20})?(?:publi[ée]e?|paru(?:e)?|parue?)\s+(?:initialement"
        r"|à l'origine|d'abord|pour la première fois|dans|sur|par)\b",
        re.IGNORECASE,
    ),
    re.compile(r"^\W*(?:article|texte) (?:paru|publié)\b", re.IGNORECASE),
    re.compile(
        r"^\W*(?:(?:este|esta) \w+ .{0,20})?(?:publicado|publicada|apareci[óo])\s+(?:originalmente"
        r"|por primera vez|originariamente)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:(?:questo|quest') ?\w+ .{0,20})?(?:pubblicat[oa]|apparso)\s+(?:originariamente"
        r"|originalmente|per la prima volta|in origine|su)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:(?:dit|deze) \w+ .{0,20})?(?:oorspronkelijk|eerder|eerst)\s.{0,40}?(?:verschenen"
        r"|gepubliceerd)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:(?:ten|ta) \w+ .{0,20})?(?:pierwotnie|po raz pierwszy)\s.{0,20}?(?:opublikowan|ukaza)",
        re.IGNORECASE,
    ),
)
MAY_TELL = screen(  # each row of WORDINGS, and LABEL, has words here that it cannot do without
    (
        *(rf"{first}\s+{SAID}" for first in FIRSTS),
        *(rf"{was}\s+(?:re-?)?{SAID}\s" for was in ("was", "is", "has been", "has", "were", "and")),
        *(
            rf"{told}\b"
            for told in ("appeared", "appears", "ran", "originated", "reposted", "adapted", "taken")
        ),
        *("re-?printed", "re-?published", "re-?produced", "excerpt", "extract", "condensed", "abridged"),
        *("cross-?posted", "syndicated", r"version\b", r"re-?print\b", r"re-?post\b", r"translation\b"),
        *(rf"{be}\s+(?:also\s+)?(?:available|found|read|viewed)" for be in ("is", "be")),
        *(r"original\s", "courtesy (?:of|:)", "as a service of", "published in"),
        *("erschienen", "veröffentlicht", "publiziert", "erschien", "publié", "publie", "paru"),
        *("publicado", "publicada", "apareci[óo]", "pubblicat", "apparso", "verschenen", "gepubliceerd"),
        *("opublikowan", "ukaza"),
        *(rf"{source}\s*(?:[:=]|-\s|\()" for source in SOURCES),
    )
)
ISSUE = re.compile(r"^\W*published in\b", re.IGNORECASE)  # the host's own issue
PICTURES = re.compile(
    r"^\W*(?:(?:all|some|the|these|this|any|other|lead|cover|top|main)\s+){0,3}(?:images?|photo\w*|pictures?"
    r"|illustrations?|artwork|graphics?|charts?|maps?|videos?|screenshots?|fotos?|bilder)\b",
    re.IGNORECASE,
)
# "First published on 3 May" tells when, not where.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
DATED = re.compile(
    rf"\b{SAID}\s+(?:on|in|at)?\s*(?:\w+day,?\s+)?(?:the\s+)?(?:\d\d?(?:st|nd|rd|th)?(?:[./-]"
    rf"|\s(?:of\s)?{_MONTH})"
    rf"|(?:19|20)\d\d\b|{_MONTH}\w*\.?\s+\d)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:in|by|at|on|as|for|from)\s+(?:the\s+|an?\s+)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))[\"A-Z]|\b(?:issue|edition|number|volume|magazine|journal"
    r"|newspaper)\b|https?://|www\."
)
LABEL = re.compile(
    rf"^\W*(?:(?:(?:original|article|story|recipe|news|text)\s+)?{one_of(SOURCES[:6])}|{one_of(SOURCES[6:])})"
    r"\s*(?:[:=]|-\s|\()\s*\S",
    re.IGNORECASE,
)
OWN_LABEL = re.compile(r"^\W*(?:original|article|story|recipe|text)\s", re.IGNORECASE)
ADDRESS = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|info|co\.\w\w|de|fr|es|it|nl|pl|uk|edu)\b", re.IGNORECASE
)
LABEL_LONGEST = 300


def is_source(sentence: str) -> bool:
    """Whether a sentence says where this article first appeared or where its original stands."""
    if len(sentence) > LONGEST or PICTURES.match(sentence):
        return False
    if DATED.search(sentence) and not ELSEWHERE.search(sentence):
        return False
    return any(wording.match(sentence) for wording in WORDINGS)


def is_source_label(sentence: str, linked: bool) -> bool:
    """Whether a line is a source label with an address: `Article Source: http://…`.

    A bare "Source: …" without any address names where a number or a picture came from.
    """
    if len(sentence) > LABEL_LONGEST or not LABEL.match(sentence):
        return False
    return linked or bool(ADDRESS.search(sentence)) or bool(OWN_LABEL.match(sentence))


def tells_origin(line: str) -> bool:
    """Whether a source line tells of another place; "Published in Issue 9" may tell of this one."""
    return not ISSUE.match(line)
