"""What web servers should say beside each file: as a table, and as the file `_headers`.

Netlify and Cloudflare Pages read that file; `docs/publish.md` has the same for other servers. To add a
header, add it to HEADERS under the paths that it is for. Both let `*` stand for anything, slashes too; on
Cloudflare a path has one of them, and what two rules say of one header is joined: let one rule say it.
"""

from collections.abc import Iterator
from itertools import islice

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.places import FOLDER, FORMATS
from byline_pelican.machine.places import absolute

NAME = "_headers"
POLICY = (
    "default-src 'self'; img-src 'self' https: data:; style-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
FOR_A_YEAR, FOR_A_DAY = "public, max-age=31536000", "public, max-age=86400"
SHORT = {"Cache-Control": "public, max-age=900"}  # readers ask often, and are told that nothing has changed
OUTLINES = {"Content-Type": "text/x-opml; charset=utf-8"}
HEADERS: dict[str, dict[str, str]] = {
    "/*": {
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    },
    "/pagefind/fragment/*": {"Cache-Control": FOR_A_DAY},  # named by their bytes; yet they hold the words of
    "/pagefind/index/*": {"Cache-Control": FOR_A_DAY},  # articles, and a withdrawn one must not live on
    "/pagefind/filter/*": {"Cache-Control": FOR_A_DAY},
    "/{theme}/fonts/*": {"Cache-Control": FOR_A_YEAR},
    "/images/*": {"Cache-Control": FOR_A_DAY},
    **{
        f"/{FOLDER}*{form.ending}": {"Content-Type": f"{form.media}; charset=utf-8"} | SHORT
        for form in FORMATS
    },
    f"/{FOLDER}*.opml": OUTLINES | SHORT,
    "/*.jsonld": {"Content-Type": "application/ld+json"},
    "/rsl.xml": {"Content-Type": "application/rsl+xml"},
}
SECURE = {"Strict-Transport-Security": "max-age=31536000"}  # of a site whose address is https
MAX_RULES = 100  # what Cloudflare Pages reads of such a file

Rule = tuple[str, dict[str, str]]


def headers(edition: Edition, configuration: Configuration) -> Iterator[tuple[str, bytes]]:
    """The file `_headers`."""
    blocks = [
        "".join([f"{path}\n", *(f"  {name}: {said}\n" for name, said in own.items())])
        for path, own in _rules(edition, configuration)
    ]
    yield NAME, "\n".join(blocks).encode()


def _rules(edition: Edition, configuration: Configuration) -> Iterator[Rule]:
    for path, own in HEADERS.items():
        secure = SECURE if path == "/*" and configuration.site_url.startswith("https:") else {}
        yield path.replace("{theme}", configuration.pelican["THEME_STATIC_DIR"]), own | secure
    yield from islice(_hub_links(edition, configuration), MAX_RULES - len(HEADERS))


def _hub_links(edition: Edition, configuration: Configuration) -> Iterator[Rule]:
    """The hub and the own address of each feed, as WebSub has subscribers look for them first.

    A rule for each file, for Netlify puts no part of a path into a header. What there is no room for says
    the same in its document.
    """
    hub = configuration.byline.feeds.hub
    for feed in feeds(edition, configuration) if hub else ():
        for form in FORMATS:
            own = absolute(feed.file(form), configuration)
            yield f"/{feed.file(form)}", {"Link": f'<{hub}>; rel="hub", <{own}>; rel="self"'}
