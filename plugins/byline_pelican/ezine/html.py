"""The HTML part of an issue: the theme's mail template, its styles written into the elements."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from css_inline import CSSInliner
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from byline.errors import BuildError
from byline.render import printable
from byline_pelican.configuration import Configuration, theme_folder
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.places import TEMPLATE
from byline_pelican.faults import template_problem

TAG = re.compile(r"<[a-z][^<>]*>")
BREAKS = dict.fromkeys((0x0B, 0x0C, *range(0x1C, 0x20), 0x85), " ")  # that part words, and that no HTML holds
STYLE = re.compile(r' style="([^"]*)"')


def mail_environment(configuration: Configuration) -> Environment:
    """Templates of the theme, the site's own first; strict, and escaping by default."""
    settings = configuration.pelican
    folders = [*settings["THEME_TEMPLATES_OVERRIDES"], str(Path(settings["THEME"]) / "templates")]
    return Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def is_ours(environment: Environment) -> bool:
    """Whether the mail's template is Byline's own, and no site's."""
    named = environment.get_template(TEMPLATE).filename or ""
    return Path(named).is_relative_to(theme_folder())


def issue_html(issue: Issue, environment: Environment, *, web: bool = False) -> str:
    """The HTML part.

    Args:
        issue: what it prints.
        environment: the templates.
        web: whether it is the page that the mail leads to; nobody can leave the list there.

    Raises:
        BuildError: the template is missing or asks for what is not there.

    """
    html = rendered(TEMPLATE, environment, {"issue": issue, "web": web})
    legible = printable(html.translate(BREAKS))
    return _light(CSSInliner(keep_style_tags=False, load_remote_stylesheets=False).inline(legible))


def rendered(template: str, environment: Environment, told: Mapping[str, Any]) -> str:
    """What a template of the theme makes of what it is told.

    Raises:
        BuildError: the template is missing or asks for what is not there.

    """
    try:
        return environment.get_template(template).render(told)
    except TemplateNotFound as error:
        raise BuildError([f"template {error.name} is missing from the theme; restore it"]) from error
    except Exception as error:  # a template is a program: anything may be raised
        raise BuildError([template_problem(error)]) from error


def _light(html: str) -> str:
    """The same with shorter styles; mail programs cut a long mail."""
    return TAG.sub(lambda tag: STYLE.sub(_short, tag[0]), html)


def _short(style: re.Match[str]) -> str:
    return f' style="{style[1].replace(": ", ":").rstrip(";")}"'
