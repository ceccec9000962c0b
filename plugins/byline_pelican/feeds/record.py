"""The object `_byline` of a JSON Feed's item: what JSON Feed has no word for.

Pure. Its schema is `docs/schemas/feed-item.schema.json`, and `docs/formats.md` says what each field means.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from byline.model import FORMAT, plain
from byline.render import to_html
from byline.rights.plainly import DUTIES, Line, conditions, duties, requests
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Entry
from byline_pelican.feeds.item import Item, uri
from byline_pelican.feeds.places import ABOUT
from byline_pelican.kit.kit import Loan
from byline_pelican.kit.notice import notice_of
from byline_pelican.machine.claims import Claims, public_licence
from byline_pelican.machine.places import absolute, kit_address
from byline_pelican.machine.terms import words_of


def record_of(  # noqa: PLR0913, PLR0917  all of it is known by now
    entry: Entry, loan: Loan, claims: Claims, item: Item, credit: str, configuration: Configuration
) -> Mapping[str, Any]:
    """The object for an article, whose item is made."""
    article, terms = entry.article, entry.terms
    rights = article.rights
    notice = notice_of(terms, loan.piece, configuration.byline.contact, words_of(article))
    kept = [duty for duty in terms.keep if duty in DUTIES]
    return {
        "format": FORMAT,
        "about": absolute(ABOUT, configuration),
        "uses": [use.value for use in loan.uses],
        "terms": terms.record(),
        "terms_url": item.terms or None,
        "kit_url": kit_address(article, configuration),
        "keep": [
            {"duty": duty.value, **said} for duty, said in zip(kept, _lines(duties(terms)), strict=True)
        ],
        "conditions": _lines(conditions(terms)),
        "requests": _lines(requests(terms)),
        "notice": {"asked": notice.asked, "to": notice.to or None, "words": notice.words},
        "copyright": claims.text,
        "holders": list(claims.holders),
        "permission": words_of(article),
        "box": {"markdown": rights.resource_box, "html": to_html(rights.resource_box)},
        "credit": credit,
        "licence": plain(public_licence(article)),
        "source_url": uri(entry.credit.source_url or "") or None,
        "citation": item.citation,
        "pictures": plain(item.pictures),
        "left_out": [
            {"url": left.picture.url, "kind": left.kind, "reason": left.reason, "words": left.words}
            for left in loan.out
        ],
    }


def _lines(lines: Sequence[Line]) -> list[dict[str, str]]:
    return [{"text": line.text, "words": line.words} for line in lines]
