"""Which feeds a site has, and what belongs into each.

Pure. A feed is for somebody: for readers, or for those who reprint. What the latter may not have is not
in theirs, and the reason is kept for the report. To add a feed, write a maker and add it to MAKERS.
"""

from collections.abc import Callable, Iterable, Iterator

from byline.feedsettings import PartnerSettings
from byline.model import Licence, Refusal, Use
from byline.rights.credit import licence_name
from byline.slug import slugify
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry, Withheld, mail_only
from byline_pelican.feeds.changes import changes_of
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.item import Shape
from byline_pelican.feeds.listed import as_read, listed
from byline_pelican.feeds.order import by_arrival, unbarred
from byline_pelican.feeds.places import FOLDER, MAIN
from byline_pelican.kit.kit import answers_for
from byline_pelican.machine.claims import public_licence

READERS = {  # who reprints what a feed holds, by the use that it must be lent for
    Use.WEB: ("web", "For web sites", "What web sites may reprint, as it may be reprinted."),
    Use.NEWSLETTER: (
        "newsletter",
        "For newsletters",
        "What newsletters may reprint, as it may be reprinted.",
    ),
}

FeedMaker = Callable[[Edition, Configuration], Iterable[Feed]]


def feeds(edition: Edition, configuration: Configuration) -> tuple[Feed, ...]:
    """Every feed of the site, those for everybody first."""
    return tuple(feed for make in MAKERS for feed in make(edition, configuration))


def everything(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """What is published here, for readers."""
    open_, barred = unbarred(by_arrival(edition.published))
    yield Feed(
        kind="all",
        name="Everything",
        about="Everything that is published here, each piece whole and with its credit.",
        place=MAIN,
        members=open_,
        limit=_limit(configuration),
        home="",
        refused=barred,
        withdrawn=edition.withdrawn,
    )


def lent(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """What newsletters may reprint, and what web sites may."""
    for use, (kind, name, about) in READERS.items():
        granted, refused = _asked(by_arrival(edition.published), use, configuration)
        place = f"{FOLDER}{kind}"
        yield Feed(
            kind=kind,
            name=name,
            about=about,
            place=place,
            members=granted,
            limit=_limit(configuration),
            home=f"{place}/",
            shape=Shape(lent=True),
            refused=(*refused, *_mail_only(edition, use)),
            withdrawn=edition.withdrawn,
        )


def _mail_only(edition: Edition, use: Use) -> Iterator[Withheld]:
    """What newsletters may print, and a feed on the web may not show."""
    if use is Use.NEWSLETTER:
        ready = (entry for entry in edition.entries if not entry.held and entry.allows(use))
        yield from (mail_only(entry) for entry in ready if not entry.allows(Use.WEB))


def changes(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """Corrections and withdrawals."""
    about = "Corrections and withdrawals, so that those who have reprinted a piece can follow."
    place = f"{FOLDER}changes"
    members = changes_of(edition)
    yield Feed("changes", "Changes", about, place, members, _limit(configuration), f"{place}/")


def licensed(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """A feed for each public licence, of what web sites may reprint: it lies on the web."""
    found: dict[str, tuple[Licence, list[Entry]]] = {}
    for entry in by_arrival(edition.published):
        licence = public_licence(entry.article)
        if licence is not None:
            found.setdefault(slugify(licence.spdx or licence.url), (licence, []))[1].append(entry)
    for slug, (licence, entries) in sorted(found.items()):
        granted, refused = _asked(entries, Use.WEB, configuration)
        place, name = f"{FOLDER}licence/{slug}", licence_name(licence)
        yield Feed(
            kind="licence",
            name=name,
            about=f"Everything under {name}, as it may be reprinted.",
            place=place,
            members=granted,
            limit=_limit(configuration),
            home=f"{place}/",
            shape=Shape(lent=True),
            refused=refused,
            withdrawn=edition.withdrawn,
        )


def for_partners(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """The feeds that the configuration describes."""
    for partner in configuration.byline.feeds.partners:
        use = Use(partner.use)
        wanted = [e for e in by_arrival(edition.published) if _wanted(e, partner, configuration)]
        granted, refused = _asked(wanted, use, configuration)
        mailed = [w for w in _mail_only(edition, use) if _wanted(w.entry, partner, configuration)]
        place, name = f"{FOLDER}partner/{partner.name}", partner.title or partner.name
        yield Feed(
            kind="partner",
            name=name,
            about=partner.about or f"What {name} may reprint.",
            place=place,
            members=granted,
            limit=partner.items or _limit(configuration),
            home=f"{place}/",
            shape=shape_for(partner),
            refused=(*refused, *mailed),
            withdrawn=edition.withdrawn,
        )


def shape_for(partner: PartnerSettings) -> Shape:
    """How a partner asked to be told."""
    return Shape(partner.content == "full", partner.format == "html", lent=True)


MAKERS: tuple[FeedMaker, ...] = (everything, lent, changes, for_partners, licensed, listed)


def _limit(configuration: Configuration) -> int:
    return configuration.byline.feeds.items


def _asked(
    entries: Iterable[Entry], use: Use, configuration: Configuration
) -> tuple[tuple[Entry, ...], tuple[Withheld, ...]]:
    """What everybody may use so, by the words alone; and the rest, each with its reason."""
    open_, barred = unbarred(entries, republishing=True)
    granted: list[Entry] = []
    refused = list(barred)
    for entry in open_:
        answer = answers_for(entry, configuration)[use]
        if isinstance(answer, Refusal):
            refused.append(Withheld(entry, answer.reason, answer.words, answer.mend))
        else:
            granted.append(entry)
    return tuple(granted), tuple(refused)


def _ranges(language: str) -> list[str]:
    """What a language may be asked for by: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    parts = language.replace("_", "-").split("-")
    return ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]


def _wanted(entry: Entry, partner: PartnerSettings, configuration: Configuration) -> bool:
    """Whether an article is one that a partner asked for; names are compared as people read them."""
    article = entry.article
    licence = public_licence(article)
    own = {
        "categories": [article.category or configuration.pelican["DEFAULT_CATEGORY"]],
        "tags": article.tags,
        "authors": [author.name for author in article.authors],
        "licences": [licence.spdx or "", licence.url, licence_name(licence)] if licence else [],
        "languages": _ranges(article.language or configuration.language),
    }
    for key, names in own.items():
        said = set(map(as_read, names))
        asked = set(map(as_read, getattr(partner, key)))
        barred = set(map(as_read, getattr(partner, f"not_{key}", ())))
        if (asked and not asked & said) or barred & said:
            return False
    return not partner.since or (article.date or "") >= partner.since
