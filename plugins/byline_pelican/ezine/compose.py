"""One ezine issue from what newsletters may print, as data; `printing.py` makes its files.

Pure. Each article is asked for on the issue's day, with what the newsletter has printed before: caps, use
once and repeats are counted as the issue grows. Where the text is withheld and a link is fair, the item is
title and link. `asking.py` asks, `choosing.py` says for which articles.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from urllib.parse import urlsplit

from byline.identity import permanent_id
from byline.model import Answer, Use
from byline.rights.counting import Run, Tally, run_of
from byline.rights.limits import counts
from byline.settings import name_and_address
from byline_pelican.configuration import Configuration
from byline_pelican.dates import sorting_date
from byline_pelican.edition import Edition, Entry, Withheld
from byline_pelican.ezine.asking import Made, asked, fair_link, may_be_asked, no_link, ran_before
from byline_pelican.ezine.choosing import candidates, named
from byline_pelican.ezine.issue import Issue, Item
from byline_pelican.ezine.places import LEAVE, issue_url
from byline_pelican.ezine.plan import Desk, Plan
from byline_pelican.machine.places import absolute

AUTOMATIC = Plan()


@dataclass(slots=True)
class _Growing:
    """An issue while it grows."""

    tally: Tally
    whole: int = 0
    items: list[Item] = field(default_factory=list)
    links: list[Item] = field(default_factory=list)
    refused: list[Withheld] = field(default_factory=list)
    requests: list[Withheld] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    ran: list[Entry] = field(default_factory=list)


def compose(
    edition: Edition,
    configuration: Configuration,
    plan: Plan = AUTOMATIC,
    *,
    runs: tuple[Run, ...] | None = None,
    on_web: bool = True,
) -> Issue:
    """The issue that `plan` asks for, as far as the terms let it.

    Args:
        edition: articles with their permits, issue files and ledger.
        configuration: names and addresses.
        plan: what is wanted; the newest articles when omitted.
        runs: what counts as printed before; all that the ledger tells of other issues when omitted.
        on_web: whether it will lie in the output folder, and so may print only what web sites may too.

    Raises:
        ContentError: the plan names an article that is not there.

    """
    name, number = newsletter_of(configuration), number_of(edition.desk, configuration, plan)
    there = frozenset(permanent_id(entry.article) for entry in edition.entries)
    made = Made(edition, configuration, plan, name, number, plan.on or edition.on, on_web, there)
    known = edition.desk.ledger.runs(name, number) if runs is None else runs
    growing = _Growing(Tally(name, number, (*known, *_on_site(edition, configuration))))
    if plan.items is not None:
        _print_named(made, growing)
    else:
        _print_found(made, growing)
    return _issue(made, growing)


def _on_site(edition: Edition, configuration: Configuration) -> tuple[Run, ...]:
    """What the site itself prints of authors whose terms must be counted: that is use, too."""
    counted = (entry for entry in edition.published if counts(entry.terms))
    return tuple(run_of(entry.article, configuration.site_name, 0, edition.on) for entry in counted)


def newsletter_of(configuration: Configuration) -> str:
    """The newsletter's name."""
    return " ".join((configuration.byline.ezine.name or configuration.site_name).split())


def number_of(desk: Desk, configuration: Configuration, plan: Plan) -> int:
    """The plan's number; else that of the draft, or of the one after the last, from the configured one on."""
    if plan.number is not None:
        return plan.number
    own = desk.ledger.of(newsletter_of(configuration))
    sent = max((issued.number for issued in own if not issued.draft), default=0)
    return max(configuration.byline.ezine.number, sent + 1)


def _print_named(made: Made, growing: _Growing) -> None:
    """Take up the articles that the plan names; each that is refused becomes a link where that is fair."""
    for wanted, entry in named(made):
        found = asked(entry, made, growing.tally) if wanted.whole else None
        if isinstance(found, Item):
            _take(replace(found, note=wanted.note), made, growing)
            continue
        if found is not None:
            growing.refused.append(found)
            if may_be_asked(entry):
                growing.requests.append(found)
        link = fair_link(entry, made.configuration, named=True)
        if link:
            growing.items.append(Item(entry, link, whole=False, note=wanted.note))
        elif found is None:
            growing.refused.append(Withheld(entry, *no_link(entry)))


def _print_found(made: Made, growing: _Growing) -> None:
    """Take up the newest that may be printed, as many as are wanted."""
    settings = made.configuration.byline.ezine
    most = made.plan.newest or settings.items
    linked = made.edition.desk.ledger.linked(made.name, made.number)
    for entry in candidates(made):
        full = growing.whole >= most
        if ran_before(entry, made, growing.tally) is not None:
            growing.ran.append(entry)
            continue
        found = asked(entry, made, growing.tally)
        if isinstance(found, Item) and full:
            growing.left.append(found)
        elif isinstance(found, Item):
            _take(found, made, growing)
        else:
            growing.refused.append(found)
            link = fair_link(entry, made.configuration)
            fresh = permanent_id(entry.article) not in linked
            if not full and link and fresh and len(growing.links) < settings.links:
                growing.links.append(Item(entry, link, whole=False))
            if not full and entry.terms.answer(Use.NEWSLETTER) is Answer.ASK and may_be_asked(entry):
                growing.requests.append(found)
    if growing.items:
        growing.items += growing.links


def _take(item: Item, made: Made, growing: _Growing) -> None:
    growing.items.append(item)
    growing.whole += 1
    growing.tally = growing.tally.plus(item.entry.article, made.on)


def _issue(made: Made, growing: _Growing) -> Issue:
    configuration, plan = made.configuration, made.plan
    settings = configuration.byline.ezine
    sender_name, sender = sender_of(configuration)
    day = datetime.combine(plan.on, datetime.min.time()) if plan.on else _newest(growing.items, made.on)
    return Issue(
        name=made.name,
        number=made.number,
        heading=plan.title,
        sent=day.replace(tzinfo=sorting_date(None).tzinfo),
        sender=sender,
        sender_name=sender_name or made.name,
        language=configuration.language,
        intro=settings.intro if plan.intro is None else plan.intro,
        sponsor=plan.sponsor,
        web_url=absolute(issue_url(made.number), configuration) if _on_web(growing.items) else "",
        home_url=absolute("", configuration),
        unsubscribe_url=settings.unsubscribe or absolute(LEAVE, configuration),
        postal_address=settings.postal_address,
        columns=settings.columns,
        flowed=settings.flowed,
        items=tuple(growing.items),
        refused=tuple(growing.refused),
        requests=tuple(growing.requests),
        left=tuple(growing.left),
        ran=tuple(growing.ran),
    )


def _on_web(items: Iterable[Item]) -> bool:
    """Whether the site will show any of it."""
    return any(item.on_web or not item.whole for item in items)


def sender_of(configuration: Configuration) -> tuple[str, str]:
    """Who sends the ezine: a name, if one is set, and an address."""
    host = urlsplit(configuration.site_url).hostname or "localhost"
    name, address = name_and_address(configuration.byline.ezine.sender)
    return name, address or f"newsletter@{host}"


def _newest(items: Iterable[Item], on: date) -> datetime:
    dated = [sorting_date(item.entry.article.date) for item in items if item.entry.article.date]
    return max(dated, default=sorting_date(on.isoformat()))
