"""What a browser sees on a page, told as findings: an empty tuple is a page without fault.

Each page is loaded once, and then looked at in every way: nothing here waits for a clock.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.web.served import MODULES

WIDE, NARROW = (1280, 900), (360, 740)
SMALLEST = (320, 640)  # WCAG 1.4.10
SCHEMES = ("light", "dark")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEAVY = {"image", "font", "media"}  # kinds of request that the figure of weight leaves out
SPARE_TABS = 3  # beyond the controls that are known

AXE_RUN = """async tags => {
  const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false};
  const found = await axe.run(document, options);
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}`));
}"""
HTMLCS_RUN = """() => new Promise(resolve => HTMLCS.process('WCAG2AA', document, () => resolve(
  HTMLCS.getMessages().filter(m => m.type === HTMLCS.ERROR).map(m => {
    const at = m.element.outerHTML || m.element.nodeName;
    return `${m.code}: ${at.slice(0, 90)}`;
  }))))"""
TOO_WIDE = """() => {
  const page = document.scrollingElement, width = page.clientWidth;
  if (page.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width);
  return [`${page.scrollWidth} px wide: ${out.slice(0, 3).map(e => e.outerHTML.slice(0, 60)).join(' ')}`];
}"""
IN_PRINT = """() => [...document.querySelectorAll('nav')].filter(e => e.checkVisibility())
  .map(e => e.outerHTML.slice(0, 60))"""
WATCH_KEYS = """() => {
  const name = e => e.outerHTML.slice(0, 90);
  const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('[inert]');
  const first = e => e.type !== 'radio' || e.checked
    || e === document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]`);
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const wanted = [...document.querySelectorAll(controls)]
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && shown(e) && first(e));
  const scrolls = [...document.querySelectorAll('body *')]
    .filter(e => e.scrollWidth > e.clientWidth && /auto|scroll/.test(getComputedStyle(e).overflowX));
  const before = new Map(wanted.map(e => [e, getComputedStyle(e).boxShadow]));
  const reached = new Set(), dim = [];
  let start = null;
  document.addEventListener('focusin', ({target}) => {
    const style = getComputedStyle(target), box = target.getBoundingClientRect();
    const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
      || (before.has(target) && style.boxShadow !== before.get(target));
    const there = box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth;
    start ??= target;
    if (!reached.has(target) && !(ringed && there)) dim.push(name(target));
    reached.add(target);
  });
  window.keysWatched = () => {
    const goal = start && start.matches('a[href^="#"]') && document.getElementById(start.hash.slice(1));
    return {
      missed: wanted.filter(e => !reached.has(e)).map(name),
      dim,
      skip: goal && goal.closest('main') ? [] : [start ? name(start) : 'nothing takes the focus'],
    };
  };
  return wanted.length + scrolls.length;
}"""


@dataclass
class Heard:
    """What a page asked for and complained of while it was looked at."""

    home: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    finished: list[Request] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Hear the page from now on."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on("request", self._asked)
        page.on("requestfinished", lambda done: self.finished.append(done))  # noqa: PLW0108  typed

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", "data:", "blob:")):
            self.foreign.append(request.url)

    def weight(self) -> int:
        """Bytes of what was sent, without images and fonts; nothing here is compressed."""
        light = [request for request in self.finished if request.resource_type not in HEAVY]
        return sum(request.sizes()["responseBodySize"] for request in light)


@dataclass(frozen=True)
class Look:
    """Everything that was found on one page; each field a list of faults, save the weight."""

    console: tuple[str, ...]
    foreign: tuple[str, ...]
    weight: int
    skip: tuple[str, ...]  # what the first Tab reached instead of a link to the text
    missed: tuple[str, ...]  # controls that Tab never reached
    dim: tuple[str, ...]  # controls whose focus cannot be seen
    axe: tuple[str, ...]
    htmlcs: tuple[str, ...]
    sideways: tuple[str, ...]
    printed: tuple[str, ...]  # navigation on paper


@contextmanager
def context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A browser without memory, in which nothing moves."""
    settings = {"viewport": _size(WIDE), "reduced_motion": "reduce", "color_scheme": "light", **options}
    made = browser.new_context(**settings)
    try:
        yield made
    finally:
        made.close()


def look(browser: Browser, home: str, address: str) -> Look:
    """Load the page at `address` of the site at `home`, and look at it in every way."""
    with context(browser) as visit:
        page, heard = visit.new_page(), Heard(home)
        heard.listen(page)
        page.goto(address)
        weight = heard.weight()
        keys = walk_by_keyboard(page)
        axe, htmlcs = judged(page)
        page.set_viewport_size(_size(SMALLEST))
        sideways = page.evaluate(TOO_WIDE)
        page.emulate_media(media="print")
        printed = page.evaluate(IN_PRINT)
    found = (keys["skip"], keys["missed"], keys["dim"], axe, htmlcs, sideways, printed)
    return Look(tuple(heard.console), tuple(heard.foreign), weight, *map(tuple, found))


def judged(page: Page) -> tuple[list[str], list[str]]:
    """What axe and HTML_CodeSniffer find on the page, in both schemes and at both widths."""
    page.evaluate(script("axe-core/axe.min.js"))
    page.evaluate(script("html_codesniffer/build/HTMLCS.js"))
    axe, htmlcs = [], []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for size in (WIDE, NARROW):
            page.set_viewport_size(_size(size))
            axe += [f"{scheme} {size[0]}: {hit}" for hit in page.evaluate(AXE_RUN, AXE_TAGS)]
        htmlcs += [f"{scheme}: {hit}" for hit in page.evaluate(HTMLCS_RUN)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(_size(WIDE))
    return axe, htmlcs


def walk_by_keyboard(page: Page) -> dict[str, list[str]]:
    """Press Tab through the whole page, from its top."""
    for _ in range(page.evaluate(WATCH_KEYS) + SPARE_TABS):
        page.keyboard.press("Tab")
    found: dict[str, list[str]] = page.evaluate("keysWatched()")
    return found


@cache
def script(name: str) -> str:
    """A script of a package, to be evaluated: it is no part of the page, so its policy does not bind it."""
    return (MODULES / name).read_text("utf-8")


def words(text: str) -> list[str]:
    """The words of a text, however it is set."""
    return re.findall(r"\w+", text.casefold())


def _size(size: tuple[int, int]) -> Any:
    return {"width": size[0], "height": size[1]}
