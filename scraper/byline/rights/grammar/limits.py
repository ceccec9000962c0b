"""Bounds on a grant: counts, audiences, what is left out. Each row says how one is written.

A limit never grants. A person judges what no machine can see.
"""

import re
from collections.abc import Iterator

from byline.model import Limit
from byline.rights.grammar.counts import COUNTS
from byline.rights.grammar.feeds import feeds_in
from byline.rights.grammar.mining import MINING
from byline.rights.grammar.window import window_in
from byline.rights.grammar.wording import found, row

_KIND = (
    r"(?:nonprofit|non-profit|church|school|educational|academic|accredited|charitable|religious|student"
    r"|college|university|library)"
)
_BODY = (
    r"(?:groups?|schools|colleges|(?:news)?papers|organi[sz]ations?|use|uses|purposes?"
    r"|publications?|publishers"
    r"|settings?|institutions?|bodies|newsletters?|magazines?|bulletins?|websites?|sites?|libraries"
    r"|news organi[sz]ations|societies|media)"
)
_BODIES = (
    r"(?:nonprofits?|non-profits?|teachers?|students?|schools|colleges|churches|charit(?:y|ies)|libraries"
    r"|universities|booksellers?)"
)
LIMITS = (  # kind, its words; the value is the words of the first group, or empty
    row(
        "no_resale",
        r"\b(?:not|never|no|without)\b.{0,40}\b(?:sold|resold|sell|resell"
        r"|resale|sale|selling)\b|\bno charge (?:may|is|to)\b|\bfor sale: no\b"
        r"|\bsell\w* (?:it |them |copies )?(?:is|are) (?:not|prohibited"
        r"|forbidden)\b",
        "sold|sell|sale|charge",
        "may not be sold",
    ),
    row(
        "no_paywall",
        r"\b(?:no|not|never)\b.{0,50}\b(?:paywall\w*|paid access|pay[- ]to[- ]view"
        r"|subscription|password)\b",
        "pay|subscription|password",
        "not behind a paywall",
    ),
    row(
        "no_ads",
        r"\bno (?:advert\w*|ads)\b|\bnot? .{0,40}\b(?:advert\w*|ads)\b.{0,20}\b(?:against"
        r"|beside|next to|around|within|in)\b",
        "ad",
        "no adverts sold against it",
    ),
    row(
        "opt_in_only",
        r"\boptin\b|\bsubscribers who (?:asked|opted|chose|signed)\b",
        "opt|subscribers",
        "opt-in lists only",
    ),
    row(
        "no_spam",
        r"\b(?:spam\w*|unsolicited|uce|bulk (?:e?mail|mail\w*)|bought lists)\b",
        "spam|unsolicited|uce|bulk|bought",
        "no unsolicited mail",
    ),
    row(
        "no_adult",
        r"\b(?:adult|porn\w*|x-rated|hate|gambling|warez|illegal) (?:sites?"
        r"|websites?|material|content|pages?)\b",
        "adult|porn|rated|hate|gambling|warez|illegal",
        "not on adult sites",
    ),
    row(
        "pictures_excluded",
        r"\b(?:photos?|photographs?|images?|pictures?|illustrations?|graphics"
        r"|cartoons|artwork|bilder|fotos|imagenes|immagini|zdjecia|afbeeldingen)\b.{0,60}\b(?:no"
        r"t|excluded|excepted|except|separate\w*|ausgenommen|nicht|belong"
        r"|sauf|exclu\w+|permission|may not|prohibited)\b|\b(?:not|except\w*"
        r"|excluding)\b.{0,30}\b(?:photos?|photographs?|images?|pictures?"
        r"|illustrations?)\b",
        "photo|image|picture|illustration|graphic|cartoon|art|bild|foto|imag|immag|zdj|afbeeld",
        "Photographs are not included",
    ),
    row(
        "tables_excluded",
        r"\bnot\b.{0,30}\b(?:tables|charts|figures|maps|diagrams)\b",
        "tables|charts|figures|maps|diagrams",
        "",
    ),
    row(
        "third_party_excluded",
        r"\b(?:other newsrooms|third[- ]part\w+|wire (?:service|stor)\w*"
        r"|by-?lines? of other|agency (?:copy|stories)|except where (?:otherwise )?(?:noted"
        r"|stated|indicated)|unless otherwise (?:noted|stated|indicated)"
        r"|belong to (?:others|their|the people))\b",
        "other|third|wire|agency|except|unless|belong",
        "except where otherwise noted",
    ),
    row(
        "no_translation",
        r"\b(?:not|no|never)\b.{0,30}\b(?:translat\w+)\b",
        "translat",
        "may not be translated",
    ),
    row(
        "no_audio",
        r"\b(?:not|no|never)\b.{0,30}\b(?:audio|podcasts?|recorded)\b",
        "audio|podcast|recorded",
        "",
    ),
    row(
        "no_ebook",
        r"\b(?:not|no|never)\b.{0,40}\b(?:ebooks?|books?|compilations?|antholog\w+"
        r"|cds?|cd-roms?)\b|\bebooks?.{0,30}: no\b",
        "book|compilation|antholog|cd",
        "",
    ),
    row(
        "no_ai",
        r"\b(?:no|not|never)\b.{0,60}\b(?:machine learning|ai|artificial intelligence"
        r"|language models?|train(?:ing)?)\b",
        "learning|ai|intelligence|model|train",
        "no machine learning",
    ),
    row(
        "no_tdm",
        r"\b(?:no|not|never)\b.{0,60}\b(?:text (?:and data )?mining|data mining"
        r"|scrap\w+|crawl\w+)\b",
        "mining|scrap|crawl",
        "",
    ),
    row(
        "no_bulk",
        r"\b(?:systematic\w*|wholesale|in bulk|all our (?:stories|articles)"
        r"|all of our (?:stories|articles)|entire site)\b",
        "systematic|wholesale|bulk|all|entire",
        "choose stories singly",
    ),
    row(
        "no_automation",
        r"\b(?:not|no|never)\b.{0,60}\b(?:automat\w+|by machine|by robot|autoblog\w*)\b"
        r"|\b(?:not|no|never)\b(?!.{0,60}\b(?:responsib|liab|answerable|errors?|mistakes?)).{0,60}"
        r"\bfrom (?:(?:an?|the|our|my) )?rss\b"  # "not from our RSS without a link" asks for the link
        r"(?!.{0,20}\b(?:without|unless)\b(?!.{0,30}\b(?:permission|consent|approval|asking|authori\w+)\b))",
        "automat|machine|robot|autoblog|rss",
        "",
    ),
    row("no_spinning", r"\b(?:spinn?ing|spun|spinner\w*)\b", "spin|spun", "no spinning"),
    row("no_nofollow", r"\bnofollow\b|\bno follow\b", "follow", "links without nofollow"),
    row("no_redirect", r"\b(?:not|no|never|without)\b.{0,40}\bredirect\w*", "redirect", ""),
    row("no_framing", r"\b(?:not|no|never|without)\b.{0,60}\bfram(?:e|es|ed|ing)\b", "fram", "no frames"),
    row(
        "share_alike",
        r"\b(?:share ?-?alike|same (?:terms|licence|conditions)|-sa\b|by-sa"
        r"|by-nc-sa|gleichen bedingungen)\b",
        "share|same|-sa|gleichen",
        "under the same terms",
    ),
    row(
        "revocable",
        r"\b(?:revok\w+|withdraw\w*|call back|rescind|cancel|take back)\b.{0,50}\b(?:permission"
        r"|right|time|notice|grant|it)\b|\bpermission.{0,40}\b(?:revok\w+"
        r"|withdrawn|rescinded|cancelled)\b",
        "revok|withdraw|call back|rescind|cancel|take back",
        "may be withdrawn at any time",
    ),
    row(
        "take_down",
        r"\b(?:take (?:it |them |this )?(?:down|off)|remove (?:it|the article|the story|this"
        r"|our)|must be removed|delete it)\b.{0,60}\b(?:request|ask\w*|notice"
        r"|after|demand)\b",
        "take|remove|delete",
        "take it down on request",
    ),
    *COUNTS,
    row(
        "circulation",
        r"\b(?:circulations?|print runs?)\b.{0,30}?\b((?:below|under|up to"
        r"|less than|not (?:over|exceeding)|no more than|fewer than) [\d,.]+)"
        r"|\b(?:up to|no more than|fewer than|not more than) ([\d,.]+ (?:copies"
        r"|readers|subscribers))\b",
        "circulation|print run|copies|readers|subscribers",
        "circulation below 2,000",
    ),
    row(
        "words",
        r"\b((?:up to|no more than|not more than|at most|fewer than|maximum of"
        r"|first|under) (?:\d+|one hundred|two hundred|fifty) words)\b",
        "words",
        "up to 100 words",
    ),
    row(
        "audience",
        rf"\b((?:{_KIND}(?:,? (?:and |or )?{_KIND})* {_BODY}|{_BODIES})(?:,? (?:and |or )?(?:{_KIND} {_BODY}"
        rf"|{_BODIES}))*)\b|\b(?:by|for|to|in|with|is|are) (?:an? |any |all |other "
        rf"|local )?({_KIND}(?: \w+)?)\b"
        rf"|^\W*(?:an? |any |all |other |local |the )?({_KIND} \w+)\b",
        "nonprofit|non-profit|church|school|education|academic|accredited"
        "|charit|religious|student|teacher|college|librar|bookseller|universit",
        "for nonprofit groups",
    ),
    row(
        "personal_use",
        r"\b(?:personal|private|individual|home) (?:,? ?(?:and |or )?noncommercial )?(?:use"
        r"|purposes?|reading|reference|study)\b",
        "personal|private|individual|home",
        "for personal use",
    ),
    row("canonical", r"\bcanonical\b", "canonical", "set a canonical tag"),
    row(
        "tracker",
        r"\b(?:tracking (?:pixel|code)|(?:one-|1-)?pixel|page counter|counter|tracker)\b",
        "track|pixel|counter",
        "leave the counter in",
    ),
    row(
        "mark_changes",
        r"\b(?:mark|indicate|note|flag|state|say)\b.{0,30}\b(?:changes|changed"
        r"|edits|edited|words are yours|alterations|modifications)\b",
        "mark|indicate|note|flag|state|say",
        "mark your changes",
    ),
    row(
        "no_relay",
        r"\bnot\b.{0,30}\b(?:sublicen\w+|pass on this permission|transfer\w*)\b",
        "sublicen|pass on|transfer",
        "",
    ),
)


# what else stands in a clause that sets the bound, and does not only mention it
SETS = {
    "audience": re.compile(  # for whom the grant is: the clause grants, or it begins with them
        r"\b(?:may|can|free|welcome|allow\w*|permi\w+|grant\w*|reprint\w*|republi\w+|reproduc\w+"
        r"|cop(?:y|ied|ies"
        r"|ying)|distribut\w+|circulat\w+|used?|purposes|available|licen[cs]ed|only)\b"
        rf"|^\W*(?:(?:for|by|to|in|all|any|other|the) ){{0,3}}(?:{_KIND}|{_BODIES})\b"
    ),
    "personal_use": re.compile(  # "copy it for personal use" grants that, and bounds no other grant
        r"\b(?:only|solely|exclusively|strictly|purely|merely|limited|restricted|not|no)\b"
        r"|^(?!.*\b(?:may|can|free|welcome|allow\w*|permi\w+|granted)\b)"
    ),
}


def limits_in(text: str) -> Iterator[tuple[Limit, int, int]]:
    """Each bound that a clause sets, with its place."""
    seen: dict[str, list[re.Match[str]]] = {}
    for wording, match in found((*LIMITS, *MINING), text):
        before = seen.setdefault(wording.value, [])
        if before and (wording not in COUNTS or any(_overlap(match, one) for one in before)):
            continue  # one row of a kind is proof enough; "two articles" is part of "two articles a year"
        before.append(match)
        if wording.value not in SETS or SETS[wording.value].search(text):
            value = next((words for words in match.groups() if words), "")
            yield Limit(wording.value, value), match.start(), match.end()
    yield from feeds_in(text)
    yield from window_in(text)


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()
