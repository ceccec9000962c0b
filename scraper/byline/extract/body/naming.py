"""What an element calls itself, by its class, id, role and itemprop.

To know one more kind of place, add a row to GROUPS, and train anew; one more kind of chrome for the
container rule, its word to CHROME.
"""

import re
from functools import lru_cache
from typing import NamedTuple

GROUPS: dict[str, str] = {  # words of class, id, role and itemprop
    "content": "content body article articlebody story entry post text main prose richtext copy blogpost",
    "comment": "comment comments commentlist disqus respond reply replies discussion kommentare comentarios",
    "related": "related recommended recommend recommendations more also similar trending popular latest next"
    " recirc readmore suggestions mostread upnext",
    "menu": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager toc contents toolbar skip"
    " tabs",
    "footer": "footer foot bottom copyright legal disclaimer colophon contentinfo",
    "header": "header masthead banner top hero topbar",
    "side": "sidebar aside side complementary rail widget widgets secondary column",
    "promo": "ad ads advert advertisement promo promotion sponsor sponsored outbrain taboola adsense banner"
    " cta offer donate donation shop product products price cart deal",
    "social": "social share sharing shares follow facebook twitter linkedin addtoany sharedaddy likes",
    "person": "author authors bio byline writer contributor vcard avatar profile team member",
    "meta": "meta date time dateline published posted info details timestamp tags tag category"
    " categories label",
    "media": "caption figure figcaption image photo picture video gallery slideshow media embed player"
    " credit",
    "form": "form newsletter subscribe subscription signup login search input register contact email",
    "modal": "modal popup overlay cookie cookies consent gdpr dialog lightbox toast notice alert",
    "card": "card cards teaser teasers grid item items tile list listing feed archive loop carousel"
    " slider swiper",
    "quote": "quote blockquote pullquote callout highlight summary lead intro standfirst dek excerpt deck",
    "unseen": "hidden screen reader sr visually print noprint hide",
}
BITS = {word: 1 << bit for bit, words in enumerate(GROUPS.values()) for word in words.split()}
WORD = re.compile(r"[a-z]+")
GROUPED = (1 << len(GROUPS)) - 1
SAYS_COMMENTS = 1 << len(GROUPS)
SAYS_CHROME = SAYS_COMMENTS << 1
COMMENTS = re.compile(
    r"(?:.*[-_])?(?:comments?|disqus|commentlist|comment[-_]?(?:list|body|content|area|thread|section|form|wrap\w*)s?)"
    r"|disqus.*|respond|replies|discussion|kommentare?|comentarios|commentaires"
)
_WORDS = (
    r"(?:nav|navbar|navigation|menus?|footer|masthead|sidebar|aside|breadcrumbs?|banner"
    r"|cookies?|consent|gdpr|modal|popup|overlay|newsletter|subscribe|subscription|sign-?up|login|share|sharing"
    r"|shares|social|sharedaddy|addtoany|related\w*|recommend\w*|recirc\w*|trending|popular|most-?read|read-?more"
    r"|more-?(?:posts|stories|articles|news)|also-?like|up-?next|next-?(?:post|article)|teasers?|promo\w*|advert\w*"
    r"|ads?|adsense|sponsor\w*|outbrain|taboola|tags?|tagcloud|toolbar|pagination|pager|paging"
    r"|prev-?next|post-?nav\w*|author-?(?:bio|box|info|card)|about-?author|bio"
    r"|skip-?links?|screen-?reader\w*|visually-?hidden|sr-only|print-?only|post-?meta|entry-?meta"
    r"|byline|dateline|copyright|disclaimer|search|carousel|slider|ratings?|cta"
    r"|donate|donation|paywall|cart|contact-?form)"
)
CHROME = re.compile(rf"(?:.*[-_])?{_WORDS}|{_WORDS}[-_].*")
KEPT_NAMES = re.compile(
    r"(?:has|with|without|no|is|hide|show|category|tag|tags|status|format|type)[-_].*|.*[-_]?(?:open|closed)"
)
CHROME_ROLES = re.compile(r"\b(?:navigation|complementary|contentinfo|banner|search|dialog|alertdialog)\b")


class Named(NamedTuple):
    """What an element's names say.

    Attributes:
        bits: the groups whose words they hold.
        first: the first of them.
        comments: they name a comment thread.
        chrome: they name something that is no article.

    """

    bits: int = 0
    first: str = ""
    comments: bool = False
    chrome: bool = False


NAMELESS = Named()


def read_names(names: str) -> Named:
    """What the names of an element say, in lower case."""
    own = names.split()
    said = 0
    for name in own:
        said |= _said(name)
    return Named(said & GROUPED, own[0] if own else "", bool(said & SAYS_COMMENTS), bool(said & SAYS_CHROME))


@lru_cache(maxsize=16_384)
def _said(name: str) -> int:
    """What one name says, as bits: a page has some hundred, and its elements share them."""
    bits = 0
    for word in WORD.findall(name):
        bits |= BITS.get(word, 0)
    kept = KEPT_NAMES.fullmatch(name) is not None
    comments = not kept and COMMENTS.fullmatch(name) is not None
    chrome = CHROME_ROLES.search(name) is not None or (not kept and CHROME.fullmatch(name) is not None)
    return bits | comments * SAYS_COMMENTS | chrome * SAYS_CHROME
