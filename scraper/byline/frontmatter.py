"""The text of an article file: YAML front matter and a Markdown body, to and from `Article`.

Pure. Files in Pelican's own `Title: …` form are read too. A text that Byline writes ends its front
matter with a `fingerprint` of everything else in it, so that a person's edit can be told. To
add a field: `model.Article`, then `_front_matter` (writing) and `_article` (reading); keys that
Byline does not know survive.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec
import yaml

from byline.errors import ContentError
from byline.model import (
    Article,
    ArticleRights,
    Author,
    Doubt,
    Import,
    Licence,
    Review,
    Source,
    Terms,
    plain,
)
from byline.render import printable
from byline.rights.permit import terms_of
from byline.slug import slugify

FENCE = "---"
MAX_ARTICLE = 5_000_000  # characters; a longer file is no article
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
PELICAN_KEY = re.compile(r"([A-Za-z][\w -]*):[ \t]*(.*)")
KEYS = (
    *("title", "slug", "authors", "author", "date", "category", "tags", "language", "status"),
    *("source", "rights", "doubts", "summary", "fingerprint"),
)
PARTS = ("copyright", "resource_box", "permission", "source_line")  # of `rights`, word for word
DECIDED = ("licence", "terms", "reviewed")  # of `rights`, as data
STATUSES = ("published", "draft", "hidden")


class Loader(yaml.CSafeLoader):
    """YAML 1.2 as people mean it: `on` is a word, 2005-03 is a date as they wrote it, nothing else."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] in {"null", "merge"}]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:0|[1-9]\d{0,15})$"), list("0123456789")
)


class Dumper(yaml.SafeDumper):
    """Front matter as a person would write it: texts of rights as block scalars, no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """An alias in front matter would puzzle a person."""
        return True


class Verbatim(str):
    """Words that must stay as they are: written as a block scalar, never folded."""

    __slots__ = ()


def _verbatim(dumper: yaml.SafeDumper, text: Verbatim) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")


Dumper.add_representer(Verbatim, _verbatim)


def parse_article(text: str, name: str) -> Article:
    """The article that `text` holds; `name` is the file's name for messages."""
    if not text.strip():
        raise ContentError(f"{name}: the file is empty; delete it, or import the page again")
    if len(text) > MAX_ARTICLE:
        raise ContentError(f"{name}: longer than {MAX_ARTICLE:,} characters; split it")
    header, body = _split(text.replace("\r\n", "\n"), name)
    return _article(header, body, name)


def _split(text: str, name: str) -> tuple[dict[str, Any], str]:
    if not text.startswith(f"{FENCE}\n"):
        return _pelican_header(text)
    end = re.search(r"^---[ \t]*$", text[len(FENCE) + 1 :], re.MULTILINE)
    if end is None:
        raise ContentError(f"{name}: the front matter has no end; close it with a line of ---")
    head = text[len(FENCE) + 1 :][: end.start()]
    body = text[len(FENCE) + 1 :][end.end() :]
    try:
        found = yaml.load(head, Loader)  # noqa: S506  a safe loader with fewer types
    except yaml.YAMLError as error:
        raise ContentError(f"{name}: broken front matter: {_yaml_problem(error)}") from error
    except RecursionError as error:
        raise ContentError(f"{name}: broken front matter: nested too deep") from error
    if not isinstance(found, dict):
        raise ContentError(f"{name}: the front matter is not a list of `key: value` lines")
    return {str(key): value for key, value in found.items()}, body.strip("\n")


def _yaml_problem(error: yaml.YAMLError) -> str:
    """PyYAML's complaint as one line, counted from the top of the file."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        line = error.problem_mark.line + 2
        return f"line {line}: {error.problem}; put the value in quotes or mend its indent"
    return " ".join(str(error).split())


def _pelican_header(text: str) -> tuple[dict[str, Any], str]:
    """Pelican's own form: `Key: value` lines up to the first other line."""
    header: dict[str, Any] = {}
    lines = text.split("\n")
    for at, line in enumerate(lines):
        match = PELICAN_KEY.match(line)
        if match is None:
            return header, "\n".join(lines[at:]).strip("\n")
        header[match[1].strip().lower().replace(" ", "_").replace("-", "_")] = match[2].strip()
    return header, ""


def _article(header: Mapping[str, Any], body: str, name: str) -> Article:
    title = _line(header, "title", name)
    if not title:
        raise ContentError(f"{name}: no title; add a line `title: …` to the front matter")
    slug = slugify(_line(header, "slug", name) or title)
    status = _line(header, "status", name) or "published"
    if status not in STATUSES:
        raise ContentError(f"{name}: unknown status '{status}'; use {', '.join(STATUSES)}")
    return Article(
        title=title,
        slug=slug,
        body=body,
        path=name,
        authors=_authors(header.get("authors") or header.get("author"), name),
        date=_date(header, name),
        category=_line(header, "category", name) or None,
        tags=tuple(_words(header.get("tags"), name, "tags")),
        summary=_line(header, "summary", name) or None,
        language=_line(header, "language", name) or None,
        status=status,
        source=_convert(header.get("source") or {}, Source, name, "source"),
        rights=_rights(header.get("rights") or {}, name),
        doubts=_convert(header.get("doubts") or [], tuple[Doubt, ...], name, "doubts"),
        extra={key: value for key, value in header.items() if key not in KEYS},
    )


def _line(header: Mapping[str, Any], key: str, name: str) -> str:
    """A value that must be one text or number."""
    value = header.get(key)
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise ContentError(f"{name}: `{key}` must be text; put it in quotes")
    return printable(str(value)).strip()


def _authors(value: Any, name: str) -> tuple[Author, ...]:
    if isinstance(value, str):
        value = [part.strip() for part in value.split(";")]
    if not isinstance(value, list | type(None)):
        raise ContentError(f"{name}: `authors` must be a list of names")
    found = []
    for item in value or []:
        if isinstance(item, dict):
            found.append(_convert(item, Author, name, "authors"))
        elif item is not None and str(item).strip():
            found.append(Author(printable(str(item)).strip()))
    return tuple(found)


def _words(value: Any, name: str, key: str) -> Iterable[str]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | type(None)):
        raise ContentError(f"{name}: `{key}` must be a list")
    return [printable(str(item)).strip() for item in value or [] if str(item).strip()]


def _date(header: Mapping[str, Any], name: str) -> str | None:
    text = _line(header, "date", name)
    if not text:
        return None
    if DATE.fullmatch(text) is None or not _is_day(text):
        raise ContentError(f"{name}: `date: {text}` is no date; write 2005, 2005-03 or 2005-03-14")
    return text


def _is_day(text: str) -> bool:
    parts = [int(part) for part in re.findall(r"\d+", text[:10])]
    month, day = (*parts[1:], 1, 1)[:2]
    return 1 <= month <= 12 and 1 <= day <= 31 and parts[0] > 0  # noqa: PLR2004  a calendar


def _rights(value: Any, name: str) -> ArticleRights:
    if not isinstance(value, dict):
        raise ContentError(f"{name}: `rights` must hold lines such as `permission: …`")
    unknown = sorted(str(key) for key in value if key not in PARTS + DECIDED)
    if unknown:
        raise ContentError(
            f"{name}: unknown key `rights.{unknown[0]}`; known are {', '.join(PARTS + DECIDED)}"
        )
    review = value.get("reviewed")
    return ArticleRights(
        copyright=_line(value, "copyright", name),
        resource_box=_line(value, "resource_box", name),
        permission=_line(value, "permission", name),
        source_line=_line(value, "source_line", name),
        licence=_convert(value.get("licence"), Licence | None, name, "rights.licence"),
        terms=_convert(value.get("terms"), Terms | None, name, "rights.terms"),
        reviewed=_review(review, name) if review is not None else None,
    )


def _review(value: Any, name: str) -> Review:
    review: Review = _convert(value, Review, name, "rights.reviewed")
    for key in ("by", "on", "why"):
        if not getattr(review, key).strip():
            raise ContentError(f"{name}: `rights.reviewed.{key}` is empty; a review says who, when and why")
    if DATE.fullmatch(review.on) is None:
        raise ContentError(f"{name}: `rights.reviewed.on: {review.on}` is no date; write 2026-11-23")
    return review


def _convert(value: Any, kind: Any, name: str, key: str) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        raise ContentError(f"{name}: `{key}`: {error}") from error


def article_text(article: Article) -> str:
    """The file that holds `article`: front matter with its fingerprint, then the body."""
    header = yaml.dump(_front_matter(article), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    body = printable(article.body).strip("\n")
    mark = _fingerprint(header, body)
    return f"{FENCE}\n{header}fingerprint: {mark}\n{FENCE}\n\n{body}\n"


def _fingerprint(header: str, body: str) -> str:
    return hashlib.sha256(f"{header}\0{body}".encode()).hexdigest()[:32]


def _front_matter(article: Article) -> dict[str, Any]:
    rights = article.rights
    parts = {key: Verbatim(getattr(rights, key)) for key in PARTS}
    decided = {key: _filled(plain(getattr(rights, key)) or {}) for key in DECIDED}
    fields: dict[str, Any] = {
        "title": article.title,
        "slug": article.slug,
        "authors": [a.name if a.url is None else plain(a) for a in article.authors],
        "date": article.date,
        "category": article.category,
        "tags": list(article.tags),
        "language": article.language,
        "status": article.status if article.status != "published" else None,
        "summary": article.summary,
        "source": _filled(plain(article.source)),
        "rights": _filled({**parts, **decided}),
        "doubts": plain(article.doubts),
        **article.extra,
    }
    return _filled(fields)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", [], {}, ())}


def article_of(imported: Import, slug: str | None = None) -> Article:
    """An imported page as an article, ready to be written."""
    title = printable(imported.title or "Untitled").strip()
    rights = imported.rights
    box = rights.resource_box
    article = Article(
        title=title,
        slug=slug or slugify(title),
        body=imported.body,
        authors=imported.authors,
        date=imported.published,
        category=imported.category,
        language=imported.language,
        source=imported.source,
        rights=ArticleRights(
            copyright="\n".join(" ".join(notice.text.split()) for notice in rights.copyright),
            resource_box=box.markdown if box else "",
            permission="\n\n".join(s.markdown or s.text for s in rights.statements),
            source_line="\n\n".join(line.markdown or line.text for line in rights.source_lines),
            licence=rights.licence,
        ),
        doubts=imported.doubts
        if imported.title
        else (*imported.doubts, Doubt("no-title", imported.text[:60])),
    )
    read = terms_of(article)
    return replace(article, rights=replace(article.rights, terms=read if read.because else None))


def is_untouched(text: str) -> bool:
    """Whether a file is just as Byline wrote it."""
    match = re.match(r"---\n(.*?)fingerprint: (\w+)\n---\n\n(.*)\n\Z", text, re.DOTALL)
    return match is not None and _fingerprint(match[1], match[3]) == match[2]


def mark_of(text: str) -> str | None:
    """The fingerprint that a file carries, whether it still fits or not."""
    match = re.search(r"^fingerprint: (\w+)$", text, re.MULTILINE)
    return match[1] if match else None
