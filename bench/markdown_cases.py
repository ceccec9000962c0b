#!/usr/bin/env python3
"""HTML to Markdown: how many of the cases Byline and its peers get right.

    python bench/markdown_cases.py                         tests/cases/markdown.toml
    python bench/markdown_cases.py --failures byline       also show what went wrong
    python bench/markdown_cases.py --cases FILE --json now.json

A case has a name, html and markdown. Any spelling counts that a reader sees in the same way: both
Markdown texts are rendered as Byline publishes them, and must give the same words, links, pictures and
structure. Peers that are not installed are left out.
"""

import argparse
import importlib.metadata
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from byline.render import to_html

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "markdown.toml"
BASE = "https://page.example.org/a/"
KEPT = ("href", "src", "alt", "title", "start", "class")  # attributes that a reader notices
LAYOUT = {"thead", "tbody"}  # a table is the same with and without
Converter = Callable[[str], str]


def _byline() -> Converter:
    from byline.extract.clean import clean
    from byline.extract.document import body_markdown
    from byline.extract.fragment import leaves
    from byline.extract.metadata import Metadata
    from byline.extract.walk import html_blocks

    def convert(html: str) -> str:
        shown = [block for block in html_blocks(html, BASE) if not block.hidden]
        return body_markdown(clean(leaves(shown), Metadata(None))[0])

    return convert


def _markdownify() -> Converter:
    from markdownify import markdownify

    return lambda html: str(markdownify(html, heading_style="ATX"))


def _html2text() -> Converter:
    from html2text import HTML2Text

    def convert(html: str) -> str:
        writer = HTML2Text(bodywidth=0)
        return str(writer.handle(html))

    return convert


def _html_to_markdown() -> Converter:
    from html_to_markdown import ConversionOptions, convert

    options = ConversionOptions(escape_underscores=True, escape_asterisks=True, escape_misc=True)
    return lambda html: str(convert(html, options).content or "")


CONVERTERS: dict[str, Callable[[], Converter]] = {
    "byline": _byline,
    "html-to-markdown": _html_to_markdown,
    "markdownify": _markdownify,
    "html2text": _html2text,
}


def shape(markdown: str) -> list[object]:
    """What a reader sees: the tree of elements and words, without what only spelling makes different."""
    return _inner(BeautifulSoup(to_html(markdown), "html.parser"))


def _inner(parent: Tag) -> list[object]:
    found: list[object] = []
    for child in parent.children:
        if isinstance(child, NavigableString):
            text = str(child) if parent.name == "code" else " ".join(str(child).split())
            found.extend([text] if text.strip() else [])
        elif isinstance(child, Tag) and child.name in LAYOUT:
            found.extend(_inner(child))
        elif isinstance(child, Tag):
            found.append(_element(child))
    return found


def _element(tag: Tag) -> list[object]:
    marks = {key: " ".join(tag.get_attribute_list(key)) for key in KEPT if tag.get(key)}
    inner = _inner(tag)
    if tag.name == "li":  # tight or loose, an item reads the same
        inner = [piece for part in inner for piece in (part[2:] if _is_paragraph(part) else [part])]
    return [tag.name, marks, *inner]


def _is_paragraph(part: object) -> bool:
    return isinstance(part, list) and part[0] == "p"


def judged(convert: Converter, case: dict[str, str]) -> str:
    """Empty if the case is right, else what came out."""
    try:
        made = convert(case["html"])
    except Exception as error:  # a crash is a wrong answer
        return f"{type(error).__name__}: {error}"
    return "" if shape(made) == shape(case["markdown"]) else made or "(nothing)"


def measured(cases: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """For each converter, the cases that are wrong and what came out."""
    found: dict[str, dict[str, str]] = {}
    for name, load in CONVERTERS.items():
        try:
            convert = load()
        except ImportError as error:
            print(f"{name}: left out: {error}", file=sys.stderr)
            continue
        wrong = {case["name"]: judged(convert, case) for case in cases}
        found[name] = {case: made for case, made in wrong.items() if made}
    return found


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "checkout"


def main() -> None:
    """Convert all cases with all converters, and print how many are right."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--cases", type=Path, default=CASES, help="TOML table of cases")
    parser.add_argument("--failures", metavar="SYSTEM", help="show what this one gets wrong")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all that is wrong")
    args = parser.parse_args()
    if not args.cases.is_file():
        parser.error(f"{args.cases}: no such file; name a table of cases with --cases")
    tables = tomllib.loads(args.cases.read_text("utf-8"))
    cases = [case for table in tables.values() if isinstance(table, list) for case in table]
    found = measured(cases)
    for name, wrong in found.items():
        print(
            f"{name:18} {_version(name):12} {len(cases) - len(wrong):4} of {len(cases)}   {', '.join(wrong)}"
        )
    for case, made in found.get(args.failures or "", {}).items():
        print(f"\n--- {case}\n{made}")
    if args.json:
        args.json.write_text(json.dumps(found, indent=1), "utf-8")


if __name__ == "__main__":
    main()
