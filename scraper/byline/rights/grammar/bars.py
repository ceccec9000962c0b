"""What a sentence without a grant says against the grants beside it.

"Other papers must ask" takes nothing from a grant; "this one is not among them" takes it all; "you must
belong to the choir" binds it.
"""

import re

from byline.rights.grammar.act import Gap
from byline.rights.grammar.closed import NOT_WORDS, blanked, reads
from byline.rights.grammar.feeds import but_feeds
from byline.rights.grammar.known import CLOSED, OWED
from byline.rights.grammar.media import places
from byline.rights.grammar.wording import found, row

# words that bind a permission given in another sentence
_BINDS = re.compile(
    r"\b(?:must|only|unless|until|limited to|restricted to|reserved for|applies|provided"
    r"|subject to|on condition|qualif\w+)\b"
)
_TAKES_OUT = re.compile(
    r"\b(?:this (?:translation|edition|version)|the above (?:article|text))(?: itself)? is"
    r" (?:copyright(?:ed)?\b|under copyright"
    r"|still (?:in|under) copyright|not\b)|\b(?:this|it)(?: (?:one|article|piece|story|text|page"
    r"|essay))?(?: is"
    r"| does)? not (?:one of|among|part of|included"
    r"|covered|apply|qualify)\b|\b(?:except|but not) (?:this|the present) (?:one|article|piece"
    r"|story|text)\b"
    r"|\b(?:author|publisher|owner|editor|we|i) (?:objects?|refuses?|declines?|(?:has"
    r"|have) (?:objected|refused|declined))\b"
)


# what a sentence beside a grant may take back, however well its words are known; `wary` ones only where no
# table reads a duty or a bound in them
TAKEN = (
    row(
        "taken",
        r"\b(?:correction|kidding|joking|joke|april fool|not really|expired?|ended|no longer|superseded|void"
        r"|withdrawn|revoked|days are over|changed (?:my|our) (?:mind|policy)|take it back"
        r"|(?:above|foregoing|previous|preceding)(?: [a-z]+)? (?:is|was|does|do) (?:not|an? (?:example"
        r"|sample)|false"
        r"|untrue)|is an? (?:example|sample)|that was (?:then|before)|it is (?:a|still) no"
        r"|(?:answer|reply|response|verdict)(?: [a-z]+){0,3} (?:is|will be|stays|remains) (?:[a-z]+ ){0,2}?no"
        r"|(?:we|i) (?:will )?(?:always )?say no|(?:do not|don't) bother)\b",
        "",
        "Offer expired. Just kidding. The above is a sample.",
    ),
    row(
        "taken",
        r"^\W*(?:but |and )?(?:please )?(?:not|do not|never|no longer)\W*$"
        r"|^\W*(?:but |and )?(?:(?:the|this|that|my|our) )*(?:[a-z]+ )?(?:itself )?(?:may|can|must) not\W*$"
        r"|^\W*(?:but |and )?(?:today|now|nowadays|these days)?,? ?"
        r"(?:(?:you|one) (?:(?:may|can) not|no longer (?:may|can))|(?:nobody|no one) (?:may|can))"
        r"(?: any ?more| any longer| now| today)?\W*$"
        r"|^\W*(?:the |this )?(?:article|text|one|piece|story)(?: itself)? excepted\b"
        r"|^\W*but (?:the|this|that|ours|mine)(?: [a-z]+)?\W*$",
        " not|not |never|no longer|excepted|but |nobody|no one",
        "This one may not.",
    ),
    row(
        "taken",
        r"^\W*(?:not (?:on|in|for) (?:the )?|no |except\w* (?:for |on |in )?(?:the )?|void for |(?:this"
        r" )?excludes? "
        r"(?:the )?|this (?:does not (?:include|apply to|extend to|cover)|is not permission to publish"
        r" (?:on|in)) "
        r"(?:the )?)(?:web|websites?|sites?|online|internet|blogs?|print|paper|newsletters?|ezines?|text"
        r"|articles?)\b(?! feeds?\b)",
        "not |no |except|void|exclude",
        "No websites. This excludes the web.",
    ),
    row(
        "taken",
        r"\b(?:wait for|check with|let me check|yes or no|licences? (?:is |are )?(?:needed|required))\b",
        "wait|check|yes or no|licence",
        "Wait for our answer.",
    ),
    row(
        "taken",
        r"^\W*(?:the|my|our|all) (?:source )?(?:code|photo(?:graph)?s?|images?|pictures?|fonts?|books?"
        r"|software|data"
        r"|videos?)\b.{0,60}\b(?:is|are) (?:available|licenced|released|on github|free)\b",
        "code|photo|image|picture|font|book|software|data|video",
        "The code is under the MIT licence. Feel free to use it.",
    ),
    row(
        "wary",
        r"^\W*(?:not (?:on|in|for|the|by)|except\w*|excludes?|this (?:excludes|is not|does not)|only (?:if"
        r"|on|for|in"
        r"|to)|if (?:i|we|the)|subject to|limit)\b"
        r"|^\W*(?:[a-z]+ )?(?:print|newsletters?|ezines?|web|websites?|online) only\b",
        "not |except|exclude|this |only|if |subject|limit",
        "Only if I like you.",
    ),
    row(
        "wary",
        r"^\W*(?!all |some )(?:[a-z]+ )?(?:[a-z]+ )?rights (?:are )?(?:reserved|belong|held|owned"
        r"|remain)\b(?<!all rights"
        r" reserved)",
        "rights",
        "Web rights reserved.",
    ),
    row(
        "wary",
        r"\b(?:ask (?:me|us|first|before)|requests? (?:for [a-z]+ )?(?:to|go)|contact (?:us|me)\W*(?:to|for"
        r"|first"
        r"|before)(?! (?:questions|more|further|other))|(?:permission|approval|consent) (?:is |are"
        r" )?(?:needed"
        r"|required)|must be approved|see (?:our |the )?terms)\b",
        "ask|request|contact|permission|approval|consent|approved|terms",
        "Contact us to arrange.",
    ),
    row(
        "wary",
        r"\b(?:(?:conditions|terms|restrictions|rates|royalt(?:y|ies)|fees?|charges) (?:and [a-z]+ )?(?:apply"
        r"|applies)|(?:we|i) charge|invoice|payment|pay first|please pay|pay via|paypal|(?:newspapers"
        r"|magazines|publishers) pay|send"
        r" (?:a |the )?"
        r"(?:cheque|check)|price|rates|royalt(?:y|ies) (?:is|are)|donation)\b",
        "appl|charge|invoice|pay|cheque|check|price|rates|royalt|donation",
        "Usual rates apply.",
    ),
)


def bar_in(text: str) -> Gap | None:
    """What a sentence without a grant says against the grants beside it, if it is not understood."""
    out = _TAKES_OUT.search(text)
    binds = _BINDS.search(text)
    if out:
        return Gap("condition", *out.span(), theirs=False)
    plain = NOT_WORDS.sub(blanked, text)
    closed = CLOSED.search(plain) if binds else None
    if closed:
        return Gap("grantee", *closed.span())
    for wording, match in found(TAKEN, plain):
        if wording.value == "taken" or not (reads(plain) or _SHOWN.search(plain)):
            return Gap("condition", *match.span())
    if places(but_feeds(plain)):  # "not in feeds or newsletters"
        return Gap("condition", 0, len(text))
    if binds is None or _SHOWN.search(plain) or reads(plain) or OWED.know(plain):
        return None
    return Gap("condition", 0, len(text), theirs=_DUE.match(plain) is not None)


# a sentence that begins with whoever reprints, or the copy
_DUE = re.compile(
    r"\W*(?:(?:after|before|when|if|once|then|by|in|for|on|at)\b[^,;]{0,60}?(?:, | (?=(?:it|you|they) ))"
    r"|(?:then|so|and|but) )?"
    r"(?:(?:the|an?|any|all|each|every|both|your|this|these|those|such|our|my) )*(?:you|it|they|reprint\w*"
    r"|republi\w+|cop(?:y|ies)|users?|editors?|publishers?|webmasters?|bloggers?|sites?|websites?"
    r"|newsletters?"
    r"|articles?|stories|story|posts?|text|content|columns?|material|(?:please |kindly |do not )?(?:leave"
    r"|keep|take"
    r"|remove|credit|include|add|link|make|put|send|tell|let|use|give|print))\b"
)


# what must stand on the page, whatever its name; what is said of pictures, or by way of talk
_SHOWN = re.compile(
    r"\bmust (?:also |always |both |all |then )?(?:be (?:clearly |also |always |fully )?(?:named"
    r"|credited|shown|stated"
    r"|included|kept|left|cited|mentioned|acknowledged|displayed|retained|given credit|attributed|linked"
    r"|preserved)"
    r"|name|credit|show|state|include|keep|retain|cite|mention|acknowledge|display|link)\b"
    r"|^\W*(?:the |our |all |any )*(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?"
    r"|cartoons?|charts?"
    r"|maps?|videos?|audio|comments?)\b|\bi must\b"
)
