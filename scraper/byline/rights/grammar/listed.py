"""Bare names of parts in a list of what to keep: "keep title, text and links", "title and author must stay".

A bare name counts only in such a list, straight after a word that keeps or straight before one: "the
author" alone is anybody. Items without a value only carry the list on.
"""

import re
from collections.abc import Iterator

_OF_THE_BOX = "resource|info|box|bio|note|detail|para|credit|prof"
_ITEMS = (  # value, its bare names
    ("title", r"titles?|headlines?"),
    ("byline", rf"(?:authors?|writers?)(?:'s? names?)?(?!['\w])(?! (?:{_OF_THE_BOX}))"),
    ("byline", r"bylines?|authorship"),
    ("copyright", r"copyrights?(?: (?:line|notice|mark|statement))?|\(c\)(?: (?:line|notice|mark))?"),
    ("resource_box", r"resource box|bios?|biograph(?:y|ies)|blurb|signature|author box|credits box"),
    ("permission_statement", r"(?<=this )(?:notice|permission|message|statement|footer)"),
    ("permission_statement", r"(?<=these )(?:conditions|terms|lines|rules)"),
    ("live_link", r"(?:hyper)?links|(?:working|active|live|clickable) (?:link|url)"),
    ("source_link", r"(?:original )?source|origin|(?:url|address|location) of the original"),
    ("licence", r"licence"),
    ("", r"text|article|story|content|body|words|dates?|wording|name|(?:web )?address|url|website"),
)
_DET = (
    r"(?:(?:the|a|an|its|our|my|your|[a-z]+'s|all|both|this|these|full|complete|original|same|whole|entire"
    r"|every|any|proper"
    r"|correct|clear|exact|author's|of) )*"
)
_ITEM = "(?:" + "|".join(names for _, names in _ITEMS) + ")"
_LIST = rf"{_DET}{_ITEM}\b(?:(?:,? and|,? or|,|,? plus|,? with|/) ?{_DET}{_ITEM}\b)*"
_KEEP = (
    r"(?:keep|include|show|give|quote|state|mention|cite|print|reproduce|leave|preserve|retain|carry|display"
    r"|list|provide|use(?= the same)|attach|maintain|with(?= .* (?:left|kept|intact"
    r"|in place|unchanged)))"
)
_LOSE = r"(?:remove|change|alter|delete|drop|omit|strip|cut|edit|touch|lose|separate)"
_MUST = (
    r"(?:must|has to|have to|should|shall|needs? to|(?:is|are) to|may not|can not|should not"
    r"|must not|shall not)"
    r" (?:all |always |also |clearly |each |both )?(?:be |not be )?"
    r"(?:given|shown|kept|included|stated|mentioned|cited|printed|reproduced|left|preserved"
    r"|retained|displayed"
    r"|published|run|listed|provided|attached|removed|changed|altered|deleted|dropped|omitted|stripped|cut"
    r"|edited|stay|remain"
    r"|appear|accompany|travel|go)"
)
_LISTS = (
    re.compile(
        rf"(?:^\W*|[,:;-] |\b(?:please|always|just|kindly|only|and|must|to|if you|you|should|shall) )"
        rf"(?P<kept>{_KEEP} {_LIST})"
    ),
    re.compile(rf"\b(?:not|never|without|nor) (?:\w+ )?(?P<kept>{_LOSE}\w* {_LIST})"),
    re.compile(rf"(?:^\W*|[,:;] |\bif |\band )(?P<kept>{_LIST}) (?:\w+ ){{0,4}}?{_MUST}\b"),
)
_NAMED = tuple((value, re.compile(rf"(?<!\w)(?:{names})(?![\w'])")) for value, names in _ITEMS if value)


def listed_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every part that a list of bare names asks to keep, with its place."""
    for pattern in _LISTS:
        for said in pattern.finditer(text):
            for value, names in _NAMED:
                match = names.search(text, *said.span("kept"))
                if match:
                    yield value, match
