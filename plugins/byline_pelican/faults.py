"""What ended a template or Pelican, as one line that names the file to mend."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateSyntaxError
from pelican.log import console

from byline.errors import BylineError


def template_problem(error: Exception) -> str:
    """An error's complaint with the template and line that it stems from; Pelican's where there is none."""
    place = _place(error)
    said = " ".join(str(error).split())
    if not place:
        return f"Pelican stopped: {type(error).__name__}: {said}"
    kind = "" if type(error).__module__.startswith("jinja2") else f"{type(error).__name__}: "
    return f"{place}: {kind}{said}; mend the template or the name it asks for"


def _place(error: Exception) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frame, place = error.__traceback__, ""
    while frame is not None:
        name = frame.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            place = f"{name}:{frame.tb_lineno}"
        frame = frame.tb_next
    return place


@contextmanager
def pelican_log() -> Iterator[list[str]]:
    """Pelican's errors as a list, and nothing of its chatter on the terminal."""
    handler = _Errors()
    logger = logging.getLogger("pelican")
    before = logger.propagate, console.quiet
    logger.addHandler(handler)
    logger.propagate, console.quiet = False, True
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)
        logger.propagate, console.quiet = before


def in_one_line(record: logging.LogRecord) -> bool:
    """A log filter: an error that ends plain `pelican` is told without its traceback."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, Exception):
        record.msg = str(error) if isinstance(error, BylineError) else template_problem(error)
        record.args, record.exc_info = (), None
    return True


class _Errors(logging.Handler):
    """Collects what Pelican logs as an error; Pelican itself would go on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message as one line, with the error that it stems from."""
        error = sys.exc_info()[1]  # Pelican logs where it catches, and keeps the error to itself
        said = f": {type(error).__name__}: {error}" if error else ""
        self.lines.append(" ".join(f"{record.getMessage()}{said}".split()))
