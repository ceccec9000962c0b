"""One clause's decision, as a value."""

import re
from dataclasses import dataclass, replace

from byline.model import Answer, Use
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.wording import CLASSES

Match = re.Match[str]

# a word that can only mean giving the text to others again
REUSE = re.compile(rf"\b(?:{CLASSES['strong']}|{CLASSES['strongly']}|{CLASSES['reusing']}|published)\b")


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of a grant that are not understood.

    Attributes:
        what: grantee (whom it reaches, or where) or condition.
        start: first letter of them.
        end: one past the last.
        theirs: whether it is for whoever reprints to know, or to do; else no grant stands on it.

    """

    what: str
    start: int
    end: int
    theirs: bool = True

    def moved(self, by: int) -> "Gap":
        """The same words `by` letters on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Act:
    """One clause's decision; places are in the folded text.

    Attributes:
        answer: granted, denied or ask.
        uses: what it is about; empty for every use.
        start: first letter of the words that prove it.
        end: one past the last.
        excluded: uses that the clause takes out.
        weak: a reservation, which yields to any explicit grant.
        residual: about all that nothing else names.
        supplies: a permission given, which answers an earlier "not without permission".
        anywhere: a grant that says so: "in any medium", "wherever you like".
        narrow: kind of a limit, where the clause decides no use as a whole.
        doubt: why a person should look.
        gaps: what binds a grant and is not understood.

    """

    answer: Answer
    uses: tuple[Use, ...]
    start: int
    end: int
    excluded: tuple[Use, ...] = ()
    weak: bool = False
    residual: bool = False
    supplies: bool = False
    anywhere: bool = False
    narrow: str = ""
    doubt: str = ""
    gaps: tuple[Gap, ...] = ()


def act_of(clause: Clause, answer: Answer, words: tuple[int, int], uses: tuple[Use, ...] = ()) -> Act:
    """An act whose words stand at `words` in the clause."""
    return Act(answer, uses, clause.start + words[0], clause.start + words[1])
