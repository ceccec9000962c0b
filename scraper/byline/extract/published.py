"""When the page was published, as precisely as it says; never from a copyright line.

Three witnesses: what the page tells machines, what it shows at the title, its address. The first that
speaks is believed, made more precise by the others; where readers are shown an earlier day than machines
are told, the page was moved or touched later, and readers are told the truth. A page that names no day to
machines is asked when it says that it was published first, and for the one day that it shows elsewhere.
To read one more tag or place, add it to DATE_KEYS or to the patterns of places.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from byline.extract.blocks import Block
from byline.extract.dates import NUMERIC, YEAR, date_in_address, dates_in, read_date
from byline.extract.head import COPYRIGHT, Head, type_of
from byline.extract.places import Place, apart, elsewhere, in_comments, lead, of_another
from byline.extract.plain import words

DATE_KEYS = (
    *("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "publish-date"),
    *("publish_date", "publishdate", "published_date", "published-date", "pubdate", "publication_date"),
    *("publication-date", "published", "og:published_time", "og:pubdate", "citation_publication_date"),
    *("citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("dc.date.created", "dc.date", "dcterms.date", "date", "article.published", "article_date_original"),
    *("og:article:published_time", "article:post_time", "releasedate", "release_date", "rnews:datepublished"),
    *("cxenseparse:publishtime", "cxenseparse:recs:publishtime", "bt:pubdate", "prism.publicationdate"),
    *("eprints.datestamp", "originalpublicationdate", "created", "datecreated", "date.created"),
)
MODIFIED_KEYS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)
PAGE_TYPES = re.compile(r"webpage|itempage|aboutpage|collectionpage|newsitem|hentry|^$", re.IGNORECASE)
DATED = re.compile(
    r"(?:^|[ -])(?:date|dates|dateline|published|publication|publish|posted|pubdate|created|time|timestamp"
    r"|datetime)(?:$|[ -])"
)
TOUCHED = re.compile(
    r"updat|modif|edited|revis|review|aktuali|actuali|atualiz|mise? à jour|aggiorna|bijgewerkt|geändert"
    r"|zuletzt|oppdater|opdater|uppdater|обновл|оновлен|更新|수정|güncel|last |due|expire|event",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\bpublish|\bpublication date|\bposted\b|veröffentlicht|erschienen|publié|publication le|publicad"
    r"|fecha de publicaci|data de publica|pubblicat|data di pubblica|gepubliceerd|publicerad|publisert"
    r"|udgivet|julkaistu|опубликован|дата публикации|опубліковано|opublikowan|data publikacji|publikováno"
    r"|yayın(?:lan|ım)|közzétéve|δημοσιε|公開日|発行日|发布|發布|게시일",
    re.IGNORECASE,
)
FIRST_STEMS = re.compile(  # stands in all of FIRST_TOLD
    r"irst (?:publ|post)|riginal|nitial|uerst|rstmals|remière|abord|rimera|rimeira|rspr"
)
WORK = r"(?:article|post|story|piece|page|guide|blog(?: post)?|essay|interview|column|review|recipe)"
FIRST_TOLD = re.compile(  # the day follows at once, so no journal in which it was published is named
    rf"(?:^|\bthis {WORK} (?:was |has been )?)(?:originally|first|initially) (?:published|posted)"
    r"(?: on)?(?: the)?:?(?: [a-z]+day,?)? $"
    r"|(?:ursprünglich|zuerst|erstmals) (?:veröffentlicht|erschienen|publiziert)(?: am)?:? $"
    r"|(?:publiée?|parue?) (?:initialement|pour la première fois)(?: le)?:? $"
    r"|(?:initialement|d['’]abord) (?:publiée?|parue?)(?: le)?:? $"
    r"|publicad[oa] (?:originalmente|por primera vez|pela primeira vez)(?: el| em)?:? $"
    r"|originalmente publicad[oa](?: el| em)?:? $"
    r"|(?:originariamente|originalmente) pubblicat[oa](?: il)?:? $"
    r"|oorspronkelijk (?:gepubliceerd|verschenen)(?: op)?:? $",
    re.IGNORECASE,
)
OTHER_DAY = re.compile(  # what stands before a day that is none of publishing
    r"\b(?:expir\w+|deadline|due|access\w*|retrieved|born|died|until|valid|abgerufen|geboren|geb\.|nacid[oa])"
    r"\W*(?:on|at|by|am|le|el)?\W*$",
    re.IGNORECASE,
)
LEAD = 80  # characters before an element in which a claim or a label stands
MONTH_FIRST = re.compile(r"en[-_](?:us|ph)\b", re.IGNORECASE)
EITHER_FIRST = {"", "en", "en-ca"}  # languages, and the one country, that write both orders
DAY_FIRST_HOSTS = re.compile(r"https?://[^/?#@]+\.(?:uk|ie|au|nz|in|za|sg|my|ng|ke|gh|pk|mt)(?:[/:?#]|$)")
MONTH_FIRST_HOSTS = re.compile(r"https?://[^/?#@]+\.(?:us|ph|gov|mil)(?:[/:?#]|$)")
MOST_FAR = 20  # elements far from the title
ENOUGH = 6  # days at the title, one of which may tell the hour as well
LONGEST = 160  # characters of a line that tells the day
STATE = re.compile(
    r"""["'\\](?:datePublished|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date"""
    r"""|publicationDate|firstPublished(?:At|Date)?|datePosted|first_published_at)\\*["']?\s*:\s*\\*["'](.{4,40}?)\\*["']"""
)


def read_published(head: Head) -> str | None:
    """ISO form, as far as it is known; None where the page does not say."""
    first = _day_first(head)
    day = _published(head, first)
    open_order = first is None and (day is None or len(day) < DAY)
    return (_in_order(head) if open_order else None) or day


def _published(head: Head, first: bool | None) -> str | None:
    marked = _first(_marked(head), first)
    told = _first(head_dates(head), first) or marked
    exact = told is not None and len(told) >= DAY
    seen = list(islice(_shown(head, first), 1 if exact else ENOUGH))
    if not exact:
        seen = _claimed(head, first) or seen or _far(head, first)
    address = date_in_address(head.url or "")
    seen = sorted(seen, key=lambda day: not day.startswith(address or ""))
    shown = next((day for day in seen if len(day) > DAY and day.startswith(seen[0])), next(iter(seen), None))
    earlier = [day for day in (marked, shown) if told and day and len(day) >= DAY and day[:DAY] < told[:DAY]]
    if exact and earlier and not (address and told and told.startswith(address)):
        return min(earlier)
    known = told or shown or address
    if known is None:
        return _first(_state(head), first) or _first(_touched(head, first), first)
    closer = (day for day in (*seen, address) if day and day.startswith(known) and len(day) > len(known))
    return known if len(known) >= DAY else next(closer, known)


def _in_order(head: Head) -> str | None:
    """The day in numbers, in that order which the page writes once more in full; None where it does not."""
    told = chain(head_dates(head), (block.text for block in head.dated))
    if not any(NUMERIC.search(text) for text in told):
        return None
    days = [day for order in (True, False) if (day := _published(head, order)) and len(day) == DAY]
    if len(days) != 2 or days[0] == days[1]:  # noqa: PLR2004
        return None
    page = head.tree.html or ""
    full = [day for day in days if day in page]
    return full[0] if len(full) == 1 else None


DAY = len("2005-03-14")


def head_dates(head: Head) -> Iterator[str]:
    """What the page tells machines: the article's own data, the meta tags, the page's data."""
    for article in head.articles:
        yield words(article.get("datePublished"))
    yield from head.metas(DATE_KEYS)
    for node in head.nodes:
        if PAGE_TYPES.search(type_of(node)):
            yield words(node.get("datePublished"))


def _first(values: Iterable[str], day_first: bool | None) -> str | None:
    return next((day for text in values if text and (day := read_date(text, day_first))), None)


def _day_first(head: Head) -> bool | None:
    """How the page orders day and month; None for English of no country."""
    tongue = next(head.metas(("og:locale",)), "").lower() if head.tongue == "en" else head.tongue
    if MONTH_FIRST.match(tongue):
        return False
    if tongue not in EITHER_FIRST:
        return True
    url = head.url or ""
    return True if DAY_FIRST_HOSTS.match(url) else False if MONTH_FIRST_HOSTS.match(url) else None


def _marked(head: Head) -> Iterator[str]:
    """What is marked up as the day of publication."""
    for place in head.places:
        dated = "datepublished" in place.means or (place.tag == "time" and "pubdate" in place.node.attributes)
        old = place.tag == "abbr" and "published" in place.names.split()
        if (dated or old) and not elsewhere(place.node) and not of_another(place.node):
            yield from _values(place)


def _values(place: Place) -> Iterator[str]:
    given = place.node.attributes
    for key in ("datetime", "content", "title"):
        yield words(given.get(key) or "")
    yield (place.node.text() or "")[:LONGEST]


def _shown(head: Head, day_first: bool | None) -> Iterator[str]:
    """The days that readers see at the title, save those of an update; above it often stands today's."""
    dated = [p for p in head.places if p.near and (p.tag == "time" or DATED.search(p.names))]
    near = sorted((p for p in dated if not TOUCHED.search(p.names)), key=lambda p: p.tag != "time")
    for under in (True, False):
        for place in near:
            if (place.order >= 0) is under:
                yield from _seen(place, day_first)
        if under:
            yield from _right_under(head, day_first)
    yield from (day for line, before in _lines(head.near) for day in _untouched(line, before, day_first))


def _right_under(head: Head, day_first: bool | None) -> Iterator[str]:
    """The day of the first line under the title that tells a day, where it tells little else."""
    after = [block for block in head.near[:CLOSE] if block.index > head.starts_at]
    for line, before in _lines(after):
        if YEAR.search(line) and any(_untouched(line, before, day_first)):
            yield from _by_itself(line, before, day_first)
            return


CLOSE = 4  # blocks under the title among which a line that tells only a day is the article's


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The short lines of some blocks, each with the line before it."""
    before = ""
    for block in blocks:
        for line in block.text[:2000].split("\n"):
            if len(line) <= LONGEST:
                yield line, before
            before = line


def _claimed(head: Head, day_first: bool | None) -> list[str]:
    """The day on which the page says that it was published first."""
    for block in head.dated:
        if FIRST_STEMS.search(block.text) is None:
            continue
        for start, _, day in dates_in(block.text, day_first):
            if len(day) >= DAY and FIRST_TOLD.search(block.text[:start]):
                return [] if apart(block.home) else [day]
    return []


def _far(head: Head, day_first: bool | None) -> list[str]:
    """The one day that the page shows elsewhere; several are other articles', unless one bears a label."""
    distant = [p for p in head.places if not p.near and (p.tag == "time" or DATED.search(p.names))][:MOST_FAR]
    days_of = [(day, bool(TOUCHED.search(p.names))) for p in distant for day in _seen(p, day_first)]
    times = {day[:DAY]: day for day, touched in days_of if not touched}
    if len(times) == 1:
        return list(times.values())
    touched = {day[:DAY] for day, touched in days_of if touched}
    lines = [(day, told) for day, told in _alone(head, day_first) if day not in touched]
    for days in ({day for day, told in lines if told}, {day for day, _ in lines}):
        if len(days) == 1:
            return list(days)
    return []


def _alone(head: Head, day_first: bool | None) -> Iterator[tuple[str, bool]]:
    """Every day that has a line for itself, and whether a label or the h1 right above says: the page's."""
    short = [
        block for block in head.dated if len(block.text) <= LONGEST_ALONE and not in_comments(block.home)
    ]
    for block in short if len(short) <= MOST_ALONE else ():
        at = block.index
        over = head.blocks[max(at - 4, 0) : at][::-1]
        before = next((near for near in over if near.text and not near.hidden), block)
        for day in _by_itself(block.text, before.text, day_first):
            own = before.kind == "h1" or bool(LABEL.search(f"{before.text[-40:]} {block.text}"))
            teased = any(
                near.kind in TEASERS and near.linked for near in head.blocks[max(at - 2, 0) : at + 3]
            )
            if not teased and (own or not apart(block.home)):
                yield day, own


def _by_itself(line: str, before: str, day_first: bool | None) -> Iterator[str]:
    """The day of a line that tells little else: a label, its weekday, the minutes to read."""
    if len(line) > LONGEST_ALONE or COPYRIGHT.search(line):
        return
    found = dates_in(line, day_first)
    if len(found) == 1 and len(found[0][2]) >= DAY:
        start, end, day = found[0]
        label = line if line[:start].strip() else before[-40:] + line
        other = TOUCHED.search(label) or OTHER_DAY.search(line[:start])
        if not other and _is_aside(line[:start].rstrip(), line[end:].strip()):
            yield day


def _is_aside(before: str, after: str) -> bool:
    """Whether the words around a day make no sentence of it."""
    letters = sum(map(str.isalpha, before + after))
    parted = not before or before[-1] in "|·•–—-/:" or not any(map(str.isalpha, after))
    return letters == 0 or (parted and letters <= MOST_BESIDE and not after.endswith((".", "!", "?")))


MOST_ALONE = 60  # short lines with figures of a year; a page with more is a calendar
LONGEST_ALONE = 60  # characters of a line that is nothing but a day
MOST_BESIDE = 24  # letters in it that are none of the day
TEASERS = {"h2", "h3", "h4", "h5", "h6"}  # headings that, where they link, are titles of other articles


def _seen(place: Place, day_first: bool | None) -> Iterator[str]:
    """The day in an element."""
    node = place.node
    text = words((node.text(separator=" ") or "")[: LONGEST + 1])
    given = "" if place.tag != "time" else node.attributes.get("datetime") or ""
    if len(text) > LONGEST or not (given or text) or COPYRIGHT.search(text):
        return
    days = list(_untouched(text, "", day_first))
    exact = read_date(given, day_first) if given else None
    if not (days or exact) or elsewhere(node):
        return
    before = lead(node)[-LEAD:]
    if TOUCHED.search(before[-40:]) or COPYRIGHT.search(before) or OTHER_DAY.search(before):
        return
    if exact and not TOUCHED.search(text):
        yield exact
    yield from days


def _untouched(line: str, before: str, day_first: bool | None) -> Iterator[str]:
    """The days of a line, save those that an update is told of."""
    end = 0
    for start, stop, day in dates_in(line, day_first):
        lead = line[end:start]
        end = stop
        label = lead if lead.strip() else before[-40:]
        if len(day) > len("2005") and not (TOUCHED.search(label) or OTHER_DAY.search(label)):
            yield day


def _touched(head: Head, day_first: bool | None) -> Iterator[str]:
    """The day of an update, where the page tells no other."""
    for place in head.places:
        if place.near and (place.tag == "time" or DATED.search(place.names)) and not elsewhere(place.node):
            before = lead(place.node)[-LEAD:]
            if not (COPYRIGHT.search(before) or OTHER_DAY.search(before)):
                yield from (value for value in _values(place) if not COPYRIGHT.search(value))
    for block in head.near:
        if len(block.text) <= LONGEST:
            for start, _, day in dates_in(block.text, day_first):
                if len(day) > len("2005") and not OTHER_DAY.search(block.text[:start]):
                    yield day
    for article in head.articles:
        yield words(article.get("dateModified"))
    yield from head.metas(MODIFIED_KEYS)


def _is_data(script: LexborNode) -> bool:
    """Whether a script is JSON-LD, which is read as such: a day in it may be another work's."""
    return "ld+json" in (script.attributes.get("type") or "").lower()


def _state(head: Head) -> Iterator[str]:
    """What a page that scripts write keeps in its scripts, or in the meta tags of a misled framework."""
    scripts = (
        script.text() or "" for script in head.tree.css("script") if not (head.nodes and _is_data(script))
    )
    for text in chain(head.metas(JSON_METAS), scripts):
        if "ublish" in text:
            yield from (match[1] for match in STATE.finditer(text[:MOST_SCRIPT]))


JSON_METAS = ("script:ld+json", "application/ld+json")
MOST_SCRIPT = 2_000_000  # characters
