"""What an import did, as one HTML page that a person can review in a minute.

Pure: `review_page` takes what was imported and gives the page's text. The page asks nothing of the
network and runs no script; every word in it that comes from a page is escaped.
To name one more reason why something was taken away, add a row to `STEPS`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from byline.model import Article, Import, Passage, Permit, Refusal, Removal
from byline.rights.permit import use_name
from byline.rights.plainly import DOUBTS, conditions, duties, requests, uses

ROLES = {  # of a passage, as a person would call it
    "body": "Article",
    "statement": "Permission statement",
    "copyright": "Copyright line",
    "site_copyright": "Copyright line of the site",
    "resource_box": "Resource box",
    "source": "Source line",
    "byline": "Byline",
}
STEPS = {  # what took a passage away, and why
    "above-title": "stands above the article's title",
    "breadcrumb": "tells where the page stands in its site",
    "chrome": "in a part of the page that calls itself navigation, sidebar, footer or the like",
    "chrome-lines": "a button's label",
    "dead-links": "a link that runs a script or holds data; its words stay",
    "endings": "a heading that leads away, and what stands under it",
    "hidden": "not shown to a reader",
    "image": "an image without an address",
    "imprints": "the publisher's address",
    "label": "a label",
    "mailings": "a mailing's sponsor, or how to leave its list",
    "navigation": "a list of links",
    "no-article": "no run of text that reads like an article",
    "opening": "repeats the title, the author or the date, which stand in the front matter",
    "outside-body": "outside the article",
    "rule": "a line drawn with characters",
    "stray-marks": "marks without a word",
    "teaser": "leads to another article",
    "teasers": "cut-off sentences that lead to other articles",
    "trackers": "an image that nobody looks at",
}
FEW = 3  # removals in a row that are shown; more are folded


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One page that was imported, its article, and what may be done with it on the day."""

    name: str
    imported: Import
    article: Article
    answers: tuple[Permit | Refusal, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Passages in a row that met the same fate."""

    kept: bool
    passages: tuple[Passage, ...]

    @property
    def folded(self) -> bool:
        """Whether there is so much of it that a person would rather not see it at once."""
        return not self.kept and len(self.passages) > FEW

    @property
    def summary(self) -> str:
        """`31 passages taken away: 20 × outside the article, 11 × a list of links`."""
        steps = Counter(p.step for p in self.passages)
        if len(steps) == 1:
            return f"{len(self.passages)} passages taken away: {_reason(self.passages[0].step)}"
        counts = ", ".join(f"{n} × {_reason(step)}" for step, n in steps.most_common())
        return f"{len(self.passages)} passages taken away: {counts}"


def review_page(pages: Sequence[Reviewed], broken: Sequence[str] = ()) -> str:
    """The review of an import as HTML.

    Args:
        pages: what was imported, in order.
        broken: one line for each page that could not be.

    """
    environment = Environment(
        loader=PackageLoader("byline.review", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        runs=_runs,
        label=_label,
        reason=_reason,
        meant=_meant,
        elsewhere=_elsewhere,
        use_name=use_name,
        uses=uses,
        duties=duties,
        conditions=conditions,
        requests=requests,
    )
    environment.tests["allows"] = lambda answer: isinstance(answer, Permit)
    return environment.get_template("page.html").render(pages=pages, broken=broken, roles=ROLES)


def _runs(passages: Iterable[Passage]) -> Iterator[Run]:
    for kept, run in groupby(passages, key=lambda p: not p.step):
        yield Run(kept, tuple(run))


def _label(passage: Passage) -> str:
    return " and ".join(ROLES[role] for role in passage.roles)


def _reason(step: str) -> str:
    return STEPS.get(step, step)


def _meant(what: str) -> str:
    """What kind of doubt it is, as a sentence of its own."""
    said = DOUBTS.get(what, what)
    return said[0].upper() + said[1:]


def _elsewhere(imported: Import) -> tuple[Removal, ...]:
    """What was taken from inside a passage: links, images, single words."""
    shown = {(p.step, p.text) for p in imported.passages}
    return tuple(r for r in imported.removals if (r.step, r.text) not in shown)
