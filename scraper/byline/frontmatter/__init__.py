"""The text of an article file: YAML front matter and a Markdown body, to and from `Article`.

Pure. Files in Pelican's own `Title: …` form are read too. A text that Byline writes ends its front
matter with a `fingerprint` of everything else in it save its `id`, so that a person's edit can be told. The
YAML is read in `header.py`, its values are judged in `fields.py`. To add a field: `model.Article`, then
`_front_matter` (writing) and `_article` (reading); keys that Byline does not know survive.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from byline.errors import ContentError
from byline.frontmatter.fields import (
    MAX_DEPTH,
    author,
    converted,
    corrections,
    is_date,
    is_iri,
    licence,
    lost,
    review,
    shown,
    source,
    terms,
    withdrawal,
)
from byline.frontmatter.header import Verbatim, header_text, read_header
from byline.model import Article, ArticleRights, Author, Doubt, Import, Rights, plain
from byline.render import cells, depth, is_blank, printable
from byline.rights.permit import terms_of
from byline.slug import slugify
from byline.web import is_web_address

FENCE = "---"
MAX_ARTICLE = 5_000_000  # characters; a longer file is no article
MAX_CELLS = 300_000  # of tables; a few kilobytes can ask for millions
ID_LINE = re.compile(r"^id:[^\n]*\n", re.MULTILINE)  # of front matter; a text inside is indented
PELICAN_KEY = re.compile(r"([A-Za-z][\w -]*):[ \t]*(.*)")
KEYS = (
    *("title", "slug", "id", "authors", "author", "date", "modified", "category", "tags", "language"),
    *("status", "series", "part", "corrections", "withdrawn", "source", "rights", "doubts", "summary"),
    "fingerprint",
)
PARTS = ("copyright", "resource_box", "permission", "source_line")  # of `rights`, word for word
DECIDED = ("licence", "terms", "reviewed")  # of `rights`, as data
STATUSES = ("published", "draft", "hidden")


def parse_article(text: str, name: str) -> Article:
    """The article that `text` holds; `name` is the file's name for messages."""
    if not text.strip():
        raise ContentError(f"{name}: the file is empty; delete it, or import the page again")
    if len(text) > MAX_ARTICLE:
        raise ContentError(f"{name}: longer than {MAX_ARTICLE:,} characters; split it")
    header, body = _split(text.replace("\r\n", "\n"), name)
    return _readable(_article(header, body, name), name)


def _split(text: str, name: str) -> tuple[dict[str, Any], str]:
    if not text.startswith(f"{FENCE}\n"):
        return _pelican_header(text)
    end = re.search(r"^---[ \t]*$", text[len(FENCE) + 1 :], re.MULTILINE)
    if end is None:
        raise ContentError(f"{name}: the front matter has no end; close it with a line of ---")
    head = text[len(FENCE) + 1 :][: end.start()]
    body = text[len(FENCE) + 1 :][end.end() :]
    return read_header(head, name), body.strip("\n")


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
        raise ContentError(f"{name}: unknown status '{shown(status)}'; use {', '.join(STATUSES)}")
    return Article(
        title=title,
        slug=slug,
        body=body,
        path=name,
        id=_id(header, name),
        authors=_authors(header.get("authors") or header.get("author"), name),
        date=_date(header, "date", name),
        modified=_date(header, "modified", name),
        category=_line(header, "category", name) or None,
        tags=tuple(_words(header.get("tags"), name, "tags")),
        series=_line(header, "series", name) or None,
        part=_part(header, name),
        summary=_line(header, "summary", name) or None,
        language=_line(header, "language", name) or None,
        status=status,
        corrections=corrections(header.get("corrections"), name),
        withdrawn=withdrawal(header.get("withdrawn"), name),
        source=source(header.get("source") or {}, name),
        rights=_rights(header.get("rights") or {}, name),
        doubts=converted(header.get("doubts") or [], tuple[Doubt, ...], name, "doubts"),
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
    return tuple(author(item, name) for item in value or [] if item is not None and str(item).strip())


def _words(value: Any, name: str, key: str) -> Iterable[str]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | type(None)):
        raise ContentError(f"{name}: `{key}` must be a list")
    return [printable(str(item)).strip() for item in value or [] if str(item).strip()]


def _date(header: Mapping[str, Any], key: str, name: str) -> str | None:
    text = _line(header, key, name)
    if not text:
        return None
    if not is_date(text):
        raise ContentError(f"{name}: `{key}: {shown(text)}` is no date; write 2005, 2005-03 or 2005-03-14")
    return text


def _id(header: Mapping[str, Any], name: str) -> str | None:
    text = _line(header, "id", name)
    if not text:
        return None
    if not is_iri(text):
        mend = "write urn:uuid:…, tag:… or https://… in plain letters, or take the line out"
        raise ContentError(f"{name}: `id: {shown(text)}` is no permanent id; {mend}")
    return text


def _part(header: Mapping[str, Any], name: str) -> int | None:
    text = _line(header, "part", name)
    if not text:
        return None
    if not re.fullmatch(r"[1-9]\d{0,4}", text, re.ASCII):
        raise ContentError(f"{name}: `part: {shown(text)}` is no number of a part; write 1, 2, 3 …")
    return int(text)


def _rights(value: Any, name: str) -> ArticleRights:
    if not isinstance(value, dict):
        raise ContentError(f"{name}: `rights` must hold lines such as `permission: …`")
    unknown = sorted(str(key) for key in value if key not in PARTS + DECIDED)
    if unknown:
        raise ContentError(
            f"{name}: unknown key `rights.{shown(unknown[0])}`; known are {', '.join(PARTS + DECIDED)}"
        )
    return ArticleRights(
        copyright=_line(value, "copyright", name),
        resource_box=_line(value, "resource_box", name),
        permission=_line(value, "permission", name),
        source_line=_line(value, "source_line", name),
        licence=licence(value.get("licence"), name),
        terms=terms(value.get("terms"), name),
        reviewed=review(value.get("reviewed"), name),
    )


def _readable(article: Article, name: str) -> Article:
    """The same article, if it has a text and no part nests so deep that an output would break on it."""
    parts = {"the text": article.body, **{f"`rights.{key}`": getattr(article.rights, key) for key in PARTS}}
    for part, markdown in parts.items():
        if cells(markdown) > MAX_CELLS:
            raise ContentError(f"{name}: {part} has a table of too many cells; split it")
        if depth(markdown) > MAX_DEPTH:
            raise ContentError(f"{name}: {part} is nested deeper than {MAX_DEPTH} levels; make it flatter")
        if lost(markdown):
            raise ContentError(f"{name}: {part} {lost(markdown)}")
    if is_blank(article.body):
        raise ContentError(
            f"{name}: the article has no text; write it below the front matter, or delete the file"
        )
    return article


def article_text(article: Article) -> str:
    """The file that holds `article`: front matter with its fingerprint, then the body."""
    header = header_text(_front_matter(article))
    body = printable(article.body).strip("\n")
    mark = _fingerprint(header, body)
    return f"{FENCE}\n{header}fingerprint: {mark}\n{FENCE}\n\n{body}\n"


def _fingerprint(header: str, body: str) -> str:
    """Of all but the id: that is no part of a reading, and one that is added later changes nothing."""
    header = ID_LINE.sub("", header)
    return hashlib.sha256(f"{header}\0{body}".encode()).hexdigest()[:32]


def _front_matter(article: Article) -> dict[str, Any]:
    rights = article.rights
    parts = {key: Verbatim(getattr(rights, key)) for key in PARTS}
    decided = {key: _filled(plain(getattr(rights, key)) or {}) for key in DECIDED}
    fields: dict[str, Any] = {
        "title": article.title,
        "slug": article.slug,
        "id": article.id,
        "authors": [a.name if a.url is None else plain(a) for a in article.authors],
        "date": article.date,
        "modified": article.modified,
        "category": article.category,
        "tags": list(article.tags),
        "language": article.language,
        "status": article.status if article.status != "published" else None,
        "series": article.series,
        "part": article.part,
        "summary": article.summary,
        "corrections": plain(article.corrections),
        "withdrawn": plain(article.withdrawn),
        "source": _filled(plain(article.source)),
        "rights": _filled({**parts, **decided}),
        "doubts": plain(article.doubts),
        **article.extra,
    }
    return _filled(fields)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", [], {}, ())}


def article_of(imported: Import, slug: str | None = None) -> Article:
    """An imported page as an article, ready to be written: nothing in it that reading would refuse."""
    title = printable(imported.title or "Untitled").strip()
    odd = tuple(_odd(imported))
    found = imported.source
    kept = replace(found, url=_web(found.url), canonical=_web(found.canonical))
    article = Article(
        title=title,
        slug=slug or slugify(title),
        body=imported.body,
        authors=tuple(replace(author, url=_web(author.url)) for author in imported.authors),
        date=imported.published if is_date(imported.published or "") else None,
        category=imported.category,
        language=imported.language,
        source=kept,
        rights=_imported_rights(imported.rights),
        doubts=(*imported.doubts, *odd),
    )
    read = terms_of(article)
    return replace(article, rights=replace(article.rights, terms=read if read.because else None))


def _imported_rights(rights: Rights) -> ArticleRights:
    """The parts as Markdown, word for word."""
    box, named = rights.resource_box, rights.licence
    return ArticleRights(
        copyright="\n".join(" ".join(notice.text.split()) for notice in rights.copyright),
        resource_box=box.markdown if box else "",
        permission="\n\n".join(s.markdown or s.text for s in rights.statements),
        source_line="\n\n".join(line.markdown or line.text for line in rights.source_lines),
        licence=named if named is not None and is_web_address(named.url) else None,
    )


def _odd(imported: Import) -> Iterator[Doubt]:
    """What an import found and a file may not hold."""
    if imported.published and not is_date(imported.published):
        yield Doubt("odd-date", shown(imported.published))
    source, named = imported.source, imported.rights.licence
    found = [source.url, source.canonical, named.url if named else None, *(a.url for a in imported.authors)]
    for url in dict.fromkeys(filter(None, found)):
        if not is_web_address(url):
            yield Doubt("odd-address", shown(url))


def _web(url: str | None) -> str | None:
    return url if is_web_address(url) else None


def is_untouched(text: str) -> bool:
    """Whether a file is just as Byline wrote it."""
    match = re.match(r"---\n(.*?)fingerprint: (\w+)\n---\n\n(.*)\n\Z", text, re.DOTALL)
    return match is not None and _fingerprint(match[1], match[3]) == match[2]


def mark_of(text: str) -> str | None:
    """The fingerprint that a file carries, whether it still fits or not."""
    match = re.search(r"^fingerprint: (\w+)$", text, re.MULTILINE)
    return match[1] if match else None
