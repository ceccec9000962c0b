"""The article is told from the page around it, whatever the site's habits and the page's language."""

import math
import string

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from byline.errors import PageError
from byline.extract import extract
from byline.extract.body import choose
from byline.extract.body.features import features
from byline.extract.body.forest import Forest, forest_of, records_of
from byline.extract.body.page import measured
from byline.extract.body.texts import counts, word_count
from byline.extract.body.tree import tree_of
from byline.extract.walk import html_blocks

PARAGRAPHS = (
    "The ferryman kept two ropes, one for the river and one for the bell, and never mixed them up.",
    "When the bridge was built, he sold the river rope, which nobody would need, and kept the other.",
    "On the first morning of the bridge, the bell rang all the same, and he went down to see who called.",
    "It was the engineer, who had forgotten his hat on the other side and did not trust his own work.",
    "They crossed together on the ferry, one last time, and the engineer paid without asking the price.",
    "The hat hangs in the bridge house today, beside the bell, and nobody there knows whose it was.",
)
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
GERMAN = (
    "Der Fährmann hatte zwei Seile, eines für den Fluss und eines für die Glocke, und verwechselte sie nie.",
    "Als die Brücke fertig war, verkaufte er das eine, weil es niemand mehr brauchte, nicht das andere.",
    "Am ersten Morgen läutete die Glocke trotzdem, und er ging hinunter, um nachzusehen, wer da rief.",
)
JAPANESE = (
    "渡し守は二本の綱を持っていた。一本は川のため、もう一本は鐘のためで、四十年のあいだ取り違えたことがない。",
    "橋ができると、もう誰も要らないからと川の綱を売り、鐘の綱だけを手元に残して、毎朝それを磨いていた。",
    "橋の最初の朝、それでも鐘が鳴ったので、誰が呼んだのかと思って、彼はゆっくりと岸まで降りて行った。",
)
CARDS = "".join(
    f'<div class="card"><a href="/{n}"><h3>Another story of ours, number {n}</h3></a>'
    f"<p>What the miller said to the baker on day {n}, and why.</p></div>"
    for n in range(4)
)
COMMENTS = "".join(
    f'<li class="comment"><cite>Reader {n}</cite><p>I knew a ferryman once, and his name was number {n}. '
    "He told me the same thing about ropes, only longer, and I have not forgotten it since.</p></li>"
    for n in range(5)
)
MENU = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(12))


def page(inner: str, after: str = "", before: str = "") -> str:
    return (
        f"<html><head><title>The ferryman's rope</title></head><body><nav><ul>{MENU}</ul></nav>{before}"
        f"<main><article><h1>The ferryman's rope</h1>{inner}</article>{after}</main>"
        f"<footer><ul>{MENU}</ul></footer></body></html>"
    )


AROUND = {
    "comments": page(ARTICLE, f'<section id="comments"><h2>5 Comments</h2><ol>{COMMENTS}</ol></section>'),
    "cards": page(ARTICLE, f'<section class="related"><h2>More from us</h2>{CARDS}</section>'),
    "a cookie banner": page(
        ARTICLE,
        before='<div class="cookie-consent"><p>We use cookies so that this site works. Read what we keep, '
        "and choose what you allow us to keep. You can change your mind later.</p><button>OK</button></div>",
    ),
    "a newsletter box": page(
        ARTICLE,
        '<aside class="newsletter"><h3>Our letter</h3><p>Sign up and hear from us: Fridays.</p></aside>',
    ),
}


@pytest.mark.parametrize("name", AROUND)
def test_the_article_comes_without_what_stands_around_it(name: str) -> None:
    text = extract(AROUND[name].encode()).text
    assert [p for p in PARAGRAPHS if p in text] == list(PARAGRAPHS)
    assert not [word for word in ("Section 3", "Reader", "miller", "cookies", "Fridays") if word in text]


SPLIT = {
    "sections": "".join(
        f'<section class="part"><div>{p}</div></section>' for p in ARTICLE.split("</p>") if p
    ),
    "an advertisement between": ARTICLE.replace(
        PARAGRAPHS[2], f'{PARAGRAPHS[2]}</p><div class="ad"><a href="/buy">Buy rope</a></div><p>', 1
    ),
    "a list": f"{ARTICLE}<ul><li>One rope for the river, now sold.</li><li>One for the bell.</li></ul>",
    "a table": f"{ARTICLE}<table><tr><th>Rope<th>Use<tr><td>thick<td>river<tr><td>thin<td>the bell</table>",
    "old cells": "<table><tr><td>"
    + ARTICLE.replace("<p>", "").replace("</p>", "<br><br>")
    + "</td></tr></table>",
}


@pytest.mark.parametrize("name", SPLIT)
def test_a_body_is_found_whole(name: str) -> None:
    text = extract(page(SPLIT[name]).encode()).text
    assert [p for p in PARAGRAPHS if p not in text] == []
    if name in {"a list", "a table"}:
        assert "the bell" in text.split(PARAGRAPHS[-1])[1]


@pytest.mark.parametrize("paragraphs", [GERMAN, JAPANESE], ids=["German", "Japanese"])
def test_a_page_in_another_language_gives_its_article(paragraphs: tuple[str, ...]) -> None:
    text = extract(page("".join(f"<p>{p}</p>" for p in paragraphs)).encode()).text
    assert [p for p in paragraphs if p in text] == list(paragraphs)
    assert "Section 3" not in text


SCRIPTS = {
    "Cyrillic": "абцдефгхийклмнопярстуввхуз",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωςσ",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_body_is_chosen_alike_in_any_script(script: str) -> None:
    letters = str.maketrans(string.ascii_letters, SCRIPTS[script] + SCRIPTS[script].upper())
    blocks = html_blocks(page(2 * ARTICLE, f"<section>{2 * CARDS}</section>"))
    foreign = [replace(block, text=block.text.translate(letters)) for block in blocks]
    assert choose(foreign, {}, "").body == choose(blocks, {}, "").body


def test_the_first_of_several_posts_is_not_all_that_a_page_gives() -> None:
    posts = "".join(f"<article><h2>Post {n}</h2><p>{p}</p></article>" for n, p in enumerate(PARAGRAPHS))
    text = extract(f"<html><body><main>{posts}</main></body></html>".encode()).text
    assert [p for p in PARAGRAPHS if p in text] == list(PARAGRAPHS)


def test_images_and_rules_stay_where_the_body_is() -> None:
    inner = ARTICLE.replace("</p>", '</p><img src="/rope.png" alt="a rope">', 1).replace(
        f"<p>{PARAGRAPHS[3]}", f"<hr><p>{PARAGRAPHS[3]}"
    )
    body = extract(page(inner).encode(), "https://ferry.example.org/rope").body
    assert body.index("![a rope](https://ferry.example.org/rope.png)") < body.index(PARAGRAPHS[1])
    assert body.index(PARAGRAPHS[2]) < body.index("\n---\n") < body.index(PARAGRAPHS[3])


def test_code_and_its_caption_stay_amid_the_text() -> None:
    code = "<figure><pre>pull(rope)\nring(bell)</pre><figcaption>How to call him.</figcaption></figure>"
    inner = ARTICLE.replace(f"<p>{PARAGRAPHS[3]}", f"{code}<p>{PARAGRAPHS[3]}")
    body = extract(page(inner, 2 * CARDS).encode()).body
    assert body.index(PARAGRAPHS[2]) < body.index("pull(rope)\nring(bell)") < body.index("How to call him.")
    assert body.index("How to call him.") < body.index(PARAGRAPHS[3])


def test_an_image_does_not_go_without_the_caption_that_credits_it() -> None:
    figure = '<figure><img src="/a.jpg" alt="a ewe"><figcaption>A ewe. Photo: Mary Poe</figcaption></figure>'
    inner = ARTICLE.replace(f"<p>{PARAGRAPHS[3]}", f"{figure}<p>{PARAGRAPHS[3]}")
    body = extract(page(inner, 2 * CARDS).encode(), "https://ferry.example.org/rope").body
    assert ("a ewe" in body) <= ("Photo: Mary Poe" in body)
    assert "Photo: Mary Poe" in body


def test_each_block_left_behind_has_a_reason() -> None:
    blocks = html_blocks(page(ARTICLE, f"<section>{CARDS}</section>"))
    chosen = choose(blocks, {}, "The ferryman's rope")
    assert {*chosen.body} | {*chosen.left} == {block.index for block in blocks}
    assert not {*chosen.body} & {*chosen.left}
    assert {chosen.left[block.index] for block in blocks if block.text == "Section 3"} == {"chrome"}


def test_a_page_that_is_all_chrome_has_no_article() -> None:
    words = "Some words of a menu that go on for a while, and end as sentences do."
    with pytest.raises(PageError, match="no article"):
        extract(f"<p class=sr-only>{words}<nav>{words}</nav><div class=cta>{words}</div>".encode())


TEXTS = {
    "two words, one comma.": (4, 1, 1, 0, 0),
    "  Rope 12 ": (2, 0, 0, 2, 1),
    "綱は二本ある。": (3, 0, 1, 0, 0),
    "": (0, 0, 0, 0, 0),
}


@pytest.mark.parametrize("text", TEXTS)
def test_the_counts_of_a_text_do_not_depend_on_its_neighbours(text: str) -> None:
    found = counts(["a neighbour, 1.", text, "Another; 2!"])
    told = (found.words, found.commas, found.stops, found.digits, found.capitals)
    assert tuple(int(column[1]) for column in told) == TEXTS[text]
    assert word_count(text) == TEXTS[text][0]


@given(st.lists(st.text(max_size=30), max_size=8))
def test_counts_are_the_sum_of_their_parts(texts: list[str]) -> None:
    together = counts(texts)
    alone = [counts([text]) for text in texts]
    for name in ("chars", "words", "commas", "stops", "digits", "capitals"):
        assert getattr(together, name).tolist() == [getattr(one, name)[0] for one in alone]


TREE = st.recursive(
    st.just("<p>some words of a paragraph</p>"),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<div>{''.join(parts)}</div>"),
    max_leaves=20,
)


@given(TREE)
def test_what_an_element_holds_is_the_sum_of_its_blocks(html: str) -> None:
    blocks = html_blocks(f"<p>first words here</p>{html}")
    around = tree_of(blocks)
    held = around.held(np.ones(len(blocks)))
    for at, element in enumerate(around.elements):
        inside = [any(e is element for e in block.home.lineage()) for block in blocks]
        assert held[at] == sum(inside)
        assert around.within(at).tolist() == inside


def test_a_forest_sums_the_leaf_of_each_tree() -> None:
    draw = np.random.default_rng(1)
    forest = Forest(
        draw.integers(0, 5, (7, 3)), draw.random((7, 3), np.float32), draw.random((7, 8), np.float32), 0.5, 5
    )
    rows = draw.random((1_200, 5), np.float32)
    for row, odds in zip(rows, forest.odds(rows.T), strict=True):
        total = forest.bias
        for column, above, leaves in zip(forest.column, forest.above, forest.leaves, strict=True):
            total += leaves[
                sum(int(row[c] > a) << bit for bit, (c, a) in enumerate(zip(column, above, strict=True)))
            ]
        assert math.isclose(odds, total, abs_tol=1e-5)


def test_a_forest_comes_back_from_its_records() -> None:
    forest = Forest(
        np.array([[1, 0]]), np.array([[0.5, 2]], np.float32), np.zeros((1, 4), np.float32), 0.25, 2
    )
    again = forest_of(records_of(forest))
    assert (again.bias, again.columns, again.column.tolist()) == (0.25, 2, [[1, 0]])


def test_a_forest_refuses_rows_that_it_was_not_trained_on() -> None:
    blocks = html_blocks(page(ARTICLE, 2 * CARDS))
    forest = Forest(np.array([[0]]), np.zeros((1, 1), np.float32), np.zeros((1, 2), np.float32), 0, 3)
    with pytest.raises(ValueError, match="train anew"):
        choose(blocks, {}, forest=forest)


def test_every_column_is_a_number_on_the_smallest_page() -> None:
    shown = measured(html_blocks("<p>word</p>"), {})
    names, columns = features(shown, np.zeros(1, np.bool_))
    assert len(set(names)) == len(names) == len(columns)
    assert np.isfinite(columns).all()
