"""What a grant asks to keep.

A duty needs two things in one clause: the part (a row of `kept.py` or `kept_abroad.py`, or an item of
`listed.py`) and a word that asks for it (ASKING), and nothing that makes it a courtesy (REQUEST), waives
it (WAIVED), sets it aside (ASIDE) or only tells of it (TALE). An ADDRESS in a word to the author is none.
"""

import re
from collections.abc import Iterator

from byline.rights.grammar.kept import PARTS
from byline.rights.grammar.kept_abroad import PARTS_ABROAD
from byline.rights.grammar.listed import listed_in
from byline.rights.grammar.notification import notice_in
from byline.rights.grammar.wording import found

ASKING = re.compile(
    r"\b(?:keep\w*|kept|includ\w*|with|plus|retain\w*|leave|leaving"
    r"|left|intact|must|provid\w+|attach\w*|stays?|stayed|remains?|remaining"
    r"|accompan\w*|preserv\w*|carry|carries|carrying"
    r"|appear\w*|give[ns]?|giving|acknowledg\w*|cit(?:e|ed|ing)|credit\w*"
    r"|in place|whole|unchanged|untouched|unaltered|unedited|please"
    r"|requir\w*|follow\w*|add\w*|reproduc\w+ (?:with|along)|if"
    r"|display\w*|shown?|name[ds]?|naming|mentioning|identif\w+|enough|maintain\w*|goes"
    r"|go along|run|publish\w*|print\w*|all (?:three|four|five|of)|not (?:be )?(?:remov\w+"
    r"|delet\w+|alter\w*|chang\w+|strip\w*|drop\w*|cut|edit\w*|omit\w*"
    r"|touch\w*)|attribut\w+ to"
    r"|forget|omit|lose|drop|respect\w*|link (?:back|here|to|directly)"
    r"|links? point|on (?:the )?condition|so long as|as long as|links? (?:active"
    r"|live|clickable|working)|needs?|have|has|put|place|insist\w*|only"
    r"|mention\w*|indicat\w+|stat(?:e|ed|ing)|set|make|owe[ds]?|expect\w*"
    r"|ask (?:only|that|you)|(?:i|we) (?:ask|want|need|insist)|required"
    r"|belongs?|point(?:ing)?|price|payment|my pay|deal|voids?|forfeit\w*|same|no dead|travels?|part of"
    r"|not (?:an? )?option\w*|separat\w*|underneath|mandatory|complete"
    r"|mak(?:e|es) it"
    r"|quot(?:e|ing)|say|tell|ends? with|(?:has|have|had) to|nofollow|retitle|rename|put your"
    r"|mit|unter|bei|nur|bitte|nenn\w*|genannt|muss|mussen|solange|bleib\w*|avec|sous|cite[rz]|mentionn\w+"
    r"|indiqu\w+|citant|condition|conserv\w+|doit|doivent|pourvu|con|citando|siempre|purche|indicando"
    r"|citar|mencion\w+|enla[zc]\w+|manten\w*|mantien\w*|debe\w*|cambi\w+|lascia\w*|dev\w+|met"
    r"|mits|onder|zolang"
    r"|moet\w*|als|blijf\w*|pod|z|podani\w+|warunkiem|voorwaarde|condizione|condicion|jesli|zachowa\w+|pozosta\w+|bedingung"
    r"|voraussetzung|sofern|wenn|alleen)\b|:"
)
WAIVED = re.compile(
    r"\b(?:feel free|free|welcome|happy for you|you may|you can) (?:to )?link\b|\blink to (?:us|me|it|the"
    r" post|this page) (?:all"
    r"|as much|any time|freely|whenever)|"
    r"\b(?:need|do|does) not (?:even |so much as |have to |need to )*(?:mention|credit|name|cite|link"
    r"|acknowledge)\b|"
    r"\b(?:no|not|without|never|nor)\b(?: (?:a|any|the|need|obliged"
    r"|even|required|have|necessary|to|of|give|for|need to|giving|byline or)){0,4} (?:attribut\w+"
    r"|credit\w*|byline|link\w*|acknowledg\w+|source)\b(?! (?:line )?(?:may"
    r"|must|should))|\b(?:attribution|credit|byline|link|links)(?: back)? (?:is"
    r"|are) (?:not (?:required|needed|necessary|obligatory)|optional"
    r"|unnecessary)\b"
)
# what is said to make no difference, to the comma that closes it or to the end
ASIDE = re.compile(
    r"\b(?:whether or not|regardless of|even (?:if|with|when)|with or without|no matter|irrespective of)\b"
    r"[^,]*(?:, \w+ (?:or|and)\b[^,]*)*"
)
# what somebody did, or does for a living
TALE = re.compile(
    r"\bmoral rights?\b|"
    r"\b(?:waive[ds]?|released?|renounce[ds]?|gives? up)\b.{0,30}\bcopyright\b|"
    r"\buse (?:my|our|the author's|his|her) name to (?:suggest|imply|promote|endorse|sell)\b|"
    r"^\W*in (?:19|20)\d\d,? (?:we|i) \w+|\b(?:we|i) gave (?:the|him|her|them"
    r"|an?)\b.{0,20} (?:permission|leave)\b"
    r"|^\W*(?:he|she|they|some(?:body|one)) (?:\w+ )?(?:reprinted|republished|copied|stole|ran|used|posted)\b"
    r"|\b(?:author|he|she|[a-z]+) has (?:written|published|appeared|contributed|worked|taught|been published"
    r"|won)\b(?!.*\b(?:must|please|provided|may be|with)\b)"
    r"|\b(?:credit|attribution|a link)s? (?:alone )?(?:does not make|is not enough|makes no difference)\b"
)
UNLESS = re.compile(r"\b(?:not|never|no)\b.{0,90}\bwithout\b|\bnot? .{0,40}\bunless\b")
ADDRESS = re.compile(r"(?:web )?(?:url|address|location)\b")  # of the page: a copy has one of its own
REQUEST = re.compile(
    r"\b(?:appreciate[ds]?(?! that)|would (?:enjoy|thank)"
    r"|welcome(?! to)|nice|polite|kind|courteous|courtesy"
    r"|grateful|thankful|(?<!not )(?<!not an )optional|would (?:love|like|be (?:happy|glad"
    r"|good|nice|kind|great|appreciated))|encouraged|if possible|if you can"
    r"|where possible|hope|pleased|erwunscht|freuen|wurden uns|not (?:required"
    r"|obligatory|compulsory|necessary|a condition|mandatory)|gebeten"
    r"|apprecie|gradit\w+|agradec\w+|op prijs|mile widzian\w+)\b"
)


def parts_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Every part a clause asks to keep, with its place."""
    said = ASIDE.sub(lambda m: " " * len(m.group()), text)
    waived = WAIVED.search(said) and not UNLESS.search(said)
    if waived or TALE.search(said) or not ASKING.search(said):
        return
    named = [(wording.value, match) for wording, match in found((*PARTS, *PARTS_ABROAD), said)]
    sent = notice_in(said) is not None
    for part, match in (*named, *listed_in(said)):
        if not (_a_courtesy(said, match) or (sent and ADDRESS.match(match.group()))):
            yield part, match.start(), match.end()


def _a_courtesy(text: str, part: re.Match[str]) -> bool:
    """Whether the words between the same two commas make the part a request."""
    start = text.rfind(",", 0, part.start()) + 1
    end = text.find(",", part.end())
    around = text[start : end if end >= 0 else len(text)]
    return REQUEST.search(around) is not None and "must" not in around
