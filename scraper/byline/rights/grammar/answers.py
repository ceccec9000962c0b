"""The acts of a statement weighed against each other: one answer for each use, and why.

What names a use outweighs what names none. A permission given lifts an earlier "not without
permission". "All rights reserved" yields to any grant. Otherwise the stricter holds, with a doubt.
"""

from dataclasses import dataclass

from byline.model import MAIN_USES, Answer, Use
from byline.rights.grammar.act import Act

# the less may be done, the earlier
STRICTNESS = (Answer.DENIED, Answer.ASK, Answer.SILENT, Answer.GRANTED)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer for one use; `act` is what decided it, `conflict` whether another act said otherwise."""

    answer: Answer
    act: Act | None = None
    conflict: bool = False


def stricter_answer(left: Answer, right: Answer) -> Answer:
    """The answer that permits less."""
    return min(left, right, key=STRICTNESS.index)


def rule_on(acts: list[Act]) -> dict[Use, Ruling]:
    """A ruling for each main use, and for every other use that an act names."""
    named = [use for act in acts for use in (*act.uses, *act.excluded)]
    uses = [*MAIN_USES, *(use for use in Use if use in named and use not in MAIN_USES)]
    whole = _unechoed([act for act in acts if not act.narrow] or _for_somebody(acts))
    return {use: _rule(use, whole) for use in uses}


def _unechoed(acts: list[Act]) -> list[Act]:
    """The acts without the grants that only go on about an earlier one.

    "On your site or in print: free. You may run it on a page with adverts" grants no newsletter.
    """
    first = next(
        (act.start for act in acts if act.answer is Answer.GRANTED and {*act.uses} & {*MAIN_USES}), None
    )
    if first is None:
        return acts
    return [
        act
        for act in acts
        if act.uses or act.anywhere or act.answer is not Answer.GRANTED or act.start < first
    ]


def _for_somebody(acts: list[Act]) -> list[Act]:
    """Requests of an audience ("companies should ask"), which stand for all if nothing else is said."""
    return [act for act in acts if act.narrow == "audience" and act.answer is Answer.ASK]


def _rule(use: Use, acts: list[Act]) -> Ruling:
    excluded = next((act for act in acts if use in act.excluded), None)
    if excluded:
        return Ruling(Answer.DENIED, excluded)
    firm = [act for act in acts if not act.weak and not act.residual and use not in act.excluded]
    specific = [act for act in firm if use in act.uses]
    general = [act for act in firm if not act.uses] if use in MAIN_USES else []
    if specific:
        return _specific(specific, general)
    if general:
        return _weigh(general)
    rest = [act for act in acts if (act.residual or act.weak) and (not act.uses or use in act.uses)]
    if not rest or use not in MAIN_USES:
        return Ruling(Answer.SILENT)
    if any(act.residual and act.answer is Answer.ASK for act in rest) and _grants(acts):
        return Ruling(Answer.SILENT)  # "any other use" names none; the request is kept as a limit
    return _weigh([act for act in rest if not act.weak] or rest)


def _grants(acts: list[Act]) -> bool:
    return any(act.answer is Answer.GRANTED for act in acts)


def _specific(specific: list[Act], general: list[Act]) -> Ruling:
    ruling = _weigh(specific)
    later = [
        act
        for act in general
        if ruling.act and act.start > ruling.act.start and act.answer is not Answer.GRANTED
    ]
    if ruling.answer is Answer.GRANTED and later:
        return Ruling(later[0].answer, later[0], conflict=True)
    return ruling


def _weigh(acts: list[Act]) -> Ruling:
    """The last permission given lifts what came before it; of the rest the stricter holds.

    "Not free to use; for rates call the desk" denies less than it asks: there is permission to be had.
    """
    last = max(acts, key=lambda act: act.start)
    if (
        {act.answer for act in acts} == {Answer.DENIED, Answer.ASK}
        and last.answer is Answer.ASK
        and not last.doubt
    ):
        acts = [last]
    given = [i for i, act in enumerate(acts) if act.supplies and act.answer is Answer.GRANTED]
    left = [act for i, act in enumerate(acts) if not given or i >= given[-1] or act.answer is not Answer.ASK]
    strictest = min(left, key=lambda act: STRICTNESS.index(act.answer))
    return Ruling(strictest.answer, strictest, conflict=len({act.answer for act in left}) > 1)
