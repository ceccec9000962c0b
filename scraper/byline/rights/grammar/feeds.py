"""Words that keep an article out of feeds: "not in RSS feeds", "RSS syndication is not allowed".

They bar less than a use of the article. A feed that is granted, offered to readers, or only spoken of
bars nothing: `_TURNS` are words between a "not" and a feed that make the "not" speak of something else.
"""

import re
from collections.abc import Iterator

from byline.model import Limit
from byline.rights.grammar.wording import found, row

_DETERMINED = r"(?:(?:an?|any|all|the|your|their|other|another|such|either|public|commercial) )*"
_SORT = r"(?:rss|xml|atom|rdf|json|news|web|content|syndicated|syndication|automated|automatic)"
FEED = (
    rf"(?:{_DETERMINED}(?:(?:{_SORT}(?:/|-|,? or |,? and |, | )(?:other )?){{1,5}}feeds?|newsfeeds?|feeds"
    r"|feed (?:readers?|aggregators?))"
    rf"|{_DETERMINED}rss(?: (?:syndication|distribution|readers?|aggregators?|channels?))?"
    r"|(?:an?|any|your|their|another|the|such|other) feed)\b"
)
_FEED = re.compile(FEED)
_IN = r"(?:in|into|to|on|onto|through|via|by|with|for|as|of|over|inside|within|using)"
_TURNS = (
    r"(?:but|except\w*|unless|without|only|just|merely|if|when|where|while|although|though|other(?= than)"
    r"|save|subscrib\w*|sign|join|forget|hesitate|wait|miss|fail|need\w*|requir\w*|necessar\w*|ask\w*"
    r"|charge\w*|fees?|costs?|royalt\w+|payment|object\w*|problems?|restrict\w*|limit\w*|reason|harm|mind\w*"
    r"|oppos\w*|averse|against|link\w*|prevents?|stops?|wrong|matter|strings)\b"
    r"|(?:sold|sell\w*|resold|sale|chang\w*|edit\w*|alter\w*|shorten\w*|cut|abridg\w*|truncat\w*|modif\w*"
    r"|remov\w*|strip\w*|omit\w*|drop\w*|delet\w*|advert\w*|ads)\b(?!,? (?:or|nor|and)\b)"
)
_SOME = rf"(?:,? (?!{_TURNS})[\w'/-]+){{0,10}}?,?"  # words that leave the "not" its meaning
_FIRM = rf"(?:,? (?!{_TURNS}|(?:may|can|could|might)\b)[\w'/-]+){{0,10}}?,?"
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

BARRED = (
    row("bar", rf"\b(?:not|never|nor|nowhere){_FIRM} {_IN} {FEED}", _CUES, "may not be added to a feed"),
    row(
        "bar",
        rf"\b(?:no|nobody|none|nothing|neither|prohibit\w*|forbid\w*){_SOME} {_IN} {FEED}",
        _CUES,
        "No part may be used in feeds; no syndication by RSS",
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
        r"\b(?:nicht|kein\w*|pas|niet|geen|sauf|ausser|salvo|excepto|eccetto)\b"
        r"(?: (?!unser|notre|ons|onze|nuestr|nostr)[a-z-]+){0,5}? (?:rss|rss-feeds?|newsfeeds?|feeds?)\b"
        r"|\b(?:no|non|mai|nunca|nie) (?:en|nei|nel|in|da|como|come|w) (?:[a-z]+ ){0,2}(?:rss|feeds?)\b",
        _CUES,
        "nicht in RSS-Feeds; pas dans des flux RSS",
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
ONLY_FEEDS = (
    r"^\W*(?:(?:but|and|please|however|though),? )*(?:"
    rf"{_WORK} (?:may|must|can|should|is|are) (?:not|never) (?:to )?(?:be )?{_VERBED} {_IN} {FEED}"
    rf"|{_WORK} (?:may|must|can|should) (?:not|never) appear {_IN} {FEED}"
    rf"|(?:you (?:may|must|can|should) (?:not|never)|do not|never) {_VERB}(?: {_WORK})? {_IN} {FEED}"
    rf"|(?:(?:any|all|the) )?(?:{FEED} {_USE}|{FEED}|{_USE} {_IN} {FEED}) (?:is|are) {_REFUSED}"
    rf"|(?:no|not for) (?:{_USE} {_IN} {FEED}|{FEED} {_USE}|{FEED})"
    r")(?:, please)?\W*$"
)


def feeds_in(text: str) -> Iterator[tuple[Limit, int, int]]:
    """That a clause keeps the article out of feeds, with its place; once."""
    for wording, match in found((*BARRED, *EXCEPTED), text):
        if wording in BARRED or not _NO.search(text, 0, match.start()):
            yield Limit("no_feeds", ""), match.start(), match.end()
            return


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
