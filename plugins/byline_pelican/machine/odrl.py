"""An ODRL offer for each distinct terms: `terms/…/odrl.jsonld`.

What is stated is written, and nothing else: a grant is a permission, a denial a prohibition, "ask first" a
permission that waits for consent. A request is never a duty. Every rule carries the author's words that
prove it; only what a file's stored terms make stricter has none. A use is permitted for those articles
alone that lend it on the day of the build. Where nothing is stated there is no offer, for an offer
without a rule is none. The names are in `profile.py`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from byline.model import Answer, Duty, Limit, Terms, Use
from byline.rights.limits import DAYS, MONTHS, SPAN, day_of
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry
from byline_pelican.machine import profile
from byline_pelican.machine.places import absolute, article_address
from byline_pelican.machine.terms import ODRL, Sheet, sheets

Node = dict[str, Any]
LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A permission or prohibition, and the articles that it is about."""

    kind: str
    node: Node
    entries: tuple[Entry, ...]


def offers(edition: Edition, configuration: Configuration) -> dict[str, Node]:
    """By the path of its terms page, each offer of the edition."""
    if not configuration.byline.machine.odrl:
        return {}
    made = {sheet.path: offer(sheet, configuration) for sheet in sheets(edition)}
    return {path: node for path, node in made.items() if node}


def odrl_files(edition: Edition, configuration: Configuration) -> Iterable[tuple[str, bytes]]:
    """The offers as files."""
    for path, node in offers(edition, configuration).items():
        yield path + ODRL, (json.dumps(node, indent=1, ensure_ascii=False) + "\n").encode()


def offer(sheet: Sheet, configuration: Configuration) -> Node:
    """The offer of one terms page; empty where the terms state nothing."""
    rules = list(_rules(sheet))
    if not rules:
        return {}
    page = absolute(sheet.path, configuration)
    shared = all(_same(rule.entries, sheet.entries) for rule in rules)
    node: Node = {
        "@context": [profile.CONTEXT, profile.PREFIXES],
        "@type": "Offer",
        "uid": page + ODRL,
        "profile": profile.PROFILE,
        "rdfs:seeAlso": {"@id": page},
        "assigner": _assigner(sheet, page),
    }
    if sheet.licence:
        node["dcterms:license"] = {"@id": sheet.licence.url}
    if shared:
        node["target"] = _targets(sheet.entries, configuration)
    for rule in rules:
        targets = {} if shared else {"target": _targets(rule.entries, configuration)}
        node.setdefault(rule.kind, []).append({**targets, **rule.node})
    return {**node, **_remarks(sheet.terms)}


def _targets(entries: tuple[Entry, ...], configuration: Configuration) -> list[str]:
    return [article_address(entry.article, configuration) for entry in entries]


def _assigner(sheet: Sheet, page: str) -> Node | str:
    """The authors where all articles have the same and speak themselves; else whom each credit names."""
    authors = {entry.article.authors for entry in sheet.entries}
    names = sheet.entries[0].credit.byline.removeprefix("By ")
    if len(authors) > 1 or not names or sheet.terms.speaker != "author":
        return profile.HOLDER
    kind = "Party" if len(sheet.entries[0].article.authors) == 1 else "PartyCollection"
    return {"@id": f"{page}#author", "@type": kind, "vcard:fn": names}


def _rules(sheet: Sheet) -> Iterator[_Rule]:
    """Permissions first, then prohibitions; a rule that two terms state is written once."""
    yield from _granted(sheet)
    yield from _asked(sheet)
    yield from _changes(sheet)
    written: list[Node] = []
    for node in _prohibitions(sheet.terms):
        rule = {name: value for name, value in node.items() if name != profile.WORDS}
        if rule not in written:
            written.append(rule)
            yield _Rule("prohibition", node, sheet.entries)


def _granted(sheet: Sheet) -> Iterator[_Rule]:
    """A permission for each grant; uses that the same words grant, of the same articles, stand together."""
    grouped: dict[tuple[str, str, int], list[Use]] = {}
    lenders = {use: sheet.lenders(use) for use in Use}
    for use in (use for use in Use if lenders[use]):
        words = _words(sheet.terms, f"{use.value}={Answer.GRANTED.value}")
        alike = next((u for u in lenders if _same(lenders[u], lenders[use])), use)
        grouped.setdefault((_action(use), words, list(Use).index(alike)), []).append(use)
    for (action, words, _), uses in grouped.items():
        yield _Rule("permission", _permission(action, uses, sheet.terms, words), lenders[uses[0]])


def _same(left: tuple[Entry, ...], right: tuple[Entry, ...]) -> bool:
    return [entry.article.slug for entry in left] == [entry.article.slug for entry in right]


def _asked(sheet: Sheet) -> Iterator[_Rule]:
    """What needs the author's permission first: permitted to those who have it."""
    for use in Use:
        if sheet.terms.answer(use) is Answer.ASK:
            said = _said(_words(sheet.terms, f"{use.value}={Answer.ASK.value}"))
            duty = {"action": "obtainConsent", "consentingParty": profile.HOLDER, **said}
            yield _Rule("permission", {**_act(_action(use), [use]), "duty": [duty], **said}, sheet.entries)


def _changes(sheet: Sheet) -> Iterator[_Rule]:
    """Changes that the terms allow, to whoever may reprint at all."""
    lenders = tuple(entry for entry in sheet.entries if entry.lent)
    action = profile.TERM_PERMISSIONS.get(f"modify={sheet.terms.modify}")
    if action and lenders:
        words = _words(sheet.terms, f"modify={sheet.terms.modify}")
        yield _Rule("permission", _permission(action, [], sheet.terms, words), lenders)


def _prohibitions(terms: Terms) -> Iterator[Node]:
    for use in Use:
        if terms.answer(use) is Answer.DENIED:
            words = _words(terms, f"{use.value}={Answer.DENIED.value}")
            yield {**_act(_action(use), [use]), **_said(words)}
    for fact, action in profile.TERM_PROHIBITIONS.items():
        name, value = fact.split("=")
        if getattr(terms, name) == value:
            yield {"action": action, **_said(_words(terms, fact))}
    for limit in terms.limits:
        said = _said(_words(terms, f"limit={limit.kind}"))
        if limit.kind in profile.LIMIT_PROHIBITIONS:
            yield {"action": profile.LIMIT_PROHIBITIONS[limit.kind], **said}
        elif limit.kind in profile.LIMIT_CHANNELS:
            yield {**_act("distribute", [profile.LIMIT_CHANNELS[limit.kind]]), **said}


def _action(use: Use) -> str:
    return profile.ACTIONS.get(use, "distribute")


def _act(action: str, uses: list[Use]) -> Node:
    """An action, by these channels where it is to distribute."""
    if action != "distribute":
        return {"action": action}
    channels = [{"@id": f"byline:{use.value}"} for use in uses]
    return {"action": action, "constraint": [_bound("deliveryChannel", "isAnyOf", channels)]}


def _permission(action: str, uses: list[Use], terms: Terms, words: str) -> Node:
    """A permission with all that binds it: bounds, duties, and the requests that bind nobody."""
    act = _act(action, uses)
    found = {
        "constraint": [*act.get("constraint", []), *_bounds(terms)],
        "duty": [*_kept(terms), *_told(terms), *_owed(terms)],
        "byline:request": list(_requests(terms)),
    }
    return {**act, **{name: nodes for name, nodes in found.items() if nodes}, **_said(words)}


def _kept(terms: Terms) -> Iterator[Node]:
    for duty in terms.keep:
        if duty in profile.DUTIES:
            action, part = profile.DUTIES[duty]
            about: Node = {"target": part} if part else {}
            if duty is Duty.BYLINE:
                about = {"attributedParty": "byline:Author"}
            yield {"action": action, **about, **_said(_words(terms, f"keep={duty.value}"))}


def _told(terms: Terms) -> Iterator[Node]:
    """The notice, where it is required; a duty of a permission is done first, unless it says otherwise."""
    if terms.notice not in {"required", "before_use"}:
        return
    node: Node = {"action": "inform", "informedParty": _informed(terms)}
    if terms.notice == "before_use":
        node["constraint"] = [_bound("event", "lt", {"@id": "odrl:policyUsage"})]
    yield {**node, **_said(_words(terms, f"notice={terms.notice}"))}


def _requests(terms: Terms) -> Iterator[Node]:
    if terms.notice == "appreciated":
        said = _said(_words(terms, "notice=appreciated"))
        yield {"@type": "byline:Request", "byline:asks": {"@id": "odrl:inform"}, **_to(terms), **said}


def _informed(terms: Terms) -> str:
    return f"mailto:{terms.notice_to}" if terms.notice_to and "@" in terms.notice_to else profile.HOLDER


def _to(terms: Terms) -> Node:
    return {"byline:of": {"@id": _informed(terms)}}


def _owed(terms: Terms) -> Iterator[Node]:
    for limit in terms.limits:
        if limit.kind in profile.LIMIT_DUTIES:
            action = profile.LIMIT_DUTIES[limit.kind]
            yield {"action": action, **_said(_words(terms, f"limit={limit.kind}"))}


def _bounds(terms: Terms) -> Iterator[Node]:
    """Constraints; what no table knows is one too."""
    known = {*profile.LIMIT_DUTIES, *profile.LIMIT_PROHIBITIONS, *profile.LIMIT_CHANNELS}
    known |= {*profile.LIMIT_REMARKS, *profile.LIMIT_ELSEWHERE}
    for limit in terms.limits:
        if limit.kind not in known:
            yield {**_bounded(limit), **_said(_words(terms, f"limit={limit.kind}"))}


def _bounded(limit: Limit) -> Node:
    if limit.kind in profile.LIMIT_DAYS and day_of(limit.value):
        day = {"@value": limit.value[:10], "@type": "xsd:date"}
        return _bound("dateTime", profile.LIMIT_DAYS[limit.kind], day)
    span = _duration(limit.value)
    if limit.kind in profile.LIMIT_SPANS and span:
        value = {"@value": span, "@type": "xsd:duration"}
        return _bound("byline:sinceFirstPublication", profile.LIMIT_SPANS[limit.kind], value)
    return _bound(f"byline:{limit.kind}", "eq", limit.value or True)


def _duration(value: str) -> str:
    """`P3M` for `3 months`; empty where the value is no span."""
    match = SPAN.fullmatch(value)
    if match is None:
        return ""
    number, unit = match[1], match[2]
    return f"P{number}{LETTERS[unit]}" if unit in {*DAYS, *MONTHS} else f"PT{number}H"


def _bound(left: str, operator: str, right: object) -> Node:
    return {"@type": "Constraint", "leftOperand": left, "operator": operator, "rightOperand": right}


def _remarks(terms: Terms) -> Node:
    found = [
        {"@id": f"byline:{limit.kind}", **_said(_words(terms, f"limit={limit.kind}"))}
        for limit in terms.limits
        if limit.kind in profile.LIMIT_REMARKS
    ]
    return {"byline:remark": found} if found else {}


def _said(words: str) -> Node:
    return {profile.WORDS: words} if words else {}


def _words(terms: Terms, fact: str) -> str:
    proof = terms.proof(fact)
    return " ".join(proof.text.split()) if proof else ""
