"""What machines may do with a page, beyond reading it: by the author's words first, then by the settings.

An author's "no" stands, whatever the settings say. The settings' "yes" is the publisher's own word: it
reaches what was first published here and lends something to everybody, and nothing else, for there the
author's silence grants nothing. Nobody's "no" can grant anything, so it reaches all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from byline.model import Answer, Article
from byline.rights.permit import terms_of
from byline.settings import MachineSettings

YES, NO = "yes", "no"
DENIALS = (
    "no_ai",
    "no_tdm",
)  # limits that take back all three: to train is to mine, to answer is to have read


@dataclass(frozen=True, slots=True)
class Signals:
    """`yes`, `no`, or nothing at all.

    Attributes:
        search: an index and its results, with short excerpts.
        ai_input: answers that machines give.
        ai_train: training.
        mining: text and data mining; `no` reserves it.

    """

    search: str = ""
    ai_input: str = ""
    ai_train: str = ""
    mining: str = ""


def site_signals(settings: MachineSettings) -> Signals:
    """What the publisher says."""
    mining = {"reserved": NO, "open": YES, "": ""}[settings.tdm]
    return Signals(settings.search, settings.ai_input, settings.ai_train, mining)


def article_signals(article: Article, settings: MachineSettings) -> Signals:
    """What holds for one article."""
    said = site_signals(settings)
    terms = terms_of(article)
    if any(limit.kind in DENIALS for limit in terms.limits):
        return Signals(said.search, NO, NO, NO)
    if article.source.identity is None and Answer.GRANTED in terms.answers.values():
        return said
    return Signals(said.search, _kept(said.ai_input), _kept(said.ai_train), _kept(said.mining))


def _kept(said: str) -> str:
    return "" if said == YES else said


def below(said: Signals, site: Signals) -> Signals:
    """What to say of an article where the site's own "yes" would reach it: there, its silence is a "no"."""
    pairs = ((getattr(said, field.name), getattr(site, field.name)) for field in fields(Signals))
    return Signals(*(NO if over == YES and value != YES else value for value, over in pairs))


def shared(all_of_them: Iterable[Signals]) -> Signals:
    """What holds for a whole site, where one line speaks of all: only what each of its parts says."""
    parts = list(all_of_them)
    values = [{getattr(part, field.name) for part in parts} for field in fields(Signals)]
    return Signals(*(found.pop() if len(found) == 1 else "" for found in values))
