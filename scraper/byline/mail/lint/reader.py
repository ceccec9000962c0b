"""Whether a reader finds what a newsletter owes: what is inside, the web copy, the way out, the sender.

Each check takes the message's contents and finds breaches; add one to `CHECKS`.
"""

import re
from collections.abc import Iterator

from byline.mail.lint.contents import Check, Contents
from byline.mail.lint.page import Link
from byline.mail.lint.remarks import Found, first_of, quoted
from byline.mail.lint.words import BROWSER, LEAVING, LEAVING_ADDRESS, SAYS_NOTHING, place_is_told

PREHEADER = re.compile(r"pre-?header|preview", re.IGNORECASE)
MIN_PREHEADER = 10  # letters
MAX_ADDRESS = 2_000  # characters


def preheader(contents: Contents) -> Iterator[Found]:
    """The line that lists show beside the subject; hidden, or called so."""
    page = contents.page
    if page is None or page.unread:
        return
    named = any(PREHEADER.search(f"{e.value('class')} {e.value('id')}") for e in page.elements)
    if not named and sum(letter.isalnum() for letter in page.hidden[:1000]) < MIN_PREHEADER:
        yield Found("preheader", "there is none", "<body>")


def web_copy(contents: Contents) -> Iterator[Found]:
    """A link for whoever sees only half of it; an Archived-At header says the same to programs."""
    page = contents.page
    if page is None or page.unread or contents.mail.value("archived-at"):
        return
    if not any(BROWSER.search(link.words) for link in page.links):
        yield Found("view-in-browser", "there is none", "<body>")


def leaving(contents: Contents) -> Iterator[Found]:
    """A link that ends it, and where the sender can be found."""
    page, html = contents.page, contents.html
    if page is None or html is None or page.unread:
        return
    if not any(_leads_out(contents.mail.value("list-unsubscribe"), page.links)):
        yield Found("html-unsubscribe", "no link says so", html.part.called)
    if not place_is_told(page.visible):
        yield Found(
            "html-postal", "nothing like one near the unsubscribe link or at the end", html.part.called
        )


def _leads_out(header: str, links: tuple[Link, ...]) -> Iterator[bool]:
    """Of each link that is seen: whether it, or the paragraph that holds it, speaks of leaving."""
    around = {link.around for link in links}
    leaving = {words for words in around if LEAVING.search(words)}
    for link in links:
        address = link.element.value("href").strip()
        if not link.element.hidden and address and not address.startswith("#"):
            said = LEAVING.search(link.words) or LEAVING_ADDRESS.search(address[:MAX_ADDRESS])
            yield bool(said) or link.around in leaving or f"<{address}>" in header


def click_here(contents: Contents) -> Iterator[Found]:
    """Links are read one by one by those who listen to a mail."""
    links = contents.page.links if contents.page is not None else ()
    empty = (link for link in links if link.words.lower().strip(" .!›»>→:") in SAYS_NOTHING)
    yield from first_of("click-here", ((quoted(link.words), quoted(link.element.called)) for link in empty))


CHECKS: tuple[Check, ...] = (preheader, web_copy, leaving, click_here)
