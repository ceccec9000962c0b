"""Byline's own settings: the `BYLINE` dictionary of `pelicanconf.py`, checked.

Every setting has a default, so that five lines of configuration make a site. To add one, add a
field here and a line to `docs/configuration.md`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from byline.errors import SettingsError
from byline.feedsettings import FEEDS, ITEMS, FeedSettings, PartnerSettings, wrong_feeds

ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
MAILBOX = re.compile(  # an address, or a name and an address in <>; ASCII, for mail headers hold no more
    rf"(?:(?P<name>[^<>@\x00-\x1f\x7f]*)<)?"
    rf"(?P<address>{ATOM}(?:\.{ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?(name)>)"
)
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')  # a name as mail headers write it
QUOTED_PAIR = re.compile(r"\\(.)")
WEB = re.compile(r"https://[A-Za-z0-9\[][!#-;=?-~]{1,850}")  # printable ASCII without " < >; a header has 998
MENDS = {  # what to write where a value of another type stands
    "object": "write a dictionary, such as {'name': 'value'}",
    "array": "write a list, such as ['one', 'two']",
    "str": "write text in quotes",
    "int": "write a number",
    "bool": "write True or False",
}
WRONG = re.compile(r"(?:Expected `(?P<type>\w+)`|(?P<enum>Invalid enum value)|(?P<lacks>.*missing required))")


@dataclass(frozen=True, slots=True)
class EzineSettings:
    """The e-mail edition.

    Attributes:
        name: of the newsletter; the site's name when empty.
        sender: the From address, or `Name <address>`; `newsletter@` the site's host when empty.
        items: how many articles one issue prints whole.
        links: of how many more it gives title and link alone, where the text may not be mailed.
        intro: Markdown printed above the first article.
        unsubscribe: https address for List-Unsubscribe; a page of the site when empty.
        postal_address: of the sender; bulk mail must show one (CAN-SPAM).
        number: of the issue that the build writes.
        columns: width of the text part; no line of a mail should have more than 78 (RFC 5322, 2.1.1).
        flowed: whether mail programs may wrap the text part anew (RFC 3676).

    """

    name: str = ""
    sender: str = ""
    items: int = 10
    links: int = 5
    intro: str = ""
    unsubscribe: str = ""
    postal_address: str = ""
    number: int = 1
    columns: int = 65
    flowed: bool = False


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """What the site tells machines about its terms, beside the pages themselves.

    Attributes:
        odrl: an ODRL offer beside each terms page.
        rsl: `rsl.xml`.
        robots: in robots.txt, `License:` and `Content-Signal:`; RFC 9309 lets crawlers pass them over, and
            some validators call them errors.
        tdm: the TDM Reservation Protocol: `reserved`, `open`, or nothing at all.
        search: Content-Signal of robots.txt: `yes`, `no`, or nothing at all.
        ai_input: the same, for answers that machines give.
        ai_train: the same, for training.

    """

    odrl: bool = True
    rsl: bool = True
    robots: bool = False
    tdm: Literal["reserved", "open", ""] = "reserved"
    search: Literal["yes", "no", ""] = "yes"
    ai_input: Literal["yes", "no", ""] = ""
    ai_train: Literal["yes", "no", ""] = "no"


@dataclass(frozen=True, slots=True)
class Settings:
    """What `pelicanconf.py` says to Byline.

    Attributes:
        tagline: a line below the site's name.
        contact: a mail address for questions about reprints; none is shown when empty.
        search: whether the build makes a search index.
        cards: whether each article gets an image of its own for links in social media.
        feeds: what editors and feed readers pull.
        machine: what the site tells machines about its terms.
        ezine: the e-mail edition.

    """

    tagline: str = ""
    contact: str = ""
    search: bool = True
    cards: bool = False
    feeds: FeedSettings = FEEDS
    machine: MachineSettings = MachineSettings()
    ezine: EzineSettings = EzineSettings()


GROUPS: dict[str, type] = {"feeds": FeedSettings, "machine": MachineSettings, "ezine": EzineSettings}


RANGES = {
    "feeds.items": ITEMS,
    "ezine.items": (1, 200),
    "ezine.links": (0, 200),
    "ezine.number": (1, 1_000_000),
    "ezine.columns": (40, 78),
}


def read_settings(value: object, name: str = "pelicanconf.py") -> Settings:
    """The `BYLINE` dictionary as settings.

    Raises:
        SettingsError: an unknown name, a wrong type or a value out of range; the message names it.

    """
    if not isinstance(value, Mapping):
        raise SettingsError(f"{name}: BYLINE must be a dictionary, such as BYLINE = {{'tagline': '…'}}")
    _refuse_unknown(value, Settings, "BYLINE", name)
    for group, kind in GROUPS.items():
        part = value.get(group, {})
        if isinstance(part, Mapping):
            _refuse_unknown(part, kind, f"BYLINE['{group}']", name)
    for partner in _partners(value):
        _refuse_unknown(partner, PartnerSettings, "a partner in BYLINE['feeds']['partners']", name)
    try:
        settings = msgspec.convert(value, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{name}: BYLINE: {_mended(str(error))}") from error
    _check_values(settings, name)
    return settings


def name_and_address(sender: str) -> tuple[str, str]:
    """The parts of `Name <address>`; a name may hold commas and colons, in quotation marks or not.

    Both are empty where it is no mail address.
    """
    found = MAILBOX.fullmatch(sender.strip())
    if found is None:
        return "", ""
    name = " ".join((found["name"] or "").split())
    quoted = QUOTED.fullmatch(name)
    return QUOTED_PAIR.sub(r"\1", quoted[1]) if quoted else name, found["address"]


def _mended(said: str) -> str:
    """What msgspec says of a wrong value, with what to write instead."""
    wrong = WRONG.match(said)
    if wrong is None:
        return said
    if wrong["enum"]:
        return f"{said}; it may be {', '.join(map(repr, _choices(said)))}"
    return f"{said}; {'add it' if wrong['lacks'] else MENDS.get(wrong['type'], 'mend it')}"


def _choices(said: str) -> tuple[str, ...]:
    """What the setting at the place that an error names may be."""
    keys = re.findall(r"[.](\w+)", said.rpartition("`$")[2])
    kind: Any = Settings
    for key in keys:
        found = get_type_hints(kind)[key]
        kind = get_args(found)[0] if get_origin(found) is tuple else found
    return tuple(choice for choice in get_args(kind) if choice)


def _refuse_unknown(value: Mapping[Any, Any], kind: type, where: str, name: str) -> None:
    known = [field.name for field in fields(kind)]
    unknown = [str(key) for key in value if key not in known]
    if unknown:
        raise SettingsError(f"{name}: {where} has no setting '{unknown[0]}'; known are {', '.join(known)}")


def _partners(value: Mapping[Any, Any]) -> list[Mapping[Any, Any]]:
    """The partners, as far as they are written as they should be."""
    feeds = value.get("feeds", {})
    partners = feeds.get("partners", ()) if isinstance(feeds, Mapping) else ()
    listed = partners if isinstance(partners, list | tuple) else ()
    return [partner for partner in listed if isinstance(partner, Mapping)]


def _check_values(settings: Settings, name: str) -> None:
    for problem in wrong_feeds(settings.feeds):
        raise SettingsError(f"{name}: BYLINE: feeds.{problem}")
    for path, (low, high) in RANGES.items():
        value: Any = settings
        for key in path.split("."):
            value = getattr(value, key)
        if not low <= value <= high:
            raise SettingsError(f"{name}: BYLINE: {path} = {value}; it must be {low} to {high}")
    ezine = settings.ezine
    for path, address in (("contact", settings.contact), ("ezine.sender", ezine.sender)):
        if address and MAILBOX.fullmatch(address.strip()) is None:
            raise SettingsError(
                f"{name}: BYLINE: {path} {address!r} is no mail address; "
                "write it as editor@example.org, in plain letters"
            )
    if ezine.unsubscribe and WEB.fullmatch(ezine.unsubscribe) is None:
        raise SettingsError(
            f"{name}: BYLINE: ezine.unsubscribe {ezine.unsubscribe[:200]!r} must be an https:// address "
            "of at most 850 characters, without spaces, and %-encoded where it is not plain letters"
        )
