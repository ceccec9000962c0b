"""An issue for the tools that send newsletters: their own links to leave the list, their own address.

Each tool reads what it sends as a template, so two things are done to each form of the issue. What an
article says in a tool's own syntax is written so that the tool prints it, word for word; and the places
of ours (to unsubscribe, to read in a browser, the sender's address) become the tool's. To add a tool, add
a row to `TOOLS`.

The syntax is that of listmonk's documentation (Go templates, docs/content/templating.md; the alternative
body is read as HTML there too, and HTML comments are dropped), of Mailchimp's merge tags, and of
Buttondown's template variables (Django templates). Links are tracked by listmonk only with `TrackLink`;
Mailchimp leaves those alone that say `mc:disable-tracking`, but its campaigns have a switch of their own,
as Buttondown's have, that no file can turn.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from jinja2 import Environment

from byline.check import Copy
from byline.check.copy import text_part
from byline.check.page import html_part
from byline.check.parts import Part
from byline.render import URL_ATTRIBUTE, unsafe
from byline_pelican.audit import lost
from byline_pelican.edition import Entry
from byline_pelican.ezine.html import issue_html
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.markdown import pieces
from byline_pelican.ezine.text import issue_text
from byline_pelican.stretch import cut

JOINER = "\u2060"  # word joiner: nobody sees it, and no tool finds its syntax around it
TRACK = "@TrackLink"
GO_SIGNS = re.compile(rf"\{{*(?:<|{TRACK})|\{{\{{+")  # a brace before an action would be read as part of it
GO_SAFE = re.compile(r"\{\{ Safe `([^`]*)` \}\}")
MARKED_TARGET = re.compile(r"\]\(<(byline(?:leave|view)[0-9a-f]{20})>\)")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
WEB_LINK = re.compile(r'<a (?=[^<>]*href="https?:)')
BRACE = r"(?:\\?\{|&(?:#0*123|#[xX]0*7[bB]|lcub|lbrace);)"  # as Markdown may write it
OPENING = re.compile(rf"{BRACE}(?=\\?[{{%#&])")
DJANGO = re.compile(r"\{(?=[{%#])")
PRE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
BLANK = re.compile(r"\n\s*\n")
URL = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "|": "%7C"})  # as `byline.render` writes them
FORMS: Mapping[str, Callable[[str], Part]] = {
    ".html": lambda text: html_part(text, None),
    ".md": lambda text: html_part(unsafe(text), None),
    ".txt": text_part,
}


@dataclass(frozen=True, slots=True)
class Places:
    """What stands for the places of an issue that a tool fills in.

    Attributes:
        unsubscribe: the address to leave the list.
        view: the address to read the issue in a browser.
        postal: the sender's address; empty where the tool has no word for it, and the issue's own is printed.

    """

    unsubscribe: str
    view: str
    postal: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One file for one tool.

    Attributes:
        name: of the file.
        literal: writes a text, or a part of it, so that the tool prints it.
        places: the tool's words.
        finish: what else the tool wants.

    """

    name: str
    literal: Callable[[str], str]
    places: Places
    finish: Callable[[str], str] = str


def variants(issue: Issue, environment: Environment) -> dict[str, bytes]:
    """The files for each tool, by name."""
    return {tool.name: _written(tool, issue, environment).encode() for tool in TOOLS}


def audit_variants(issue: Issue, files: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with the files for tools: each article must stand whole in each, with its own credit.

    What the tool would print of them is what is judged.
    """
    entries: list[Entry] = [item.entry for item in issue.whole]
    for tool in TOOLS:
        text = sent(tool.name, files[tool.name].decode())
        part = FORMS[_form(tool.name)](text)
        for entry, own in cut(part, entries):
            yield from lost(Copy((own,)), entry, tool.name)
        if tool.places.unsubscribe not in files[tool.name].decode():
            yield f"{tool.name}: no way to leave the list; print `issue.unsubscribe_url` in ezine/issue.html"


def sent(name: str, text: str) -> str:
    """What a tool makes of a file, its own places aside."""
    if name.startswith("listmonk"):
        return GO_SAFE.sub(lambda found: found[1], text)
    return text


def _written(tool: Variant, issue: Issue, environment: Environment) -> str:
    marks, marked = _marked(issue, tool.places)
    text = tool.finish("\n\n".join(map(tool.literal, _printed(_form(tool.name), marked, environment))))
    for name in ("unsubscribe", "view", "postal"):
        text = text.replace(getattr(marks, name), getattr(tool.places, name))
    return text


def _printed(form: str, issue: Issue, environment: Environment) -> list[str]:
    if form == ".html":
        return [issue_html(issue, environment)]
    return [issue_text(issue)] if form == ".txt" else [*pieces(issue), ""]


def _form(name: str) -> str:
    return name[name.rindex(".") :]


def _marked(issue: Issue, places: Places) -> tuple[Places, Issue]:
    """The issue with marks for a tool's places; no author can have written them: they depend on all words."""
    said = repr((issue.name, issue.number, issue.intro, [item.entry.article for item in issue.items]))
    digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    marks = Places(*(f"byline{kind}{digest}" for kind in ("leave", "view", "postal")))
    postal = marks.postal if places.postal else issue.postal_address
    marked = replace(issue, unsubscribe_url=marks.unsubscribe, web_url=marks.view, postal_address=postal)
    return marks, replace(marked, flowed=False)


def _go(text: str) -> str:
    """A word that Go's templates print as it is, wherever HTML stands: `Safe` is listmonk's own."""
    return f"{{{{ Safe `{text}` }}}}"


def _listmonk_html(html: str) -> str:
    plain = html.replace("{{", "&#123;&#123;").replace("@TrackLink", "@&#84;rackLink")
    return COMMENT.sub(lambda comment: _go(comment[0]), plain.replace("{<!--", "&#123;<!--"))


def _listmonk_text(text: str) -> str:
    return GO_SIGNS.sub(_go_signs, text)


def _go_signs(found: re.Match[str]) -> str:
    braces, sign, _ = found[0].partition(TRACK)
    return f"{_go(braces) if braces else ''}@{_go('T')}rackLink" if sign else _go(braces)


def _mailchimp_html(html: str) -> str:
    return html.replace("*|", "*&#124;")


def _mailchimp_text(text: str) -> str:
    """No tool finds a tag around a word joiner; an address has a way of its own to write the sign."""
    addressed = URL.sub(lambda url: url[0].replace("*|", "*%7C"), text)
    return addressed.replace("*|", f"*{JOINER}|")


def _untracked(html: str) -> str:
    return WEB_LINK.sub("<a mc:disable-tracking ", html)


def _buttondown(markdown: str) -> str:
    """A part as it is, or as HTML where a brace would open a tag: there alone it can be written as a number.

    That number stays one whether the tool renders Markdown before it fills in, or after it, and is a brace to
    those who read it, or copy it. No line of it is empty, so that it is one block.
    """
    html = unsafe(markdown)
    if not (OPENING.search(markdown) or DJANGO.search(html)):
        return markdown
    html = PRE.sub(lambda code: code[0].replace("\n", "&#10;"), html)
    html = URL_ATTRIBUTE.sub(lambda found: f'{found[1]}="{found[2].translate(IN_ADDRESS)}"', html)
    return DJANGO.sub("&#123;", BLANK.sub("\n", html).strip())


def _bare_targets(markdown: str) -> str:
    """Links to places of ours as Buttondown's own examples write them."""
    return MARKED_TARGET.sub(r"](\1)", markdown)


LISTMONK = Places("{{ UnsubscribeURL }}", "{{ MessageURL }}")
MAILCHIMP = Places("*|UNSUB|*", "*|ARCHIVE|*", "*|LIST:ADDRESSLINE|*")
BUTTONDOWN = Places("{{ unsubscribe_url }}", "{{ email_url }}")
TOOLS = (
    Variant("listmonk.html", _listmonk_html, LISTMONK),
    Variant("listmonk.txt", _listmonk_text, LISTMONK),
    Variant("mailchimp.html", _mailchimp_html, MAILCHIMP, _untracked),
    Variant("mailchimp.txt", _mailchimp_text, MAILCHIMP),
    Variant("buttondown.md", _buttondown, BUTTONDOWN, _bare_targets),
)
