"""The text part: what mail readers show, in 65 columns, and the credit as it was written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.check import Copy
from byline.check.copy import text_part
from byline.lines import columns, flow, fold, reduced, seen
from byline.plaintext import html_to_text, to_text
from byline.render import printable
from byline.rights.credit import as_text
from byline_pelican.audit import audit_issue, lost
from byline_pelican.ezine.html import issue_html
from byline_pelican.ezine.mail import message
from byline_pelican.ezine.text import issue_text, item_text
from byline_pelican.pictures.addresses import Picture
from tests.issues import BOX, ENVIRONMENT, RUM, TEA, issue, item

CHINESE = (
    "茶比杯子更古老。它曾被做成砖块，由骡马驮过高山，路上要走好几个月；"
    "到了城里，人们把它掰碎，放进铁锅里慢慢地煮。"
)
SIGNS = [
    ("a\u00a0b\u2009c\u202fd", "a b c d"),
    ("soft\u00adhy\u200bphen\ufeff", "softhyphen"),
    ("a\u202eb\u2066c\u200f", "abc"),
    ("“a” ‘b’ „c“ it’s", '"a" \'b\' "c" it\'s'),
    ("a—b ― 1–2 −3 non\u2011break", "a--b -- 1-2 -3 non-break"),
    ("wait… ﬁnd ﬂow oﬃce", "wait... find flow office"),
    ("10² H₂O x⁻¹", "10^2 H_2O x^-1"),
    ("👩\u200d🌾 می\u200cخواهم x\u200dy", "👩\u200d🌾 می\u200cخواهم xy"),
    ("½ é ß ™ · « x »", "½ é ß ™ · « x »"),
]


@pytest.mark.parametrize(("typeset", "plain"), SIGNS)
def test_typography_is_reduced_to_what_mail_readers_show(typeset: str, plain: str) -> None:
    assert reduced(typeset) == plain


@given(st.text())
def test_reducing_twice_changes_nothing_more(text: str) -> None:
    assert seen(reduced(text)) == reduced(text)
    assert reduced(reduced(text)) == reduced(text)


def test_code_and_addresses_are_not_reduced() -> None:
    text = to_text("`“x”…` and <https://a.example/x–y>\n\n    a – “b”", reduced=True)
    assert "“x”…" in text
    assert "https://a.example/x%E2%80%93y" in text
    assert "    a – “b”" in text


def test_the_body_is_reduced_and_the_credit_is_word_for_word() -> None:
    box = "“Ada” — she\u00a0keeps\u00ad bees… and ﬁnds them. x²"
    text = issue_text(issue(item(body=f"{TEA} “So” — she says…", resource_box=box)))
    assert '"So" -- she says...' in text
    assert "“Ada” — she keeps bees… and ﬁnds them. x²" in text


@pytest.mark.parametrize("flowed", [False, True])
def test_every_credit_stands_whole(flowed: bool) -> None:
    items = [item("On tea", TEA), item("On rum", RUM, source_line="First in *Rum*.")]
    text = " ".join(issue_text(issue(*items, flowed=flowed)).split())
    for one in items:
        assert " ".join(as_text(one.entry.credit).split()) in text


def test_links_are_told_apart_and_print_no_text() -> None:
    linked = item(
        "On gin", "Secret words of gin.", whole=False, url="https://press.example.org/articles/gin/"
    )
    text = issue_text(issue(item(), linked))
    assert "(link) On gin" in text
    after = text.partition("\nAlso on the web\n")[2]
    assert "* On gin\n  By Ada Example, 19 October 2026\n  https://press.example.org/articles/gin/\n" in after
    assert "Secret" not in text


def test_an_issue_says_all_that_it_is() -> None:
    text = issue_text(
        issue(
            item(note="We print this **again**."),
            item("On rum", RUM),
            sponsor="Cooper make [barrels](https://cooper.example/).",
            heading="Patience",
            part=2,
            parts=3,
        )
    )
    for words in (
        "Issue 7, 20 October 2026, part 2 of 3\nPatience",
        "1. On tea\n   By Ada Example\n2. On rum",
        "Sponsor\n-------\n\nCooper make barrels (https://cooper.example/).",
        "Editor's note: We print this *again*.",
        "Unsubscribe: https://press.example.org/unsubscribe/",
        "Read it in a browser: https://press.example.org/ezine/7/",
        "Home: https://press.example.org/",
        "12 Example Street, Example Town",
    ):
        assert words in text


def test_footnotes_are_marked_and_quotes_and_headings_seen() -> None:
    text = issue_text(issue(item(body=f"{TEA}[^1]\n\n## Why\n\n> said\n\n[^1]: Not so.")))
    assert "up there.[1]" in " ".join(text.split())
    assert "\nWhy\n===\n\n> said\n" in text
    assert "1. Not so.\n" in text


def test_pictures_that_stay_behind_are_not_mentioned() -> None:
    body = f"{TEA}\n\n![One](https://a.example/1.jpg)\n\n![Two](https://a.example/2.jpg)\n\n*Captions stay.*"
    text = issue_text(issue(item(body=body, kept_back=frozenset({0}))))
    assert "[One]" not in text
    assert "[Two] (https://a.example/2.jpg)" in text
    assert "_Captions stay._" in text


ODD = [
    "https://en.wikipedia.example/wiki/Tea_(drink)",
    "https://e.example/ada's",
    "https://e.example/(a)_x'y",
    "https://e.example/f(x)/?q=(1)",
    "https://e.example/it's,%20so",
]


@pytest.mark.parametrize("url", ODD)
@pytest.mark.parametrize(
    "box", ["See [tea](<{}>).", "See <{}>.", "[![Tea](https://far.example/x.jpg)](<{}>)"]
)
def test_an_address_with_brackets_or_an_apostrophe_is_live_on_a_text(url: str, box: str) -> None:
    written = item(resource_box=f"Ada Example keeps bees. {box.format(url)}")
    letter = issue(written)
    assert not list(audit_issue(letter, message(letter, issue_html(letter, ENVIRONMENT))))
    alone = Copy((text_part(item_text(1, written, 65)),))
    assert not list(lost(alone, written.entry, "a text"))


def test_an_address_that_lost_its_end_is_not_live() -> None:
    written = item(resource_box=f"Ada Example keeps bees. See [tea]({ODD[0]}).")
    text = item_text(1, written, 65)
    assert list(lost(Copy((text_part(text.replace("_(drink)", "")),)), written.entry, "a text"))


def test_every_picture_is_told_with_its_address() -> None:
    own = "https://press.example.org/hive.jpg"
    known = {own: Picture("hive.jpg", 1200, 700)}
    text = issue_text(issue(item(body=f"{TEA}\n\n![A hive]({own})\n\n![](../cup.jpg)", pictures=known)))
    assert f"[A hive] ({own})" in text
    assert "[Picture] (https://press.example.org/articles/cup.jpg)" in " ".join(text.split())


def test_relative_links_are_spelled_whole() -> None:
    text = issue_text(issue(item(body=f"{TEA} [More](../rum/).")))
    assert "More (https://press.example.org/articles/rum/)" in " ".join(text.split())


def test_letters_of_two_columns_are_counted_so() -> None:
    text = issue_text(issue(item("慢的茶", CHINESE * 8, language="zh", resource_box=CHINESE)))
    assert max(map(columns, text.splitlines())) <= 65
    assert CHINESE * 8 in "".join(text.split())
    assert columns("e\u0301茶a") == 4


def test_long_passages_are_cut_only_where_the_text_is_still_read_as_itself() -> None:
    some = issue_text(issue(item("慢的茶", f"{CHINESE * 9}{'茶' * 50}。{CHINESE}", language="zh")))
    assert max(map(columns, some.splitlines())) <= 65
    letter = issue(item("慢的茶", "。".join(chr(0x4E00 + n) * 50 for n in range(20)), language="zh"))
    assert max(map(columns, issue_text(letter).splitlines())) == 102
    assert not list(audit_issue(letter, message(letter, issue_html(letter, ENVIRONMENT))))


def test_no_address_is_cut_among_wide_letters() -> None:
    url = "https://a.example/" + "茶、" * 60
    assert fold(f"看（{url}", cut=True).splitlines()[-1].endswith(url)
    assert max(map(columns, fold("茶" * 100, cut=True).splitlines())) == 64
    assert fold("茶" * 100) == "茶" * 100


LINES = st.text("ab 茶。>-\u00e9", max_size=120)


@given(st.lists(LINES, max_size=5))
def test_unflowing_gives_the_paragraphs_back(lines: list[str]) -> None:
    paragraphs = [line.rstrip(" ") for line in lines]
    flowed = flow("\n".join(paragraphs))
    assert unflowed(flowed) == [(0, line) for line in paragraphs or [""]]
    assert "-- " not in flowed.split("\n")


WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=9),
    max_size=80,
)


@given(WORDS, st.integers(min_value=20, max_value=80))
def test_no_line_is_wider_than_asked_but_of_one_word(words: list[str], width: int) -> None:
    text = printable(" ".join(words))
    for wrapped in (fold(text, width, cut=True), flow(text, width)):
        for line in wrapped.split("\n"):
            bare = line.strip(" ")
            assert columns(bare) <= width or " " not in bare.removeprefix("-- ").removeprefix("> ")
        assert "".join(wrapped.split()) == "".join(text.split())


def unflowed(text: str) -> list[tuple[int, str]]:
    """Paragraphs with their depth of quotation, read as RFC 3676, 4.2 to 4.5 says."""
    found: list[tuple[int, str]] = []
    going = -1
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        soft = bare.endswith(" ") and bare != "-- "
        if going == depth:
            found[-1] = (depth, found[-1][1] + bare)
        else:
            found.append((depth, bare))
        going = depth if soft else -1
    return found


def test_a_flowed_issue_reads_as_the_wrapped_one() -> None:
    code = "def steep(leaves, minutes):\n    # " + "never longer " * 9 + "\n    return Cup"
    body = (
        f"{TEA}\n\n> {RUM}\n>\n> > {TEA}\n\n* {RUM}\n    * {TEA}\n\n```\n{code}\n```\n\nFrom here on.\n\n"
        f"&gt; no quote\n\n| a | b |\n|---|---|\n| {TEA} | x |"
    )
    letter = issue(item(body=body, resource_box=f"{BOX}\n\n> Quoted {RUM}"), flowed=True)
    text = issue_text(letter)
    paragraphs = unflowed(text)
    assert (0, TEA) in paragraphs
    assert (1, RUM) in paragraphs
    assert (2, TEA) in paragraphs
    assert (0, f"* {RUM}") in paragraphs
    assert (0, f"  * {TEA}") in paragraphs
    assert (1, f"Quoted {RUM}") in paragraphs
    assert (0, "    def steep(leaves, minutes):") in paragraphs
    assert "\n From here on.\n" in text
    assert "\n > no quote\n" in text
    flat = re.sub(r"[\s>]+", " ", issue_text(issue(*letter.items)))
    assert re.sub(r"[\s>]+", " ", text) == flat


def test_a_quotation_in_a_list_is_flowed_as_a_quotation() -> None:
    body = f"{TEA}\n\n* a\n\n    > {RUM}\n    >\n    > two\n* > first\n\n> out\n>\n> * in\n>     > deep"
    paragraphs = unflowed(issue_text(issue(item(body=body), flowed=True)))
    for paragraph in ((1, RUM), (1, "two"), (1, "first"), (1, "out"), (1, "* in"), (2, "deep"), (0, "* a")):
        assert paragraph in paragraphs
    wrapped = issue_text(issue(item(body=body)))
    assert not any(line.endswith(" ") for line in wrapped.split("\n"))
    assert "\n  >\n  > two\n" in wrapped


def test_only_soft_breaks_end_with_a_space() -> None:
    text = issue_text(issue(item(), item("On rum", RUM)))
    assert not any(line.endswith(" ") for line in text.split("\n"))


def test_nested_lists_stay_close_and_paragraphs_apart() -> None:
    assert to_text("* a\n* b\n    * c\n* d") == "* a\n* b\n  * c\n* d"
    assert html_to_text("<ul><li><p>a</p><p>b</p></li></ul>") == "* a\n\n  b"


def test_code_is_wrapped_as_code() -> None:
    code = "def steep(a):\n    # " + "never  longer " * 6 + "than that\n    return " + "x" * 80
    text = to_text(f"```\n{code}\n```", reduced=True)
    assert max(columns(line) for line in text.split("\n") if "xxx" not in line) <= 65
    assert text.startswith("    def steep(a):\n        # never  longer never  longer")
    assert "\n            longer never  longer" in text
    assert "".join(text.split()) == "".join(code.split())
    assert to_text(f"```\n{code}\n```").split("\n")[1] == f"    {code.split(chr(10))[1]}"


def test_an_endless_text_is_set_in_good_time() -> None:
    words = "word " * 200_000 + "x" * 1_000_000
    assert len(issue_text(issue(item(body=TEA, resource_box=words)))) > 2_000_000
    assert len(fold("茶" * 300_000, cut=True).splitlines()) > 9_000
