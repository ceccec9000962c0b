"""What an issue prints, what it may not, what it remembers, and the letters that it owes."""

import email
import email.policy
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byline.check import Copy, read_copy
from byline.check.words import Text, fold
from byline.errors import ContentError
from byline.model import Article, ArticleRights, Author, Permit, Review, Source, Use
from byline.rights.credit import as_text
from byline.rights.permit import permit
from byline_pelican.audit import lost
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry, compile_edition, entry_of
from byline_pelican.ezine.compose import compose
from byline_pelican.ezine.fitting import MAX_HTML
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.plan import Plan, Wanted, read_plan
from byline_pelican.ezine.printing import print_issue
from byline_pelican.leaks import words_of
from byline_pelican.stretch import cut
from tests.conftest import GRANTED, WEB_ONLY, Run, Site, article_file

NEWSLETTERS = "This article may be reprinted in newsletters, with the resource box."
ASK = "Newsletters must ask for permission first: write to ada@hives.example.net."
RUM = "Rum is younger than sugar, and was made of what was left when the sugar had gone."
GIN = "Gin was a medicine before it was a habit, and a habit before it was an industry."
ALE = "Ale was brewed at home by whoever had a kettle, until somebody taxed the kettle."
LONG = "\n\n".join(
    f"Cask {n} holds molasses that were boiled until the foam stood high in it." for n in range(400)
)


@pytest.fixture
def shelf(site: Site) -> Site:
    """Four articles: two that newsletters may print, one for the web alone, one that nobody may have."""
    site.article("tea", article_file("On tea", GRANTED, more="tags: [hot, leaves]\n"))
    site.article("rum", article_file("On rum", GRANTED, body=RUM, date="2026-03-15", more="tags: [strong]\n"))
    site.article("gin", article_file("On gin", WEB_ONLY, body=GIN, date="2026-03-16"))
    site.article("ale", article_file("On ale", "All rights reserved.", body=ALE, date="2026-03-17"))
    return site


def composed(site: Site, plan: Plan | None = None, *, on_web: bool = False) -> Issue:
    return compose(site.edition, site.configuration, plan or Plan(), on_web=on_web)


def printed_by(issue: Issue) -> list[tuple[str, str]]:
    return [(item.title, "whole" if item.whole else item.url) for item in issue.items]


def reasons(issue: Issue) -> dict[str, str]:
    return {withheld.entry.article.title: withheld.reason for withheld in issue.refused}


GIN_PAGE = "https://press.example.org/articles/on-gin/"


def test_the_newest_come_first_and_what_is_withheld_is_a_link_where_it_stands_on_the_site(
    shelf: Site,
) -> None:
    issue = composed(shelf)
    assert printed_by(issue) == [("On rum", "whole"), ("On tea", "whole"), ("On gin", GIN_PAGE)]
    assert set(reasons(issue)) == {"On gin", "On ale"}
    assert [w.words for w in issue.refused] == ["All rights reserved", "ask for permission"]


def test_links_may_be_left_out(shelf: Site) -> None:
    shelf.write(
        "pelicanconf.py", (shelf.root / "pelicanconf.py").read_text() + 'BYLINE["ezine"] = {"links": 0}\n'
    )
    assert printed_by(composed(shelf)) == [("On rum", "whole"), ("On tea", "whole")]


@pytest.mark.parametrize(
    ("plan", "titles"),
    [
        (Plan(tags=("Leaves",)), ["On tea"]),
        (Plan(tags=("leaves", "strong")), ["On rum", "On tea"]),
        (Plan(authors=("ada example",), order="oldest"), ["On tea", "On rum"]),
        (Plan(categories=("drinks",), order="title"), ["On rum", "On tea"]),
        (Plan(categories=("food",)), []),
        (Plan(newest=1), ["On rum"]),
    ],
)
def test_a_plan_chooses_by_tag_author_and_category(shelf: Site, plan: Plan, titles: list[str]) -> None:
    assert [item.title for item in composed(shelf, plan).whole] == titles


def test_what_has_no_room_is_left_for_the_next_issue(shelf: Site) -> None:
    assert [item.title for item in composed(shelf, Plan(newest=1)).left] == ["On tea"]


def test_an_issue_file_names_its_articles_in_its_order(shelf: Site) -> None:
    text = (
        "number: 7\ndate: 2026-12-01\ntitle: Winter\nintro: Hello *you*.\nsponsor: Kettles.\nitems:\n"
        "- on-tea\n- {item: rum.md, as: link, note: Read it.}\n- on-ale\n- on-gin\n"
    )
    issue = composed(shelf, read_plan(text, "7.yaml"))
    assert printed_by(issue) == [
        ("On tea", "whole"),
        ("On rum", "https://press.example.org/articles/on-rum/"),
        ("On gin", GIN_PAGE),
    ]
    assert (issue.number, issue.sent.date(), issue.heading) == (7, date(2026, 12, 1), "Winter")
    assert issue.title == "Test press, issue 7: Winter"
    assert [item.note for item in issue.items] == ["", "Read it.", ""]


def test_an_article_is_named_by_slug_id_file_or_source(site: Site) -> None:
    more = "id: urn:uuid:7f1c1b34-0000-4000-8000-000000000001\nsource: {url: 'https://ada.example.net/tea?utm_source=x'}\n"
    site.article("a-file", article_file("On tea", NEWSLETTERS, more=more))
    for name in (
        *("on-tea", "a-file", "a-file.md", "content/articles/a-file.md"),
        *("urn:uuid:7f1c1b34-0000-4000-8000-000000000001", "https://ada.example.net/tea"),
    ):
        assert [i.title for i in composed(site, Plan(items=(Wanted(name),))).items] == ["On tea"], name


def test_a_named_article_of_elsewhere_is_a_link_to_the_original(site: Site) -> None:
    source = "source: {url: 'https://ada.example.net/tea'}\n"
    site.article("tea", article_file("On tea", "All rights reserved.", more=source))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    named = composed(site, Plan(items=(Wanted("on-tea"), Wanted("on-rum"))))
    assert printed_by(named) == [("On tea", "https://ada.example.net/tea"), ("On rum", "whole")]
    assert printed_by(composed(site)) == [("On rum", "whole")]


HELD = {"draft": "status: draft\n", "withdrawn": "withdrawn: {on: 2026-03-20, why: It was wrong.}\n"}


@pytest.mark.parametrize("how", HELD)
def test_what_its_own_editor_keeps_back_is_not_even_a_link(site: Site, how: str) -> None:
    site.article("tea", article_file("On tea", GRANTED, more=HELD[how]))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    issue = composed(site, Plan(items=(Wanted("on-tea"), Wanted("on-rum"))))
    assert printed_by(issue) == [("On rum", "whole")]
    assert how in reasons(issue)["On tea"]


WRONG = {
    "number: 7\nitms: [a]": "itms",
    "number: x": "number",
    "number: 0": "1 to 1000000",
    "date: 2026-13-01": "2026-13-01",
    "items: [{itm: a}]": "items.itm",
    "items: [{item: a, as: half}]": "half",
    "items: [a, a]": "twice",
    "items: [3]": "no name",
    "items: [a]\ntags: [b]": "one way",
    "newest: 0": "newest",
    "order: random": "order",
    'title: "a\\nb"': "more than a line",
    "tags: {a: b}": "tags",
    "items: a": "items",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_issue_file_is_named_with_its_key(text: str) -> None:
    with pytest.raises(ContentError, match=r"^7\.yaml: ") as caught:
        read_plan(text, "7.yaml")
    assert WRONG[text] in str(caught.value)


def test_an_unknown_article_is_an_error_and_not_a_gap(shelf: Site) -> None:
    with pytest.raises(ContentError, match="no article 'on-mead'"):
        composed(shelf, Plan(items=(Wanted("on-mead"),), path="7.yaml"))
    with pytest.raises(ContentError, match="twice"):
        composed(shelf, Plan(items=(Wanted("on-tea"), Wanted("tea.md"))))


def test_terms_are_asked_on_the_day_of_the_issue(site: Site) -> None:
    site.article("tea", article_file("On tea", f"{NEWSLETTERS} Not before 1 June 2027."))
    site.article("rum", article_file("On rum", f"{NEWSLETTERS} Not after 1 June 2027.", body=RUM))
    early, late = (composed(site, Plan(on=date(2027, month, 2))) for month in (5, 6))
    assert [item.title for item in early.whole] == ["On rum"]
    assert [item.title for item in late.whole] == ["On tea"]
    assert "Not before 1 June 2027" in early.refused[0].words


def test_a_sponsor_keeps_out_what_may_stand_beside_no_advert(site: Site) -> None:
    site.article("tea", article_file("On tea", f"{NEWSLETTERS[:-1]}, but no ads may be sold against it."))
    site.article("rum", article_file("On rum", f"{NEWSLETTERS} For noncommercial use.", body=RUM))
    site.article("gin", article_file("On gin", NEWSLETTERS, body=GIN))
    assert len(composed(site).whole) == 3
    issue = composed(site, Plan(sponsor="Buy kettles."))
    assert [item.title for item in issue.whole] == ["On gin"]
    assert all("sponsor" in reason for reason in reasons(issue).values())


TWO = "Newsletters may reprint up to two articles a year, with the resource box."


def test_a_cap_is_counted_over_issues_and_within_one(site: Site, run: Run) -> None:
    for at, body in enumerate((RUM, GIN, ALE)):
        site.article(f"a{at}", article_file(f"Piece {at}", TWO, body=body, date=f"2026-03-1{at}"))
    issue = composed(site)
    assert [item.title for item in issue.whole] == ["Piece 2", "Piece 1"]
    assert "two articles a year" in reasons(issue)["Piece 0"]
    assert run("ezine", "--number", "1", "--date", "2026-12-01")[0] == 0
    code, _, err = run("ezine", "--number", "2", "--date", "2027-11-30")
    assert code == 1
    assert "two articles a year" in err
    code, out, _ = run("ezine", "--number", "2", "--date", "2027-12-03")
    assert code == 0
    assert "Piece 0" in out


def test_one_use_is_spent_by_one_issue_and_stays_spent(site: Site, run: Run) -> None:
    site.article(
        "tea", article_file("On tea", "One-time use in newsletters is granted, with the resource box.")
    )
    assert run("ezine", "--number", "1", "--date", "2026-12-01")[0] == 0
    assert run("ezine", "--number", "1", "--date", "2026-12-01")[0] == 0  # the same issue, once more
    code, _, err = run("ezine", "--number", "2", "--date", "2036-12-01", "--repeats")
    assert code == 1
    assert "one use" in err


def test_what_stands_on_the_site_has_been_used(site: Site) -> None:
    says = "One-time use on web sites or in newsletters is granted, with the resource box."
    review = "  reviewed: {by: Edda Editor, on: 2026-01-01, why: We used it here.}\n"
    site.article("tea", article_file("On tea", says).replace("rights:\n", "rights:\n" + review))
    issue = composed(site)
    assert not issue.whole
    assert "one use" in reasons(issue)["On tea"]


def test_nothing_runs_twice_unless_it_is_wanted(shelf: Site, run: Run) -> None:
    assert run("ezine", "--number", "1", "--date", "2026-12-01", "--newest", "1")[0] == 0
    _, out, _ = run("ezine", "--number", "2", "--date", "2026-12-08", "--json", "--dry-run")
    told = json.loads(out)
    assert [item["slug"] for item in told["items"] if item["printed"] == "whole"] == ["on-tea"]
    assert told["ran"] == ["on-rum"]
    _, out, _ = run("ezine", "--number", "2", "--date", "2026-12-08", "--json", "--dry-run", "--repeats")
    assert json.loads(out)["items"][0]["slug"] == "on-rum"
    named = composed(shelf, Plan(number=2, items=(Wanted("on-rum"),)))
    assert "ran in issue 1" in reasons(named)["On rum"]


def test_a_dry_run_writes_nothing(shelf: Site, run: Run) -> None:
    before = {path for path in shelf.root.rglob("*") if path.is_file()}
    assert run("ezine", "--dry-run")[0] == 0
    assert {path for path in shelf.root.rglob("*") if path.is_file()} == before


def test_what_was_sent_is_never_written_over(shelf: Site, run: Run) -> None:
    assert run("ezine", "--number", "1", "--date", "2026-12-01", "--newest", "1")[0] == 0
    assert run("ezine", "sent", "1", "--date", "2026-12-02")[0] == 0
    ledger = shelf.root / "content/ledger/test-press-0001.yaml"
    before = ledger.read_bytes()
    assert b"sent: '2026-12-02'" in before
    code, _, err = run("ezine", "--number", "1", "--date", "2026-12-01")
    assert code == 1
    assert "issue 1 ran on 2026-12-01" in err
    assert run("ezine", "--number", "1", "--date", "2026-12-01", "--newest", "1")[0] == 0
    assert ledger.read_bytes() == before
    assert '"issue": 2' in run("ezine", "--dry-run", "--json")[1]  # the next one


def test_sent_wants_an_issue_that_was_made(shelf: Site, run: Run) -> None:
    code, _, err = run("ezine", "sent", "3")
    assert code == 1
    assert "no issue 3" in err


def test_a_second_run_leaves_nothing_of_the_first_behind(shelf: Site, run: Run) -> None:
    assert run("ezine", "--number", "1", "--date", "2026-12-01")[0] == 0
    folder = shelf.root / "ezine/issue-1"
    assert list(folder.glob("letters/*"))
    mine = shelf.write("ezine/issue-1/notes.txt", "mine")
    (shelf.root / "content/articles/gin.md").unlink()
    assert run("ezine", "--number", "1", "--date", "2026-12-01")[0] == 0
    assert not list(folder.glob("letters/*"))
    assert mine.read_text() == "mine"


def test_a_broken_ledger_stops_the_press(shelf: Site, run: Run) -> None:
    shelf.write("content/ledger/x.yaml", "format: 1\n")
    for verb in (("ezine",), ("build",)):
        code, _, err = run(*verb)
        assert code == 1
        assert "content/ledger/x.yaml: `where` is missing" in err


# Letters


def letters_of(site: Site, plan: Plan | None = None) -> dict[str, email.message.EmailMessage]:
    printed = print_issue(composed(site, plan), site.configuration)
    made = {}
    for letter in printed.letters:
        mail = email.message_from_bytes(letter.data, policy=email.policy.default)
        assert not mail.defects
        made[letter.file] = mail
    return made


NOTICES = {
    "Tell us before you print it: ada@hives.example.net.": "notice-before",
    "Send a copy of the issue to ada@hives.example.net.": "notice-after",
    "A note to ada@hives.example.net would be appreciated.": "notice-after",
}


@pytest.mark.parametrize("says", NOTICES)
def test_an_author_who_wants_to_know_is_told_before_or_after(site: Site, says: str) -> None:
    site.article("tea", article_file("On tea", f"{NEWSLETTERS} {says}"))
    (name, mail), *more = letters_of(site, Plan(number=7, on=date(2026, 12, 1))).items()
    assert not more
    assert name == f"letters/{NOTICES[says]}-on-tea.eml"
    assert mail["To"] == "ada@hives.example.net"
    assert mail["X-Unsent"] == "1"
    text = " ".join(mail.get_content().split())
    assert "issue 7 of Test press" in text
    assert "1 December 2026" in text
    assert "Visit her hives (https://ada.example.net/hives)." in text


def test_an_author_who_wants_to_be_asked_is_asked_with_the_words_that_ask(site: Site) -> None:
    site.article("tea", article_file("On tea", f"This may be republished on web sites. {ASK}"))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    letters = letters_of(site)
    assert list(letters) == ["letters/request-on-tea.eml"]
    text = " ".join(letters["letters/request-on-tea.eml"].get_content().split())
    assert "Newsletters must ask for permission first" in text
    assert "Without your answer it will not be printed" in text


def test_nobody_is_asked_who_has_said_no_and_no_address_is_guessed(site: Site) -> None:
    site.article("tea", article_file("On tea", "This may not be reprinted in newsletters."))
    site.article("rum", article_file("On rum", "", body=RUM))
    items = (Wanted("on-tea"), Wanted("on-rum"))
    letters = letters_of(site, Plan(items=items))
    assert list(letters) == ["letters/request-on-rum.eml"]
    assert letters["letters/request-on-rum.eml"]["To"] is None


# The build


def test_the_build_shows_the_issues_that_ran_and_the_latest_as_a_mail(shelf: Site, run: Run) -> None:
    assert run("ezine", "--number", "1", "--date", "2026-11-01", "--newest", "1")[0] == 0
    assert run("ezine", "sent", "1")[0] == 0
    assert run("ezine", "--number", "2", "--date", "2026-11-08", "--title", "More")[0] == 0
    built = shelf.build()
    assert [(issue.number, [i.title for i in issue.whole]) for issue in built.issues.shown] == [
        (2, ["On tea"]),
        (1, ["On rum"]),
    ]
    first, second = shelf.output("ezine/1/index.html"), shelf.output("ezine/2/index.html")
    assert "made of what was left" in first
    assert "made of what was left" not in second
    assert "bricks" in second
    assert "bricks" in shelf.output("ezine/issue.txt")
    assert "bricks" in shelf.output("ezine/web.html")
    assert 'href="./ezine/web.html"' in shelf.output("index.html")
    assert "https://press.example.org/ezine/2/" in shelf.output("ezine/issue.txt")
    listed = shelf.output("ezine/index.html")
    assert listed.index("ezine/2/") < listed.index("ezine/1/")
    before = shelf.files()
    assert shelf.build().changed == 0
    assert shelf.files() == before


def test_an_issue_file_whose_day_has_come_is_built(shelf: Site) -> None:
    shelf.write("content/issues/7.yaml", "number: 7\ndate: 2026-01-01\ntitle: Winter\nitems: [on-tea]\n")
    shelf.write("content/issues/8.yaml", "number: 8\ndate: 2999-01-01\nitems: [on-rum]\n")
    built = shelf.build()
    assert (built.issue.number, [item.title for item in built.issue.items]) == (7, ["On tea"])
    assert "Winter" in shelf.output("ezine/7/index.html")
    assert not any("issues" in name or "ledger" in name for name in shelf.files())


def test_what_has_been_withdrawn_since_is_gone_from_the_page_of_its_issue(shelf: Site, run: Run) -> None:
    assert run("ezine", "--number", "1", "--date", "2026-11-01")[0] == 0
    text = article_file("On rum", GRANTED, body=RUM, more="withdrawn: {on: 2026-03-20, why: It was wrong.}\n")
    shelf.article("rum", text)
    shelf.build()
    page = shelf.output("ezine/1/index.html")
    assert "bricks" in page
    assert "made of what was left" not in page


def test_an_issue_that_an_editor_named_is_sent_in_parts_where_it_is_too_large(site: Site) -> None:
    for name in ("One", "Two", "Three"):
        site.article(name, article_file(f"Piece {name}", GRANTED, body=LONG.replace("Cask", f"{name} cask")))
    items = tuple(Wanted(f"piece-{name}") for name in ("one", "two", "three"))
    issue = composed(site, Plan(number=7, items=items))
    printed = print_issue(issue, site.configuration, split=True)
    assert len(printed.mails) > 1
    assert [item.title for mail in printed.mails for item in mail.issue.items] == [
        "Piece One",
        "Piece Two",
        "Piece Three",
    ]
    assert all(len(mail.html.encode()) <= MAX_HTML for mail in printed.mails)
    subjects = [
        email.message_from_bytes(m.data, policy=email.policy.default)["Subject"] for m in printed.mails
    ]
    assert f"(1 of {len(subjects)})" in subjects[0]
    assert {"issue.eml", "part-2/issue.eml"} <= printed.files.keys()
    left = print_issue(issue, site.configuration)
    assert len(left.mails) == 1
    assert [item.title for item in (*left.issue.items, *left.issue.left)] == [i.title for i in issue.items]


# The law, for any articles and any terms

STATEMENTS = [
    *(GRANTED, WEB_ONLY, NEWSLETTERS, ASK, TWO, "", "All rights reserved.", "Reprinted with permission."),
    "One-time use in newsletters is granted, with the resource box.",
    "This article may not be reprinted in newsletters. It may be republished on web sites.",
    f"{NEWSLETTERS} Not before 1 January 2030.",
    f"{NEWSLETTERS} Not after 1 January 2020.",
    f"{NEWSLETTERS} Keep the copyright line, the source link and this permission.",
    f"{NEWSLETTERS[:-1]}, but no ads may be sold against it.",
    "Nonprofit newsletters may reprint this article.",
    "https://creativecommons.org/licenses/by-nd/4.0/",
]
WORDS = [
    "kettle",
    "cask",
    "honey",
    "bricks",
    "molasses",
    "copper",
    "foam",
    "sugar",
    "ship",
    "river",
    "market",
    "winter",
    "candle",
    "mule",
]
NAMES = ["Ada Example", "Bo Example", "Čeněk Example", "Żaneta O’Example", ""]
BOXES = [
    "Ada keeps bees. Visit [her hives](https://ada.example.net/hives).",
    "Bo brews at <https://bo.example.net/>, and nowhere else.",
    "",
]


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, ...]:
    made = []
    for at in range(draw(st.integers(1, 5))):
        words = [f"{word}{at}" for word in draw(st.lists(st.sampled_from(WORDS), min_size=25, max_size=60))]
        name, says = draw(st.sampled_from(NAMES)), draw(st.sampled_from(STATEMENTS))
        reviewed = (
            Review("Edda Editor", "2026-01-01", "she wrote", (Use.NEWSLETTER,))
            if draw(st.integers(0, 5)) == 0
            else None
        )
        made.append(
            Article(
                title=f"Piece {at} on {words[0]}",
                slug=f"piece-{at}",
                path=f"content/articles/piece-{at}.md",
                place=f"piece-{at}",
                body=f"Piece number {at} says {' '.join(words)}.",
                authors=(Author(name),) if name else (),
                date=f"2026-03-{at + 10}",
                source=draw(st.sampled_from([Source(), Source(url=f"https://ada.example.net/{at}")])),
                rights=ArticleRights(
                    copyright=draw(st.sampled_from(["", "© 2026 Ada Example"])),
                    resource_box=draw(st.sampled_from(BOXES)),
                    permission=says,
                    reviewed=reviewed,
                ),
            )
        )
    return tuple(made)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    named = draw(st.booleans())
    items = (
        tuple(Wanted(f"piece-{at}", draw(st.booleans())) for at in draw(st.permutations(range(5))))
        if named
        else ()
    )
    return Plan(
        number=7,
        on=date(2026, 12, 1),
        items=items,
        newest=None if named else draw(st.sampled_from([None, 1, 2])),
        sponsor=draw(st.sampled_from(["", "Buy kettles."])),
    )


def edition_of(made: tuple[Article, ...]) -> Edition:
    on = date(2026, 12, 1)
    return compile_edition([entry_of(article, on) for article in made], [], on)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=articles(), plan=plans(), on_web=st.booleans())
def test_no_issue_holds_what_its_terms_withhold_and_every_credit_is_in_both_parts(
    site: Site, made: tuple[Article, ...], plan: Plan, on_web: bool
) -> None:
    configuration: Configuration = site.configuration
    there = {article.slug for article in made}
    plan = replace(plan, items=plan.items and tuple(wanted for wanted in plan.items if wanted.item in there))
    issue = compose(edition_of(made), configuration, plan, on_web=on_web)
    printed = print_issue(issue, configuration, split=bool(plan.items))
    copies = [read_copy(mail.data) for mail in printed.mails]
    whole = {item.entry.article.slug: item.entry for item in printed.issue.whole}
    for article in made:
        if isinstance(permit(article, Use.NEWSLETTER, date(2026, 12, 1)), Permit) or article.slug in whole:
            continue
        said = fold(article.body.partition(" says ")[2])
        for copy in copies:
            assert not any(_holds(Text.of(part.lines).words, said) for part in copy.parts), article
    for slug, entry in whole.items():
        assert entry.allows(Use.WEB) or not on_web
        assert _credited(copies, entry) == [], slug


def _holds(words: tuple[str, ...], said: tuple[str, ...]) -> bool:
    return any(words[at : at + len(said)] == said for at in range(len(words)))


def _credited(copies: list[Copy], entry: Entry) -> list[str]:
    """What the mail that prints an article lacks of its credit, in either part."""
    for copy in copies:
        held = [part for part in copy.parts if _holds(Text.of(part.lines).words, words_of(entry))]
        if held:
            assert len(held) == len(copy.parts) == 2
            problems = []
            for part in copy.parts:
                (_, own), *_ = cut(part, [entry])
                problems += list(lost(Copy((own,)), entry, part.name))
                lines = " ".join(" ".join(Text.of(part.lines).words).split())
                for passage in as_text(entry.credit, 10_000).splitlines():
                    spoken = " ".join(fold(passage.partition(" (http")[0]))
                    assert spoken in lines, passage
            return problems
    return ["in no mail"]
