"""Whether a link is live: a reader can see it, read it and follow it to the same place.

In HTML that is an `a[href]` with words or a described picture; in plain text the address spelled
out. A mail address counts either way. What stands in a link's place is told by the code.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from byline.check.address import address_key, licence_key
from byline.check.parts import Anchor
from byline.check.scene import Scene
from byline.check.words import fold
from byline.model import Duty, Finding, Licence, Link, Severity, State
from byline.plaintext import mailbox_of
from byline.render import SCHEMES, sanitised

UNFOLLOWED = {"nofollow", "ugc", "sponsored"}


def can_be_live(url: str) -> bool:
    """Whether a reader could follow it at all: `javascript:` and a mail to several cannot be owed."""
    if url.strip().lower().startswith("mailto:"):
        return mailbox_of(url) != ""
    return address_key(url).startswith(("//", *(f"{scheme}:" for scheme in SCHEMES)))


def judge_links(scene: Scene, wanted: Iterable[Link], duty: Duty, severity: Severity) -> Iterator[Finding]:
    """One finding for each address, and one more where robots are told not to follow it."""
    by_key = {address_key(link.url): link for link in reversed(list(wanted)) if can_be_live(link.url)}
    for key, link in reversed(by_key.items()):
        paste = sanitised(f'<a href="{escape(link.url)}">{escape(link.text or link.url)}</a>')
        wish = Finding(
            "link-live", duty, State.PASS, severity, paste if scene.part.form == "html" else link.url
        )
        anchors = [a for a in scene.anchors.get(key, ()) if not a.hidden]
        near = [anchor for anchor in anchors if scene.is_near(anchor.line)]
        if near:
            yield replace(wish, where=_where(scene, near[0].line))
            yield from _unfollowed(scene, near, wish)
        elif scene.part.form == "text" or key.startswith("mailto:"):
            yield _spelled(scene, key, link, wish)
        elif anchors:
            where = _where(scene, anchors[0].line)
            yield replace(wish, code="link-far", state=State.FAIL, where=where)
        else:
            yield _dead(scene, key, link, wish)


def licence_link(scene: Scene, licence: Licence, severity: Severity) -> Finding:
    """The licence by its link, its address or its name."""
    key = licence_key(licence.url)
    name = (licence.spdx or "").replace("-", " ")
    paste = sanitised(f'<a rel="license" href="{escape(licence.url)}">{escape(name or licence.url)}</a>')
    text = f"{name} ({licence.url})" if name else licence.url
    wish = Finding(
        "licence-kept", Duty.LICENCE, State.PASS, severity, paste if scene.part.form == "html" else text
    )
    for anchor in scene.part.anchors:
        if not anchor.hidden and licence_key(anchor.url) == key:
            return replace(wish, where=_where(scene, anchor.line))
    lines = [
        number for url, numbers in scene.addresses.items() if _is_licence(url, key) for number in numbers
    ]
    shown = [number for number in lines if not scene.part.lines[number].hidden]
    if shown:
        return replace(wish, where=_where(scene, shown[0]))
    spot = scene.find(fold(name), free=False) if name else None
    if spot is not None:
        return replace(wish, where=scene.text.where(spot[0]))
    hidden = next((a.hidden for a in scene.part.anchors if licence_key(a.url) == key), "")
    return replace(
        wish, code="licence-hidden" if hidden else "licence-missing", state=State.FAIL, found=hidden
    )


def _is_licence(spelled_key: str, key: str) -> bool:
    return spelled_key == key or licence_key("https:" + spelled_key) == key


def _unfollowed(scene: Scene, anchors: list[Anchor], wish: Finding) -> Iterator[Finding]:
    """A warning where no anchor of an address may be followed by robots."""
    asked = [UNFOLLOWED.intersection(anchor.rel) for anchor in anchors]
    if scene.part.nofollow:
        reason, where = "robots are told to follow no link of the page", "head"
    elif all(asked):
        reason, where = "rel=" + " ".join(sorted(asked[0])), _where(scene, anchors[0].line)
    else:
        return
    yield replace(
        wish, code="link-nofollow", state=State.FAIL, severity=Severity.WARNING, found=reason, where=where
    )


def _spelled(scene: Scene, key: str, link: Link, wish: Finding) -> Finding:
    """In plain text, and for a mail address everywhere, the address itself is the link."""
    lines = [n for n in scene.addresses.get(key, ()) if not scene.part.lines[n].hidden]
    near = [number for number in lines if scene.is_near(number)]
    if near:
        return replace(wish, where=_where(scene, near[0]))
    if lines:
        where = _where(scene, lines[0])
        return replace(wish, code="link-far", state=State.FAIL, where=where)
    return _dead(scene, key, link, wish)


def _dead(scene: Scene, key: str, link: Link, wish: Finding) -> Finding:
    """What stands where the link should be."""
    failed = replace(wish, state=State.FAIL)
    hidden = next((a for a in scene.anchors.get(key, ()) if a.hidden), None)
    lines = scene.addresses.get(key, ())
    shown = next((n for n in lines if not scene.part.lines[n].hidden), None)
    if shown is not None and scene.part.form == "html":
        found = scene.part.lines[shown].text
        return replace(failed, code="link-plain-text", found=found, where=_where(scene, shown))
    if hidden is not None:
        return replace(failed, code="link-hidden", found=hidden.hidden, where=_where(scene, hidden.line))
    if lines:
        return replace(
            failed, code="link-hidden", found=scene.part.lines[lines[0]].hidden, where=_where(scene, lines[0])
        )
    words = fold(link.text)
    other = next((a for a in scene.part.anchors if words and not a.hidden and fold(a.words) == words), None)
    if other is not None:
        return replace(failed, code="link-altered", found=other.url, where=_where(scene, other.line))
    return replace(failed, code="link-missing")


def _where(scene: Scene, line: int) -> str:
    lines = scene.part.lines
    return lines[min(line, len(lines) - 1)].where if lines else ""
