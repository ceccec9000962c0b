"""The piece in each form, whole with its credit, ready to paste.

Pure. The credit is written by `byline.rights.credit` alone. To add a form, write a function and add
a row to FORMS: the page, `kit.json`, the files and the audit walk that table.
"""

from collections.abc import Callable, Set
from dataclasses import dataclass
from html import escape

from css_inline import CSSInliner

from byline.extract.blocks import Inline
from byline.extract.document import CLOSING
from byline.extract.markdown import lines_of
from byline.joining import same, selfcontained, under
from byline.lines import WIDTH, fold
from byline.model import Credit, Use
from byline.plaintext import html_to_text
from byline.render import printable, sealed
from byline.rights.credit import as_html, as_markdown, as_text, markdown_parts
from byline_pelican.kit.markdown import (
    markdown_without_images,
    whole_html,
    with_whole_addresses,
    without_any_image,
    without_images,
)

RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
PICTURES_STAY = "its pictures may not go along, and they could not be taken out of this form"
NOT_APART = "the links and notes of the article and of its credit could not be kept apart in this form"
MAIL_STYLE = """
table.sheet { width: 100%; border-collapse: collapse; border: 0; }
td.piece { padding: 0; font-family: Georgia, 'Times New Roman', serif; font-size: 18px; line-height: 28px; }
h1 { margin: 0 0 16px; font-size: 30px; line-height: 36px; font-weight: normal; }
h2 { margin: 28px 0 10px; font-size: 24px; line-height: 30px; font-weight: normal; }
h3 { margin: 24px 0 8px; font-size: 20px; line-height: 28px; font-weight: normal; }
pre { white-space: pre-wrap; font-size: 14px; line-height: 21px; }
img { display: block; max-width: 100%; height: auto; border: 0; }
td.credit { padding: 16px 0 0; border-top: 1px solid #777777; font-size: 16px; line-height: 24px; }
"""


class NotMadeError(Exception):
    """A form cannot be made of a piece; the message says why."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as it is lent.

    Attributes:
        credit: all that must travel with it.
        markdown: its body.
        base: its address, for relative links.
        language: as the article says; may be empty.
        home: the site's language, for the page around a text.
        out: numbers of the images that stay here.
        canonical: the address of the original.

    """

    credit: Credit
    markdown: str
    base: str
    language: str
    home: str
    out: Set[int]
    canonical: str

    @property
    def title(self) -> str:
        """In one line."""
        return " ".join(printable(self.credit.title).split())

    @property
    def html(self) -> str:
        """The body, without the images that stay here."""
        return without_images(whole_html(self.markdown, self.base), self.out).strip()

    @property
    def tongue(self) -> str:
        """`lang` and `dir` where the language is known."""
        direction = "rtl" if self.language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
        return f' lang="{escape(self.language)}" dir="{direction}"' if self.language else ""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a kit.

    Attributes:
        name: in `kit.json`.
        title: for people.
        use: what it is for; None for what fits every use.
        file: its name beside the page.
        media: its media type.
        make: writes it, or raises `NotMadeError`.
        document: what the file holds, where a text needs a page around it.

    """

    name: str
    title: str
    use: Use | None
    file: str
    media: str
    make: Callable[[Piece], str]
    document: Callable[[Piece, str], str] = lambda _, text: text


@dataclass(frozen=True, slots=True)
class KitText:
    """A form, written: what is copied, and the file to download."""

    form: Form
    content: str
    file: str


def forms_for(uses: tuple[Use, ...]) -> tuple[Form, ...]:
    """The forms that serve these uses."""
    return tuple(form for form in FORMS if form.use in uses or (form.use is None and uses))


def text_of(piece: Piece, form: Form) -> KitText:
    """The piece in one form.

    Raises:
        NotMadeError: it cannot be made.

    """
    text = form.make(piece)
    return KitText(form, text, form.document(piece, text))


def as_web_page(piece: Piece) -> str:
    """Clean markup for any page: title, body, credit."""
    return (
        f"<article{piece.tongue}>\n<h1>{escape(piece.title, quote=False)}</h1>\n{piece.html}\n"
        f"{as_html(piece.credit)}\n</article>\n"
    )


def as_markdown_file(piece: Piece) -> str:
    """CommonMark: the title as a heading, the body, a rule, the credit."""
    body = markdown_without_images(piece.markdown.replace("\r\n", "\n"), piece.out)
    if not body:
        raise NotMadeError(PICTURES_STAY)
    title = "# " + CLOSING.sub(r"\1\\\2", " ".join(lines_of((Inline(piece.title),))))
    whole = with_whole_addresses(sealed(body.strip("\n")), piece.base)
    credit = as_markdown(piece.credit)
    alone = (title, whole, "---", *markdown_parts(piece.credit))
    for owed in (credit, selfcontained(credit)):
        text = under((title, whole, "---", owed))
        if same(text, alone):
            return f"{text}\n"
    raise NotMadeError(NOT_APART)


def as_plain_text(piece: Piece) -> str:
    """65 columns, every address spelled out, no pictures."""
    body = html_to_text(without_any_image(piece.html), WIDTH)
    parts = (fold(piece.title, WIDTH), body, "-" * 20, as_text(piece.credit, WIDTH))
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def as_mail(piece: Piece) -> str:
    """Markup that mail programs take: a presentation table, every style in its element."""
    table = '<table role="presentation" class="sheet">'
    html = (
        f'{table}\n<tbody><tr><td{piece.tongue} class="piece">\n'
        f"<h1>{escape(piece.title, quote=False)}</h1>\n{piece.html}\n</td></tr>\n"
        f'<tr><td{piece.tongue} class="credit piece">\n{as_html(piece.credit)}\n</td></tr></tbody>\n'
        "</table>\n"
    )
    inliner = CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)
    return inliner.inline_fragment(html, css=MAIL_STYLE).strip() + "\n"


def in_document(piece: Piece, text: str) -> str:
    """A page around a text, so that a browser and a mail program read its letters right."""
    tongue = piece.tongue or f' lang="{escape(piece.home)}"'
    return (
        f'<!doctype html>\n<html{tongue}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(piece.title, quote=False)}</title>\n"
        f'<link rel="canonical" href="{escape(piece.canonical)}">\n</head>\n<body>\n{text}</body>\n</html>\n'
    )


FORMS = (  # the order on the page
    Form("html", "HTML", Use.WEB, "article.html", "text/html", as_web_page, in_document),
    Form("markdown", "Markdown", None, "article.md", "text/markdown", as_markdown_file),
    Form("text", "Plain text", None, "article.txt", "text/plain", as_plain_text),
    Form("email", "E-mail", Use.NEWSLETTER, "email.html", "text/html", as_mail, in_document),
)
