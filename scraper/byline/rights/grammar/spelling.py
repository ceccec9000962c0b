"""How the words of permissions are misspelt, shortened and run together, and what they mean.

RESPELLINGS maps every other way to write a word to the one that the tables use. A word in
neither list is left alone: a wrong guess could turn a denial into a grant.
"""

import re
from functools import lru_cache

RESPELLINGS = {
    # one word, two customs
    **dict.fromkeys(("web site", "web cite", "websight", "web sight", "websit", "we bsite"), "website"),
    **dict.fromkeys(("web sites", "web cites", "websights"), "websites"),
    **dict.fromkeys(("web page", "web pages"), "webpage"),
    **dict.fromkeys(("web master", "web masters"), "webmasters"),
    **dict.fromkeys(("e zine", "e mag", "emag", "e magazine", "emagazine", "ezeen"), "ezine"),
    **dict.fromkeys(("e zines", "e mags", "emags", "e magazines"), "ezines"),
    **dict.fromkeys(("e mail", "e mails", "emails"), "email"),
    **dict.fromkeys(("e mailed", "e mailing"), "emailed"),
    **dict.fromkeys(("e book", "e books", "ebooks"), "ebook"),
    **dict.fromkeys(("e newsletter", "enewsletter", "news letter", "newsleter", "newslatter"), "newsletter"),
    **dict.fromkeys(
        ("e newsletters", "enewsletters", "news letters", "newsleters", "newslatters"), "newsletters"
    ),
    **dict.fromkeys(("on line", "onine"), "online"),
    **dict.fromkeys(("by line", "by lines", "bylines"), "byline"),
    **dict.fromkeys(("head line",), "headline"),
    **dict.fromkeys(("hyper link", "hot link", "hotlink"), "hyperlink"),
    **dict.fromkeys(("hyper links", "hot links", "hotlinks"), "hyperlinks"),
    **dict.fromkeys(("in tact",), "intact"),
    **dict.fromkeys(("tag line", "tag lines"), "tagline"),
    **dict.fromkeys(("linck", "lnk"), "link"),
    **dict.fromkeys(("lincks", "lnks"), "links"),
    **dict.fromkeys(("copy right", "copywrite", "copyrite", "copyrigth", "©"), "copyright"),
    **dict.fromkeys(("non profit", "not for profit", "no profit", "non profits"), "nonprofit"),
    **dict.fromkeys(("non commercial", "non commercially", "uncommercial"), "noncommercial"),
    **dict.fromkeys(("opt in", "opted in", "double opt in"), "optin"),
    **dict.fromkeys(("re print", "reprnt", "reprit", "rerpint"), "reprint"),
    **dict.fromkeys(("re printed", "reprined", "repinted"), "reprinted"),
    **dict.fromkeys(("re prints",), "reprints"),
    **dict.fromkeys(("re printing",), "reprinting"),
    **dict.fromkeys(("re publish", "republsh", "repbulish"), "republish"),
    **dict.fromkeys(("re published",), "republished"),
    **dict.fromkeys(("re publication", "re publishing"), "republication"),
    **dict.fromkeys(("re produce",), "reproduce"),
    **dict.fromkeys(("re produced",), "reproduced"),
    **dict.fromkeys(("re post",), "repost"),
    **dict.fromkeys(("re posted",), "reposted"),
    **dict.fromkeys(("re use", "reusing"), "reuse"),
    **dict.fromkeys(("re used",), "reused"),
    **dict.fromkeys(("re distribute",), "redistribute"),
    **dict.fromkeys(("re distributed",), "redistributed"),
    **dict.fromkeys(("re distribution",), "redistribution"),
    **dict.fromkeys(("permision", "premission", "permisson", "permssion", "perm", "perms"), "permission"),
    **dict.fromkeys(("publsh", "plubish", "publich"), "publish"),
    **dict.fromkeys(("artical", "aritcle", "artcle", "arcticle", "artikel of mine"), "article"),
    **dict.fromkeys(("recieve",), "receive"),
    **dict.fromkeys(("keeped", "kepted"), "kept"),
    **dict.fromkeys(("giveing",), "giving"),
    **dict.fromkeys(("orginal", "origional"), "original"),
    **dict.fromkeys(("auther", "authour", "athor"), "author"),
    **dict.fromkeys(("authers", "authours", "athors"), "authors"),
    **dict.fromkeys(("resorce", "ressource", "recource"), "resource"),
    **dict.fromkeys(("attrib", "atribution"), "attribution"),
    **dict.fromkeys(("sig file", "sigfile", "sig line", "signature file", "signature line"), "signature"),
    **dict.fromkeys(("bio line", "by-line bio"), "bio"),
    # English on both sides of the sea
    "license": "licence",
    "licenses": "licences",
    "licensed": "licenced",
    "licensing": "licencing",
    "sublicense": "sublicence",
    # notes in a hurry
    "w/": "with",
    "w/o": "without",
    "&": "and",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "ok": "okay",
    "o.k.": "okay",
    "feal free": "feel free",
    "fell free": "feel free",
    "feel fre": "feel free",
    "free too": "free to",
    "dont forget too": "do not forget to",
    "forget too": "forget to",
    "is allow": "is allowed",
    "are allow": "are allowed",
    "is permit": "is permitted",
    "is consented": "is allowed",
    "give right": "gives the right",
    "anywere": "anywhere",
    "everywere": "everywhere",
    "u": "you",
    "ur": "your",
    "incl": "include",
    "info": "information",
    "cannot": "can not",
    "can't": "can not",
    "cant": "can not",
    "won't": "will not",
    "wont": "will not",
    "don't": "do not",
    "dont": "do not",
    "doesn't": "does not",
    "doesnt": "does not",
    "mustn't": "must not",
    "mayn't": "may not",
    "needn't": "need not",
    "isn't": "is not",
    "isnt": "is not",
    "aren't": "are not",
    "shouldn't": "should not",
    "couldn't": "could not",
    "wouldn't": "would not",
    "shan't": "shall not",
    "hasn't": "has not",
    "haven't": "have not",
    "didn't": "did not",
    "wasn't": "was not",
    "you're": "you are",
    "you've": "you have",
    "you'd": "you would",
    "we're": "we are",
    "we've": "we have",
    "we'd": "we would",
    "we'll": "we will",
    "i'll": "i will",
    "you'll": "you will",
    "i'd": "i would",
    "i'm": "i am",
    "i've": "i have",
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
}

# Long words of the trade: one wrong letter in them is a slip. Only words with no near neighbour.
_SURE_WORDS = """
permission permitted permissions reprinted reprinting republished republish republishing reproduced
reproduction republication distributed distribution newsletter newsletters copyright provided
publication publications attribution unchanged unaltered unedited website websites resource
biography biographical hyperlink prohibited forbidden authorised authorized commercial noncommercial
magazine magazines electronic electronically acknowledged publisher publishers webmaster webmasters
without article articles attributed
"""
# Short words that stand between them when spaces are lost.
_SMALL_WORDS = """
the this that it is are be may can not no you your to in on of or and with as if for by at all any
from only free freely please keep kept intact byline bylines include included reprint reprints use
used print printed copy copied left author's live her his one two post posted share blog articles newsletters
ezines websites sites entire whole remain remains they these those there here when where which who
what was were has have had will
used print printed copy copied author authors name bio box link links live web site page text must
long so ezine online email notice line credit publish granted given is my our its me us do
"""
LONGEST_RUN = 80  # letters; nobody runs a whole page into one word
SHORTEST_RUN = 9  # letters; shorter words may be words of their own
MANY_RUNS = 3  # words of a text that are several of ours
SAME_HEAD = 2  # letters in which a slip and its word agree
MEMORY = 1 << 14  # words of which it is kept how they are meant: pages say the same ones
TRADE_WORD = 6  # letters; a run must hold one word that is not small change
_SURE = frozenset(_SURE_WORDS.split())
_SMALL = frozenset(_SMALL_WORDS.split())

_FOREIGN = (
    "cion",
    "ciones",
    "zion",
    "zione",
    "zioni",
    "zionen",
    "ee",
    "ees",
    "ato",
    "ata",
    "ado",
    "ada",
    "sje",
)
_WORDS = _SURE | _SMALL
_LONGEST = max(map(len, _WORDS))
_LONG: re.Pattern[str] = re.compile(r"[a-z]{6,}")
# by the letters that carry grammar: no slip is in the first ones, or in the last
_BY_ENDS: dict[tuple[str, str], list[str]] = {}
for _word in sorted(_SURE):
    _BY_ENDS.setdefault((_word[:SAME_HEAD], _word[-1]), []).append(_word)


def read_digits(word: str) -> str:
    """A word in which a scanner saw digits for letters."""
    for letter in "li":
        plain = word.replace("0", "o").replace("1", letter)
        if plain in _WORDS:
            return plain
    return word.replace("0", "o").replace("1", "l")


@lru_cache(maxsize=MEMORY)
def mend_word(word: str) -> str:
    """A long word as it was meant; itself if that is not sure."""
    if word in _WORDS or len(word) > LONGEST_RUN:
        return word
    for wrong, right in (
        ("rn", "m"),
        ("vv", "w"),
        ("cl", "d"),
        ("ii", "n"),
        ("l", "i"),
    ):  # how scanners misread
        if wrong in word and word.replace(wrong, right) in _WORDS:
            return word.replace(wrong, right)
    if word.endswith(_FOREIGN):
        return word
    near = [sure for sure in _BY_ENDS.get((word[:SAME_HEAD], word[-1]), ()) if _one_slip(word, sure)]
    if len(near) == 1:
        return near[0]
    return _spaced(word) if len(word) >= SHORTEST_RUN else word


def _one_slip(word: str, sure: str) -> bool:
    """One letter lost, doubled, wrong or swapped; the first and the last are the same in both."""
    if abs(len(word) - len(sure)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, sure, strict=False)) if a != b), None)
    if at is None or at < SAME_HEAD:
        return False
    tails = (word[at + 1 :], sure[at + 1 :])
    swapped = word[at : at + 2] == sure[at : at + 2][::-1] and word[at + 2 :] == sure[at + 2 :]
    return swapped or tails[0] == tails[1] or word[at:] == tails[1] or tails[0] == sure[at:]


def run_together(text: str) -> bool:
    """Whether the spaces of a text fell out: some of its words are several of ours."""
    words = {word for word in _LONG.findall(text) if word not in _WORDS}
    runs = (_is_run(word) if len(word) <= LONGEST_RUN else spaced_out(word) != word for word in words)
    return bool(sum(runs) >= MANY_RUNS)


@lru_cache(maxsize=MEMORY)
def _is_run(word: str) -> bool:
    return spaced_out(word) != word


def spaced_out(word: str) -> str:
    """The words that a word of such a text is made of; itself if one of them is not ours."""
    return word if word in _WORDS else _spaced(word, trade=0)


def _spaced(word: str, trade: int = TRADE_WORD) -> str:
    """Words whose spaces fell out; only if every piece is a word of ours and one is of `trade` letters."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for start in range(len(word)):
        head = best[start]
        if head is None:
            continue
        for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
            current = best[end]
            if word[start:end] in _WORDS and (current is None or len(head) + 1 < len(current)):
                best[end] = [*head, word[start:end]]
    found = best[-1]
    return " ".join(found) if found and any(len(piece) >= trade for piece in found) else word
