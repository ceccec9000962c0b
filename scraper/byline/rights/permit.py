"""May I, for this use? The only place that answers; every output asks here first.

The answer comes from the statement itself, read afresh: terms stored in a file can make it
stricter, never more generous. A person overrules a reading only by signing `rights.reviewed`.
What each kind of limit does stands in `limits.py`.
"""

from dataclasses import dataclass, fields, replace
from datetime import date

from byline.extract.markdown import plain_text
from byline.model import Answer, Article, Duty, Permit, Refusal, Terms, Use
from byline.rights.counting import Tally
from byline.rights.duties import lacking
from byline.rights.limits import DECIDE, barred, day_of
from byline.rights.plainly import DUTIES
from byline.rights.terms import read_terms, stricter

NO_STATEMENT = "no permission statement; silence grants nothing"
STORED = "`rights.terms` in the file is stricter than the statement: import the page again, or take it out"
UNPROVED = ("because", "doubts")  # of terms: what argues for the answers, and is none

REASONS = {
    Answer.DENIED: ("the author's terms forbid {use}", "leave it out, or " + DECIDE),
    Answer.ASK: ("{use} needs the author's permission first", DECIDE),
    Answer.SILENT: ("the author's terms do not grant {use}; silence grants nothing", DECIDE),
}
USE_NAMES = {
    Use.WEB: "use on web sites",
    Use.NEWSLETTER: "use in newsletters",
    Use.PRINT: "use in print",
}


def use_name(use: Use) -> str:
    """`use on web sites`, for a sentence."""
    return USE_NAMES.get(use, f"use as {use.value}")


def statement_of(article: Article) -> str:
    """The words that the terms are read from: the statement, or else the licence's address."""
    stated = plain_text(article.rights.permission)
    if stated.strip():
        return stated
    return article.rights.licence.url if article.rights.licence else ""


def terms_of(article: Article) -> Terms:
    """The terms of `article`: its statement read afresh, and the stored terms where stricter."""
    return _joined(read_terms(statement_of(article)), article.rights.terms)


def _joined(read: Terms, stored: Terms | None) -> Terms:
    """Both at once; stored terms bring no proofs, for only the statement proves anything."""
    if stored is None or not differing(read, stored):
        return read
    return stricter(read, replace(stored, because=(), doubts=()))


def differing(read: Terms, stored: Terms) -> tuple[str, ...]:
    """The names of the terms in which two readings differ, whatever they quote for them."""
    names = (field.name for field in fields(Terms) if field.name not in UNPROVED)
    return tuple(name for name in names if getattr(read, name) != getattr(stored, name))


def permit(article: Article, use: Use, on: date, tally: Tally | None = None) -> Permit | Refusal:
    """Whether `article` may be used so on that day, with the words that say it.

    Args:
        article: the one that is wanted.
        use: what for.
        on: the day.
        tally: for a newsletter, what it has printed: so many a year, or once, is then counted, not withheld.

    """
    stated = statement_of(article)
    read = read_terms(stated)
    terms = _joined(read, article.rights.terms)
    review = article.rights.reviewed
    signed = review is not None and use in review.uses
    if review is not None and signed and _counts(review.on, on):
        return Permit(use, f"reviewed by {review.by} on {review.on}: {review.why}", terms, review)
    answer = _judged(article, terms, _Ask(use, on, tally), stated)
    if isinstance(answer, Permit):
        return answer
    if terms is not read and isinstance(_judged(article, read, _Ask(use, on, tally), stated), Permit):
        answer = replace(answer, mend=STORED)
    if review is not None and signed:
        answer = replace(answer, reason=f"{answer.reason}; the review does not count before {review.on}")
    return answer


def _counts(signed: str, on: date) -> bool:
    """A review counts from the day on which it was signed."""
    day = day_of(signed)
    return day is not None and day <= on


@dataclass(frozen=True, slots=True)
class _Ask:
    """What somebody wants to do, when, and what was done before."""

    use: Use
    on: date
    tally: Tally | None


def _judged(article: Article, terms: Terms, ask: _Ask, stated: str) -> Permit | Refusal:
    """What the terms say of the use, and whether that holds here and now."""
    use = ask.use
    if not stated.strip():
        return Refusal(use, NO_STATEMENT, article.rights.copyright, DECIDE)
    answer = terms.answer(use)
    proof = terms.proof(f"{use.value}={answer.value}")
    words = proof.text if proof else stated
    if answer is not Answer.GRANTED:
        reason, mend = REASONS[answer]
        return Refusal(use, reason.format(use=use_name(use)), words, mend)
    return _withheld(article, terms, ask) or Permit(use, words, terms)


CONDITIONS = {  # fact: why a grant on which it lies does not hold here
    "speaker=host": "the host speaks, not the author",
    "extent=excerpt_only": "the terms grant an excerpt only",
    "fee=yes": "the terms ask for a fee",
}


def _withheld(article: Article, terms: Terms, ask: _Ask) -> Refusal | None:
    """Why a grant does not hold here and now, if it does not."""
    use = ask.use
    if terms.proof(f"{use.value}=granted") is None:
        return Refusal(use, "the grant is not proved by the statement", mend=DECIDE)
    for fact, reason in CONDITIONS.items():
        name, value = fact.split("=")
        if getattr(terms, name) == value:
            proof = terms.proof(fact)
            return Refusal(use, reason, proof.text if proof else "", DECIDE)
    bar = barred(terms, use, article, ask.on, ask.tally)
    if bar:
        return Refusal(use, bar.reason, bar.words, bar.mend)
    return next((_lacks(use, duty, terms) for duty in lacking(article, terms)), None)


def _lacks(use: Use, duty: Duty, terms: Terms) -> Refusal:
    """No copy can keep what the file has lost."""
    proof = terms.proof(f"keep={duty.value}")
    reason = f"the terms ask for {DUTIES[duty]}, and the file has none"
    return Refusal(use, reason, proof.text if proof else "", f"write it into the file, or {DECIDE}")
