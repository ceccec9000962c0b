"""The feeds of many articles, beside feedgen as its documentation uses it.

    .venv/bin/python bench/feeds.py                     # 10,000 articles, three rounds
    .venv/bin/python bench/feeds.py --articles 1000 --rounds 1

Both write the same RSS and Atom documents, archives too, with the same items in the same order, from the
same words, made before the clock starts. "Naive" is what feedgen's README shows: a fresh FeedGenerator for
each document, a fresh entry for each item in it, its Dublin Core extension for creators and rights, and
nothing that it cannot write (licence, source, pictures, history). Byline writes all that, and JSON Feed
beside. CPU seconds of one process; the two take turns, and only the ratio is compared. What Byline's whole
step costs, the making of items included, is told apart.
"""

import argparse
import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from articles import CONFIG, article
from feedgen.feed import FeedGenerator

from byline.frontmatter import parse_article
from byline_pelican.configuration import Configuration, read_configuration
from byline_pelican.edition import Edition, compile_edition, entry_of
from byline_pelican.feeds.archives import cuts
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.files import feed_files, files_of
from byline_pelican.feeds.item import Item
from byline_pelican.feeds.shelf import Made, Shelf
from byline_pelican.feeds.titles import title_of
from byline_pelican.machine.places import absolute

DAY = date(2026, 11, 28)
XML = (".rss.xml", ".atom.xml")


@dataclass(frozen=True, slots=True)
class Document:
    """One document for the naive side."""

    feed: Feed
    items: list[Item]
    archive: bool = False


def edition_of(number: int) -> tuple[Edition, Configuration]:
    """A site of made-up articles, in memory: no proof sheets, for they are not what is measured."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "content" / "articles").mkdir(parents=True)
        (folder / "pelicanconf.py").write_text(CONFIG, "utf-8")
        configuration = read_configuration(folder / "pelicanconf.py")
    entries = []
    for at in range(number):
        head, body = article(at)
        front = yaml.dump(head, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        entries.append(entry_of(parse_article(f"---\n{front}---\n\n{body}\n", f"{at:05}.md"), DAY))
    return compile_edition(entries, (), DAY), configuration


def documents(found: tuple[Feed, ...], shelf: Shelf) -> Iterator[Document]:
    """The documents that Byline writes, in its order, with their items made."""
    kept = shelf.configuration.byline.feeds.archives
    for feed in found:
        for _, members in cuts(feed.members, feed.limit) if feed.kind in kept else ():
            yield Document(feed, [made.item for made in shelf.take(members, feed.shape)], archive=True)
        yield Document(feed, [made.item for made in shelf.take(feed.shown, feed.shape)])


def naive(told: list[Document], configuration: Configuration) -> int:
    """Every document by feedgen alone; how many bytes."""
    written = 0
    for document in told:
        generator = FeedGenerator()
        generator.load_extension("dc")
        generator.id(absolute(document.feed.place, configuration))
        generator.title(title_of(document.feed, configuration))
        generator.description(document.feed.about)
        generator.language("en")
        generator.link(href=absolute(document.feed.place, configuration), rel="self")
        generator.link(href=absolute(document.feed.home, configuration), rel="alternate")
        for item in document.items:
            entry = generator.add_entry(order="append")
            entry.guid(item.id, permalink=False)
            entry.title(item.title)
            entry.link(href=item.url)
            entry.description(item.summary)
            entry.content(item.html, type="html")
            entry.updated(item.updated)
            if item.published:
                entry.published(item.published)
            entry.author([{"name": author.name} for author in item.authors])
            entry.category([{"term": name} for name in item.categories])
            entry.rights(item.rights)
            entry.dc.dc_creator([author.name for author in item.authors])
            entry.dc.dc_rights(item.rights)
        if not document.archive:
            written += len(generator.rss_str(pretty=True))
        written += len(generator.atom_str(pretty=True))
    return written


def ours(found: tuple[Feed, ...], shelf: Shelf) -> int:
    """The same documents by Byline, from items that are made; how many bytes of XML."""
    fresh = Shelf.of(shelf.configuration)
    for shape, made in shelf.made.items():
        fresh.made[shape] = {member: Made(one.item) for member, one in made.items()}
    return sum(len(data) for feed in found for name, data in files_of(feed, fresh) if name.endswith(XML))


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """CPU seconds of some work, and what it says."""
    gc.collect()
    start = time.process_time()
    said = work()
    return time.process_time() - start, said


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    edition, configuration = edition_of(asked.articles)
    found = feeds(edition, configuration)
    shelf = Shelf.of(configuration)
    items, told = timed(lambda: len(list(documents(found, shelf))))
    listed = list(documents(found, shelf))
    held = sum(len(document.items) for document in listed)
    print(f"{len(edition.published)} articles, {len(found)} feeds, {told} documents, {held} items")
    ratios = []
    for turn in range(asked.rounds):
        slow, slow_bytes = timed(lambda: naive(listed, configuration))
        fast, fast_bytes = timed(lambda: ours(found, shelf))
        ratios.append(fast / slow)
        print(
            f"round {turn + 1}: feedgen {slow:.1f} s ({slow_bytes / 1e6:.0f} MB), "
            f"Byline {fast:.1f} s ({fast_bytes / 1e6:.0f} MB, JSON made beside), ratio {fast / slow:.3f}"
        )
    whole, files = timed(lambda: sum(1 for _ in feed_files(edition, configuration)))
    print(f"median ratio {statistics.median(ratios):.3f}; at most 0.333 is asked for")
    print(f"making the items {items:.1f} s; the whole step, {files} files, {whole:.1f} s")


if __name__ == "__main__":
    main()
