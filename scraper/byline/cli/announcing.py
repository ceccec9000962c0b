"""`byline ping`: telling a WebSub hub, after a deploy, which feeds have changed."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from byline.cli.console import complain, config_option, json_option, print_json, print_table, progress, say
from byline.content import write_atomically
from byline.errors import BuildError, SettingsError
from byline.sources.exchange import Answer, exchange

if TYPE_CHECKING:
    from byline_pelican.configuration import Configuration
    from byline_pelican.feeds.websub import Ask, Memory, Outcome, Topic

MEMORY = Path(".byline") / "announced.json"  # beside the configuration; not of the site, and no source
TIMEOUT = 30.0  # seconds for one answer
HUB = '"feeds": {"hub": "https://hub.example.org/"}'


@click.command(
    epilog="""\b
Examples:
  byline ping                 after a deploy: tell the hub which feeds have changed
  byline ping --dry-run       only list them
  byline ping --all           tell it of every feed, changed or not
  byline ping --no-verify     without first looking whether they are deployed
Exit codes: 0 the hub knows all · 1 it could not be told of some · 2 wrong usage, or no hub is set"""
)
@click.option("--all", "everything", is_flag=True, help="Announce every feed, whatever was announced before.")
@click.option("--dry-run", is_flag=True, help="Only list what would be announced; ask nobody.")
@click.option("--no-verify", is_flag=True, help="Do not fetch the feeds to see that they are deployed.")
@click.option(
    *("--timeout", "seconds"),
    type=click.FloatRange(0.1, 300),
    default=TIMEOUT,
    show_default=True,
    help="Seconds for one answer.",
)
@config_option
@json_option
@click.pass_context
def ping(  # noqa: PLR0913, PLR0917  the options of the verb
    context: click.Context,
    everything: bool,
    dry_run: bool,
    no_verify: bool,
    seconds: float,
    config: Path,
    as_json: bool,
) -> None:
    """Tell the WebSub hub which feeds have changed since it was last told.

    A feed is announced when its address answers with what was built, for the hub will fetch it from there.
    """
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly

    configuration = read_configuration(config)
    hub = configuration.byline.feeds.hub
    if not hub:
        raise SettingsError(f"{config}: no hub is set, so there is nobody to tell; add to BYLINE: {HUB}")
    topics, memory = _topics(configuration), _memory(configuration.root / MEMORY)
    changed = topics if everything else memory.unlike(topics, hub)
    desk = Desk(configuration, topics, memory, partial(_ask, seconds), quiet=as_json)
    outcomes = [] if dry_run else _announce(changed, desk, verify=not no_verify)
    record = _record(hub, topics, changed, outcomes, dry_run=dry_run)
    if as_json:
        print_json(record)
    else:
        _print(record)
    for one in record["failed"]:
        complain(one["problem"])
    if record["failed"] and record["left"]:
        complain(f"{len(record['left'])} more were not tried; mend that, and run `byline ping` again")
    context.exit(1 if record["failed"] else 0)


@dataclass(frozen=True, slots=True)
class Desk:
    """What one run works with."""

    configuration: "Configuration"
    topics: "list[Topic]"
    memory: "Memory"
    ask: "Ask"
    quiet: bool


def _announce(changed: "list[Topic]", desk: Desk, *, verify: bool) -> "list[Outcome]":
    """What became of each; what the hub was told of is remembered, whatever ends this."""
    from byline_pelican.feeds.websub import Ways, announce  # noqa: PLC0415

    hub, site_url = desk.configuration.byline.feeds.hub, desk.configuration.site_url
    made = announce(changed, hub, Ways(desk.ask, time.sleep), verify=verify)
    outcomes: list[Outcome] = []
    try:
        outcomes.extend(progress("announcing", made, len(changed), _name, quiet=desk.quiet))
    finally:
        told = [one.topic for one in outcomes if not one.problem]
        if told:
            after = desk.memory.after(told, hub, site_url, desk.topics)
            write_atomically(desk.configuration.root / MEMORY, after.file())
    return outcomes


def _name(outcome: "Outcome") -> str:
    return outcome.topic.name


def _ask(seconds: float, url: str, limit: int, form: Mapping[str, str] | None) -> Answer:
    return exchange(url, seconds, limit, form)


def _topics(configuration: "Configuration") -> "list[Topic]":
    """The feeds as they were built."""
    from byline_pelican.feeds.places import FOLDER  # noqa: PLC0415
    from byline_pelican.feeds.websub import topic, topic_names  # noqa: PLC0415

    output = configuration.output
    files = [path.relative_to(output).as_posix() for path in (output / FOLDER).rglob("*") if path.is_file()]
    names = topic_names(files)
    if not names:
        raise BuildError([f"{output / FOLDER}: no feeds there yet; run `byline build` first"])
    return [topic(name, (output / name).read_bytes(), configuration.site_url) for name in names]


def _memory(path: Path) -> "Memory":
    """What was announced; nothing, where the file is not there or broken."""
    from byline_pelican.feeds.websub import Memory, read_memory  # noqa: PLC0415

    try:
        memory = read_memory(path.read_bytes())
    except FileNotFoundError:
        return Memory()
    except OSError as error:
        complain(f"{path}: cannot be read ({error.strerror}); every feed counts as changed")
        return Memory()
    if memory is None:
        complain(f"{path}: is broken, and will be written anew; every feed counts as changed")
    return memory or Memory()


def _record(
    hub: str, topics: "list[Topic]", changed: "list[Topic]", outcomes: "list[Outcome]", *, dry_run: bool
) -> dict[str, Any]:
    tried = {one.topic.address for one in outcomes}
    failed = [one for one in outcomes if one.problem]
    return {
        "format": 1,
        "hub": hub,
        "dry_run": dry_run,
        "unchanged": len(topics) - len(changed),
        "announced": [one.topic.address for one in outcomes if not one.problem],
        "failed": [{"topic": one.topic.address, "problem": one.problem} for one in failed],
        "left": [topic.address for topic in changed if topic.address not in tried],
    }


def _print(record: dict[str, Any]) -> None:
    """The same for people; problems are told apart from it."""
    if record["dry_run"]:
        print_table("Would be announced", ("topic",), [(topic,) for topic in record["left"]])
    print_table(f"Announced to {record['hub']}", ("topic",), [(topic,) for topic in record["announced"]])
    if not (record["announced"] or record["failed"] or record["left"]):
        say("Nothing has changed since the hub was last told.")
