"""The issues that the site shows: the latest as a mail to take along, all of them as pages.

Pure. An issue that the ledger tells of is shown as it ran, as far as the web may still show it; what has
been withdrawn, or expired, since is gone from its page. Without any, the newest articles make one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from byline.identity import permanent_id
from byline.ledger import Issued
from byline.rights.counting import Run, run_of
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.ezine.choosing import names_of
from byline_pelican.ezine.compose import compose, newsletter_of
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.plan import Plan, Wanted
from byline_pelican.ezine.printing import Printed, print_issue


@dataclass(frozen=True, slots=True)
class Issues:
    """What the site has of its ezine.

    Attributes:
        latest: the latest issue, printed.
        shown: those that have a page, the latest first.

    """

    latest: Printed
    shown: tuple[Issue, ...]


def issues_of(edition: Edition, configuration: Configuration) -> Issues:
    """The issues of an edition.

    Raises:
        BuildError: a credit would be lost, or a template cannot be used.
        ContentError: an issue file names an article that is not there.

    """
    found = list(_issues(edition, configuration)) or [(compose(edition, configuration), False)]
    (latest, named), *earlier = reversed(found)
    printed = print_issue(latest, configuration, split=named)
    issues = [printed.issue] if printed.mails else []
    issues += [issue for issue, _ in earlier if issue.items]
    return Issues(printed, tuple(issues))


def _issues(edition: Edition, configuration: Configuration) -> Iterator[tuple[Issue, bool]]:
    """The issues of the ledger, and those whose file names a day that has come, in order.

    Each with whether its articles were named. What an issue file prints counts for those after it.
    """
    name = newsletter_of(configuration)
    ran = {issued.number: issued for issued in edition.desk.ledger.of(name) if issued.on <= edition.on}
    due = {p.number: p for p in edition.desk.plans if p.number and p.on and p.on <= edition.on}
    beside: list[Run] = []
    for number in sorted({*ran, *due}):
        plan = _as_it_ran(ran[number], edition) if number in ran else due[number]
        runs = edition.desk.ledger.runs(name, number)
        if number in ran:  # judged when it was made; only what ran before it counts
            runs = tuple(run for run in runs if run.number < number)
        issue = compose(edition, configuration, plan, runs=(*runs, *beside))
        if number not in ran:
            beside += _printed_by(issue, plan.on or edition.on)
        yield issue, plan.items is not None


def _printed_by(issue: Issue, on: date) -> Iterator[Run]:
    yield from (run_of(item.entry.article, issue.name, issue.number, on) for item in issue.whole)


def _as_it_ran(issued: Issued, edition: Edition) -> Plan:
    """An issue of the ledger as a plan: the same articles, as far as they are still there.

    The editor's own words are those of its issue file, where there is one.
    """
    plan = edition.desk.plan(issued.number) or Plan(number=issued.number)
    named = {wanted.item: wanted.note for wanted in plan.items or ()}
    known = {permanent_id(entry.article): entry for entry in edition.entries}
    items = []
    for item in issued.items:
        if item.id in known:
            note = next((named[name] for name in names_of(known[item.id]) if name in named), "")
            items.append(Wanted(item.id, item.printed == "whole", note))
    return Plan(
        number=issued.number,
        on=issued.on,
        title=issued.title or plan.title,
        intro=plan.intro,
        sponsor=plan.sponsor,
        items=tuple(items),
        repeats=True,
    )
