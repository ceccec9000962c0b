"""A text as facts are told and compared: on one line, or by its letters alone."""

import re

from byline.render import printable

NO_LETTER = re.compile(r"[\W_]+")


def words(value: object) -> str:
    """A text on one line, without control characters; empty for anything else."""
    if not isinstance(value, str):
        return ""
    return " ".join(value.split()) if value.isprintable() else " ".join(printable(value).split())


def folded(text: str) -> str:
    """Letters and digits only, case folded: a comparison that forgives spacing and marks."""
    return NO_LETTER.sub("", text.casefold())
