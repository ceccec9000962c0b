"""rsl.xml: what the signals say, as an RSL 1.0 licence for the site and one for each article.

Namespace and names as in RSL-SPEC-1.0. `permits` is a closed list there: what it does not name is not
permitted, so nothing is granted by leaving it out. Where nothing is permitted at all, there is no list to
close, and a `no` to one use of AI is written as a `no` to all: otherwise the others would be open.
"""

from collections.abc import Iterable

from lxml import etree

from byline.model import Duty, Terms
from byline.render import printable
from byline.rights.permit import terms_of
from byline.settings import name_and_address
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry
from byline_pelican.machine.claims import claims_of
from byline_pelican.machine.places import absolute, article_address, rule_path
from byline_pelican.machine.signals import NO, YES, Signals, article_signals, below, site_signals
from byline_pelican.machine.terms import terms_path

RSL = "rsl.xml"
NAMESPACE = "https://rslstandard.org/rsl"
TYPE = "application/rsl+xml"
AI = ("ai-train", "ai-input")
CREDITED = {Duty.BYLINE, Duty.LIVE_LINK}, {Duty.BYLINE, Duty.SOURCE_LINK}  # RSL's attribution: both of these


def rsl_file(edition: Edition, configuration: Configuration) -> Iterable[tuple[str, bytes]]:
    """rsl.xml, where the settings ask for it and there is something to say."""
    written = rsl(edition, configuration)
    if written:
        yield RSL, written


def rsl(edition: Edition, configuration: Configuration) -> bytes:
    """The licence file; empty where it would say nothing."""
    settings = configuration.byline.machine
    if not settings.rsl:
        return b""
    root = etree.Element(f"{{{NAMESPACE}}}rsl", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    site = _content(root, absolute("", configuration), site_signals(settings), configuration, Terms())
    if site is not None:
        _child(site, "terms", absolute("terms/", configuration))
    for entry in edition.published:
        _article(root, entry, configuration)
    if not len(root):
        return b""
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _article(root: etree._Element, entry: Entry, configuration: Configuration) -> None:
    article = entry.article
    settings = configuration.byline.machine
    said = below(article_signals(article, settings), site_signals(settings))
    address = article_address(article, configuration)
    content = _content(root, address, said, configuration, terms_of(article))
    if content is None:
        return
    holders = claims_of(article).holders
    if holders:
        _child(content, "copyright", ", ".join(holders))
    _child(content, "terms", absolute(terms_path(article), configuration))


def _content(
    root: etree._Element, address: str, said: Signals, configuration: Configuration, terms: Terms
) -> etree._Element | None:
    """A licence for a place; None where nothing is said of it."""
    permitted, prohibited = usages(said)
    if not permitted and not prohibited:
        return None
    content = _child(root, "content", url=rule_path(address))
    licence = _child(content, "license")
    if permitted:
        _child(licence, "permits", " ".join(permitted), type="usage")
    if prohibited:
        _child(licence, "prohibits", " ".join(prohibited), type="usage")
    if any(usage in AI for usage in permitted) and any(kept <= set(terms.keep) for kept in CREDITED):
        _child(licence, "payment", type="attribution")
    contact = name_and_address(configuration.byline.contact)[1]
    if contact:
        _child(licence, "legal", f"mailto:{contact}", type="contact")
    return content


def usages(said: Signals) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is permitted and what is prohibited, in RSL's words."""
    named = {"search": said.search, "ai-input": said.ai_input, "ai-train": said.ai_train}
    permitted = tuple(usage for usage, value in named.items() if value == YES)
    prohibited = tuple(usage for usage, value in named.items() if value == NO)
    if set(AI) <= set(prohibited) or (not permitted and set(AI) & set(prohibited)):
        prohibited = (*(usage for usage in prohibited if usage not in AI), "ai-all")
    return permitted, prohibited


def _child(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    element.text = printable(text) or None
    return element
