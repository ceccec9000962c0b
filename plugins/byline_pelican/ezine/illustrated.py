"""Which pictures of an article an issue may not print."""

from byline.model import Use
from byline.render import printable
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Entry
from byline_pelican.kit.markdown import whole_html
from byline_pelican.kit.pictures import Lending, hosts_of, left_out, pictures_of
from byline_pelican.machine.places import article_address

IMAGE = "!["  # no text without it shows a picture


def kept_back(entry: Entry, configuration: Configuration) -> frozenset[int]:
    """The images of an article that a newsletter may not take along, counted from 0.

    Judged as a kit judges them, for newsletters: the terms may leave pictures out, and a caption may name
    somebody else.
    """
    article = entry.article
    if IMAGE not in article.body:
        return frozenset()
    html = whole_html(printable(article.body), article_address(article, configuration))
    hosts = hosts_of(article, configuration.site_url)
    lending = Lending(article, entry.terms, (Use.NEWSLETTER,), entry.on, hosts)
    return frozenset(left.picture.number for left in left_out(pictures_of(html), lending))
