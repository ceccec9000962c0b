"""What each kind of limit does to a use: judged on a day, withheld, or left to whoever uses the copy.

Pure. What a ledger can count stands in `counting.py`. A limit never grants. A kind without a row in `KINDS`
refuses, so that a new row of the grammar cannot widen a permit. To teach a kind, add it where it belongs:
to `KINDS`, `INSIDE` or `TRAVELS`.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from byline.model import Article, Limit, Terms, Use
from byline.render import to_html
from byline.rights.counting import Tally, is_one_use, is_sum, over_cap, used

DECIDE = "ask the author, or decide yourself and sign `rights.reviewed` in the file"
IF_INSIDE = "if you keep within it, say so and sign `rights.reviewed` in the file; else ask the author"
FEED_MEND = "it stays on the pages; to have it in feeds, ask the author for a statement that allows them"
SPAN = re.compile(r"(\d{1,4}) (hour|day|week|month|year)s?")
DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "year": 12}
HOURS = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """Why a limit stands in the way here and now, in the author's words, and the way out."""

    reason: str
    words: str = ""
    mend: str = DECIDE


Judge = Callable[[Limit, Article, date], Bar | None]
Count = Callable[[Limit, Article, date, Tally], Bar | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of limit: its judge, and the uses that it is about; all when there are none named."""

    judge: Judge
    uses: tuple[Use, ...] = tuple(Use)


def barred(terms: Terms, use: Use, article: Article, on: date, tally: Tally | None = None) -> Bar | None:
    """The first limit of `terms` that withholds `use` of `article` on that day; None if none does.

    Args:
        terms: of the article.
        use: what it is wanted for.
        article: the one that is wanted.
        on: the day.
        tally: what the newsletter that asks has printed; without it, what must be counted withholds.

    """
    for limit in terms.limits:
        kind = KINDS.get(limit.kind, UNKNOWN)
        count = COUNTED.get(limit.kind) if use is Use.NEWSLETTER and tally else None
        if count and tally:
            bar = count(limit, article, on, tally)
        else:
            bar = kind.judge(limit, article, on) if use in kind.uses else None
        if bar is not None:
            proof = terms.proof(f"limit={limit.kind}")
            return Bar(bar.reason, (proof.text if proof else limit.value).strip(), bar.mend)
    return None


def feed_bar(terms: Terms, *, republishing: bool = False) -> Bar | None:
    """What keeps the article out of feeds, in the author's words; it bars no page and no newsletter.

    Args:
        terms: the terms of the article.
        republishing: whether the feed is for those who reprint: machines reprint from it.

    """
    kinds = ("no_feeds", "no_automation") if republishing else ("no_feeds",)
    for kind in kinds:
        if any(limit.kind == kind for limit in terms.limits):
            proof = terms.proof(f"limit={kind}")
            return Bar("the terms keep it out of feeds", proof.text.strip() if proof else "", FEED_MEND)
    return None


def _from_day(limit: Limit, article: Article, on: date) -> Bar | None:
    day = day_of(limit.value)
    return None if day is not None and on >= day else _outside(limit)


def _to_day(limit: Limit, article: Article, on: date) -> Bar | None:
    day = day_of(limit.value)
    return None if day is not None and on <= day else _outside(limit)


def _after_span(limit: Limit, article: Article, on: date) -> Bar | None:
    """Hours end on some hour of a day: only the day after is surely past them."""
    published, end = day_of(article.date or ""), _end(limit, article, -1)
    if published is None:
        return _undated(limit)
    return None if end is not None and on >= end else _outside(limit)


def _within_span(limit: Limit, article: Article, on: date) -> Bar | None:
    published, end = day_of(article.date or ""), _end(limit, article, 1)
    if published is None:
        return _undated(limit)
    return None if end is not None and on <= end else _outside(limit)


def _end(limit: Limit, article: Article, slack: int) -> date | None:
    """The day on which a span after publication ends.

    Hours are rounded to the safe side: `slack` is -1 to end late, 1 to end early, by the hours that the
    day of publication leaves unknown.
    """
    match, start = SPAN.fullmatch(limit.value), day_of(article.date or "")
    if match is None or start is None:
        return None
    number, unit = int(match[1]), match[2]
    try:
        if unit in MONTHS:
            return _months_later(start, number * MONTHS[unit])
        days = number * DAYS[unit] if unit in DAYS else slack * (slack * number // HOURS) - slack
        return start + timedelta(days=days)
    except (OverflowError, ValueError):
        return None


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _outside(limit: Limit) -> Bar:
    return Bar(f"outside the time that the terms allow ({limit.kind.replace('_', ' ')} {limit.value})")


def _undated(limit: Limit) -> Bar:
    reason = f"the terms count from publication ({limit.value}), and the file's `date` does not name the day"
    return Bar(reason, mend=f"write the day of publication as `date` into the file, or {DECIDE}")


def _pictures(limit: Limit, article: Article, on: date) -> Bar | None:
    if "<img" not in to_html(article.body):
        return None
    mend = f"take the pictures out of the file, or {DECIDE}"
    return Bar("the terms leave the pictures out, and the article shows some", mend=mend)


def _tables(limit: Limit, article: Article, on: date) -> Bar | None:
    """Tables, charts, maps and diagrams: a chart is a picture."""
    html = to_html(article.body)
    if "<table" not in html and "<img" not in html:
        return None
    mend = f"take the tables and charts out of the file, or {DECIDE}"
    return Bar("the terms leave tables and charts out, and the article shows some", mend=mend)


def _forbidden(limit: Limit, article: Article, on: date) -> Bar | None:
    return Bar("the author's terms forbid this use")


def _travels(limit: Limit, article: Article, on: date) -> Bar | None:
    return None


def _unknown(limit: Limit, article: Article, on: date) -> Bar | None:
    return Bar(f"the terms set a limit that Byline does not know (`{limit.kind}`)")


def _inside(reason: str) -> Judge:
    return lambda limit, article, on: Bar(reason, mend=IF_INSIDE)


def counts(terms: Terms) -> bool:
    """Whether a limit of the terms must be counted, so that a ledger may change the answer."""
    return any(limit.kind in COUNTED for limit in terms.limits)


def _cap(limit: Limit, article: Article, on: date, tally: Tally) -> Bar | None:
    if not is_sum(limit, article):
        return KINDS[limit.kind].judge(limit, article, on)
    excess = over_cap(limit, article, on, tally)
    return Bar(excess.reason, mend=f"{excess.mend}, or {DECIDE}") if excess else None


def _once(limit: Limit, article: Article, on: date, tally: Tally) -> Bar | None:
    if not is_one_use(article):
        return KINDS[limit.kind].judge(limit, article, on)
    excess = used(article, tally)
    return Bar(excess.reason) if excess else None


COUNTED: dict[str, Count] = {"cap": _cap, "one_time": _once}
INSIDE = {  # Byline cannot see whether you are within these: a person can, and signs
    "audience": "the grant is for some readers or bodies only, and Byline cannot know whether you are one",
    "condition": "the grant is bound to something that Byline does not understand",
    "personal_use": "the grant is for personal use, and to publish is more than that",
    "circulation": "the grant ends at a number of readers, and Byline does not know yours",
    "cap": "the grant is for a number of articles, and Byline does not count what you have used",
    "one_time": "the grant is for one use, and Byline does not know whether it has been made",
    "words": "the grant is for a number of words, and Byline publishes the whole article",
    "remove_after": "a copy must be taken down in time, and Byline takes nothing down by itself",
}
TRAVELS = (  # conditions on what is done with the copy and beside it; they are shown, and are the user's
    *("no_resale", "no_paywall", "no_ads", "opt_in_only", "no_spam", "no_adult", "third_party_excluded"),
    *("no_ai", "no_tdm", "no_bulk", "no_automation", "no_feeds", "no_spinning", "no_nofollow"),
    *(
        "no_redirect",
        "no_framing",
        "share_alike",
        "revocable",
        "take_down",
        "canonical",
        "mark_changes",
        "no_relay",
    ),
    "other_uses",  # the answers to those uses withhold
)
UNKNOWN = Kind(_unknown)
KINDS: dict[str, Kind] = {
    "not_before": Kind(_from_day),
    "not_after": Kind(_to_day),
    "delay": Kind(_after_span),
    "window": Kind(_within_span),
    "pictures_excluded": Kind(_pictures),
    "tables_excluded": Kind(_tables),
    "no_translation": Kind(_forbidden, (Use.TRANSLATION,)),
    "no_audio": Kind(_forbidden, (Use.AUDIO,)),
    "no_ebook": Kind(_forbidden, (Use.EBOOK,)),
    "tracker": Kind(_inside("a counter must stand in the page, and Byline carries none"), (Use.WEB,)),
    **{kind: Kind(_inside(reason)) for kind, reason in INSIDE.items()},
    **dict.fromkeys(TRAVELS, Kind(_travels)),
}


def day_of(value: str) -> date | None:
    """The day that a date names, with or without a time; None where it names none."""
    if re.match(r"\d{4}-\d\d-\d\d(?![\d-])", value) is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
