"""May I, for this use? The only place that answers; every output asks here first.

The answer comes from the statement itself, read afresh: terms stored in a file can make it
stricter, never more generous. A person overrules a reading only by signing `rights.reviewed`.
"""

from datetime import date

from byline.extract.markdown import plain_text
from byline.model import Answer, Article, Permit, Refusal, Terms, Use
from byline.rights.terms import read_terms, stricter

ASK_AUTHOR = "ask the author, or decide yourself and sign `rights.reviewed` in the file"
NO_STATEMENT = "no permission statement; silence grants nothing"

REASONS = {
    Answer.DENIED: ("the author's terms forbid {use}", "leave it out, or " + ASK_AUTHOR),
    Answer.ASK: ("{use} needs the author's permission first", ASK_AUTHOR),
    Answer.SILENT: ("the author's terms do not grant {use}; silence grants nothing", ASK_AUTHOR),
}
USE_NAMES = {
    Use.WEB: "use on web sites",
    Use.NEWSLETTER: "use in newsletters",
    Use.PRINT: "use in print",
}
# A window on a grant: the kind of limit, and whether its date leaves `on` inside.
WINDOWS = {
    "not_before": lambda day, on: on >= day,
    "not_after": lambda day, on: on <= day,
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
    read = read_terms(statement_of(article))
    stored = article.rights.terms
    if stored is None or stored.answers == read.answers:
        return read
    return stricter(read, stored)


def permit(article: Article, use: Use, on: date) -> Permit | Refusal:
    """Whether `article` may be used so on that day, with the words that say it."""
    terms = terms_of(article)
    review = article.rights.reviewed
    if review is not None and use in review.uses:
        return Permit(use, f"reviewed by {review.by} on {review.on}: {review.why}", terms, review)
    stated = statement_of(article)
    if not stated.strip():
        return Refusal(use, NO_STATEMENT, article.rights.copyright, ASK_AUTHOR)
    answer = terms.answer(use)
    proof = terms.proof(f"{use.value}={answer.value}")
    words = proof.text if proof else stated
    if answer is not Answer.GRANTED:
        reason, mend = REASONS[answer]
        return Refusal(use, reason.format(use=use_name(use)), words, mend)
    return _conditions(terms, use, on) or Permit(use, words, terms)


def _conditions(terms: Terms, use: Use, on: date) -> Refusal | None:
    """Why a grant does not hold here and now, if it does not."""
    if terms.proof(f"{use.value}=granted") is None:
        return Refusal(use, "the grant is not proved by the statement", mend=ASK_AUTHOR)
    if terms.speaker == "host":
        return Refusal(use, "the host speaks, not the author", mend=ASK_AUTHOR)
    if terms.extent == "excerpt_only":
        proof = terms.proof("extent")
        return Refusal(use, "the terms grant an excerpt only", proof.text if proof else "", ASK_AUTHOR)
    for limit in terms.limits:
        holds = WINDOWS.get(limit.kind)
        day = _day(limit.value)
        if holds is not None and (day is None or not holds(day, on)):
            proof = terms.proof(f"limit={limit.kind}")
            words = proof.text if proof else limit.value
            return Refusal(use, f"outside the time that the terms allow ({limit.value})", words, ASK_AUTHOR)
    return None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
