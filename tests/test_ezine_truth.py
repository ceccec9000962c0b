"""What the ezine must not be talked into: by a ledger, an issue file, a folder, or a second run."""

import email
import email.policy
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from byline.errors import BuildError, ContentError
from byline_pelican.ezine.compose import compose
from byline_pelican.ezine.fitting import MAX_HTML
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.plan import Plan, Wanted
from byline_pelican.ezine.printing import print_issue
from tests.conftest import CONFIG, GRANTED, WEB_ONLY, Run, Site, article_file

ONCE = "One-time use in newsletters is granted, with the resource box."
NEWSLETTERS = "This article may be reprinted in newsletters, with the resource box."
MONTHLY = "Web sites and newsletters may reprint one article a month, with the resource box."
RUM = "Rum is younger than sugar, and was made of what was left when the sugar had gone."
ID = "urn:uuid:7f1c1b34-0000-4000-8000-000000000001"


def composed(site: Site, plan: Plan | None = None) -> Issue:
    return compose(site.edition, site.configuration, plan or Plan(), on_web=False)


def titles(issue: Issue) -> list[str]:
    return [item.title for item in issue.whole]


def ledger(site: Site, name: str, text: str) -> Path:
    return site.write(f"content/ledger/{name}", f"format: 1\n{text}")


def named(site: Site, name: str) -> None:
    site.write("pelicanconf.py", CONFIG + f'BYLINE["ezine"] = {{"name": "{name}"}}\n')


# The ledger


@pytest.mark.parametrize(("first", "second"), [("My ezine", "My Ezine!"), ("☕☕", "🐝")])
def test_newsletters_alike_in_plain_letters_have_records_of_their_own(
    site: Site, run: Run, first: str, second: str
) -> None:
    site.article("tea", article_file("On tea", ONCE))
    site.article("rum", article_file("On rum", NEWSLETTERS, body=RUM))
    site.write("first.yaml", "items: [on-tea]\n")
    site.write("second.yaml", "items: [on-rum]\n")
    for name, file in ((first, "first.yaml"), (second, "second.yaml")):
        named(site, name)
        run("ezine", "--number", "1", "--file", file)
        run("ezine", "sent", "1")
    assert len(list((site.root / "content/ledger").glob("*.yaml"))) == 2
    assert titles(composed(site, Plan(number=2))) == ["On rum"] if first == second else ["On tea"]
    assert "On tea" not in titles(composed(site, Plan(number=2, repeats=True)))


@pytest.mark.parametrize(
    "item",
    [
        f"{{id: {ID}}}",
        f"{{id: {ID.upper()}}}",
        f"{{id: ' {ID.removeprefix('urn:uuid:')} '}}",
        "{id: 'https://ada.example.net/tea', title: '  on  TEA', authors: ['Example, Ada']}",
        "{id: urn:isbn:1, title: On tea}",
    ],
)
def test_what_a_person_wrote_down_counts_however_it_is_spelt(site: Site, item: str) -> None:
    site.article("tea", article_file("On tea", ONCE, more=f"id: {ID}\n"))
    assert titles(composed(site)) == ["On tea"]
    ledger(site, "2019/before.yaml", f"where: Elsewhere\nissue: 3\ndate: 2019-05-01\nitems: [{item}]\n")
    assert titles(composed(site)) == []


@pytest.mark.parametrize(
    "item",
    [
        "authors: ['Ada  Example']",
        "authors: ['Example, Ada']",
        "authors: ['']",
        "site: 'https://www.Ada.example.net/x'",
        "authors: [Bo], site: ADA.example.net",
    ],
)
def test_a_cap_counts_the_author_and_the_site_however_they_are_spelt(site: Site, item: str) -> None:
    source = "source: {url: 'https://ada.example.net/tea'}\n"
    site.article("tea", article_file("On tea", MONTHLY, more=source))
    assert titles(composed(site, Plan(on=date(2026, 12, 1)))) == ["On tea"]
    ledger(
        site,
        "x.yaml",
        f"where: Test press\nissue: 3\ndate: 2026-11-20\nitems: [{{id: urn:isbn:1, {item}}}]\n",
    )
    assert titles(composed(site, Plan(on=date(2026, 12, 1)))) == []


def test_an_id_that_is_none_is_refused(site: Site) -> None:
    ledger(site, "x.yaml", "where: Elsewhere\nissue: 3\ndate: 2019-05-01\nitems: [{id: on-tea, title: x}]\n")
    with pytest.raises(ContentError, match="no permanent id"):
        _ = site.edition


def test_a_file_that_was_moved_is_the_article_that_ran(site: Site, run: Run) -> None:
    file = site.article("once", article_file("On tea", ONCE))
    assert run("ezine", "--number", "1")[0] in {0, 1}
    run("ezine", "sent", "1")
    file.rename(file.with_name("once-again.md"))
    assert titles(composed(site, Plan(repeats=True))) == []


def test_what_a_person_wrote_down_is_not_a_draft(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", ONCE, more=f"id: {ID}\n"))
    site.article("rum", article_file("On rum", NEWSLETTERS, body=RUM))
    mine = ledger(
        site, "mine.yaml", f"where: Test press\nissue: 1\ndate: 2026-01-01\nitems: [{{id: {ID}}}]\n"
    )
    before = mine.read_text()
    run("ezine")
    assert mine.read_text() == before
    _, out, _ = run("ezine", "--json", "--dry-run")
    told = json.loads(out)
    assert (told["issue"], [item["slug"] for item in told["items"]]) == (2, ["on-rum"])


def test_the_day_on_which_it_went_out_counts_too(site: Site) -> None:
    site.article("tea", article_file("On tea", MONTHLY))
    more = "items: [{id: urn:isbn:1, authors: [Ada Example]}]\n"
    ledger(site, "x.yaml", f"where: Test press\nissue: 3\ndate: 2025-01-01\nsent: 2026-11-20\n{more}")
    assert titles(composed(site, Plan(on=date(2026, 12, 1)))) == []


def test_a_link_that_was_sent_does_not_become_the_text(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    site.write("content/issues/1.yaml", "number: 1\nitems: [{item: on-tea, as: link}]\n")
    run("ezine", "--number", "1", "--date", "2026-12-01")
    run("ezine", "sent", "1")
    site.write("content/issues/1.yaml", "number: 1\nitems: [on-tea]\n")
    code, _, err = run("ezine", "--number", "1", "--date", "2026-12-01")
    assert code == 1
    assert "printed something else" in err
    assert "bricks" not in (site.root / "ezine/issue-1/issue.txt").read_text()


def test_what_was_sent_keeps_its_day(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    run("ezine", "--number", "1", "--date", "2026-12-01")
    run("ezine", "sent", "1")
    assert run("ezine", "--number", "1", "--date", "2026-12-02")[0] == 1


@pytest.mark.parametrize("options", [("--date", "2020-01-01"), ()])
def test_an_issue_is_sent_once_and_not_before_its_day(site: Site, run: Run, options: tuple[str, ...]) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    run("ezine", "--number", "1", "--date", "2026-11-01")
    if not options:
        assert run("ezine", "sent", "1")[0] == 0
    code, _, err = run("ezine", "sent", "1", *options)
    assert code == 1
    assert "sent" in err


def test_options_of_one_verb_are_not_swallowed_by_another(site: Site, run: Run) -> None:
    code, _, err = run("ezine", "--number", "7", "--dry-run", "sent", "1")
    assert code == 2
    assert "sent" in err


def test_two_runs_at_once_print_once_what_may_be_printed_once(site: Site) -> None:
    site.article("tea", article_file("On tea", ONCE))
    code = "import sys; from byline.cli import main; main()"
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, "ezine", "--json", "--number", str(number)],
            cwd=site.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for number in (1, 2, 3)
    ]
    printed = [json.loads(one.communicate(timeout=120)[0])["items"] for one in runs]
    assert sorted(map(len, printed)) == [0, 0, 1]


@pytest.mark.parametrize("what", ["a file", "a pipe", "a link", "another ending"])
def test_a_strange_ledger_is_refused_and_not_an_empty_one(site: Site, run: Run, what: str) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    folder = site.root / "content/ledger"
    if what == "a file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        if what == "a pipe":
            os.mkfifo(folder / "x.yaml")
        elif what == "a link":
            (folder / "x.yaml").symlink_to("/dev/zero")
        else:
            (folder / "x.yaml.txt").write_text("format: 1\n")
    code, _, err = run("ezine", "--dry-run")
    assert code == 1
    assert "content/ledger" in err
    assert "Traceback" not in err


# The build


def test_issue_files_that_are_due_count_for_one_another(site: Site) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    site.write("content/issues/1.yaml", "number: 1\ndate: 2026-11-01\nitems: [on-tea]\n")
    site.write("content/issues/2.yaml", "number: 2\ndate: 2026-11-02\nitems: [on-tea, on-rum]\n")
    issues = site.build().issues.shown
    assert {issue.number: titles(issue) for issue in issues} == {1: ["On tea"], 2: ["On rum"]}


def test_an_issue_of_deleted_articles_is_not_filled_with_new_ones(site: Site, run: Run) -> None:
    old = site.article("old", article_file("On tea", GRANTED, date="2026-01-01"))
    run("ezine", "--number", "1", "--date", "2026-04-01")
    run("ezine", "sent", "1")
    old.unlink()
    site.article("new", article_file("On rum", GRANTED, body=RUM))
    site.build()
    assert not (site.root / "output/ezine/1").exists()


def test_what_was_sent_is_shown_as_it_was_sent(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    site.write(
        "content/issues/1.yaml",
        "number: 1\ndate: 2026-11-01\ntitle: Winter\nitems: [{item: on-tea, note: Hot.}]\n",
    )
    run("ezine", "--number", "1")
    run("ezine", "sent", "1")
    site.write(
        "content/issues/1.yaml",
        "number: 1\ndate: 2026-11-01\ntitle: Summer\nitems: [{item: on-tea, note: Hot.}, on-rum]\n",
    )
    (issue,) = site.build().issues.shown
    assert (titles(issue), issue.heading, issue.items[0].note) == (["On tea"], "Winter", "Hot.")


def test_an_issue_of_a_day_to_come_is_not_shown_yet(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    assert run("ezine", "--number", "9", "--date", "2999-01-01")[0] == 0
    site.build()
    assert not (site.root / "output/ezine/9").exists()


def test_an_editors_words_do_not_tell_what_is_withheld(site: Site) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    site.article("rum", article_file("On rum", "All rights reserved.", body=RUM))
    items = (Wanted("on-tea"), Wanted("on-rum"))
    with pytest.raises(BuildError, match=r"rum\.md: withheld, yet its words stand in the ezine issue"):
        print_issue(composed(site, Plan(intro=f"As somebody said: {RUM}", items=items)), site.configuration)


def test_an_issue_that_no_web_may_show_leads_to_no_page(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", NEWSLETTERS, body="Tea was carried in bricks. " * 40))
    run("ezine", "--number", "1", "--date", "2026-11-01")
    folder = site.root / "ezine/issue-1"
    assert not (folder / "web.html").exists()
    for name in ("issue.txt", "issue.html", "issue.md"):
        assert "/ezine/1/" not in (folder / name).read_text()
        assert 'href=""' not in (folder / name).read_text()


# Files


def test_only_what_a_run_wrote_is_taken_away(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    precious = site.write("precious/issue.txt", "mine")
    mine = site.write("out/data.csv", "mine")
    (site.root / "out/part-2").symlink_to(precious.parent)
    told = {"newsletter": "x", "files": ["data.csv", "part-2/issue.txt", "../precious/issue.txt", 7]}
    site.write("out/report.json", json.dumps(told))
    run("ezine", "--out", "out")
    assert (mine.read_text(), precious.read_text()) == ("mine", "mine")


def test_an_issue_is_not_written_among_the_sources(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    code, _, err = run("ezine", "--out", "content/articles/x")
    assert code == 2
    assert "--out" in err


def test_what_cannot_be_written_is_not_recorded(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    site.write("ezine", "a file where a folder must be")
    assert run("ezine", "--number", "1")[0] == 1
    assert not list((site.root / "content/ledger").glob("*.yaml"))


def test_when_nothing_is_left_to_print_nothing_tells_of_the_first_run(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    run("ezine", "--number", "1")
    site.write("ezine/issue-1/preview/light.png", "a picture of the text")
    site.article("tea", article_file("On tea", GRANTED, more="status: draft\n"))
    assert run("ezine", "--number", "1")[0] == 1
    folder = site.root / "ezine/issue-1"
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {"report.json"}
    assert json.loads((folder / "report.json").read_text())["items"] == []
    assert not list((site.root / "content/ledger").glob("*.yaml"))


# Sizes


def test_editors_words_that_fill_a_mail_are_named(site: Site) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    with pytest.raises(BuildError, match="the intro and the sponsor note fill"):
        print_issue(composed(site, Plan(intro="word " * 20_000)), site.configuration)


def test_one_article_that_cannot_be_printed_does_not_stop_the_others(site: Site) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    site.article("rum", article_file("On rum", GRANTED, body="Rum. " * 400_000))
    printed = print_issue(composed(site), site.configuration, tools=True)
    assert titles(printed.issue) == ["On tea"]
    assert all(len(mail.html.encode()) < MAX_HTML for mail in printed.mails)


def test_what_would_lose_its_credit_is_refused_and_the_others_are_printed(site: Site) -> None:
    lost = "{% if i.title != 'On rum' %}{{ i.credit_html }}{% endif %}"
    item = f"<h2>{{{{ i.title }}}}</h2>{{{{ i.content_html }}}}{lost}"
    site.write("templates/ezine/issue.html", f"<html>{{% for i in issue['items'] %}}{item}{{% endfor %}}")
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    site.article("tea", article_file("On tea", GRANTED))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    issue = site.build().issue
    assert titles(issue) == ["On tea"]
    assert [withheld.entry.article.title for withheld in issue.refused] == ["On rum"]
    assert "made of what was left" not in site.output("ezine/issue.txt")


def test_an_article_of_a_day_to_come_waits_for_it(site: Site) -> None:
    site.article("tea", article_file("On tea", GRANTED, date="2030-03-02"))
    site.article("rum", article_file("On rum", GRANTED, body=RUM))
    assert titles(composed(site, Plan(on=date(2026, 12, 2)))) == ["On rum"]
    assert titles(composed(site, Plan(on=date(2030, 3, 2)))) == ["On tea", "On rum"]


def test_a_link_is_given_once(site: Site, run: Run) -> None:
    site.article("gin", article_file("On gin", WEB_ONLY, body="Gin was a medicine before it was a habit."))
    for at in range(2):
        site.article(f"p{at}", article_file(f"Piece {at}", GRANTED, body=f"Piece {at}. {RUM}"))
    run("ezine", "--number", "1", "--newest", "1", "--date", "2026-11-01")
    _, out, _ = run("ezine", "--number", "2", "--newest", "1", "--dry-run", "--json")
    assert [item["printed"] for item in json.loads(out)["items"]] == ["whole"]


# Letters


@pytest.mark.parametrize(
    "says",
    [
        "Newsletters need my prior permission. Do not ask me for it.",
        "Newsletters must ask first, and I always say no.",
        "Newsletters must ask for permission first. Requests are not answered.",
    ],
)
def test_who_wants_no_letter_gets_none(site: Site, says: str) -> None:
    site.article("tea", article_file("On tea", says))
    assert not composed(site, Plan(items=(Wanted("on-tea"),))).requests


def test_a_request_does_not_deny_what_the_author_granted(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    run("ezine", "--number", "1")
    issue = composed(site, Plan(number=2, items=(Wanted("on-tea"),)))
    assert issue.refused
    assert not issue.requests


@pytest.mark.parametrize(
    ("says", "to"),
    [
        ("Newsletters must ask first: noreply@ada.example.net.", None),
        ("Newsletters must ask first. Hosted by webmaster@host.example.net.", None),
        ("Newsletters must ask first. Do not write to bob@example.net, my old publisher.", None),
        ("Newsletters must ask first: newsletter@press.example.org.", None),
        ("Newsletters must ask first: ada@ada.example.net.", "ada@ada.example.net"),
    ],
)
def test_a_letter_goes_to_the_author_or_to_nobody_yet(site: Site, says: str, to: str | None) -> None:
    site.article("tea", article_file("On tea", says))
    issue = composed(site, Plan(items=(Wanted("on-tea"),)))
    (letter,) = print_issue(issue, site.configuration).letters
    assert email.message_from_bytes(letter.data, policy=email.policy.default)["To"] == to


def test_a_letter_is_set_in_paragraphs(site: Site) -> None:
    site.article(
        "tea", article_file("On tea", f"{NEWSLETTERS} Let me know a week earlier: ada@ada.example.net.")
    )
    (letter,) = print_issue(composed(site), site.configuration).letters
    assert letter.file == "letters/notice-before-on-tea.eml"
    mail = email.message_from_bytes(letter.data, policy=email.policy.default)
    text = mail.get_content().replace("\r\n", "\n")
    assert max(map(len, text.splitlines())) <= 65
    paragraphs = text.strip().split("\n\n")
    assert paragraphs[0] == "Dear Ada Example,"
    assert paragraphs[-2] == "With kind regards,"
    assert len(paragraphs) > 8


# What a third reading found


def test_a_slip_of_a_tag_takes_nothing_away(site: Site, run: Run) -> None:
    site.article("tea", article_file("On tea", GRANTED))
    run("ezine", "--number", "1")
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    code, _, err = run("ezine", "--number", "1", "--tag", "tee")
    assert code == 1
    assert "--tag" in err
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


def test_a_letter_that_was_mended_stays_as_it_is(site: Site, run: Run) -> None:
    site.article(
        "tea", article_file("On tea", f"{NEWSLETTERS} Tell us before you print it: a@ada.example.net.")
    )
    site.article("rum", article_file("On rum", f"{NEWSLETTERS} Tell us before you print it.", body=RUM))
    run("ezine", "--number", "1")
    mine, other = (
        site.root / f"ezine/issue-1/letters/notice-before-on-{name}.eml" for name in ("tea", "rum")
    )
    mine.write_text("mine")
    run("ezine", "--number", "1", "--date", "2026-12-05")
    assert mine.read_text() == "mine"
    assert "5 December 2026" in other.read_text()


def test_the_same_piece_in_two_files_is_used_once(site: Site) -> None:
    for name in ("once", "mirror"):
        text = article_file(
            "On tea", ONCE, more=f"slug: {name}\nsource: {{url: 'https://{name}.example.net/'}}\n"
        )
        site.article(name, text)
    assert len(composed(site).whole) == 1


def test_a_column_may_have_one_title_every_week(site: Site, run: Run) -> None:
    site.article("a", article_file("Letter", GRANTED, more="slug: a\n", date="2026-01-01"))
    run("ezine", "--number", "1", "--date", "2026-11-01")
    site.article("b", article_file("Letter", GRANTED, body=RUM, more="slug: b\n", date="2026-11-03"))
    assert [item.entry.article.slug for item in composed(site, Plan(number=2)).whole] == ["b"]


def test_what_the_site_prints_counts_for_a_sum(site: Site) -> None:
    says = "Web sites and newsletters may reprint one article a year, with the resource box."
    review = "  reviewed: {by: Edda, on: 2026-01-01, why: by letter, uses: [web]}\n"
    site.article("tea", article_file("On tea", says).replace("rights:\n", "rights:\n" + review))
    assert titles(composed(site)) == ["On tea"]
    site.article("rum", article_file("On rum", says, body=RUM, date="2026-03-15"))
    assert titles(composed(site)) == ["On tea"]


@pytest.mark.parametrize(
    "authors",
    [
        "Ada M. Example",
        "Dr. Ada Example",
        "By Ada Example",
        "Ada Example and Bo Example",
        "ADA EXAMPLÉ",
        "A. Example",
    ],
)
def test_a_name_that_may_be_the_authors_counts(site: Site, authors: str) -> None:
    site.article("tea", article_file("On tea", MONTHLY))
    item = f"{{id: urn:isbn:1, authors: ['{authors}'], site: other.example.org}}"
    ledger(site, "x.yaml", f"where: Elsewhere\nissue: 3\ndate: 2026-11-20\nitems: [{item}]\n")
    assert titles(composed(site, Plan(on=date(2026, 12, 1)))) == []


def test_an_issue_that_goes_out_too_late_is_told(site: Site, run: Run) -> None:
    says = "This article may be reprinted in newsletters until 15 December 2026, with the resource box."
    site.article("tea", article_file("On tea", says))
    run("ezine", "--number", "1", "--date", "2026-12-01")
    code, _, err = run("ezine", "sent", "1", "--date", "2027-03-01")
    assert code == 1
    assert "tea.md: on 2027-03-01 its terms said no" in err


def test_a_name_turns_nothing_round(site: Site) -> None:
    text = article_file("On tea", GRANTED).replace(
        "authors: [Ada Example]", 'authors: ["\\u202eAda Example"]'
    )
    site.article("tea", text)
    item = composed(site).items[0]
    assert item.byline == "By Ada Example"
