"""Sentences that make a wish of what the one before them asks: "This is appreciated, not required".

What is only wished for is no duty, whatever the words that asked for it.
"""

import re

_IT = (
    r"(?:(?:but|and|though|although|of course|again|still|yet),? )*"
    r"(?:(?:it|this|that|these|both|which|doing so|to do so|notice|notification)(?:'s| is| are| would be"
    r"| will be) )?"
)
_LIKED = (
    r"(?:(?:much|very|greatly|always|only|just|purely|merely|really|quite|highly|a|an) )*"
    r"(?:appreciated|welcome|courtesy|nice|kind|polite|requested|request|wish|preferred|encouraged"
    r"|recommended|helpful|favou?r)"
)
_FREE = (
    r"(?:(?:not|never|by no means|in no way)(?: (?:strictly|at all|absolutely|actually|really))? (?:required"
    r"|necessary|obligatory|mandatory|compulsory|needed|expected|an? (?:condition|requirement|must|duty"
    r"|obligation))|(?:entirely |completely |purely |strictly )?(?:optional|voluntary)"
    r"|you (?:do not have to|need not|are not obliged to|are under no obligation(?: to)?)(?: do so)?)"
)
_JOIN = r"[,;:(-]? ?(?:(?:but|and|though|although|just|only|yet|rather),? )*"
# that it is liked, and no more: the sentence before is still the one that is spoken of
_FOND = re.compile(rf"^\W*{_IT}{_LIKED}\W*$")
_WAIVES = re.compile(
    rf"^\W*{_IT}(?:{_LIKED}{_JOIN}{_IT})?{_FREE}\W*?"
    rf"(?:{_JOIN}(?:{_IT}{_LIKED}|(?:i|we) (?:would|like|do)\b.*))?"
    r"\W*$"
)
_BINDS = re.compile(
    r"\b(?:must|have to|has to|provided|providing|as long as|so long as|on (?:the )?condition|only if|unless"
    r"|insist|shall)\b"
)


def fond(text: str) -> bool:
    """Whether a clause says only that something is liked."""
    return _FOND.match(text) is not None


def waives(text: str, before: str) -> bool:
    """Whether a clause makes a wish of what the one `before` asks; what is a condition there stays one."""
    return _WAIVES.match(text) is not None and _BINDS.search(before) is None
