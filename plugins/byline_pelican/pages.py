"""Pages of the site that Pelican does not know of, and the generator that writes them.

A maker is a pure function from the edition and the configuration to `SitePage` values; the tables of
makers are in `outputs.py`. Pelican renders them with the theme, as it does its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from byline.errors import BuildError
from byline_pelican.configuration import CONFIGURATION, EDITION, Configuration
from byline_pelican.edition import Edition, Entry

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page.

    Attributes:
        template: its name, without `.html`.
        url: below SITEURL; it ends with a slash where the page is a folder's index.
        context: what the template sees beside what every page does.
        listed: articles that the template sees as `listed`, in order.
        absolute: whether its addresses start at the site's top, since it may be shown anywhere.

    """

    template: str
    url: str
    context: Mapping[str, Any] = field(default_factory=dict)
    listed: Sequence[Entry] = ()
    absolute: bool = False

    @property
    def save_as(self) -> str:
        """The file, below the output folder."""
        return self.url + INDEX if not self.url or self.url.endswith("/") else self.url


PageMaker = Callable[[Edition, Configuration], Iterable[SitePage]]


def page_generator(makers: Iterable[PageMaker]) -> type[Generator]:
    """A generator for Pelican that writes what `makers` make."""

    class SitePageGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
        """Renders each page after Pelican's own; none may take the place of another."""

        def generate_output(self, writer: Any) -> None:
            """Pelican's contract: write all pages."""
            edition, configuration = self.settings[EDITION], self.settings[CONFIGURATION]
            by_slug = {article.slug: article for article in self.context["articles"]}
            made = (page for make in makers for page in make(edition, configuration))
            for page in made:
                if page.template in self.settings["DIRECT_TEMPLATES"]:
                    continue  # the configuration asked Pelican for it
                if (Path(self.output_path) / page.save_as).exists():
                    raise BuildError([f"{page.save_as}: two pages want this place; change the slug of yours"])
                writer.write_file(
                    page.save_as,
                    self.get_template(page.template),
                    self.context,
                    relative_urls=self.settings["RELATIVE_URLS"] and not page.absolute,
                    template_name=page.template,
                    listed=[by_slug[entry.article.slug] for entry in page.listed],
                    **page.context,
                )

    return SitePageGenerator
