"""May this issue print this article? The only place of the ezine that asks `permit`. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from byline.identity import permanent_id
from byline.ledger import Issued, same
from byline.model import Answer, Permit, Refusal, Terms, Use
from byline.rights.counting import Run, Tally, same_piece
from byline.rights.limits import counts
from byline.rights.permit import permit
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry, Withheld, mail_only, withheld
from byline_pelican.ezine.illustrated import kept_back
from byline_pelican.ezine.issue import Item
from byline_pelican.ezine.plan import Plan
from byline_pelican.machine.places import article_address
from byline_pelican.pictures.addresses import Picture

NO_PICTURES: Mapping[str, Picture] = MappingProxyType({})
SPONSORED = {  # fact: why an article may not stand in an issue with a note that is paid for
    "limit=no_ads": "the terms bar adverts beside it, and this issue has a sponsor",
    "commercial=no": "the terms bar commercial use, and this issue has a sponsor",
}
NO_REQUESTS = re.compile(  # who says so does not want a letter
    r"\b(?:(?:do not|don[’']t|never) (?:even )?(?:ask|write|contact|e?mail|request|enquire|inquire)\b"
    r"(?! (?:to )?\S+@)(?! attach)"
    r"|(?:requests?|enquiries|inquiries|letters)\b[^.]{0,40}\b(?:not|never|ignored|refused|declined)"
    r"|(?:always|shall|will) (?:say|answer|decline|refuse)\w*(?: no)?\b|the answer is no"
    r"|which (?:i|we) (?:do|will|shall) not (?:give|grant))",
    re.IGNORECASE,
)
UNSPONSORED = "take `sponsor` out of the issue, leave the article out, or ask the author"


@dataclass(frozen=True, slots=True)
class Made:
    """What an issue is made by.

    Attributes:
        name: of the newsletter.
        on: the day on which terms are judged.
        on_web: whether it lies in the output folder too.
        there: the ids of all articles.

    """

    edition: Edition
    configuration: Configuration
    plan: Plan
    name: str
    number: int
    on: date
    on_web: bool
    there: frozenset[str]


def asked(entry: Entry, made: Made, tally: Tally) -> Item | Withheld:
    """The article as this issue may print it, or why it may not."""
    if entry.held:
        return withheld(entry, entry.permits[Use.NEWSLETTER])
    answer = _answer(entry, made, tally)
    if isinstance(answer, Refusal):
        return withheld(entry, answer)
    if made.on_web and not entry.allows(Use.WEB):
        return mail_only(entry)
    if made.plan.sponsor.strip():
        for fact, reason in SPONSORED.items():
            if _says(entry.terms, fact):
                proof = entry.terms.proof(fact)
                return Withheld(entry, reason, proof.text if proof else "", UNSPONSORED)
    before = ran_before(entry, made, tally)
    if before is not None:
        reason = f"it ran in issue {before.number}, on {before.days[0].isoformat()}"
        return Withheld(entry, reason, "", "leave it out, or write `repeats: true` into the issue file")
    return issue_item(entry, made.configuration, made.edition.pictures, answer.proof)


def _answer(entry: Entry, made: Made, tally: Tally) -> Permit | Refusal:
    """What the terms say on the issue's day, with all that was printed before."""
    if made.on == entry.on and not counts(entry.terms):
        return entry.permits[Use.NEWSLETTER]
    own = permanent_id(entry.article)
    once = _says(entry.terms, "limit=one_time")  # standing on the site is a use; of a sum it is the same one
    runs = (run for run in tally.runs if run.number or once or run.article != own)
    tally = replace(tally, runs=tuple(runs))
    return permit(entry.article, Use.NEWSLETTER, made.on, tally)


def _says(terms: Terms, fact: str) -> bool:
    """Whether the terms hold a fact, whoever proved it."""
    key, _, value = fact.partition("=")
    if key == "limit":
        return any(limit.kind == value for limit in terms.limits)
    return bool(getattr(terms, key) == value)


def ran_before(entry: Entry, made: Made, tally: Tally) -> Run | None:
    """When this newsletter printed the article, unless it may print it again."""
    if made.plan.repeats:
        return None
    own = permanent_id(entry.article)
    ours = (run for run in tally.runs if run.number and same(run.where, made.name))
    return next((run for run in ours if run.article == own or _moved(run, entry, made)), None)


def _moved(run: Run, entry: Entry, made: Made) -> bool:
    """Whether a run is of this article, whose file had another place: a column may repeat its title."""
    return run.article not in made.there and same_piece(run, entry.article)


def may_be_asked(entry: Entry) -> bool:
    """Whether a request is fit: where the terms want one, or say nothing, and nobody has said no to it."""
    asking = entry.terms.answer(Use.NEWSLETTER) in {Answer.ASK, Answer.SILENT}
    return asking and not entry.held and NO_REQUESTS.search(entry.article.rights.permission) is None


def fair_link(entry: Entry, configuration: Configuration, *, named: bool = False) -> str:
    """Where a title may lead whose text is withheld; empty where it is kept back, withdrawn, or lies nowhere.

    To its page here; where an editor names it, to the original too.
    """
    if entry.held:
        return ""
    if entry.allows(Use.WEB):
        return article_address(entry.article, configuration)
    return (entry.credit.source_url or "") if named else ""


def no_link(entry: Entry) -> tuple[str, str, str]:
    """Why not even a link can be printed."""
    if entry.held:
        return entry.held, "", entry.mend
    return "it has no address to link to", "", "write `source: {url: …}` into the file, or leave it out"


def issue_item(
    entry: Entry, configuration: Configuration, pictures: Mapping[str, Picture] = NO_PICTURES, words: str = ""
) -> Item:
    """An article as an issue prints it whole.

    Args:
        entry: the article.
        configuration: of the site.
        pictures: what the site knows of pictures, by their address; a mail loads no others.
        words: that allow it.

    """
    on_site = entry.allows(Use.WEB) and not entry.held
    url = article_address(entry.article, configuration) if on_site else ""
    kept = kept_back(entry, configuration)
    return Item(entry, url, words=words, pictures=pictures, kept_back=kept)


def over(edition: Edition, issued: Issued) -> tuple[Withheld, ...]:
    """What an issue printed whole, though on the edition's day the terms did not let it.

    An issue may go out later than it is dated, and some terms end.
    """
    tally = Tally(issued.where, issued.number, edition.desk.ledger.runs(issued.where, issued.number))
    printed = {item.id for item in issued.items if item.printed == "whole"}
    found = (entry for entry in edition.entries if permanent_id(entry.article) in printed)
    asked = ((entry, permit(entry.article, Use.NEWSLETTER, edition.on, tally)) for entry in found)
    return tuple(withheld(entry, answer) for entry, answer in asked if isinstance(answer, Refusal))
