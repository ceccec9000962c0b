"""Whether the author's own words grant the use that a copy makes of an article.

A review in the file decides for the site that signed it, and for nobody else. What the words do not
grant may have been granted by letter: such a copy is not accused, it is unverified.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from byline.check.parts import Copy
from byline.model import Article, Duty, Finding, Refusal, Severity, State, Use
from byline.rights.permit import permit

EVER = (date(1970, 1, 1), date(2999, 12, 31))  # who is granted a use on both is granted it on any day
OWN = "`rights.reviewed` in the file speaks for your own site only"


def use_of(copy: Copy) -> Use:
    """The use that a copy is, as far as its form tells: a mail is a newsletter, all else the web."""
    return Use.NEWSLETTER if copy.is_mail else Use.WEB


def use_granted(article: Article, use: Use, on: date | None) -> Iterator[Finding]:
    """A finding where the words do not grant the use on that day; or not on every day, if none is named."""
    words_alone = replace(article, rights=replace(article.rights, reviewed=None))
    answers = (permit(words_alone, use, day) for day in ((on,) if on else EVER))
    refusal = next((answer for answer in answers if isinstance(answer, Refusal)), None)
    if refusal is None:
        return
    quoted = f"“{' '.join(refusal.words.split())}”" if refusal.words.strip() else ""
    own = OWN if article.rights.reviewed is not None else ""
    found = "; ".join(filter(None, (f"{refusal.reason}: {quoted}" if quoted else refusal.reason, own)))
    yield Finding(
        "use-not-granted", Duty.PERMISSION_STATEMENT, State.UNKNOWN, Severity.ERROR, "", found, use.value
    )
