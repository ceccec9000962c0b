"""What must travel with a copy, from one place, for every output.

Pages, feeds, mails and kits print `as_html`, `as_markdown` or `as_text` of the same `Credit`; nothing
else in Byline writes a byline, a copyright line, a resource box or a statement. To add a part: a
field in `model.Credit`, and a line in each of the three.
"""

from html import escape

from byline.extract.blocks import Inline, Mark
from byline.extract.markdown import lines_of, plain_text
from byline.joining import joined
from byline.lines import WIDTH
from byline.model import Article, Author, Credit, Licence, spoken
from byline.plaintext import Setting, to_text
from byline.render import sanitised, to_html
from byline.web import is_web_address


def credit(article: Article) -> Credit:
    """Everything that must stay with `article`, word for word."""
    rights = article.rights
    return Credit(
        title=article.title,
        authors=article.authors,
        copyright=rights.copyright,
        resource_box=rights.resource_box,
        permission=rights.permission,
        source_line=rights.source_line,
        source_url=next(filter(is_web_address, (article.source.canonical, article.source.url)), None),
        licence=rights.licence,
    )


def licence_name(licence: Licence) -> str:
    """The licence as people say it: `CC BY-ND 4.0`; its address where it has no short name."""
    spdx = licence.spdx or ""
    return spdx.replace("CC-", "CC ", 1).replace("-4.0", " 4.0").replace("-3.0", " 3.0") or licence.url


def byline_html(owed: Credit) -> str:
    """`By A and B`, each name a link where the author has an address."""
    return spoken([_author_html(author) for author in owed.authors])


def _author_html(author: Author) -> str:
    return _link(author.url, author.name, "author") if author.url else escape(author.name)


def _link(url: str, words: str, rel: str = "") -> str:
    """The words as a link; as words alone where the address is none of the web."""
    if not is_web_address(url):
        return escape(words)
    role = f'rel="{rel}" ' if rel else ""
    return f'<a {role}href="{escape(url)}">{escape(words)}</a>'


def source_html(owed: Credit) -> str:
    """The page's own source line, or else a link to where the article was first published."""
    if owed.source_line:
        return to_html(owed.source_line)
    if owed.source_url:
        return f"<p>First published at {_link(owed.source_url, owed.source_url)}</p>"
    return ""


def as_html(owed: Credit, *, named: bool = True) -> str:
    """The credit as one `<section class="credit">`, safe to print on any page.

    Args:
        owed: what must travel along.
        named: whether screen readers are told what the section is; validators of feeds take that for a risk.

    """
    parts = {
        "byline": sanitised(f"<p>{byline_html(owed)}</p>") if owed.byline else "",
        "copyright": to_html(own_notices(owed)),
        "box": to_html(owed.resource_box),
        "permission": to_html(owed.permission),
        "source": sanitised(source_html(owed)),
        "licence": sanitised(_licence_html(owed)),
    }
    inner = "".join(f'<div class="credit-{name}">{html}</div>' for name, html in parts.items() if html)
    if not inner:
        return ""
    label = ' aria-label="Credit"' if named else ""
    return f'<section class="credit"{label}>{inner}</section>'


def _licence_html(owed: Credit) -> str:
    if owed.licence is None:
        return ""
    return f"<p>Licence: {_link(owed.licence.url, licence_name(owed.licence), 'license')}</p>"


def own_notices(owed: Credit) -> str:
    """Copyright lines, each a paragraph; one that stands word for word in the statement is printed there."""
    stated = " ".join(plain_text(owed.permission).split())
    notices = [
        line for line in owed.copyright.splitlines() if " ".join(plain_text(line).split()) not in stated
    ]
    return "\n\n".join(notices)


def as_markdown(owed: Credit) -> str:
    """The credit as Markdown: the same words and links as `as_html`, a paragraph for each part."""
    return joined(markdown_parts(owed))


def markdown_parts(owed: Credit) -> tuple[str, ...]:
    """The parts of the credit as Markdown, each a text of its own: a reference leads to no other."""
    first = (
        f"First published at {_markdown_link(owed.source_url, owed.source_url)}" if owed.source_url else ""
    )
    licence = owed.licence
    named = f"Licence: {_markdown_link(licence.url, licence_name(licence))}" if licence else ""
    parts = (
        spoken([_markdown_link(author.url, author.name) for author in owed.authors]),
        own_notices(owed),
        owed.resource_box,
        owed.permission,
        owed.source_line or first,
        named,
    )
    return tuple(part for part in parts if part.strip())


def _markdown_link(url: str | None, words: str) -> str:
    """The words as a Markdown link; as words alone where the address is none of the web."""
    marks = (Mark("a", url),) if url and is_web_address(url) else ()
    return " ".join(lines_of((Inline(words, marks),)))


def as_text(owed: Credit, width: int = WIDTH, *, flowed: bool = False) -> str:
    """The credit as plain text: the same words as `as_html`, every address spelled out.

    Args:
        owed: what must travel along.
        width: in columns.
        flowed: whether `plaintext.flow` follows, which wraps it for mail programs.

    """
    page = Setting(width, flowed=flowed)
    first = f"First published at {owed.source_url}" if owed.source_url else ""
    licence = f"Licence: {_spelled(licence_name(owed.licence), owed.licence.url)}" if owed.licence else ""
    stated = (own_notices(owed), owed.resource_box, owed.permission)
    parts = (
        *(page.paragraph(line) for line in (owed.byline, *(author.url or "" for author in owed.authors))),
        *(to_text(part, width, flowed=flowed) for part in stated),
        to_text(owed.source_line, width, flowed=flowed) if owed.source_line else page.paragraph(first),
        page.paragraph(licence),
    )
    return "\n\n".join(part for part in parts if part)


def _spelled(name: str, url: str) -> str:
    return url if name == url else f"{name} ({url})"
