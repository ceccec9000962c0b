"""The address a statement names for a notice or a request, undisguised."""

import re

_NAME = r"[a-z\d][\w.+-]{0,60}"
_AT = r"(?: ?(?:\(at\)|\[at\]|\{at\}|<at>|\(a\)|\[a\]|\(@\)|\[@\]|_at_|-at-) ?| @ | at )"
_DOT = r"(?: ?(?:\(dot\)|\[dot\]|\{dot\}|<dot>|_dot_|-dot-|\(\.\)|\[\.\]) ?| dot | ?\. ?)"
_PLAIN = re.compile(rf"{_NAME}@[a-z\d-]{{1,60}}(?:\.[a-z\d-]{{1,30}}){{0,4}}")
_DISGUISED = re.compile(
    rf"\b{_NAME}{_AT}[a-z\d-]{{1,60}}(?:{_DOT}[a-z\d-]{{1,30}}){{0,3}}{_DOT}(?:[a-z]{{2,6}})\b"
)
_DECOY = re.compile(r"[._-]?(?:no-?spam|remove-?this|remove-?me|delete-?this|spam-?free|nospamplease)[._-]?")
_AT_WORD = re.compile(_AT)
_DOT_WORD = re.compile(_DOT)


def address_in(text: str) -> tuple[str, int, int] | None:
    """The first mail address, as one writes to it, and where it stands; `text` is folded."""
    plain, disguised = _PLAIN.search(text), _DISGUISED.search(text)
    match = min((m for m in (plain, disguised) if m), key=lambda m: m.start(), default=None)
    if match is None:
        return None
    written = match.group()
    if match is disguised:
        written = _DOT_WORD.sub(".", _AT_WORD.sub("@", written, count=1))
    return _DECOY.sub("", written), match.start(), match.end()
