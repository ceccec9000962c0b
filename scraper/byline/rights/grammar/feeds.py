"""Words that keep an article out of feeds: "not in RSS feeds", "RSS syndication is not allowed".

They bar less than a use of the article. What is barred must be to publish this article in feeds, an
exception of a grant, or publishing in feeds without leave. A feed that is granted, offered to readers, or
only spoken of bars nothing: `_TURNS` are words between a "not" and a feed that make the "not" speak of
something else, and `_BESIDE` is what stands before one that speaks of pictures, or tells what "we" do.
"""

import re
from collections.abc import Iterator

from byline.model import Limit
from byline.rights.grammar.wording import CLASSES, Wording, found, row

_DETERMINED = r"(?:(?:an?|any|all|the|your|their|other|another|such|either|public|commercial) )*"
_SORT = r"(?:rss|xml|atom|rdf|json|news|web|content|syndicated|syndication|automated|automatic)"
FEED = (
    rf"(?:{_DETERMINED}(?:(?:{_SORT}(?:/|-|,? or |,? and |, | )(?:other )?){{1,5}}feeds?|newsfeeds?|feeds"
    r"|feed (?:readers?|aggregators?))"
    rf"|{_DETERMINED}rss(?: (?:syndication|distribution|readers?|aggregators?|channels?))?"
    r"|(?:an?|any|your|their|another|the|such|other) feed|(?:(?<=by )|(?<=via )|(?<=through ))feed)\b"
)
_FEED = re.compile(FEED)
_IN = (
    r"(?:in|into|to|on|onto|through|via|by|with|for|as|as (?:part|an? item|items|an? entry|entries) (?:of|in)"
    r"|over|inside|within|using)"
)
# what may be kept out of feeds without the article
_THING = (
    r"(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?|cartoons?|artwork|logos?|tables?"
    r"|charts?|maps?|videos?|comments?|ads|adverts?|advertis\w+|spam|excerpts?|extracts?|summar(?:y|ies)"
    r"|teasers?|headlines?|drawings?|sketches|paintings?)"
)
_JOINED = (
    r"(?<!or )(?<!nor )(?<!and )(?<!with )(?<!in )(?<!on )(?<!or the )(?<!nor the )(?<!and the )(?<!or its )"
    r"(?<!and its )"
)
_TURNS = (
    r"(?:but|except\w*|unless|without|only|just|merely|if|when|where|while|although|though|other(?= than)"
    r"|save|subscrib\w*|sign|join|forget|hesitate|wait|miss|fail|need\w*|requir\w*|necessar\w*|ask\w*"
    r"|charge\w*|fees?|costs?|royalt\w+|payment|object\w*|problems?|restrict\w*|limit\w*|reason|harm|mind\w*"
    r"|oppos\w*|averse|against|link\w*|prevents?|stops?|wrong|matter|strings|responsib\w+|liab\w+"
    r"|answerable|accountable|guarante\w+|warrant\w*|vouch\w*|paid (?:for|to|by)|earns?|errors?|mistakes?"
    r"|faults?|accura\w+|known?|sure|certain (?:that|of)|better|worse|always"
    r"|missing|lack\w*|hide|hidden|le(?:ave|ft) out"
    r"|which (?:do|does|did|is|are|was|were) not)\b"
    r"|(?:sold|sell\w*|resold|sale|chang\w*|edit\w*|alter\w*|shorten\w*|cut|abridg\w*|truncat\w*|modif\w*"
    r"|remov\w*|strip\w*|omit\w*|drop\w*|delet\w*)\b(?!,? (?:or|nor|and)\b)"
    rf"|{_JOINED}{_THING}\b(?!, (?!which\b|that\b|who\b)|,? (?:or|nor|and)\b)"
)
_SOME = rf"(?:,? (?!{_TURNS})[\w'/-]+){{0,10}}?,?"  # words that leave the "not" its meaning
_FIRM = rf"(?:,? (?!{_TURNS}|(?:may|can|could|might)\b)[\w'/-]+){{0,10}}?,?"
# what is done to an article that comes into a feed, or what allows it
_DONE = (
    r"(?:<strong>|<strongly>|<reusing>|<weak>|<weakly>|appear\w*|inclusion|aggregat\w*|featured|turn(?: up)?"
    r"|end(?: up)?|go|goes|republi\w+|syndicat\w+|distribut\w+|streamed|pushed|fed|delivered?|transmitted"
    r"|adding|adds|included?s?|including|rights?|allow\w*|permi\w+|authori[sz]\w+|licen[cs]\w+|available"
    r"|intended|meant|offered|found|part|made|cleared|granted?|welcome|free|valid|wants?|wish\w*|like"
    r"|consent\w*|agrees?)\b"
)
_DIRECT = r"(?:,? (?:however|please|even|also|ever|either|yet|at all))*,?(?:(?: to)? be)?"
# a "not" that commands, where a "not" that tells ("is not") needs words of publishing beside it
_COMMAND = (
    r"(?:(?:(?<=may )|(?<=must )|(?<=can )|(?<=could )|(?<=shall )|(?<=should )|(?<=will )|(?<=would )"
    r"|(?<=do )|(?<=and )|(?<=but )|(?<=or )|(?<=please )|(?<=[,:(-] )|(?<=^ )|(?<=^))not|never)"
)
# "in full, not as a taste in a feed" speaks of the taste
_AS = (
    r"(?! as (?!(?:(?:an?|any|other) )?(?:content|part|items?|entry|entries|feeds?|rss|news|web|xml|atom)\b)"
    r"(?:(?!or |nor |and )[\w'-]+ ){1,4}(?:in|on) )"
)
_ANY = r"(?: (?:part|portion|articles?|texts?|stories|story|copy|copies|content|pieces?|columns?))?"
_REFUSED = (
    r"(?:(?:strictly |expressly |also )?(?:not (?:\w+ )?(?:allowed|permitted|authori[sz]ed|granted|included"
    r"|covered|okay|welcome|acceptable)|prohibited|forbidden|barred|banned|excluded|excepted|off limits)"
    r"|ruled out)"
)
_USE = (
    r"(?:syndication|distribution|redistribution|republication|republishing|publication|reproduction"
    r"|reprinting|use|inclusion)"
)
_CUES = "feed|rss"
# "not only", and words that make a "not" speak of something else, in other languages
_MORE = r"(?:nur|allein|bloss|lediglich|seulement|uniquement|que|alleen|slechts|enkel)"
_TURNS_ABROAD = (
    r"(?:verantwort|haft|fehler|gewahr|responsab|erreur|garanti|aansprakelijk|verantwoord|fouten|errori?"
    r"|bilder|fotos?\b|photos?\b|images?\b|afbeelding|foto's|kommentar|werbung|publicite|reclame)"
)
# permission that has to be given first
_OURS = (
    r"(?:our|my|the|an?|author's|publisher's|owner's|editor's|written|prior|express|explicit|separate"
    r"|special)"
)
_LEAVE = rf"(?:{_OURS} )*{CLASSES['permission']}"
_ALLOWED = r"(?:allowed|permitted|possible|granted|okay)"
_FIRST = (
    rf"(?:(?:also |always )?(?:needs?|requires?) {_LEAVE}"
    rf"|(?:(?:is|are) )?(?:{_ALLOWED} )?(?:only )?(?:subject to|with|by|after|upon) {_LEAVE})"
)
_WORDS = rf"(?: (?!{_TURNS}|no\b|not\b|never\b)[a-z']+)"
_PUBLISH = r"(?:<strong>|<reusing>|<weak>|using|adding|putting|placing|including)\b"

BARRED = (
    row(
        "bar",
        rf"\b(?:{_COMMAND}{_AS}{_FIRM}|(?:nor|nowhere){_FIRM}|(?:not|never){_AS}(?:{_FIRM} {_DONE}{_FIRM}"
        rf"|{_DIRECT})) (?:{_IN}|(?<=be )part of|(?<=become )part of) {FEED}",
        _CUES,
        "may not be added to a feed; not in RSS feeds",
    ),
    row(
        "bar",
        rf"\b{_COMMAND}{_AS}{_FIRM} {_IN}(?:,? (?!{_TURNS})[\w'/-]+){{1,4}}?,? n?or {FEED}",
        _CUES,
        "may not be used in podcasts or RSS feeds",
    ),
    row(
        "bar",
        rf"\b(?:(?:no|nobody|none|nothing|neither){_SOME} (?:{_DONE}|may|can|shall|should|must){_SOME}"
        rf"|(?<!is )(?<!are )(?:no|none|nothing|neither){_ANY}(?: of (?:it|this|these|them))?,?"
        rf"|(?:prohibit\w*|forbid\w*){_SOME}) {_IN} {FEED}"
        rf"|\b(?:prohibit|forbid|ban)s? {FEED}"
        rf"|\b(?:not|never) (?:allow|permit|authori[sz]e|want|grant|licence) {FEED}",
        _CUES,
        "No part may be used in feeds; no syndication by RSS; we do not allow feeds",
    ),
    row(
        "bar",
        rf"(?<!is )(?<!are )(?<!has )(?<!have )(?<!had )(?<!offer )\bno (?:{FEED}|feed(?=\W*$|[,;)]))"
        r"(?! yet\b)"
        rf"|(?<!is )(?<!are )\bnot (?:(?:rss|feeds|newsfeeds)\b|{FEED}(?=\W*$|[,;)]))"
        rf"|\b(?:not|never) (?:include|cover|extend to|apply to) {FEED}",
        _CUES,
        "No RSS feeds; but not: there is no RSS feed",
    ),
    row(
        "bar",
        rf"(?<!our )(?<!my )\b{FEED}(?: (?:and|or) [a-z]+)?(?: {_USE})?(?: without [a-z' ]{{0,30}}"
        rf"(?:permission|consent))?(?: (?:is|are))? {_REFUSED}\b",
        _CUES,
        "RSS syndication is not allowed; feeds excepted",
    ),
    row(
        "bar",
        rf"(?<!our )(?<!my )\b{FEED} (?:may|must|can|should|do) (?:not|never) (?:carry|include|contain|use"
        r"|run|show|display|take|copy|publish|post|re[a-z]+) (?:it|this|these|them|the|our|my)\b",
        _CUES,
        "Feeds must not carry it",
    ),
    row("bar", rf"\b{FEED}: ?(?:no|not|never|none)\b", _CUES, "Feeds: no"),
    row(
        "bar",
        rf"\b(?:keep|leave|stays?|remains?|kept|left)(?: [a-z]+){{0,4}} out of {FEED}",
        _CUES,
        "Keep it out of feeds",
    ),
    row(
        "bar",
        r"\bwithout (?:adding|putting|including|using|placing|publishing|posting|distributing|syndicating)"
        rf"(?: [a-z]+){{0,3}}? {_IN} {FEED}",
        _CUES,
        "without adding it to feeds",
    ),
    row(
        "bar",
        rf"\b(?:nicht|kein\w*|pas|niet|geen|sauf|ausser|salvo|excepto|eccetto)\b(?! {_MORE}\b)"
        rf"(?: (?!unser|notre|ons|onze|nuestr|nostr|{_TURNS_ABROAD})[a-z-]+){{0,5}}?"
        r" (?:rss|rss-feeds?|newsfeeds?|feeds?)\b"
        r"|\b(?:no|non|mai|nunca|nie) (?:en|nei|nel|in|da|como|come|w) (?:[a-z]+ ){0,2}(?:rss|feeds?)\b",
        _CUES,
        "nicht in RSS-Feeds; pas dans des flux RSS",
    ),
)
ASKED = (
    row(
        "ask",
        rf"\b(?:{FEED}(?: {_USE})?|{_USE} {_IN} {FEED})(?:,? (?:and|or){_WORDS}{{1,3}}?)? {_FIRST}\b"
        rf"|\b(?:{FEED} {_USE}|{_USE} {_IN} {FEED}) must be"
        r" (?:approved|authori[sz]ed|agreed|cleared|licenced)\b",
        _CUES,
        "Syndication by RSS requires written permission",
    ),
    row(
        "ask",
        rf"\b<permission> (?:is|must be) (?:also |first |always )?(?:needed|required|necessary|sought"
        rf"|obtained|asked){_WORDS}{{0,6}}? {_IN} {FEED}"
        rf"|\b(?:needs?|requires?|must have|obtain|seek|get|request|ask for) {_LEAVE}{_WORDS}{{0,6}}?"
        rf" {_IN} {FEED}",
        _CUES,
        "Permission is needed for use in feeds; you need permission to put it in feeds",
    ),
    row(
        "ask",
        rf"\b(?:ask|contact|write to|consult|check with)(?: (?:me|us|first|the|author|publisher|editor))*"
        rf" (?:before|if you (?:want|wish|plan|intend|would like)|to){_WORDS}{{0,4}}? {_PUBLISH}"
        rf"{_WORDS}{{0,4}}? {_IN} {FEED}",
        _CUES,
        "Ask before you add it to a feed",
    ),
    row(
        "ask",
        rf"^\W*(?:to|for|before|if|anyone|whoever)\b{_WORDS}{{0,5}}? {_PUBLISH}{_WORDS}{{0,4}}?"
        rf" {_IN} {FEED},?(?: (?!no\b|not\b|never\b|without\b)[a-z']+){{0,5}}? "
        rf"(?:(?:must|should|please|first) ask|ask (?:me|us|first)|{_LEAVE})\b"
        rf"|^\W*(?:for )?{FEED}(?: {_USE})?[,:]? (?:please |you must |first )*"
        rf"(?:ask|by (?:arrangement|agreement)|on request|(?:only )?(?:with|by) {_LEAVE})\b"
        r"|\b(?:rss|news|web) feed (?:publishers?|editors?|owners?|operators?) (?:must|should|need)\b"
        r"|^\W*feed (?:publishers?|editors?|owners?|operators?) (?:must|should|need)\b",
        _CUES,
        "For feeds, ask first; to publish it in a feed you need our permission",
    ),
    row(
        "ask",
        r"\b(?:rss|rss-feeds?|newsfeeds?|feeds?) (?:(?:ist|sind|nur|bedarf|bedurfen|erfordert|braucht|mit"
        r"|nach|unserer|der|vorheriger|schriftlicher|einer|ausdrucklicher) )+(?:genehmigung|zustimmung"
        r"|erlaubnis|einwilligung)\b",
        _CUES,
        "in RSS-Feeds nur mit Genehmigung",
    ),
)
_BUT = r"(?:except\w*|excluding|excludes?|other than|apart from|save|with the exception of)"
EXCEPTED = (  # what an exception takes out of a grant; out of a denial it takes what is granted
    row(
        "bar",
        rf"\b{_BUT}(?: (?:for|from|use|when|if|used|it is))*(?: {_IN})? {FEED}",
        _CUES,
        "except in RSS feeds",
    ),
    row("bar", rf"^\W*but (?:{_IN} )?{FEED}(?=\W*$)", _CUES, "everywhere but in feeds"),
)
_NO = re.compile(r"\b(?:not|no|never|nor|nobody|none|nothing|neither)\b")

# an exception that says nothing more, at the end of a grant or before what it asks for
_ASIDE = re.compile(
    rf"(?:,|,? \(|:)?(?: (?:but|and))? ?\b(?:(?:not|never)(?: {_IN})?|no|{_BUT}(?: {_IN})?) {FEED}"
    r"(?:, please)?\)?(?=\W*$|,? (?:with|provided|as long as|so long as|if|on condition)\b)"
)
_EXCEPTION = re.compile(rf"\b{_BUT}\b")

# a clause that bars feeds and nothing else
_WORK = (
    r"(?:it|them|this|these|they|(?:(?:the|this|my|our|these) )?(?:articles?|texts?|stories|story|pieces?"
    r"|columns?|content))"
)
_VERB = (
    r"(?:re)?(?:publish|print|produce|post|distribute|syndicate|use|include|put|add|place|insert"
    r"|carry|run|copy)"
)
_VERBED = (
    r"(?:re)?(?:published|printed|produced|posted|distributed|syndicated|used|included|put|added|placed"
    r"|inserted|carried|run|copied)"
)
_NO_WEB = r"(?!.*\bweb(?:,|/| and| or))"  # "in web and RSS feeds" may speak of the web
ONLY_FEEDS = (
    r"^\W*(?:(?:but|and|please|however|though),? )*(?:"
    rf"{_WORK} (?:may|must|can|should|is|are) (?:not|never) (?:to )?(?:be )?{_VERBED} {_IN} {FEED}"
    rf"|{_WORK} (?:may|must|can|should) (?:not|never) appear {_IN} {FEED}"
    rf"|(?:you (?:may|must|can|should) (?:not|never)|do not|never) {_VERB}(?: {_WORK})? {_IN} {FEED}"
    rf"|(?:(?:any|all|the) )?(?:{FEED} {_USE}|{FEED}|{_USE} {_IN} {FEED}) (?:is|are) {_REFUSED}"
    rf"|(?:no|not for) (?:{_USE} {_IN} {FEED}|{FEED} {_USE}|{FEED})"
    rf"|{_NO_WEB}(?:(?:any|all|the) )?(?:{FEED} {_USE}|{FEED}|{_USE} {_IN} {FEED}) {_FIRST}"
    rf"|{_NO_WEB}for (?:{_USE} {_IN} )?{FEED}(?: {_USE})?,? (?:please )?ask(?: (?:me|us))?(?: first)?"
    r")(?:, please)?\W*$"
)

# what a copy keeps, and is not barred itself
_PART = (
    r"(?:(?:live )?links?|by-?lines?|credits?|(?:resource )?box|bio|notice|names?|copyright (?:line|notice))"
)
# before a "not" that bars no article: pictures, what it keeps, or what "we" do or answer for
_BESIDE = re.compile(
    rf"(?:(?:^|, )\W*(?:(?:the|our|my|all|any|these|its|their|but|and|please) )*(?:{_THING}|{_PART})"
    r"(?: (?!and |or |it |this |articles? |texts? )[a-z]+){0,3}?,?"
    rf"|\b{_JOINED}{_THING},? (?:which|that|who))"
    rf" (?:may|must|can|could|shall|should|will|is|are|was|were|do|does|{_IN})(?: also)? $"
)
_APART = re.compile(rf"(?:^|, )\W*(?:(?:the|our|my|all|any|these|its) )*{_THING}, $")
_NEEDS = re.compile(r"\b(?:needs?|requires?|takes?) $")  # "it needs no permission to …"
_TELLS = re.compile(r"\b(?:we|i) (?:do|did|can|could|have|are|am) $")
_ALLOWS = re.compile(
    r"\b(?:allow|permi|authori[sz]|licen|grant|want|wish|like|consent|agree|give|offer|approve|accept|care"
    r"|let|have|tolerate|sell)"
)
_SPARED = re.compile(r"\b(?:no|not|nor|never|without|neither|nobody|no one)(?:'s)?(?: [a-z]+){0,2} $")


def feeds_in(text: str) -> Iterator[tuple[Limit, int, int]]:
    """That a clause keeps the article out of feeds, with its place; once."""
    for wording, first in found((*BARRED, *ASKED, *EXCEPTED), text):
        for match in wording.pattern.finditer(text, first.start()):
            if not _idle(wording, match, text[: match.start()]):
                yield Limit("no_feeds", ""), match.start(), match.end()
                return


def _idle(wording: Wording, match: re.Match[str], before: str) -> bool:
    """Whether the words `before` make a wording speak of something else than this article in feeds."""
    if wording in EXCEPTED:
        return _NO.search(before) is not None
    if wording in ASKED:
        return _SPARED.search(before) is not None or _BESIDE.search(before) is not None
    told = _TELLS.search(before) is not None and not _ALLOWS.search(match.group())
    return any((told, _BESIDE.search(before), _APART.search(before), _NEEDS.search(before)))


def unfed(plain: str, start: int) -> str:
    """A grant without the exception of feeds behind `start`, which is understood; other letters in place."""

    def blank(match: re.Match[str]) -> str:
        said = match.group()
        turned = (
            _EXCEPTION.search(said) is not None and _NO.search(plain, 0, start + match.start()) is not None
        )
        return said if turned or not any(feeds_in(said)) else " " * len(said)

    return plain[:start] + _ASIDE.sub(blank, plain[start:])


def but_feeds(plain: str) -> str:
    """What a clause that bars feeds speaks of beside them; nothing of any other clause."""
    return _FEED.sub(lambda match: " " * len(match.group()), plain) if any(feeds_in(plain)) else ""
