"""What ended a template or Pelican, as one line that names the file to mend."""

from jinja2 import TemplateSyntaxError


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
