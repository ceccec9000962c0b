"""Terms and doubts in plain words, each line with the author's words that prove it.

Pure. The command line, the import review and the site print these lines; nobody else words a term.
To name one more limit for a person, add a row to `LIMITS`; one more doubt, a row to `DOUBTS`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from byline.model import MAIN_USES, Answer, Doubt, Duty, Limit, Terms, Use

USES = {
    Use.WEB: "Web sites",
    Use.NEWSLETTER: "Newsletters",
    Use.PRINT: "Print",
    Use.AUDIO: "Audio",
    Use.VIDEO: "Video",
    Use.EBOOK: "E-books",
    Use.EMAIL: "E-mail from person to person",
    Use.SOCIAL: "Social media",
    Use.TRANSLATION: "Translation",
    Use.OTHER: "Other media",
}
ANSWERS = {
    Answer.GRANTED: "may be reprinted",
    Answer.ASK: "ask the author first",
    Answer.DENIED: "not allowed",
    Answer.SILENT: "not granted",
}
DUTIES = {
    Duty.TITLE: "the title",
    Duty.BYLINE: "the author’s name",
    Duty.COPYRIGHT: "the copyright line",
    Duty.RESOURCE_BOX: "the resource box",
    Duty.LIVE_LINK: "the live link",
    Duty.PERMISSION_STATEMENT: "the permission statement",
    Duty.SOURCE_LINK: "the link to the source",
    Duty.LICENCE: "the licence and its link",
}
VALUES = {  # name=value of every other term; what is not here says nothing worth a line
    "modify=no": "The text must stay as it is.",
    "modify=minor": "Small edits are allowed, such as spelling or length.",
    "modify=yes": "The text may be changed.",
    "extent=full_only": "Only the whole article may be reprinted.",
    "extent=excerpt_only": "Only an excerpt may be reprinted.",
    "notice=appreciated": "The author likes to be told.",
    "notice=required": "The author must be told.",
    "notice=before_use": "The author must be told before use.",
    "commercial=no": "Not for commercial use.",
    "commercial=yes": "Commercial use is allowed.",
    "fee=yes": "It costs a fee.",
    "fee=no": "It costs nothing.",
    "speaker=publisher": "The publisher speaks, not the author.",
    "speaker=host": "The site that shows the article speaks, not its author.",
}
LIMITS = {
    "audience": "Only for: {value}.",
    "canonical": "A web page must name the original as its canonical address.",
    "cap": "Not more than {value}.",
    "circulation": "Only for a circulation of {value}.",
    "condition": "Only on the condition: {value}.",
    "delay": "Only {value} after it first appeared.",
    "mark_changes": "Changes must be marked.",
    "no_adult": "Not on adult, hateful or illegal sites.",
    "no_ads": "No advertisements beside it.",
    "no_ai": "Not for machine learning.",
    "no_audio": "Not as audio.",
    "no_automation": "Not by automatic republishing.",
    "no_bulk": "Not in bulk: choose articles one by one.",
    "no_ebook": "Not in books or collections.",
    "no_feeds": "Not in feeds.",
    "no_framing": "Not inside a frame.",
    "no_nofollow": "Links must not be marked nofollow.",
    "no_paywall": "Not behind a paywall.",
    "no_redirect": "Links must lead straight to their address.",
    "no_relay": "The permission cannot be passed on.",
    "no_resale": "It may not be sold.",
    "no_spam": "Not in unsolicited mail.",
    "no_spinning": "Not rewritten by a machine.",
    "no_tdm": "Not for text and data mining.",
    "no_translation": "Not in translation.",
    "not_after": "Until {value}.",
    "not_before": "From {value}.",
    "one_time": "Once only.",
    "opt_in_only": "In mail, only to readers who asked for it.",
    "other_uses": "Other uses: ask first.",
    "personal_use": "For personal use only.",
    "pictures_excluded": "Without the pictures.",
    "remove_after": "To be taken down after {value}.",
    "revocable": "The permission may be withdrawn.",
    "share_alike": "Under the same terms.",
    "tables_excluded": "Without tables, charts and maps.",
    "take_down": "To be taken down when the author asks.",
    "third_party_excluded": "Without what belongs to others.",
    "tracker": "With the author’s counter left in.",
    "window": "Only within {value} after it first appeared.",
    "words": "Only {value}.",
}
DOUBTS = {  # what a person must decide, as a sentence that the words in question follow
    "author-from-notice": "the page names no author; the name is taken from this line",
    "author-from-opening": "the page names no author; the name is taken from its first lines",
    "canonical-elsewhere": "the page calls an address on another site its own; it is not taken",
    "condition": "a condition that was not understood; a person decides",
    "conflict": "the words say two things; the stricter holds",
    "cut-off": "the page breaks off; look whether the article is whole",
    "damaged-character": "a damaged character, kept as it is",
    "damaged-characters": "damaged characters, kept as they are",
    "date-from-copyright": "the page has no date; the year is that of its copyright line",
    "encoded-twice": "letters that were encoded twice, kept as they are",
    "encoding-guessed": "the page does not say how its letters are encoded; look whether they are right",
    "grantee": "only for some, or somewhere; a person decides",
    "implied": "nobody says that it may be reprinted; the words take it for granted",
    "negated": "a permission beside a “not”; read as a denial",
    "no-title": "the page has no title",
    "odd-address": "an address that no browser could follow; it is not taken",
    "odd-canonical": "what the page calls its own address is none; it is not taken",
    "odd-date": "a date that does not exist; it is not taken",
    "odd-licence": "what the page calls its licence is no address; it is not taken",
    "other-author": "the byline names somebody else than the page's metadata",
    "same-address": "two articles have one address; this one goes without",
    "small-part-of-page": "much of the page was left out; look whether the article is whole",
    "title-derived": "the page has no title; these are the article's first words",
    "told": "tells of a permission or an origin, and grants nothing",
    "two-licences": "two licences on one page; the stricter holds",
    "unread": "speaks of reuse, and was not understood; it grants nothing",
}
LESS = re.compile(r"(?:fewer|less) than\b")  # such a number is not among those allowed
REQUESTS = {"notice=appreciated"}
TERMS = ("notice", "modify", "extent", "commercial", "fee", "speaker")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the terms say, and the words that prove it; no words where nothing was said."""

    text: str
    words: str = ""


def doubt(doubt: Doubt, most: int = 160) -> str:
    """A doubt as one line: what a person must decide, and `most` characters of the words in question."""
    words = " ".join(doubt.text.split())
    short = words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
    return f"{DOUBTS.get(doubt.what, doubt.what)}: “{short}”"


def uses(terms: Terms) -> tuple[Line, ...]:
    """What each use may do: `Web sites: may be reprinted`; the main three always."""
    named = [*MAIN_USES, *(use for use in Use if use not in MAIN_USES and use.value in terms.answers)]
    return tuple(
        Line(f"{USES[use]}: {ANSWERS[terms.answer(use)]}", _words(terms, f"{use.value}={terms.answer(use)}"))
        for use in named
    )


def duties(terms: Terms) -> tuple[Line, ...]:
    """What a copy keeps."""
    return tuple(Line(DUTIES[duty], _words(terms, f"keep={duty}")) for duty in terms.keep if duty in DUTIES)


def requests(terms: Terms) -> tuple[Line, ...]:
    """What the author would like, and does not ask for: never a duty."""
    return tuple(line for fact, line in _values(terms) if fact in REQUESTS)


def conditions(terms: Terms) -> tuple[Line, ...]:
    """Everything else: notice, changes, money, licence, limits."""
    values = (line for fact, line in _values(terms) if fact not in REQUESTS)
    return (*values, *(Line(_limit(li), _words(terms, f"limit={li.kind}")) for li in terms.limits))


def _values(terms: Terms) -> Iterator[tuple[str, Line]]:
    for name in TERMS:
        fact = f"{name}={getattr(terms, name)}"
        if fact in VALUES:
            to = f" Write to {terms.notice_to}." if name == "notice" and terms.notice_to else ""
            yield fact, Line(VALUES[fact] + to, _words(terms, fact))
    if terms.licence:
        fact = f"licence={terms.licence}"
        yield fact, Line(f"Under the licence {terms.licence}.", _words(terms, fact))


def _limit(limit: Limit) -> str:
    said = LIMITS.get(limit.kind, f"{limit.kind.replace('_', ' ')}: {{value}}")
    if limit.kind == "cap" and LESS.match(limit.value):
        said = "Only {value}."
    if "{value}" in said and not limit.value:
        return f"{limit.kind.replace('_', ' ').capitalize()}."
    return said.format(value=limit.value)


def _words(terms: Terms, fact: str) -> str:
    proof = terms.proof(fact)
    return proof.text if proof else ""
