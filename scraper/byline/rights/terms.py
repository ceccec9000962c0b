"""Permission statements as terms: every answer with the words that prove it.

`read_terms` folds the letters, cuts clauses, lets `acts.py` decide each, and reads duties, limits
and licences from tables. What is not understood grants nothing. `stricter` joins two readings.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from byline.model import MAIN_USES, Answer, Doubt, Duty, Fact, Limit, Terms, Use
from byline.rights.grammar.act import Act, Gap
from byline.rights.grammar.acts import bound, compose, decide, told
from byline.rights.grammar.address import address_in
from byline.rights.grammar.answers import Ruling, rule_on, stricter_answer
from byline.rights.grammar.bars import bar_in
from byline.rights.grammar.bounds import EXCERPT
from byline.rights.grammar.changes import EXTENT, change_in
from byline.rights.grammar.clauses import Clause, split
from byline.rights.grammar.closed import bounds_in
from byline.rights.grammar.duties import parts_in
from byline.rights.grammar.implied import implied_act
from byline.rights.grammar.letters import BREAK, MAX_LETTERS, Letters, fold
from byline.rights.grammar.licences import Grant, licence_in, may_name
from byline.rights.grammar.limits import limits_in
from byline.rights.grammar.media import places
from byline.rights.grammar.money import MONEY
from byline.rights.grammar.narrowing import narrowed_in
from byline.rights.grammar.notification import notice_in
from byline.rights.grammar.speaker import speaker_in
from byline.rights.grammar.wishes import fond, waives
from byline.rights.grammar.wording import CLASSES, found

# of two answers to one question the earlier binds
MODIFY = ("no", "minor", "yes", "unspecified")
NOTICE = ("before_use", "required", "appreciated", "none")
EXTENTS = ("excerpt_only", "full_only", "full")
COMMERCIAL = ("no", "yes", "unspecified")
FEE = ("yes", "no", "unspecified")
SPEAKERS = ("host", "publisher", "author")


@dataclass(slots=True)
class _Draft:
    """A statement while it is read; places are in the folded text."""

    letters: Letters
    clauses: list[Clause]
    acts: list[Act] = field(default_factory=list)
    licences: list[Grant] = field(default_factory=list)
    facts: list[tuple[str, int, int]] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def note(self, fact: str, start: int, end: int) -> None:
        """Put down a fact with its place, once."""
        if fact not in self.values():
            self.facts.append((fact, start, end))

    def values(self, name: str = "") -> list[str]:
        """The facts so far; of one name, their values."""
        if not name:
            return [fact for fact, _, _ in self.facts]
        return [fact.split("=", 1)[1] for fact, _, _ in self.facts if fact.split("=")[0] == name]

    def words(self, start: int, end: int) -> str:
        """The original words of a place."""
        first, last = self.letters.span(start, end)
        return self.letters.source[first:last]


@lru_cache(maxsize=256)  # every output asks for the same few statements
def read_terms(statement: str) -> Terms:
    """The statement compiled; silence grants nothing, and no fact stands without its words."""
    letters = fold(_without_menus(statement))
    whole = len(statement) <= MAX_LETTERS  # what is read in part could lack the sentence that takes all back
    draft = _Draft(letters, split(letters) if whole else [])
    before: Clause | None = None
    asking: Clause | None = None
    for clause in draft.clauses:
        if asking and waives(clause.text, asking.text) and _wished(draft, asking, clause):
            continue
        _read_clause(draft, clause, before)
        before = clause if clause.question else None
        asking = asking if fond(clause.text) else clause
    if all(act.weak for act in draft.acts) and not draft.licences:
        republishes = _republishes(draft)
        for last, clause in zip([None, *draft.clauses], draft.clauses, strict=False):
            act = compose(clause, last if last and last.question else None, beside=republishes(clause))
            if act:
                _note_act(draft, act)
    implied = None if draft.acts or draft.licences else implied_act(draft.clauses, draft.facts)
    if implied:
        draft.acts.append(implied)
    rulings = rule_on(_barred(draft, [*draft.acts, *_licence_acts(draft)]))
    for use, ruling in rulings.items():
        _note_ruling(draft, use, ruling)
    _note_request(draft, rulings)
    _note_address(draft, rulings)
    _note_unread(draft, rulings)
    return _terms(draft, rulings)


def may_keep(letters: Letters) -> bool:
    """Whether a clause names something to keep, or a licence: without either, no terms say what to keep."""
    return may_name(letters.text) or any(next(parts_in(clause.text), None) for clause in split(letters))


MENU_MARK = re.compile(r"[|»•]|(?<=\w) [>›/] (?=\w)")
MENU = 2  # separators in a row of labels
LABEL = 6  # words of one


def _without_menus(statement: str) -> str:
    """The statement with blank lines in place of the menus that stand above or below it, just as long."""
    if is_menu(statement):
        return "\n" * len(statement)
    lines = statement.splitlines(keepends=True)
    return "".join("\n" * len(line) if is_menu(line) else line for line in lines)


def is_menu(line: str) -> bool:
    """Whether a line is a row of labels (`Submit an article | Free content | Log in`), and says nothing."""
    labels = [label.split() for label in MENU_MARK.split(line)]
    return len(labels) > MENU and all(len(label) <= LABEL for label in labels) and "." not in line


def _republishes(draft: _Draft) -> Callable[[Clause], bool]:
    """A test whether the paragraph of a clause speaks of publishing somewhere, or of what a copy keeps."""
    text = draft.letters.text

    def paragraph(at: int) -> int:
        return bisect_left(breaks, at)

    breaks = [match.start() for match in re.finditer(re.escape(BREAK), text)]
    keeping = {paragraph(start) for fact, start, _ in draft.facts if fact.startswith("keep=")}
    keeping.update(
        paragraph(near.start)
        for near in draft.clauses
        for place in places(near.text, question=near.question)
        if place.any or any(use in MAIN_USES for use in place.uses)
    )
    return lambda clause: paragraph(clause.start) in keeping


def _read_clause(draft: _Draft, clause: Clause, before: Clause | None) -> None:
    text, at = clause.text, clause.start
    act = decide(clause, before)
    if told(text):
        draft.doubts.append(Doubt("told", draft.words(at, at + len(text)).strip()))
        return
    asks = () if _instead(draft, text) else parts_in(text)
    if act:
        _note_act(draft, act)
    licence = None if clause.question else licence_in(text, alone=len(draft.clauses) == 1)
    gaps = (
        tuple(gap.moved(at) for gap in bounds_in(text, licence.end) + narrowed_in(text, licence.end))
        if licence
        else ()
    )
    if licence and gaps:
        _note_act(draft, bound(Act(Answer.GRANTED, (), licence.start + at, licence.end + at), gaps))
    if licence and all(gap.theirs for gap in gaps):
        draft.licences.append(replace(licence, start=licence.start + at, end=licence.end + at))
    for part, start, end in asks:
        draft.note(f"keep={part}", at + start, at + end)
    for name, hit in (
        ("notice", None if _of_one_use(act) else notice_in(text)),
        ("modify", change_in(text)),
        ("speaker", speaker_in(text)),
    ):
        if hit:
            draft.note(f"{name}={hit[0]}", at + hit[1], at + hit[2])
    for fact, match in _bounds(act, text):
        draft.note(fact, at + match.start(), at + match.end())
    for limit, start, end in limits_in(text):
        _note_limit(draft, limit, at + start, at + end)


def _wished(draft: _Draft, asking: Clause, waiver: Clause) -> bool:
    """Take what `asking` asks for as wished, as `waiver` says; not if the clause grants or denies."""
    first, last = asking.start, asking.start + len(asking.text)
    if any(first <= act.start < last for act in draft.acts):
        return False
    asked = [fact for fact in draft.facts if first <= fact[1] < last]
    told = [fact for fact in asked if fact[0] in {"notice=required", "notice=before_use"}]
    draft.facts = [fact for fact in draft.facts if fact not in told and not _keeps(fact, asked)]
    end = waiver.start + len(waiver.text.rstrip())
    for _, start, _ in told[:1]:
        draft.note("notice=appreciated", start, end)
    return True


def _keeps(fact: tuple[str, int, int], asked: list[tuple[str, int, int]]) -> bool:
    return fact in asked and fact[0].startswith("keep=")


def _of_one_use(act: Act | None) -> bool:
    """Whether a clause asks to be asked for some uses: that is their answer, and no duty of the others."""
    return act is not None and act.answer is Answer.ASK and (act.residual or 0 < len(act.uses) < len(Use))


def _barred(draft: _Draft, acts: list[Act]) -> list[Act]:
    """The acts; no grant among them, where a sentence beside them binds them to what is not understood."""
    if not any(act.answer is Answer.GRANTED for act in acts):
        return acts
    for clause in draft.clauses:
        decided = any(
            clause.start <= act.start < clause.start + len(clause.text)
            and not (act.weak or act.narrow == "time")
            for act in acts
        )
        bar = None if decided or clause.question else bar_in(clause.text)
        if bar and bar.theirs:
            _note_gap(draft, bar.moved(clause.start))
        elif bar:
            gaps = (bar.moved(clause.start),)
            return [bound(act, gaps) if act.answer is Answer.GRANTED else act for act in acts]
    return acts


BINDING = {"grantee": "audience", "condition": "condition"}  # what is not understood: the limit that it is


def _note_gap(draft: _Draft, gap: Gap) -> None:
    """What binds a grant and is not understood is a limit that only a person can judge, and a doubt."""
    folded = draft.letters.text[gap.start : gap.end]
    start, end = gap.start + len(folded) - len(folded.lstrip()), gap.start + len(folded.rstrip())
    words = draft.words(start, end).strip()
    _note_limit(draft, Limit(BINDING[gap.what], words), start, end)
    draft.doubts.append(Doubt(gap.what, words))


def _note_act(draft: _Draft, act: Act) -> None:
    draft.acts.append(act)
    for gap in act.gaps:
        _note_gap(draft, gap)
    if act.residual and act.answer is Answer.ASK:
        _note_limit(draft, Limit("other_uses", "ask"), act.start, act.end)


def _note_limit(draft: _Draft, limit: Limit, start: int, end: int) -> None:
    draft.limits.append(limit)
    draft.facts.append((f"limit={limit.kind}", start, end))


def _bounds(act: Act | None, text: str) -> list[tuple[str, re.Match[str]]]:
    """Facts about the extent and about money."""
    parts = [(f"extent={wording.value}", match) for wording, match in found(EXTENT, text)]
    granted = act is not None and act.answer is Answer.GRANTED
    if not granted and _MAY_QUOTE.search(text):  # a part may be quoted, and the clause grants no more
        parts += [(f"extent={wording.value}", match) for wording, match in found((EXCERPT,), text)]
    return parts + [(wording.value, match) for wording, match in found(MONEY, text)]


_LINK = re.compile(
    r"^\W*(?:if you (?:want|like|wish|would like)[a-z ]{0,30}, )?(?:(?:please|just|but|instead|you may|you"
    r" are welcome to|you can"
    r"|feel free to|do|only|simply|rather),? ){0,3}(?:use a |make a "
    r"|set a )?link(?:s|ing)?\b"
)


def _instead(draft: _Draft, text: str) -> bool:
    """After a denial "link to it" is what one may do in its stead, and no duty."""
    denied = bool(draft.acts) and draft.acts[-1].answer is Answer.DENIED
    return denied and _LINK.match(text) is not None


_MAY_QUOTE = re.compile(
    r"\b(?:may|can|free to|welcome to|feel free to|you like|^\W*quote"
    r"|only|allow\w*|permit\w*)\b"
)


def _licence_acts(draft: _Draft) -> list[Act]:
    """A public licence grants every use on its terms."""
    for grant in draft.licences:
        draft.note(f"licence={grant.name}", grant.start, grant.end)
        for duty in grant.keep:
            draft.note(f"keep={duty.value}", grant.start, grant.end)
        if grant.marks_changes and all(limit.kind != "mark_changes" for limit in draft.limits):
            _note_limit(draft, Limit("mark_changes", ""), grant.start, grant.end)
        for name, value in (("modify", grant.modify), ("commercial", grant.commercial)):
            if not draft.values(name) and value != "unspecified":
                draft.note(f"{name}={value}", grant.start, grant.end)
    if len({grant.name for grant in draft.licences}) > 1:
        draft.doubts.append(Doubt("conflict", ", ".join(grant.name for grant in draft.licences)))
    return [
        Act(Answer.GRANTED, (), grant.start, grant.end, supplies=True, anywhere=True)
        for grant in draft.licences
    ]


def _note_ruling(draft: _Draft, use: Use, ruling: Ruling) -> None:
    act = ruling.act
    if act is None:
        return
    draft.facts.append((f"{use.value}={ruling.answer.value}", act.start, act.end))
    words = draft.words(act.start, act.end)
    for what in (act.doubt, "conflict" if ruling.conflict else ""):
        if what and Doubt(what, words) not in draft.doubts:
            draft.doubts.append(Doubt(what, words))


_OUR_LEAVE = re.compile(
    r"\b(?:permission|consent|approval|authori[sz]ation|ask|asking|first|in writing|in advance|beforehand"
    r"|requests?"
    r"|appl(?:y|ication\w*)|get in touch|write to (?:me|us)|wait(?:ing)? for)\b(?! (?:them|him|her"
    r"|the (?:owner|publisher)))"
)
# who sells rights has no wish to be told
_SOLD = re.compile(
    r"\b(?:rates?|fees?|pric\w+|licencing|licence|syndicat\w+|service|sales|buy|purchase|order|costs?"
    r"|clearance)\b"
)


def _note_request(draft: _Draft, rulings: dict[Use, Ruling]) -> None:
    """To ask the speaker for permission is to give notice before use."""
    act = next((r.act for r in rulings.values() if r.act and r.answer is Answer.ASK), None)
    weighed = rulings if act and act.uses else MAIN_USES  # "web sites must ask" asks no mail to a friend
    if act is None or act.doubt or any(rulings[use].answer is Answer.GRANTED for use in weighed):
        return
    match = _OUR_LEAVE.search(draft.letters.text, act.start, act.end + 14)
    if match and match.start() < act.end and not _SOLD.search(draft.letters.text, act.start, act.end + 30):
        draft.note("notice=before_use", act.start, act.end)


def _note_address(draft: _Draft, rulings: dict[Use, Ruling]) -> None:
    asked = any(ruling.answer is Answer.ASK for ruling in rulings.values())
    hit = address_in(draft.letters.text) if asked or draft.values("notice") else None
    if hit:
        address, start, end = hit
        written = draft.words(start, end)
        draft.note(f"notice_to={written if written.lower() == address else address}", start, end)


_ABOUT_REUSE = re.compile(
    rf"\b(?:{CLASSES['strong']}|{CLASSES['strongly']}|{CLASSES['reusing']}"
    rf"|{CLASSES['permission']})\b"
)


def _note_unread(draft: _Draft, rulings: dict[Use, Ruling]) -> None:
    """Words about reuse that decided nothing are for a person to read."""
    silent = all(ruling.answer is Answer.SILENT for ruling in rulings.values())
    if silent and not draft.doubts and _ABOUT_REUSE.search(draft.letters.text):
        draft.doubts.append(Doubt("unread", draft.letters.source.strip()[:200]))


def _terms(draft: _Draft, rulings: dict[Use, Ruling]) -> Terms:
    kept = draft.values("keep")
    licence = next(iter(draft.values("licence")), None)
    return Terms(
        answers={use.value: ruling.answer for use, ruling in rulings.items()},
        keep=tuple(duty for duty in Duty if duty.value in kept),
        modify=_modify(draft.values("modify")),
        extent=_binding(draft.values("extent"), EXTENTS),
        notice=_binding(draft.values("notice"), NOTICE),
        notice_to=next(iter(draft.values("notice_to")), None),
        commercial=_binding(draft.values("commercial"), COMMERCIAL),
        fee=_binding(draft.values("fee"), FEE),
        licence=licence,
        limits=tuple(dict.fromkeys(draft.limits)),
        speaker=next(iter(draft.values("speaker")), "author"),
        because=_proofs(draft),
        doubts=tuple(draft.doubts),
    )


def _binding(values: list[str], order: tuple[str, ...]) -> str:
    return min((value for value in values), key=order.index, default=order[-1])


def _modify(values: list[str]) -> str:
    """Small edits that are named stand beside "no changes" and "edit as you like"."""
    return "minor" if "minor" in values else _binding(values, MODIFY)


def _proofs(draft: _Draft) -> tuple[Fact, ...]:
    facts = []
    for fact, start, end in draft.facts:
        first, last = draft.letters.span(start, end)
        facts.append(Fact(fact, draft.letters.source[first:last], first, last))
    return tuple(dict.fromkeys(facts))


def stricter(left: Terms, right: Terms) -> Terms:
    """Both readings at once: for each use what permits less; every duty, limit, proof and doubt."""
    uses = list(dict.fromkeys([*left.answers, *right.answers]))
    pairs = {use: (left.answer(Use(use)), right.answer(Use(use))) for use in uses}
    differing = [use for use, (one, other) in pairs.items() if one is not other]
    conflict = (Doubt("conflict", ", ".join(differing)),) if differing else ()
    keep = {*left.keep, *right.keep}
    return Terms(
        answers={use: stricter_answer(*pair) for use, pair in pairs.items()},
        keep=tuple(duty for duty in Duty if duty in keep),
        modify=_binding([left.modify, right.modify], MODIFY),
        extent=_binding([left.extent, right.extent], EXTENTS),
        notice=_binding([left.notice, right.notice], NOTICE),
        notice_to=left.notice_to or right.notice_to,
        commercial=_binding([left.commercial, right.commercial], COMMERCIAL),
        fee=_binding([left.fee, right.fee], FEE),
        licence=left.licence or right.licence,
        limits=tuple(dict.fromkeys((*left.limits, *right.limits))),
        speaker=_binding([left.speaker, right.speaker], SPEAKERS),
        because=tuple(dict.fromkeys((*left.because, *right.because))),
        doubts=tuple(dict.fromkeys((*left.doubts, *right.doubts, *conflict))),
    )
