"""Which articles an issue is about: those that its plan names, or the newest that fit. Pure."""

from collections.abc import Callable, Iterable, Iterator

from byline.errors import ContentError
from byline.identity import address_key, permanent_id
from byline_pelican.dates import sorting_text
from byline_pelican.edition import Entry
from byline_pelican.ezine.asking import Made
from byline_pelican.ezine.plan import Plan, Wanted


def candidates(made: Made) -> Iterator[Entry]:
    """The articles that the plan is about, newest first unless it says otherwise; drafts are none."""
    plan = made.plan
    ready = [e for e in made.edition.entries if not e.held and not _is_ahead(e, made) and _matches(e, plan)]
    yield from sorted(ready, key=ORDER[plan.order][0], reverse=ORDER[plan.order][1])


def _is_ahead(entry: Entry, made: Made) -> bool:
    """Whether an article is dated after the issue."""
    return (entry.article.date or "")[:10] > made.on.isoformat()


def _matches(entry: Entry, plan: Plan) -> bool:
    article = entry.article
    told = (
        (plan.tags, article.tags),
        (plan.authors, tuple(author.name for author in article.authors)),
        (plan.categories, (article.category or "",)),
    )
    return all(not wanted or _folded(wanted) & _folded(own) for wanted, own in told)


def _folded(names: Iterable[str]) -> set[str]:
    return {" ".join(name.casefold().split()) for name in names}


def _dated(entry: Entry) -> tuple[str, str]:
    return sorting_text(entry.article.date), entry.article.slug


def _titled(entry: Entry) -> tuple[str, str]:
    return entry.article.title.casefold(), entry.article.slug


ORDER: dict[str, tuple[Callable[[Entry], tuple[str, str]], bool]] = {  # key, and whether the last comes first
    "listed": (_dated, True),
    "newest": (_dated, True),
    "oldest": (_dated, False),
    "title": (_titled, False),
}


def _found(made: Made) -> Iterator[tuple[Wanted, Entry]]:
    """The articles that the plan names."""
    known: dict[str, Entry] = {}
    for entry in made.edition.entries:
        for name in names_of(entry):
            known.setdefault(name, entry)
    plan, seen = made.plan, dict[str, str]()
    for wanted in plan.items or ():
        found = known.get(wanted.item) or known.get(address_key(wanted.item))
        if found is None:
            raise ContentError(_unknown(wanted.item, made))
        path = found.article.path
        if path in seen:
            twice = f"`items` names {path} twice, as {seen[path]} and {wanted.item}"
            raise ContentError(f"{plan.path or 'the issue'}: {twice}; take one out")
        seen[path] = wanted.item
        yield wanted, found


def names_of(entry: Entry) -> Iterator[str]:
    """All that an editor may call an article: slug, id, file, addresses."""
    article = entry.article
    yield article.slug
    yield permanent_id(article)
    file = article.path.replace("\\", "/").rpartition("/")[2]
    yield from (article.path, file, file.removesuffix(".md"))
    for url in (article.source.url, article.source.canonical):
        if url:
            yield from (url, address_key(url))


def _unknown(item: str, made: Made) -> str:
    where, said = made.plan.path or "the issue", item[:200]
    broken = next((b for b in made.edition.broken if said in b.path), None)
    if broken is not None:
        return f"{where}: {said} cannot be read: {broken.problem}"
    return f"{where}: there is no article {said!r}; name it by slug, id, file or source address"


def named(made: Made) -> list[tuple[Wanted, Entry]]:
    """The articles that the plan names, in its order.

    Raises:
        ContentError: there is none of that name, or one is named twice.

    """
    found = list(_found(made))
    if made.plan.order == "listed":
        return found
    key, reverse = ORDER[made.plan.order]
    return sorted(found, key=lambda pair: key(pair[1]), reverse=reverse)
