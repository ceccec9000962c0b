"""The YAML between the lines of `---`, or of a file: read as people mean it, written as a person would.

Pure. A file may come from anyone: aliases, tags and deep nesting are refused before anything is built
of them, and so is a key that stands twice, of which one would silently be lost.
"""

import re
from collections.abc import Hashable
from typing import Any

import yaml

from byline.errors import ContentError
from byline.render import printable

MAX_DEPTH = 40  # levels; a record of terms has five
TOO_DEEP = "nested too deep; put it in quotes"
FRONT_MATTER = "the front matter"
OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Loader(yaml.CSafeLoader):
    """YAML 1.2 as people mean it: `on` is a word, 2005-03 is a date as they wrote it, nothing else."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping whose keys each stand once."""
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                problem = f"`{key.value}` stands twice; keep one of them"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] == "null"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:0|[1-9]\d{0,15})$"), list("0123456789")
)


class Dumper(yaml.SafeDumper):
    """Front matter as a person would write it: texts of rights as block scalars, no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """An alias in front matter would puzzle a person, and is refused on reading."""
        return True


class Verbatim(str):
    """Words that must stay as they are: written as a block scalar, never folded."""

    __slots__ = ()


def _verbatim(dumper: yaml.SafeDumper, text: Verbatim) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")


Dumper.add_representer(Verbatim, _verbatim)


def read_header(text: str, name: str, what: str = FRONT_MATTER) -> dict[str, Any]:
    """What stands between the lines of `---`.

    Args:
        text: the YAML.
        name: the file's name, for messages.
        what: what messages call it; a file that is nothing but YAML is no front matter.

    Raises:
        ContentError: it is not a list of `key: value` lines that may be trusted.

    """
    above = 2 if what == FRONT_MATTER else 1  # lines are counted from 1, and `---` is one
    try:
        _guard(text, name, above)
        found = yaml.load(text, Loader)  # noqa: S506  a safe loader with fewer types
    except yaml.YAMLError as error:
        raise ContentError(f"{name}: broken {what.removeprefix('the ')}: {_problem(error, above)}") from error
    if not isinstance(found, dict):
        raise ContentError(f"{name}: {what} is not a list of `key: value` lines")
    return {str(key): value for key, value in found.items()}


def header_text(fields: dict[str, Any]) -> str:
    """The fields as YAML, in their order."""
    return yaml.dump(fields, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)


def _guard(text: str, name: str, above: int) -> None:
    """Refuse what would exhaust time, memory or the stack, before any of it is built."""
    level = 0
    for event in yaml.parse(text, Loader):
        line = event.start_mark.line + above if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            raise ContentError(f"{name}: line {line}: an alias (`*…`); write the value out, or quote it")
        if getattr(event, "tag", None) is not None:
            raise ContentError(f"{name}: line {line}: a tag (`!…`); write the value alone, or quote it")
        level += isinstance(event, OPENING) - isinstance(event, CLOSING)
        if level > MAX_DEPTH:
            raise ContentError(f"{name}: line {line}: {TOO_DEEP}")


def _problem(error: yaml.YAMLError, above: int) -> str:
    """PyYAML's complaint as one line, counted from the top of the file."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        line = error.problem_mark.line + above
        if "nesting depth" in str(error.problem):  # PyYAML's own floor, from 6.0.4: its scanner looks ahead
            return f"line {line}: {TOO_DEEP}"
        return f"line {line}: {_one_line(error.problem)}; put the value in quotes or mend its indent"
    return _one_line(error)


def _one_line(problem: object) -> str:
    return " ".join(printable(str(problem)).split())
