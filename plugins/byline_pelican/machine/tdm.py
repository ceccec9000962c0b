"""The TDM Reservation Protocol: `/.well-known/tdmrep.json`, and the same in the head of each page.

The first rule that matches holds, so articles come before the site. `tdm-policy` names the terms page,
where a person reads how to ask; only a reservation has one.
"""

import json
from collections.abc import Iterable

from byline.model import Article
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.machine.places import absolute, article_address, rule_path
from byline_pelican.machine.signals import NO, YES, Signals, article_signals, below, site_signals
from byline_pelican.machine.terms import terms_path

TDMREP = ".well-known/tdmrep.json"
RESERVATION = {NO: 1, YES: 0}


def tdm_file(edition: Edition, configuration: Configuration) -> Iterable[tuple[str, bytes]]:
    """The rules of the whole site; no file where nothing is said."""
    rules = [rule for rule in _rules(edition, configuration) if rule]
    if rules:
        yield TDMREP, (json.dumps(rules, indent=1) + "\n").encode()


def _rules(edition: Edition, configuration: Configuration) -> Iterable[dict[str, object]]:
    settings = configuration.byline.machine
    site = site_signals(settings)
    for entry in edition.published:
        said = tdm_of(entry.article, configuration)
        place = rule_path(article_address(entry.article, configuration))
        yield _rule(place, said, absolute(terms_path(entry.article), configuration))
    yield _rule(rule_path(absolute("", configuration)), reservation(site))


def tdm_of(article: Article, configuration: Configuration) -> int | None:
    """0, 1 or nothing for one article; it is reserved where only the site is open."""
    settings = configuration.byline.machine
    return reservation(below(article_signals(article, settings), site_signals(settings)))


def reservation(said: Signals) -> int | None:
    """1 where mining is reserved, 0 where it is open, None where nothing is said."""
    return RESERVATION.get(said.mining)


def _rule(place: str, said: int | None, policy: str = "") -> dict[str, object]:
    if said is None:
        return {}
    rule: dict[str, object] = {"location": place, "tdm-reservation": said}
    return {**rule, "tdm-policy": policy} if policy and said else rule
