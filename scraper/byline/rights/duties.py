"""The parts that terms ask for, and whether an article file has them.

Pure. Nobody can keep a part that the file lacks: `permit` withholds such an article, `lint` names it.
"""

from collections.abc import Callable

from byline.model import Article, Duty, Terms
from byline.render import links
from byline.web import is_live, is_web_address


def _has_link(article: Article) -> bool:
    rights = article.rights
    parts = (rights.copyright, rights.resource_box, rights.permission, rights.source_line)
    return any(is_live(link.url) for part in parts for link in links(part)) or _has_address(article)


def _has_address(article: Article) -> bool:
    return any(is_web_address(url) for url in (article.source.canonical, article.source.url))


def _is_source(article: Article) -> bool:
    """An article that was not imported first appears where it is published."""
    return bool(article.rights.source_line.strip()) or article.source.identity is None


HELD: dict[Duty, Callable[[Article], bool]] = {  # the statement holds the duties that are not here
    Duty.BYLINE: lambda article: bool(article.authors),
    Duty.COPYRIGHT: lambda article: bool(article.rights.copyright.strip()),
    Duty.RESOURCE_BOX: lambda article: bool(article.rights.resource_box.strip()),
    Duty.LIVE_LINK: _has_link,
    Duty.SOURCE_LINK: lambda article: _is_source(article) or _has_address(article),
}


def lacking(article: Article, terms: Terms) -> tuple[Duty, ...]:
    """What the terms ask to keep and the file does not hold.

    A licence asks for a link to the source where there is one to name (CC BY 4.0, section 3(a)(1)).
    """
    asked = [duty for duty in terms.keep if duty is not Duty.SOURCE_LINK or not _by_licence(terms, duty)]
    return tuple(duty for duty in asked if duty in HELD and not HELD[duty](article))


def _by_licence(terms: Terms, duty: Duty) -> bool:
    asked, licence = terms.proof(f"keep={duty.value}"), terms.proof("licence")
    return asked is not None and licence is not None and asked.start == licence.start
