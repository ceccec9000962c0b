"""The message: headers that mail servers and mail programs read right, whatever a name or a title holds."""

import re
from dataclasses import replace
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.settings import name_and_address
from byline_pelican.audit import audit_issue
from byline_pelican.ezine.headers import encoded, one_line
from byline_pelican.ezine.html import issue_html
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.mail import message
from byline_pelican.ezine.markdown import issue_markdown
from tests.issues import BOX, ENVIRONMENT, RUM, TEA, issue, item, parsed

GIN = (
    "Gin was medicine first, a spoonful of juniper against the stone, and then a plague that painters "
    "drew from life, with babies falling down the stairs; only much later did it become a fashion that "
    "comes and goes with the tonic, and that nobody has ever drawn at all."
)
HOSTILE = {
    "crlf": "A title\r\nBcc: victim@example.org\r\n\r\n<p>body</p>",
    "lf": "A title\nX-Evil: yes",
    "nul": "A\x00 title\x07 with\x1b[31m signs\x7f",
    "bidi override": "\u202egpj.exe\u202c of tea",
    "bidi isolates": "\u2066a\u2067b\u2068c\u2069 tea\u200f",
    "emoji": "🐝👩\u200d🌾🏴\U000e0067\U000e0062\U000e007f tea " * 5,
    "a word of 300 letters": "x" * 300,
    "300 wide letters": "茶" * 300,
    "300 characters": "A tale of tea, " * 20,
    "right to left": "שלום ותה לכל מי שקורא",
    "markup": "<script>alert(1)</script> & <b>bold</b>",
    "quotes": "\"Quoted\" \\ 'tea' (a, b; c) <d@e.example>",
    "an encoded word": "=?utf-8?q?evil?= =?us-ascii?b?Zm9v?=",
    "markdown": "[x](javascript:alert(1)) ![y](https://spy.example/1.gif) `c` # h",
    "templates": "{{ UnsubscribeURL }} {% now %} *|EMAIL|* %recipient% [[ x ]] {# y #}",
    "from": "From here on\nFrom there",
    "dots": ".\r\n.\r\nQUIT",
    "surrogates": "tea \ud800 \udfff cup \ufffe",
    "combining": "Z\u0351\u036b\u0343a\u0301" * 40,
    "spaces": "\u00a0\u2003 tea \u200b\u2028\u2029 cup \u3000",
}
REST = ("List-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "From", "To", "Date", "MIME-Version")


def sent(letter: Issue) -> bytes:
    return message(letter, issue_html(letter, ENVIRONMENT))


def parts(raw: bytes) -> list[str]:
    return [str(part.get_content()).replace("\r\n", "\n") for part in parsed(raw).iter_parts()]


def unfolded(raw: bytes) -> dict[str, str]:
    """The fields as they are written, folds undone."""
    head = raw.split(b"\r\n\r\n")[0].decode("ascii").replace("\r\n ", " ")
    return dict(line.split(": ", 1) for line in head.split("\r\n"))


def legal(raw: bytes) -> None:
    """What RFC 5322, 2045 and 2047 ask of every message, and Python's parser too."""
    assert raw.isascii()
    assert b"\0" not in raw
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    head, body = raw.split(b"\r\n\r\n", 1)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert max(map(len, body.split(b"\r\n"))) <= 76
    for field in re.split(rb"\r\n(?! )", head):
        if not field.startswith((b"List-", b"Message-ID")):
            assert max(map(len, field.split(b"\r\n"))) <= 78
    assert all(len(word) <= 75 for word in re.findall(rb"=\?\S+?\?=", head))
    assert b"=?" not in b"".join(f for f in re.split(rb"\r\n(?! )", head) if f.startswith(b"List-"))
    mail = parsed(raw)
    assert not mail.defects
    assert not any(value.defects for value in mail.values())
    for part in mail.walk():
        assert not part.defects
    names = [name.lower() for name in mail]
    assert len(names) == len(set(names))
    assert "bcc" not in names
    assert "x-evil" not in names


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_title_changes_nothing_but_itself(words: str) -> None:
    good = issue(item(), item("On rum", RUM), item("On gin", GIN), heading="Patience")
    bad = replace(good, items=(good.items[0], item(words, RUM, slug="on-rum"), good.items[2]))
    unchanged(good, bad)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_box_changes_nothing_but_itself(words: str) -> None:
    good = issue(item(), item("On rum", RUM), item("On gin", GIN), heading="Patience")
    rum = item("On rum", RUM, resource_box=f"{BOX} {words}")
    unchanged(good, replace(good, items=(good.items[0], rum, good.items[2])))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_breaks_out_of_no_header(words: str) -> None:
    good = issue(item(), item("On rum", RUM))
    raw = sent(replace(good, name=words, sender_name=words, heading=words, postal_address=words))
    legal(raw)
    mail, plain = parsed(raw), parsed(sent(good))
    assert [a.addr_spec for a in mail["From"].addresses] == ["letters@press.example.org"]
    assert [a.addr_spec for a in mail["To"].addresses] == ["letters@press.example.org"]
    assert mail["List-Unsubscribe"] == plain["List-Unsubscribe"]
    assert str(mail["List-ID"]).endswith("<newsletter.press.example.org>")
    subject = str(make_header(decode_header(unfolded(raw)["Subject"])))
    assert subject == one_line(replace(good, name=words, heading=words).title)
    assert mail["From"].addresses[0].display_name.replace(" ", "") == one_line(words).replace(" ", "")
    assert list(mail.keys()) == list(plain.keys())


def unchanged(good: Issue, bad: Issue) -> None:
    """All but the middle article is as it was, and everything is legal and whole."""
    before, after = sent(good), sent(bad)
    legal(after)
    for name in REST:
        assert unfolded(before)[name] == unfolded(after)[name]
    assert unfolded(before)["Subject"] == unfolded(after)["Subject"]
    for old, new in zip(parts(before), parts(after), strict=True):
        for shown in (good.items[0], good.items[2]):
            assert stretch(old, shown.title) == stretch(new, shown.title)
    assert not list(audit_issue(bad, after))


def stretch(part: str, title: str) -> str:
    """What a part prints from an article's title on to the end of its credit."""
    start = re.search(rf"(?:\n\d\. |</?h2[^>]*><a name=[^>]*>){re.escape(title)}(?:</a>|\n=)", part)
    assert start is not None
    found = re.sub(r"^\n\d", "\n0", part[start.start() :])
    return found[: found.index("Read it on the web")]


def test_a_box_of_five_megabytes_changes_nothing_but_itself() -> None:
    good = issue(item(), item("On rum", RUM), item("On gin", GIN), heading="Patience")
    rum = item("On rum", RUM, resource_box="Rum is patient. " * 300_000)
    before, after = sent(good), sent(replace(good, items=(good.items[0], rum, good.items[2])))
    assert max(map(len, after.split(b"\r\n"))) <= 76
    for old, new in zip(parts(before), parts(after), strict=True):
        for shown in (good.items[0], good.items[2]):
            assert stretch(old, shown.title) == stretch(new, shown.title)


LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(LETTERS)
def test_any_subject_is_read_back_as_it_was(words: str) -> None:
    letter = issue(item(), heading=words)
    raw = message(letter, "<p>x</p>")
    legal(raw)
    assert str(make_header(decode_header(unfolded(raw)["Subject"]))) == one_line(letter.title)


@given(LETTERS)
def test_no_letter_is_cut_in_two(words: str) -> None:
    assert "".join(str(make_header(decode_header(word))) for word in encoded(words)) == words


@pytest.mark.parametrize(
    ("url", "said", "one_click"),
    [
        ("https://x.example/leave?a=1,b", "<https://x.example/leave?a=1%2Cb>,", True),
        ("https://x.example/" + "y" * 900, "<https://x.example/" + "y" * 900 + ">,", True),
        ("https://x.example/a b<c>\r\nBcc: z", "<https://x.example/ab%3Cc%3EBcc:z>,", True),
        ("mailto:leave@x.example", "<mailto:leave@x.example>,", False),
        ("http://x.example/leave", "<http://x.example/leave>,", False),
    ],
)
def test_the_way_out_is_one_that_machines_find(url: str, said: str, one_click: bool) -> None:
    raw = sent(issue(item(), unsubscribe_url=url))
    legal(raw)
    lines = raw.split(b"\r\n\r\n")[0].decode().split("\r\n")
    at = lines.index(f"List-Unsubscribe: {said}")
    assert lines[at + 1] == " <mailto:letters@press.example.org?subject=unsubscribe>"
    assert ("List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines) is one_click


@pytest.mark.parametrize(
    "name", ["Ada Example, Jr.", "Ää Ößer, Jr.", "Ada: x;", 'Ada "Bee" Example', "Ada (Example)"]
)
def test_a_sender_is_written_with_the_name_that_the_settings_take(name: str) -> None:
    said, address = name_and_address(f"{name} <ada@example.org>")
    raw = sent(issue(item(), sender_name=said, sender=address))
    legal(raw)
    (sender,) = parsed(raw)["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (name, "ada@example.org")


def test_the_list_is_named_before_its_id() -> None:
    fields = unfolded(sent(issue(item())))
    assert fields["List-ID"] == "The Slow Quarterly <newsletter.press.example.org>"
    assert unfolded(sent(issue(item(), name="Tee für alle")))["List-ID"] == "<newsletter.press.example.org>"


@pytest.mark.parametrize("name", ['Tea <b> "c", d', "a\\b", "<newsletter.evil.example>"])
def test_no_name_of_a_list_looks_like_an_id(name: str) -> None:
    said = unfolded(sent(issue(item(), name=name)))["List-ID"]
    assert said.count("<") == said.count(">") == 1
    assert said.endswith("<newsletter.press.example.org>")
    assert said.count('"') in {0, 2}
    assert not re.search(r"[\\,]", said)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\x0b", "\x1c", "\r\n"])
def test_no_line_break_glues_words_together(sign: str) -> None:
    said = f"Tea{sign}cup"
    letter = issue(item(said, slug="tea"), item("On rum", RUM), name=said)
    raw = sent(letter)
    assert "Tea cup, issue 7: Tea cup" in str(parsed(raw)["Subject"])
    assert str(parsed(raw)["To"]).startswith("Tea cup readers")
    assert unfolded(raw)["List-ID"].startswith("Tea cup <")
    for part in (*parts(raw), issue_markdown(letter)):
        assert "Teacup" not in part
        assert "1. Tea cup" in part or "Tea cup</a>" in part


def test_the_same_issue_is_the_same_message() -> None:
    letter = issue(item(), item("On rum", RUM), parts=2)
    assert sent(letter) == sent(letter)
    assert parsed(sent(letter))["Message-ID"] != parsed(sent(replace(letter, part=2)))["Message-ID"]
    assert str(parsed(sent(letter))["Date"]) == "Tue, 20 Oct 2026 00:00:00 +0000"


def test_a_flowed_text_says_so() -> None:
    flowed, plain = (
        parsed(sent(issue(item(), flowed=flowed))).get_body(("plain",)) for flowed in (True, False)
    )
    assert flowed is not None
    assert plain is not None
    assert flowed["Content-Type"].params == {"charset": "utf-8", "format": "flowed"}
    assert plain["Content-Type"].params == {"charset": "utf-8"}
    assert " \r\n" in flowed.get_content()
    assert "delsp" not in str(flowed["Content-Type"]).lower()


def test_what_begins_a_line_is_harmless() -> None:
    body = f"{TEA}\n\n.\n\nFrom tea to rum."
    raw = sent(issue(item(body=body)))
    text = parts(raw)[0]
    assert "\n.\n" in text
    assert "\nFrom tea to rum." in text
    assert not list(audit_issue(issue(item(body=body)), raw))
