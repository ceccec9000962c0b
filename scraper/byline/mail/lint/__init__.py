"""Judge any newsletter before it is sent: `lint` says what is wrong, how to mend it, and who says so.

Pure and total: any bytes give remarks, never an exception. Knowledge is in `rules.py`, one row a rule;
the checks of an area are in the module of its name (`lists.py` for List-* headers, which are headers).
"""

from byline.mail.lint import headers, html, layout, lists, parts, reader, text, transport
from byline.mail.lint.contents import read_contents
from byline.mail.lint.message import MAX_BYTES, Mail, take_apart
from byline.mail.lint.remarks import MOST, Found, Remark
from byline.mail.lint.rules import RULES

__all__ = ["Remark", "lint", "record", "verdict"]

OF_MAIL = (*transport.CHECKS, *headers.CHECKS, *lists.CHECKS)
OF_CONTENTS = (*parts.CHECKS, *text.CHECKS, *html.CHECKS, *layout.CHECKS, *reader.CHECKS)
ORDER = {code: place for place, code in enumerate(RULES)}


def lint(message: bytes) -> tuple[Remark, ...]:
    """All that is wrong with a message, one remark a rule, in the order of the rules."""
    if len(message) > MAX_BYTES:
        size = f"{len(message) / 1024 / 1024:.0f} MB; it was not looked at further"
        return (_remark(Found("message-size", size)),)
    mail = take_apart(message)
    if not mail.headers:
        said = "it has no headers" if message.strip() else "it is empty"
        return (_remark(Found("no-message", said)),)
    return tuple(_remark(found) for found in _merged(_findings(mail)))


def verdict(remarks: tuple[Remark, ...]) -> str:
    """`clean`, `warnings` or `errors`."""
    levels = {remark.level for remark in remarks}
    return "errors" if "error" in levels else "warnings" if levels else "clean"


def record(file: str, remarks: tuple[Remark, ...]) -> dict[str, object]:
    """What was found in one file, as plain JSON (`docs/schemas/mail-lint.schema.json`)."""
    found = [remark.record() for remark in remarks]
    return {"format": 1, "file": file, "verdict": verdict(remarks), "remarks": found}


def _findings(mail: Mail) -> list[Found]:
    contents = read_contents(mail)
    found = [*mail.faults]
    for look in OF_MAIL:
        found.extend(look(mail))
    for see in OF_CONTENTS:
        found.extend(see(contents))
    return found


def _merged(findings: list[Found]) -> list[Found]:
    """One finding a rule, the first that was made; the others are counted."""
    merged: dict[str, Found] = {}
    for found in findings:
        first = merged.get(found.code)
        more = found.more if first is None else first.more + found.more + 1
        merged[found.code] = Found(found.code, *((first or found).said, (first or found).where), more)
    return sorted(merged.values(), key=lambda found: ORDER[found.code])


def _remark(found: Found) -> Remark:
    rule = RULES[found.code]
    more = f" (and {min(found.more, MOST)}{' or more' * (found.more >= MOST)} like it)" if found.more else ""
    return Remark(rule.code, rule.level, rule.area, found.said + more, found.where, rule.mend, rule.source)
