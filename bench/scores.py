"""What is counted: words of the body, snippets kept and left out, title, author, date.

The definitions are those of the WCXB benchmark for the body; lenient for title and author, whose truths
are drafts: one may hold the other.
"""

import random
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

WORD = re.compile(r"\w+")
WRITTEN = re.compile(r"^(written |posted |published )?by ")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SHORT = 10  # characters; a shorter title must be equal
LOST, WHOLE = 0.5, 0.95  # F1 of a page whose body is lost, and of one that is right


def words(text: str | None) -> list[str]:
    """Words in lower case, in order."""
    return WORD.findall((text or "").lower())


def overlap(got: str, want: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words, as often as each comes."""
    found, wanted = Counter(words(got)), Counter(words(want))
    if not found or not wanted:
        same = float(not found and not wanted)
        return same, same, same
    both = (found & wanted).total()
    precision, recall = both / found.total(), both / wanted.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def folded(text: object) -> str:
    """Words only, without case and without what compatibility forms hide."""
    return " ".join(words(unicodedata.normalize("NFKC", str(text or "")).casefold()))


def title_right(got: object, want: object) -> bool:
    """Equal, or one within the other."""
    short, long = sorted((folded(got), folded(want)), key=len)
    return bool(short) and (short == long or (len(short) >= SHORT and short in long))


def author_right(got: object, want: object) -> bool:
    """All words of one in the other."""
    ours, theirs = (set(WRITTEN.sub("", folded(name)).split()) for name in (got, want))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def page_scores(found: dict[str, Any], truth: dict[str, Any]) -> dict[str, Any]:
    """One page, judged; None where there is nothing to judge."""
    precision, recall, f1 = overlap(found["text"], truth.get("main_content") or "")
    low = found["text"].lower()
    day = DAY.search(str(truth.get("publish_date") or ""))
    return {
        "f1": f1,
        "p": precision,
        "r": recall,
        "with": mean(snippet.lower() in low for snippet in truth.get("with") or []),
        "without": mean(snippet.lower() in low for snippet in truth.get("without") or []),
        "title": title_right(found["title"], truth["title"]) if truth.get("title") else None,
        "author": author_right(found["author"], truth["author"]) if truth.get("author") else None,
        "date": (found["date"] or "").startswith(day[0]) if day else None,
        "error": found["error"],
    }


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of what is known; None if nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A system's figures over all pages."""
    f1 = [row["f1"] for row in rows]
    late = [row["error"].startswith("TimeoutError") for row in rows]
    return {
        **{key: mean(row[key] for row in rows) for key in ("f1", "p", "r", "with", "without")},
        **{key: mean(row[key] for row in rows) for key in ("title", "author", "date")},
        "median": statistics.median(f1),
        "lost": sum(value < LOST for value in f1),
        "whole": sum(value >= WHOLE for value in f1),
        "errors": sum(bool(row["error"]) for row in rows) - sum(late),
        "timeouts": sum(late),
    }


def interval(
    ours: Sequence[float], theirs: Sequence[float], draws: int = 2_000
) -> tuple[float, float, float]:
    """Mean of the paired differences and its 95 % interval, by drawing pages anew."""
    gaps = [a - b for a, b in zip(ours, theirs, strict=True)]
    dice = random.Random(1)
    means = sorted(statistics.fmean(dice.choices(gaps, k=len(gaps))) for _ in range(draws))
    return statistics.fmean(gaps), means[round(draws * 0.025)], means[round(draws * 0.975) - 1]
