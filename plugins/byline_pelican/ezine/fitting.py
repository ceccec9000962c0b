"""An issue cut to what mail programs show: Gmail hides all that comes after 102 KB of HTML. Pure.

What an editor named goes into further mails; of what was merely the newest, the last is left for the next
issue. An article that no mail can hold is refused, with its size.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from byline.errors import BuildError
from byline_pelican.edition import Withheld
from byline_pelican.ezine.issue import Issue, Item

MAX_HTML = 80 * 1024  # bytes; Gmail clips at 102 KB, and tools that send make addresses longer
LISTED = 600  # bytes that an item may take besides, such as its line in the contents
OWN_WORDS = "the intro and the sponsor note fill {} KB of a mail; shorten them"
TOO_LONG = f"a mail of it would have {{}} KB; {MAX_HTML // 1024} is the most, for mail programs cut at 102 KB"
Measure = Callable[[Issue], int]  # bytes of the HTML of an issue


def cut_to_fit(issue: Issue, size: Measure, *, split: bool) -> list[Issue]:
    """The issue as it fits a mail, or several.

    Raises:
        BuildError: the editor's own words fill a mail.

    """
    bare = size(replace(issue, items=()))
    if bare > MAX_HTML // 2:
        raise BuildError([OWN_WORDS.format(-(-bare // 1024))])
    empty = size(replace(issue, items=(), intro="", sponsor=""))
    sizes = {item: _size_of(item, issue, size) - empty for item in issue.items}
    room = MAX_HTML - bare
    issue = _without_too_long(issue, sizes, room)
    if sum(sizes[item] for item in issue.items if item in sizes) <= room and size(issue) <= MAX_HTML:
        return [issue]
    return _parts(issue, sizes, room) if split else [_fitting(issue, sizes, room)]


def _size_of(item: Item, issue: Issue, size: Measure) -> int:
    """Bytes of an issue of one item; of a text that is longer than a mail, at least its own."""
    if item.whole and len(item.entry.text) > MAX_HTML:
        return MAX_HTML + len(item.entry.text)
    return size(alone(item, issue)) + LISTED


def _without_too_long(issue: Issue, sizes: Mapping[Item, int], room: int) -> Issue:
    """The issue without the articles that would fill more than a mail alone; they are refused, or links."""
    kept: list[Item] = []
    long: list[Withheld] = []
    for item in issue.items:
        if sizes[item] > room:
            reason = TOO_LONG.format(-(-(MAX_HTML - room + sizes[item]) // 1024))
            long.append(Withheld(item.entry, reason, "", "shorten it, or part it in two"))
            if item.url:
                kept.append(replace(item, whole=False, words=""))
        else:
            kept.append(item)
    return replace(issue, items=tuple(kept), refused=(*long, *issue.refused))


def _fitting(issue: Issue, sizes: Mapping[Item, int], room: int) -> Issue:
    """As many articles as fit, the first first; the others are left. Links stay."""
    room -= sum(sizes.get(item, LISTED) for item in issue.links)
    while issue.whole and sum(sizes[item] for item in issue.whole) > room:
        issue = issue.without(issue.whole[-1])
    return issue


def _parts(issue: Issue, sizes: Mapping[Item, int], room: int) -> list[Issue]:
    """The issue in as many mails as it needs, its articles in order; the editor's words are in the first."""
    groups: list[list[Item]] = [[]]
    used = 0
    for item in issue.items:
        own = sizes.get(item, LISTED)
        if groups[-1] and used + own > room:
            groups.append([])
            used = 0
        groups[-1].append(item)
        used += own
    made = []
    for at, group in enumerate(groups, 1):
        part = replace(issue, items=tuple(group), part=at, parts=len(groups))
        made.append(part if at == 1 else replace(part, intro="", sponsor=""))
    return made


def alone(item: Item, issue: Issue) -> Issue:
    """An issue of one article and nothing else."""
    return replace(issue, items=(item,), intro="", sponsor="", part=1, parts=1)
