"""`byline ezine` as an editor calls it: files, proofs, what it refuses."""

import email
import email.policy
import re

import pytest

from byline.mail.lint import lint
from tests.conftest import CONFIG, GRANTED, WEB_ONLY, Run, Site, article_file
from tests.mailserver import HERE, PASSWORD, USER, Mailbox, mail_server

ADA = "ada@example.org"
ADDRESSED = (
    'BYLINE["ezine"] = {"postal_address": "1 Example Street, 12345 Example", '
    '"unsubscribe": "https://press.example.org/leave"}\n'
)
OWN = re.compile(
    rb"^(?:To|Message-ID):.*\r\n(?:[ \t].*\r\n)*", re.MULTILINE
)  # fields that a proof has of its own


@pytest.fixture
def shelf(site: Site) -> Site:
    site.write("pelicanconf.py", CONFIG + ADDRESSED)
    site.article(
        "tea", article_file("On tea", GRANTED, body="Tea was carried over mountains in bricks. " * 30)
    )
    site.article("gin", article_file("On gin", WEB_ONLY, body="Gin was a medicine before it was a habit."))
    return site


def test_an_editor_gets_everything_that_is_needed_to_send(shelf: Site, run: Run) -> None:
    code, out, _ = run("ezine", "--number", "7", "--date", "2026-12-01")
    assert code == 0
    folder = shelf.root / "ezine/issue-7"
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {
        *("issue.eml", "issue.html", "issue.txt", "issue.md", "web.html", "report.json"),
        *("listmonk.html", "listmonk.txt", "mailchimp.html", "mailchimp.txt", "buttondown.md"),
        "letters/request-on-gin.eml",
    }
    assert "On gin" in out
    assert not lint((folder / "issue.eml").read_bytes())


def test_the_same_issue_is_the_same_bytes(shelf: Site, run: Run) -> None:
    made = []
    for place in ("a", "b"):
        assert run("ezine", "--number", "7", "--date", "2026-12-01", "--out", place)[0] == 0
        made.append(
            {path.name: path.read_bytes() for path in (shelf.root / place).rglob("*") if path.is_file()}
        )
    assert made[0] == made[1]


def test_a_proof_is_the_issue_for_one_person(shelf: Site, run: Run) -> None:
    box = Mailbox()
    with mail_server(box) as port:
        code, out, err = run("ezine", "--proof", ADA, "--smtp", f"{HERE}:{port}")
    assert (code, err) == (0, "")
    assert ADA in out
    ((sender, readers, content),) = box.got
    assert (sender, readers) == ("newsletter@press.example.org", [ADA])
    issue = (shelf.root / "ezine/issue-1/issue.eml").read_bytes()
    assert OWN.sub(b"", content) == OWN.sub(b"", issue)
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert not mail.defects
    assert mail["To"] == ADA
    assert mail["Message-ID"] != email.message_from_bytes(issue)["Message-ID"]


def test_two_proofs_of_one_issue_both_arrive(shelf: Site, run: Run) -> None:
    box = Mailbox()
    with mail_server(box) as port:
        for _ in range(2):
            assert run("ezine", "--proof", ADA, "--smtp", f"{HERE}:{port}")[0] == 0
    first, second = (email.message_from_bytes(content)["Message-ID"] for _, _, content in box.got)
    assert first != second


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
def test_a_login_takes_its_password_from_the_environment(
    shelf: Site, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Mailbox()
    monkeypatch.setenv("BYLINE_SMTP_PASSWORD", PASSWORD)
    with mail_server(box, authenticator=box.knows, auth_required=True, auth_require_tls=False) as port:
        code, out, err = run("ezine", "--proof", ADA, "--smtp", f"{HERE}:{port}", "--smtp-user", USER)
        assert code == 0, err
        monkeypatch.setenv("BYLINE_SMTP_PASSWORD", "wrong")
        code, more, err = run("ezine", "--proof", ADA, "--smtp", f"{HERE}:{port}", "--smtp-user", USER)
    assert code == 1
    assert f"{HERE}:{port}" in err
    assert PASSWORD not in out + more + err
    assert "wrong" not in err.replace("wrong password", "")
    assert len(box.got) == 1


REFUSED = {
    ("--proof", ADA): "--smtp",
    ("--smtp", "127.0.0.1:25"): "--proof",
    ("--proof", f"{ADA},bo@example.org", "--smtp", "127.0.0.1:9"): "one person",
    ("--proof", "newsletter@press.example.org", "--smtp", "127.0.0.1:9"): "one person",
    ("--proof", ADA, "--smtp", "127.0.0.1:9", "--dry-run"): "--dry-run",
    ("--file", "7.yaml", "--tag", "tea"): "--tag",
    ("--newest", "0"): "newest",
    ("--date", "tomorrow"): "tomorrow",
}


@pytest.mark.parametrize("options", REFUSED)
def test_what_makes_no_sense_is_refused_in_a_line(shelf: Site, run: Run, options: tuple[str, ...]) -> None:
    shelf.write("7.yaml", "items: [on-tea]\n")
    code, _, err = run("ezine", *options)
    assert code in {1, 2}
    assert REFUSED[options] in err
    assert "Traceback" not in err


def test_a_mail_server_that_is_not_there_is_named(shelf: Site, run: Run) -> None:
    code, _, err = run("ezine", "--proof", ADA, "--smtp", f"{HERE}:9")
    assert code == 1
    assert f"{HERE}:9" in err
    assert len(err.splitlines()) == 1


def test_the_linter_is_a_verb_of_its_own(shelf: Site, run: Run) -> None:
    assert run("ezine", "--number", "7")[0] == 0
    assert run("ezine", "lint", "ezine/issue-7/issue.eml", "--strict")[0] == 0
    shelf.write("bad.eml", "Subject: x\n\nhello\n")
    code, out, _ = run("ezine", "lint", "bad.eml")
    assert code == 1
    assert "RFC 5322" in out
