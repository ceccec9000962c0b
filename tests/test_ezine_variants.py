"""The files for other tools: their placeholders work, and no article's words do."""

import re
from dataclasses import replace
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from byline.render import unsafe
from byline_pelican.ezine.html import issue_html
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.markdown import issue_markdown
from byline_pelican.ezine.text import issue_text
from byline_pelican.ezine.variants import JOINER, TOOLS, audit_variants, sent, variants
from tests.issues import BOX, ENVIRONMENT, RUM, TEA, issue, item

HOSTILE = (
    "{{ UnsubscribeURL }} {{.Subscriber.Email}} {{- x -}} {% now %} {% endif %} {# c #} *|EMAIL|* *|IF:X|* "
    "%recipient% [[ x ]] {{{ y }}} https://spy.example/a@TrackLink https://spy.example/{{x}} `{{ code }}` "
    "{&#123; z }} \\{\\{ w }} **|UNSUB|** &lt;!-- {{ v }} --&gt; {\u00ad{ u }}"
)
LINKS = (
    "[a](https://a.example/{{x}}?b=*|EMAIL|*) [b](https://b.example/@TrackLink) "
    "[c](<https://c.example/{% d %}>)"
)
GO = re.compile(r"\{\{ Safe `([^`]*)` \}\}|\{\{ (UnsubscribeURL|MessageURL) \}\}", re.DOTALL)
TRACKED = re.compile(r"https?://.+?@TrackLink")  # what listmonk makes a tracked link of
MERGE = re.compile(r"\*\|.*?\|\*")
DJANGO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}")  # as Django's own lexer reads a line
OWN = {
    "listmonk": ["{{ MessageURL }}", "{{ UnsubscribeURL }}"],
    "mailchimp": ["*|ARCHIVE|*", "*|LIST:ADDRESSLINE|*", "*|UNSUB|*"],
    "buttondown": ["{{ email_url }}", "{{ unsubscribe_url }}"],
}


def hostile() -> Issue:
    rum = item(
        HOSTILE,
        f"{RUM} {HOSTILE} {LINKS}\n\n```\n{HOSTILE}\n```\n\n![{HOSTILE}](https://far.example/x.jpg)",
        slug="rum",
        resource_box=f"{BOX} {HOSTILE}",
        note=HOSTILE,
    )
    return issue(
        item(), rum, item("On gin", "gin", whole=False), sponsor=HOSTILE, heading=HOSTILE, name=HOSTILE
    )


def files(letter: Issue) -> dict[str, str]:
    return {name: data.decode() for name, data in variants(letter, ENVIRONMENT).items()}


def live(name: str, text: str) -> list[str]:
    """What a tool would fill in, and nothing that only prints what it says."""
    if name.startswith("listmonk"):
        assert not TRACKED.search(text)
        assert "{{" not in GO.sub("", text)
        return sorted({found[0] for found in GO.finditer(text) if found[2]})
    return sorted(set((MERGE if name.startswith("mailchimp") else DJANGO).findall(text)))


@pytest.mark.parametrize("name", [tool.name for tool in TOOLS])
def test_only_our_own_places_are_filled_in(name: str) -> None:
    text = files(hostile())[name]
    assert live(name, text) == OWN[name.partition(".")[0]]
    if name.endswith(".md"):  # the tool may render before it fills in, or after it
        html = unsafe(text.replace("{{ email_url }}", "x").replace("{{ unsubscribe_url }}", "y"))
        assert not DJANGO.search(html)


@pytest.mark.parametrize("name", [tool.name for tool in TOOLS])
def test_what_an_author_says_of_templates_is_printed(name: str) -> None:
    shown = visible(name, files(hostile())[name])
    for words in (
        "{{ UnsubscribeURL }} {{.Subscriber.Email}}",
        "{% now %}",
        "{# c #}",
        "%recipient%",
        "[[ x ]]",
    ):
        assert shown.count(words) >= 4, words
    assert "*|IF:X|*" in shown or name.endswith(".md") or "|IF:X|" in shown


def visible(name: str, text: str) -> str:
    shown = sent(name, text)
    if name.endswith(".md"):
        shown = unsafe(shown)
    if not name.endswith(".txt"):
        shown = LexborHTMLParser(shown).text()
    return " ".join(shown.replace(JOINER, "").replace("\u00ad", "").split())


GO_ACTION = re.compile(r" (?:Safe `[^`]*`|UnsubscribeURL|MessageURL) \}\}")


def go(text: str) -> str:
    """What Go's parser makes of a text: from the first pair of braces on it reads an action."""
    shown, at = [], 0
    while (start := text.find("{{", at)) >= 0:
        action = GO_ACTION.match(text, start + 2)
        assert action is not None, text[max(0, start - 20) : start + 40]
        shown += [text[at:start], action[0][7:-4] if "Safe" in action[0] else ""]
        at = action.end()
    return "".join([*shown, text[at:]])


@pytest.mark.parametrize(
    "sign", ["{<b/>}", "{{{<x>", "{@TrackLink", "{{@TrackLink{{", "{{{x}}}", "{", "{{<{<{"]
)
def test_a_brace_before_an_action_is_no_part_of_it(sign: str) -> None:
    said = sign.replace("<", "\\<")
    letter = issue(
        item(body=f"{TEA} `{sign}` {said}", resource_box=f"{BOX} {said}"), name=sign, intro=f"`{sign}`"
    )
    made = files(letter)
    assert sign in go(made["listmonk.txt"])
    assert go(made["listmonk.txt"]).count(sign) >= 4
    go(made["listmonk.html"])


CODE = "curl https://api.example.org/{{id}}/x {% now %} {# c #}\n\n    *|EMAIL|* {{{ y }}}"


def test_code_is_copied_from_a_variant_as_it_was_written() -> None:
    letter = issue(
        item(body=f"{TEA} Say `{{{{ name }}}}` or `*|X|*`.\n\n```sh\n{CODE}\n```\n\n> * {{{{ a }}}}\n\n{RUM}")
    )
    made = files(letter)
    for name in ("listmonk.html", "mailchimp.html", "buttondown.md"):
        text = unsafe(made[name]) if name.endswith(".md") else sent(name, made[name])
        tree = LexborHTMLParser(text)
        (code,) = tree.css("pre code")
        assert code.text().rstrip("\n") == CODE, name
        assert {found.text() for found in tree.css("p code")} == {"{{ name }}", "*|X|*"}, name
        assert "{{ a }}" in tree.css("blockquote li")[0].text(), name
        assert JOINER not in text, name
    assert "{{ name }}" in go(made["listmonk.txt"])


def test_nothing_is_put_into_an_address() -> None:
    url = "https://a.example/*|id|*/{{x}}/{%y%}"
    made = files(issue(item(body=f"{TEA} <{url}>, {url} and [this]({url}).\n\n    get {url}")))
    for name, text in made.items():
        for found in re.findall(r"https://a\.example/\S*", unescape(text)):
            assert JOINER not in found, name
    assert "https://a.example/*%7Cid" in made["mailchimp.txt"]
    assert "https://a.example/*|id|*/{{x}}/{%y%}" in LexborHTMLParser(unsafe(made["buttondown.md"])).text()


def test_links_lead_where_the_author_said() -> None:
    letter = hostile()
    plain = hrefs(issue_html(letter, ENVIRONMENT))
    for name in ("listmonk.html", "mailchimp.html"):
        found = hrefs(files(letter)[name])
        assert [url for url in found if "example/" in url and "press" not in url] == [
            url for url in plain if "example/" in url and "press" not in url
        ]
    markdown = hrefs(unsafe(files(letter)["buttondown.md"]))
    for host in ("https://a.example/", "https://b.example/", "https://c.example/"):
        assert {url for url in markdown if url.startswith(host)} == {
            url for url in plain if url.startswith(host)
        }


def hrefs(html: str) -> list[str]:
    return [unescape(url) for url in re.findall(r'href="([^"]*)"', html)]


def test_every_variant_keeps_every_credit_whole() -> None:
    letter = issue(item(), item("On rum", RUM, source_line="First in [Rum](https://rum.example/)."))
    made = variants(letter, ENVIRONMENT)
    assert sorted(made) == sorted(tool.name for tool in TOOLS)
    assert not list(audit_variants(letter, made))
    assert not list(audit_variants(hostile(), variants(hostile(), ENVIRONMENT)))


@pytest.mark.parametrize("name", [tool.name for tool in TOOLS])
def test_a_variant_that_lost_a_credit_is_found(name: str) -> None:
    letter = issue(item(), item("On rum", RUM))
    made = variants(letter, ENVIRONMENT)
    cut = made[name].decode().replace("Ada Example keeps bees.", "", 1)
    (problem,) = {p.partition(" (")[0] for p in audit_variants(letter, made | {name: cut.encode()})}
    assert problem == f"on-tea.md: the resource box is not on {name}"


def test_a_variant_without_a_way_out_is_found() -> None:
    letter = issue(item())
    made = variants(letter, ENVIRONMENT)
    stuck = made["mailchimp.txt"].replace(b"*|UNSUB|*", b"")
    assert any(
        "leave the list" in problem for problem in audit_variants(letter, made | {"mailchimp.txt": stuck})
    )


def test_an_article_that_names_our_addresses_keeps_them() -> None:
    body = (
        f"{TEA} [Leave](https://press.example.org/unsubscribe/) or https://press.example.org/ezine/7/ here."
    )
    letter = issue(item(body=body))
    for name, text in files(letter).items():
        assert "https://press.example.org/unsubscribe/" in text, name
        assert "https://press.example.org/ezine/7/" in text, name


def test_mailchimp_is_told_to_track_no_link_and_listmonk_never_would() -> None:
    made = files(issue(item()))
    links = re.findall(r'<a [^<>]*href="https:[^<>]*>', made["mailchimp.html"])
    assert links
    assert all(" mc:disable-tracking " in link for link in links)
    assert "TrackLink" not in made["listmonk.html"]
    assert "TrackView" not in made["listmonk.html"]


def test_listmonk_keeps_the_comments_that_outlook_needs() -> None:
    text = files(issue(item()))["listmonk.html"]
    assert text.count("{{ Safe `<!--[if mso]>") == 3
    assert "<!--[if mso]>" in sent("listmonk.html", text)
    assert not re.search(r"(?<!`)<!--", text)


def test_the_text_for_listmonk_holds_no_markup_of_html() -> None:
    letter = issue(item(body=f"{TEA}\n\n```\n<script>x</script> <!-- y -->\n```"))
    text = files(letter)["listmonk.txt"]
    assert "<" not in GO.sub("", text)
    assert "<script>x</script> <!-- y -->" in sent("listmonk.txt", text)


def test_a_tool_without_a_word_for_the_postal_address_gets_ours() -> None:
    letter = replace(issue(item()), postal_address="12 {{ Street }} & *|Town|* <x>")
    made = files(letter)
    assert "12 {{ Street }} & *|Town|* <x>" in visible("listmonk.html", made["listmonk.html"])
    assert "12 {{ Street }} & *|Town|* <x>" in visible("buttondown.md", made["buttondown.md"])
    assert "Street" not in made["mailchimp.html"]


def test_every_form_of_an_issue_says_the_same_without_tools() -> None:
    letter = hostile()
    for text in (issue_html(letter, ENVIRONMENT), issue_text(letter), issue_markdown(letter)):
        assert JOINER not in text
