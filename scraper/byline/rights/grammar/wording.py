"""What a row of a table of wordings is, and how rows are found quickly.

A pattern is written over folded text (`letters.py`) with names in angle brackets for classes of
words. A row is tried only where one of its cues stands, so that long texts stay cheap.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# a piece at the beginning of a row that can be left out: the rest of the row then fits more, never less
PIECE = re.compile(r"\\[bs]\??|(?P<letter>\\\W|[^\\()\[\].^$?*+{}|])(?P<free>\?)?(?![*+{])")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say something.

    Attributes:
        value: what it says; each table has its own values.
        pattern: how it is said.
        cues: at least one of these stands in every text that the pattern fits.
        why: the reason for the row, or an example.

    """

    value: str
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
    why: str


CLASSES = {
    "strong": (  # verbs that can only mean giving the text to others again
        r"(?:reprint|republish|reproduce|redistribute|syndicate|copy|reuse"
        r"|distribute|circulate|duplicate|photocopy"
        r"|disseminate|repost|reblog|recirculate|retransmit|crosspost|cross-post|mirror"
        r"|replicate|rerun|re-run|rebroadcast|reissue|recopy|photostat|xerox)"
    ),
    "weak": (  # verbs that need an object to mean it
        r"(?:use|run|print|publish|post|forward|pass|send|mail|email|include"
        r"|carry|feature|put|place|display|take"
        r"|share|host|transmit|spread|borrow|upload|insert|adapt|translate"
        r"|broadcast|lift|grab|pick|have|store"
        r"|give|hand|add|show|present|adopt|offer|do|archive|embed|paste|air|clip|steal|pinch|snag|swipe"
        r"|drop)"
    ),
    "strongly": (
        r"(?:reprinted|republished|reproduced|redistributed|syndicated|copied"
        r"|reused|distributed|circulated"
        r"|duplicated|photocopied|disseminated|reposted|reblogged|recirculated"
        r"|retransmitted|crossposted|mirrored|replicated|rerun|re-run|rebroadcast|reissued|xeroxed)"
    ),
    "weakly": (
        r"(?:used|run|printed|published|posted|forwarded|passed|sent|mailed"
        r"|emailed|included|carried|featured|put"
        r"|placed|displayed|taken|shared|hosted|transmitted|spread|borrowed"
        r"|uploaded|inserted|adapted|broadcast"
        r"|lifted|stored|given|handed|added|shown|presented|duplicated|archived|pasted|aired|picked"
        r"|clipped|dropped)"
    ),
    "reusing": (
        r"(?:reprints?|reprinting|republications?|republishing|reproductions?"
        r"|reproducing|copying|redistribution"
        r"|distribution|circulation|reposting|posting|reuse|use|usage|syndication"
        r"|publication|publishing"
        r"|duplication|spreading|reprint rights|printing|reprint use|reblogging|reblogs?|reposts?"
        r"|cross-?posting|mirroring|photocopying|recirculation|dissemination|re-?runs?|rebroadcasts?"
        r"|replication|archiving)"
    ),
    "work": (
        r"(?:articles?|text|story|stories|content|contents|materials?|pages?"
        r"|piece|pieces|columns?|items?|essays?"
        r"|works?|posts?|words|report|document|issue|newsletter|it|this"
        r"|these|them|they|those|above|information"
        r"|package|whole|any of|anything|everything|tips?|files?|copy|recipes?"
        r"|poems?|interviews?|series|writing"
        r"|writings|entry|entries|ezine|tutorial|guide|publication|all|reviews?|chapter"
        r"|letters?|lessons?|notes?|notice|sheets?|leaflets?|flyers?|handouts?|releases?|thing|things"
        r"|journalism|coverage|reporting|investigations?|descriptions?|patterns?|instructions|advice"
        r"|checklists?|faqs?|manuals?|primers?|explainers?|editorials?|op-eds?|commentary|commentaries"
        r"|sermons?|meditations?|devotions?|devotionals?|reflections?|speech|speeches|talks?|lectures?"
        r"|transcripts?|preprints?|how-?tos?|walkthroughs?|fact ?sheets?|dispatches|studies|study"
        r"|findings|profiles?|obituary|obituaries|reports?"
        r"|bulletins?|translation|translations|mine|ours|production|productions|output)"
    ),
    "permission": (
        r"(?:permission|consent|approval|authori[sz]ation|authority|licence"
        r"|agreement|clearance|say-so"
        r"|leave(?! (?:it|the|my|our|this|them|these|all|in|out|any|every|its|on)\b)"
        r"|go-ahead|okay|permissions|consents|sign-off|green light|thumbs-up|nod)"
    ),
    "anybody": (  # general classes of people who publish, in their own medium
        r"(?:anyone|anybody|everyone|everybody|everyone else|everybody else|all comers|editors|publishers"
        r"|webmasters|bloggers|newspapers|papers|weeklies|dailies|magazines|journals|newsletters|ezines"
        r"|sites|websites|blogs|stations|broadcasters|podcasters|schools|teachers|colleges|universities"
        r"|libraries|librarians|churches|parishes|congregations|pastors|clergy|charities|nonprofits|clubs"
        r"|societies|groups|associations|organi[sz]ations|guilds|clinics|hospitals|museums|businesses"
        r"|companies|firms|shops|agencies|hobbyists|educators|writers|journalists|outlets|publications"
        r"|newsrooms|homeschoolers|coaches|trainers)"
    ),
    "who": r"(?:you|anyone|anybody|everyone|everybody|editors?|publishers?|readers?|webmasters?|we|i)",
    "ado": (
        r"(?:(?:also|freely|hereby|herewith|now|still|nevertheless|nonetheless"
        r"|however|then|therefore|certainly"
        r"|of course|always|happily|gladly|safely|otherwise|only|each|all"
        r"|both|go ahead and|either|just|to|and|or"
        r"|view|read|save|download|print|link to|quote|edit|modify|adapt"
        r"|alter|cut|shorten|translate|be|been|being"
        r"|used|read|viewed|saved|downloaded|printed|quoted|edited|modified"
        r"|adapted|altered|translated|stored"
        r"|emailed|archived),? ?){0,5}"
    ),
}

# the cues of a row that needs a word of permission
LEAVE = (
    "permission|consent|approval|authori|agreement|clearance|say-so|go-ahead|okay|licence|leave"
    "|sign-off|green light|thumbs-up|nod"
)


def one_of(rows: Iterable[str]) -> str:
    """A pattern that fits what any of the rows fits; no row has a bar outside brackets.

    Rows that begin with the same letter share it, so that few are tried at each place of a text.
    """
    shared: dict[str, list[str]] = {}
    for row in dict.fromkeys(rows):
        piece = PIECE.match(row)
        letter = piece["letter"] if piece and piece["letter"] and not piece["free"] else ""
        shared.setdefault(letter, []).append(row[len(letter) :])
    found: list[str] = []
    for letter, rests in shared.items():
        found += [letter + (one_of(rests) if len(rests) > 1 else rests[0])] if letter else rests
    return f"(?:{'|'.join(found)})"


def row(value: str, pattern: str, cues: str, why: str = "") -> Wording:
    """A row; `cues` are separated by `|`."""
    for name, words in CLASSES.items():
        pattern = pattern.replace(f"<{name}>", words)
    return Wording(value, re.compile(pattern), tuple(cues.split("|")), why)


def found(table: tuple[Wording, ...], text: str) -> Iterator[tuple[Wording, re.Match[str]]]:
    """Every row that fits the text, with its first place; in the order of the table."""
    for wording in table:
        for cue in wording.cues:
            if cue in text:
                match = wording.pattern.search(text)
                if match:
                    yield wording, match
                break
