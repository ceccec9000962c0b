"""What web servers should say beside each file: as a table, and as the file `_headers`.

Netlify and Cloudflare Pages read that file; `docs/publish.md` has the same for other servers. To add a
header, add it to HEADERS under the paths that it is for.
"""

from collections.abc import Iterator

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.feeds import RSS

NAME = "_headers"
POLICY = (
    "default-src 'self'; img-src 'self' https: data:; style-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
FOR_A_YEAR, FOR_A_DAY = "public, max-age=31536000", "public, max-age=86400"
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
    f"/{RSS}": {"Content-Type": "application/rss+xml; charset=utf-8"},
    "/*.jsonld": {"Content-Type": "application/ld+json"},
    "/rsl.xml": {"Content-Type": "application/rsl+xml"},
}
SECURE = {"Strict-Transport-Security": "max-age=31536000"}  # of a site whose address is https


def headers(_edition: Edition, configuration: Configuration) -> Iterator[tuple[str, bytes]]:
    """The file `_headers`."""
    blocks = []
    for path, own in HEADERS.items():
        secure = SECURE if path == "/*" and configuration.site_url.startswith("https:") else {}
        named = path.replace("{theme}", configuration.pelican["THEME_STATIC_DIR"])
        blocks.append(
            "".join([f"{named}\n", *(f"  {name}: {said}\n" for name, said in (own | secure).items())])
        )
    yield NAME, "\n".join(blocks).encode()
