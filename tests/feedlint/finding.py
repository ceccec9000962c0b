"""What the linter says, and how bad each thing is.

A rule that the public feed validator also has bears that validator's name, so that it can be looked up there.
To add a rule, yield its name from a check or a judge; write it into ERRORS or NOTES unless it is a warning.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .tree import words


class Level(StrEnum):
    """How the public validator shows a rule: as an error, as a warning, or not at all."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that a feed breaks.

    Attributes:
        where: the line and the element in XML, the path in JSON.
        said: what stands there and what should.

    """

    level: Level
    rule: str
    where: str
    said: str


ERRORS: Final = words(
    "SAXError UndefinedElement NotInANamespace MediaRssNamespace"
    " ValidatorLimit MissingElement MissingTitle MissingLink MissingDescription MissingAttribute"
    " MissingHref MissingSummary MissingContentOrAlternate ItemMustContainTitleOrDescription"
    " DuplicateElement DuplicateValue DuplicateAtomLink UnexpectedAttribute UnexpectedText"
    " UnexpectedWhitespace InvalidRSSVersion InvalidOPMLVersion InvalidLanguage InvalidLink"
    " InvalidFullLink InvalidUriChar InvalidUUID InvalidURN InvalidTAG InvalidURLAttribute InvalidMIMEType"
    " InvalidRFC2822Date IncorrectDOW InvalidRFC3339Date InvalidW3CDTFDate InvalidInteger"
    " InvalidBooleanAttribute InvalidPermalink InvalidContact InvalidTextType InvalidCreditRole"
    " InvalidMediaMedium InvalidMediaTextType MediaGroupWithoutAlternatives MisplacedMetadata"
    " FeedRelInCompleteFeed CurrentNotSelfInCompleteFeed LinkPastEnd NotJson WrongType MissingKey"
    " DuplicateKey DuplicateId InvalidVersion"
)
NOTES: Final = words("MissingEncoding MissingDCLanguage NonstdPrefix SummaryRepeatsContent DeprecatedKey")


def level_of(rule: str) -> Level:
    """A warning, unless a table says otherwise."""
    if rule in ERRORS:
        return Level.ERROR
    return Level.NOTE if rule in NOTES else Level.WARNING
