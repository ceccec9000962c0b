"""Permissions that a statement takes for granted: "let me know when you run it".

Only where nothing else in the statement grants, denies or asks; always with a doubt, so that a
person looks. A row must name the reuse: a condition alone grants nothing.
"""

import re

from byline.model import Answer, Use
from byline.rights.grammar.act import Act
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.known import CLOSED
from byline.rights.grammar.media import places
from byline.rights.grammar.wording import found, row

IMPLIED = (  # what else the statement must hold, and the words that take reuse for granted
    row(
        "notice",
        r"\b(?:if|when|whenever|where|wherever|after|once) (?:and when "
        r"|or when |and if )?(?:you|it|this) (?:do |have |decide to |is "
        r"|goes |gets |choose to )?(?:shows? up|turns? up|ends? up|finds its way|<strong>|<strongly>"
        r"|use|used|run|publish"
        r"|published|print|printed|post|posted|put|live|placed|appears?)\b"
        r"|\bfor (?:web|print|online|newsletter|electronic) (?:use|publication"
        r"|reprints?)\b",
        "for |if|when|where|after|once",
        "let me know when you run it",
    ),
    row(
        "keep",
        r"\b(?:terms|conditions|rules|guidelines|requirements|instructions) (?:of"
        r"|for) (?:<reusing>|use)\b.{0,20}:|\b(?:reprint|republishing|republication"
        r"|usage|publishing|publication) (?:terms|conditions|rules|guidelines"
        r"|requirements|policy)\b(?:.{0,12}:|\W*$)|^\W*(?:how )?to (?:<strong>|use this"
        r"|publish this)\b.{0,40}[:,]",
        ":|to |terms|conditions|rules|guidelines|requirements|policy",
        "Terms of use: …",
    ),
    row(
        "keep",
        r"\bwhen (?:re)?(?:publishing|printing|posting|using) (?:this|it"
        r"|the article|my)\b|\bby (?:re)?(?:publishing|printing|posting"
        r"|using) (?:this|it|the article|my)\b|\b(?:publishers?|editors?"
        r"|webmasters?) (?:must|should|who|agrees?)\b"
        r"|\b(?:by|when|in) (?:taking|using|running|reprinting|republishing|reproducing|copying|posting"
        r"|downloading) (?:an?|any|this|our|my|these|the) (?:[a-z]+ ){0,2}?<work>\b.{0,60}?\byou (?:agree"
        r"|accept"
        r"|undertake|promise)\b"
        r"|\b(?:i|we) (?:only |just )?(?:ask|want|require|insist on|need) (?:only |just )?(?:for )?(?:one|two"
        r"|three|four|five|a few|these|the following|some|that) (?:[a-z]+ ){0,3}?(?:if|when|of (?:anyone"
        r"|those"
        r"|people|editors) who) (?:you )?(?:<strong>|use|run|publish|post|print)\b"
        r"|\b(?:if|when) you (?:<strong>|use|run|publish|post|print)(?: (?:it|this|them))?,? (?:we|i)"
        r" (?:only "
        r"|just )?ask\b",
        "when|by|publisher|editor|webmaster|ask|want|require|insist|need|in |if",
        "When reprinting this, keep …",
    ),
    row(
        "notice",
        r"\b(?:before|ahead of|prior to)\b.{0,60}(?=.{0,200}\b(?:shall|will|would) not (?:say no|refuse"
        r"|object|mind)|.{0,200}\bjust"
        r" (?:like|want) to know)",
        "before|ahead|prior",
        "Drop a card before you run it; I shall not say no",
    ),
    row(
        "keep",
        r"^\W*(?:[a-z]+ )?(?:publishers?|editors?|webmasters?|bloggers?)(?: (?:and|or) [a-z ]{3,20})?: ",
        "publisher|editor|webmaster|blogger",
        "Ezine publishers: leave the bio as it stands",
    ),
    row(
        "modify",
        r"\b(?:^|\W)(?:cut|edit|shorten|trim|adapt|abridge) (?:it|this|them"
        r"|the (?:text|article|piece))\b|\byou may (?:edit|shorten|trim"
        r"|cut|adapt|abridge)\b",
        "cut|edit|shorten|trim|adapt|abridge",
        "Cut it to length if you must, and leave the name on",
    ),
)


# what takes no reuse for granted
_AGAINST = re.compile(
    rf"\b(?:infring\w+|prohibit\w*|forbid\w*|illegal\w*|theft|steal\w*)\b"
    rf"|{CLOSED.pattern}"
)


def implied_act(clauses: list[Clause], facts: list[tuple[str, int, int]]) -> Act | None:
    """The grant that a statement without any act takes for granted, if it does."""
    names = {fact.split("=")[0] for fact, _, _ in facts}
    if "fee=yes" in {fact for fact, _, _ in facts} or any(_AGAINST.search(c.text) for c in clauses):
        return None
    for clause in clauses:
        for wording, match in found(IMPLIED, clause.text):
            needed = "keep" if wording.value == "modify" else wording.value
            if needed in names and not clause.question:
                start, end = clause.start + match.start(), clause.start + match.end()
                return Act(Answer.GRANTED, _named(clauses), start, end, doubt="implied")
    return None


def _named(clauses: list[Clause]) -> tuple[Use, ...]:
    """The uses that the statement names anywhere; a grant that nobody spoke reaches no further."""
    named = [place for clause in clauses for place in places(clause.text)]
    return () if any(place.any for place in named) else tuple(dict.fromkeys(u for p in named for u in p.uses))
