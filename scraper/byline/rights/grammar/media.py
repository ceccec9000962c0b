"""Which uses a clause names.

A word names a use only as the place of publication: "in newsletters", "webmasters may". A web
site in "a link to my web site" names none. Silence on a use is no grant, so what is unsure is left out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from byline.model import Use
from byline.rights.grammar.wording import CLASSES, row

_NETWORKS = "facebook|twitter|linkedin|instagram|mastodon|bluesky|reddit|pinterest|tiktok|myspace"
_FEEDS = "sites?|websites?|pages?|platforms?|channels?|feeds?|accounts?|profiles?|groups?"

MEDIA = (
    row(
        "any",
        r"(?<!by )\b(?:any|all|every|whatever|other)(?: other)?(?: (?:and all"
        r"|or all|kind of|kinds of|sort of|type of|form of))? (?:media|medium"
        r"|form|forms|format|formats|manner|means|way|purpose|purposes|place"
        r"|publications?|outlets?|venue|channel|language)\b",
        "any|all|every|whatever",
        "in any medium",
    ),
    row("any", r"\bonline (?:or|and) off(?:-?line)?\b|\bon ?(?:or|and) offline\b", "off", "online or off"),
    row("any", r"\b(?:anywhere|wherever|everywhere)\b", "where", ""),
    row(
        "web newsletter",
        r"\belectronic(?:ally)?(?! (?:mail|magazine|book|newsletter|in (?:an? |any "
        r"|your )?(?:optin )?(?:newsletter|ezine)))\b(?: (?:media"
        r"|medium|form|publications?|format|forms))?",
        "electronic",
        "electronic publication: on screen, not paper",
    ),
    row(
        "newsletter",
        r"\b(?:electronic (?:magazines?|newsletters?)|email (?:newsletters?"
        r"|publications?|magazines?|lists?|bulletins?)|newsletters?(?! in print)|ezines?"
        r"|mailings?|mailing lists?|autoresponders?|opt-?in (?:publications?"
        r"|lists?|newsletters?|subscribers|email)|optin \w+|discussion lists?"
        r"|email digests?|e-?letters?|e-?bulletins?)\b",
        "letter|bulletin|newsletter|ezine|mailing|autoresponder|optin|electronic|discussion|email",
        "in newsletters",
    ),
    row(
        "newsletter",
        r"\bby email (?:only )?to (?:subscribers|readers who|lists?|opt)",
        "email",
        "mail to subscribers",
    ),
    row(
        "newsletter",
        r"\b(?:to|with) (?:your|their|his or her) (?:own )?(?:lists?|subscribers)\b",
        "list|subscribers",
        "mail it to your list",
    ),
    row(
        "web",
        r"\b(?:reblog\w*|repost(?:ing|ed|s)?|newsgroups?|usenet|bbs|your (?:own )?pages?"
        r"|websites?|webpages?|webmasters?|web|internet|online|on-?screen"
        r"|blogs?|weblogs?|bloggers?|home ?pages?|intranets?|portals?|sites?"
        r"|world wide web|www|net|wikis?|forums?|html"
        r"|(?:hobby|fan|personal|private|noncommercial|club|school) pages"
        r"|(?:other |another |any |your |web )servers?)\b",
        "server|page|repost|reblog|newsgroup|usenet|bbs|web|internet|online|screen|blog|home|intranet|portal"
        "|site|www|net|wiki|forum|html",
        "on web sites",
    ),
    row(
        "print",
        r"\b(?:in print|print(?:ed)? (?:publishers?|editors?|media|publications?"
        r"|magazines?|newsletters?|bulletins?(?! boards?)|form|format|editions?|use"
        r"|copies|versions?|journals?|newspapers?|outlets?|rights?|reprint)"
        r"|printed|paper|newspapers?|magazines?|bulletins?(?! boards?)|journals?|hard ?cop(?:y"
        r"|ies)|photocop\w+|print only|print use|print|brochures?|leaflets?"
        r"|handouts?|pamphlets?|books? and magazines?|church and school papers"
        r"|school papers?|papers|club magazines?|periodicals?|on paper|pulp)\b",
        "print|paper|magazine|bulletin|journal|cop|brochure|leaflet|handout|pamphlet|periodical",
        "in print",
    ),
    row(
        "web print",
        r"\b(?:news (?:organi[sz]ations?|outlets?|media)|newsrooms?|media outlets?)\b",
        "news|media outlet",
        "newsrooms: site and paper, not mail",
    ),
    row(
        "email",
        r"\b(?:forward(?:ed|ing)?|email(?:ed)?|mail(?:ed)?|pass(?:ed)?|send"
        r"|sent|share[ds]?)\b.{0,60}\b(?:friends?|colleagues?|acquaintances?"
        r"|one person to another|person to person|family|co-?workers)\b",
        "friend|colleague|acquaint|person|family|worker",
        "to a friend",
    ),
    row(
        "audio",
        r"\b(?:audio|podcasts?|radio|spoken|recordings?)\b",
        "audio|podcast|radio|spoken|recording",
        "",
    ),
    row(
        "other",
        r"\b(?:bulletin boards?|cds?|cd-roms?|dvds?|disks?|diskettes?|floppies|fax(?:es)?|fax services?|usb"
        r" sticks?)\b",
        "bulletin board|cd|dvd|dis|flopp|fax|usb",
        "on a disc, by fax, on a bulletin board",
    ),
    row("video", r"\b(?:video|television|tv|films?)\b", "video|television|tv|film", ""),
    row("ebook", r"\bebooks?\b", "ebook", ""),
    row("translation", r"\btranslat\w+\b", "translat", ""),
    row(
        "social",
        rf"\b(?:social (?:media(?: networks?)?|network(?:s|ing)?)|social(?= (?:{_FEEDS})\b)|{_NETWORKS})"
        rf"\b(?: (?:{_FEEDS})\b)?",
        f"social|{_NETWORKS}",
        "on social media sites: no web sites",
    ),
)

# a site or a newsletter that is spoken of, not offered as a place
_OWNED = re.compile(
    r"(?:\b(?:my|our|his|her|their|its|author'?s|author|publisher'?s"
    r"|this|these|the|live|working|clickable|active|original|above|us on the"
    r"|visit|resource box|via|at"
    r"|company|home|source|contact|s|links? (?:back )?to|linked to|links? to an?"
    r"|from) (?:free |own |other |live |entire |whole )?|[a-z]\.|//"
    r"|@|www\.)$"
)
# "publishers may run it in their newsletters"
_GRANTEES = re.compile(
    r"\b(?:in|on) (?:(?:their|his|her|its|his or her)(?: own)?|(?:the|a|any|your) (?:[a-z]+ )?(?:club|group"
    r"|school|church"
    r"|society|company|parish|firm|college|society|team|organi[sz]ation|library|association)'s) $"
)
# "in your company newsletter": the reader's, whatever it is called
_READERS = re.compile(r"\b(?:your|their)(?: own)?(?: [a-z'-]+){1,2} $")
_LINKED = re.compile(
    r"^(?:@|(?:'s)? ?(?:links?|address|addresses|url|urls|addy|is (?:at"
    r"|located|listed|below|www|http)|owner\b|below|above|hyperlinks?"
    r"|listed|\.(?:com|org|net)|/))"
)
_VERB = re.compile(r"\b(?:to|may|can|please|you|and|or|,) $|^\W*$")  # `print` as a verb


# one more verb of reuse in a row of them, not a place: "copied, printed or passed on"
_PAPER_VERB = re.compile(r"(?:print|printed|photocop(?:y|ied|ying)|re(?:post|blog)(?:g?ed|g?ing|s)?)$")
_VERBS = rf"(?:{CLASSES['strong']}|{CLASSES['strongly']}|post(?:ed)?|passed|pass|published?|shared?|used?)"
_JOINED_TO = re.compile(rf"\b{_VERBS}(?: on)?(?:,|,? (?:or|and))? $")
_JOINS = re.compile(rf"(?:,|,? (?:or|and))? {_VERBS}\b(?! (?:on|in) )")


@dataclass(frozen=True, slots=True)
class Place:
    """A use that a clause names, where, and whether it is excluded there."""

    uses: tuple[Use, ...]
    any: bool
    start: int
    end: int
    excluded: bool


_EXCEPT = re.compile(
    r"\b(?:except(?:ing|ion)?|excluding|but not|not|other than|apart from"
    r"|never|save|no)(?: (?:for|in|on|by|to|of|any|your|a|other|the"
    r"|use|with))*(?:(?: (?:rss|xml|atom|news|web|any|other|your))* [a-z]+"
    r" (?:and|or(?: (?:in|on|by|for|to))?(?: (?:any|your|a|other|the))*))? $"
)

_FEED = re.compile(r" feeds?\b")


@lru_cache(maxsize=512)
def places(text: str, *, question: bool = False) -> tuple[Place, ...]:
    """The uses a clause names, in the order of the words; in a question "my site" is the asker's."""
    named: list[Place] = []
    for wording in MEDIA:
        if not any(cue in text for cue in wording.cues):
            continue
        for match in wording.pattern.finditer(text):
            place = _place(wording.value, match, text, question=question)
            if place:
                named.append(place)
    social = [place for place in named if Use.SOCIAL in place.uses]  # "social media sites" are no web sites
    named = [place for place in named if place in social or not any(_within(place, feed) for feed in social)]
    return tuple(sorted(named, key=lambda place: place.start))


def _within(place: Place, other: Place) -> bool:
    return other.start <= place.start < other.end


def _place(value: str, match: re.Match[str], text: str, *, question: bool) -> Place | None:
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 20]
    word = match.group()
    if value in {"web", "newsletter", "web newsletter"} and not question and _spoken_of(word, before, after):
        return None
    if _PAPER_VERB.match(word) and (_JOINED_TO.search(before) or _JOINS.match(after)):
        return None
    if value == "print" and _prints(word, before, after):
        return None
    uses = () if value == "any" else tuple(Use(name) for name in value.split())
    excluded = bool(_EXCEPT.search(before))
    if excluded and word in {"web", "internet", "online"} and _FEED.match(after):
        return None  # "not in web feeds" excludes no web sites
    return Place(uses, value == "any", match.start(), match.end(), excluded)


def _prints(word: str, before: str, after: str) -> bool:
    """Whether a word of print is a verb, or a paper that is spoken of, and no place of publication."""
    if word == "print" and (_VERB.search(before) or _PRINTED.match(after)):
        return True
    if (word == "paper" and before.endswith("the ")) or after.startswith("'s "):
        return True
    return not word.startswith(("in", "on")) and re.search(r"\b(?:this|my|our) $", before) is not None


_PRINTED = re.compile(r" (?:it|this|the|out|your|these|any|a|and)\b")


def _spoken_of(word: str, before: str, after: str) -> bool:
    if _LINKED.match(after):
        return True
    if word in {"web", "internet", "net", "world wide web", "online"}:
        return bool(re.search(r"\b(?:to|my|our|author'?s|live) $|[./@]$", before))
    theirs = _GRANTEES.search(before) or _READERS.search(before)
    return _OWNED.search(before) is not None and not theirs
