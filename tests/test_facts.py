"""Who wrote a page, when, and under which title: as readers see it, and nobody and no day invented."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from byline.extract.dates import date_in_address, dates_in, read_date
from byline.extract.metadata import Metadata, read_metadata
from byline.extract.names import read_names, shaped_names
from byline.extract.walk import tree_blocks

URL = "https://gates.example.org/notes/hanging-a-gate"
PROSE = (
    "<p>A gate that is hung in the morning will have dropped by the evening, and then it is hung again.</p>"
    "<p>Whoever hangs it twice learns to look at the post first, for it is the post that has moved.</p>"
)


def facts(html: str, url: str = URL) -> Metadata:
    tree = LexborHTMLParser(html)
    return read_metadata(tree, tree_blocks(tree, url), url)


def page(head: str = "", above: str = "", below: str = "", end: str = "") -> str:
    return (
        "<html lang=en><head><title>Hanging a Gate | Two Gates</title>"
        f"<meta property=og:site_name content='Two Gates'>{head}</head>"
        f"<body>{above}<h1>Hanging a Gate</h1>{below}{PROSE}{end}</body></html>"
    )


TITLES = {
    "a heading in other words than the titles for machines": (
        "<title>Best Ways to Hang a Gate | Two Gates</title><h1>Two Ways to Hang a Gate, and One Not To</h1>",
        "Two Ways to Hang a Gate, and One Not To",
    ),
    "a heading that has nothing to do with them": (
        "<title>Hanging a Gate | Two Gates</title><h1>Subscribe to our letters</h1>",
        "Hanging a Gate",
    ),
    "a heading that goes on after them": (
        "<title>Hanging a Gate</title><h1>Hanging a Gate: What the Post Will Do</h1>",
        "Hanging a Gate: What the Post Will Do",
    ),
    "a day before the title in its heading": (
        "<title>Hanging a Gate</title><h1>Dec 18 2025 Hanging a Gate</h1>",
        "Hanging a Gate",
    ),
    "the site's name as the great heading": (
        page().replace("<h1>Hanging a Gate</h1>", "<h1>Two Gates</h1><h2>Hanging a Gate</h2>"),
        "Hanging a Gate",
    ),
    "a masthead that leads home": (
        "<title>Hanging a Gate</title><h1><a href='/'>The Gate, on Hanging</a></h1><h2>Hanging a Gate</h2>",
        "Hanging a Gate",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_the_title_is_the_one_that_readers_see(name: str) -> None:
    html, title = TITLES[name]
    assert facts(html + PROSE).title == title


def json_ld(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


AUTHORS = {
    "data that names the page's own article, not a related one": (
        page(
            json_ld(
                '[{"@type":"Article","headline":"A Wall","author":"Max Wall"},'
                '{"@type":"Article","headline":"Hanging a Gate","author":{"name":"Ann Post"}}]'
            )
            + "<meta property=og:title content='Hanging a Gate'>"
        ),
        ["Ann Post"],
    ),
    "an author by reference": (
        page(
            json_ld(
                '{"@graph":[{"@type":"Article","author":[{"@id":"#a"}]},'
                '{"@type":"Person","@id":"#a","name":"Ann Post"}]}'
            )
        ),
        ["Ann Post"],
    ),
    "data in a comment, with a control character": (
        page(json_ld('<!--{"@type":"Article","author":"Ann\tPost"};-->')),
        ["Ann Post"],
    ),
    "a class that names a name": (page(below="<div class='post_authorName'>Ann Post</div>"), ["Ann Post"]),
    "a name with its office in one box": (
        page(below="<div class=author><span>Ann Post</span><span>Senior Editor</span></div>"),
        ["Ann Post"],
    ),
    "a label above the name": (page(below="<p>Written by</p><p>Ann Post</p>"), ["Ann Post"]),
    "no space after by": (page(below="<div><span>By</span><span>Ann Post</span></div>"), ["Ann Post"]),
    "a name beside a day": (page(below="<p>Ann Post | Senior Writer | July 2, 2025</p>"), ["Ann Post"]),
    "a link to the author's page": (page(below="<p><a href=/authors/ann>Ann Post</a></p>"), ["Ann Post"]),
    "two in French": (page(below="<p>Par Anne Poteau et Luc Haie</p>"), ["Anne Poteau", "Luc Haie"]),
    "Polish": (page(below="<p>Autor: Jan Płot</p>"), ["Jan Płot"]),
    "a reviewer is no author": (
        page(
            below="<div class=byline><span>Reviewed by</span><a class=byline-author-link>Max Wall</a></div>"
            "<div class=byline><span>Written by</span><a class=byline-author-link>Ann Post</a></div>"
        ),
        ["Ann Post"],
    ),
    "who comments is no author": (
        page(end="<div class=comments><p class=comment-author>Max Wall</p></div>"),
        [],
    ),
    "who wrote what is related is no author": (
        page(end="<div class=related-posts><span class=author>Max Wall</span></div>"),
        [],
    ),
    "authors of many other articles": (
        page(end="<p>One.</p>" * 9 + "<i class=author>Max Wall</i><i class=author>Lou Hedge</i>"),
        [],
    ),
    "whoever reviews a product": (
        page(
            end="<p>One.</p>" * 9 + "<div itemscope itemtype='https://schema.org/Review'>"
            "<b itemprop=author>Max Wall</b></div>"
        ),
        [],
    ),
    "a sentence that begins with by": (page(below="<p>By then the gate had dropped</p>"), []),
    "a placeholder": (page("<meta name=author content=admin>", below="<p>By admin</p>"), []),
    "an interview": (
        page(
            "<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='4 minutes'>"
        ),
        [],
    ),
    "the site in the data alone": (page("<meta name=author content='Two Gates'>"), []),
    "a firm that its data call a firm": (
        page(json_ld('{"@type":"Article","author":{"@type":"Organization","name":"Two Gates"}}')),
        [],
    ),
    "the site where readers see it sign": (
        page("<meta name=author content='Two Gates'>", below="<p class=author-name>Two Gates</p>"),
        ["Two Gates"],
    ),
    "a site that bears a person's name": (
        page(json_ld('{"@type":"Article","author":{"@type":"Person","name":"Ann Marl"}}')).replace(
            "content='Two Gates'", "content='Ann Marl'"
        ),
        ["Ann Marl"],
    ),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_the_author_is_whom_the_page_names_as_its_author(name: str) -> None:
    html, authors = AUTHORS[name]
    assert [author.name for author in facts(html).authors] == authors


LINES = {
    "By Ann Post, Max Wall and Lou Hedge": ["Ann Post", "Max Wall", "Lou Hedge"],
    "Ann Post, PhD, RN": ["Ann Post"],
    "Ann Post, director of Gates": ["Ann Post"],
    "written by Jan van der Berg": ["Jan van der Berg"],
    "Center for Gates and Hedges": ["Center for Gates and Hedges"],
    "作者：王小明": ["王小明"],
}


@pytest.mark.parametrize(("line", "names"), LINES.items())
def test_a_line_is_parted_into_names(line: str, names: list[str]) -> None:
    assert read_names(line) == names


@pytest.mark.parametrize("line", ["By the gate", "Read More Articles", "By Monday", "Gate 7", "by now"])
def test_words_that_only_stand_where_a_name_may_stand_name_nobody(line: str) -> None:
    assert shaped_names(line) == []


PUBLISHED = {
    "readers see an earlier day than machines are told": (
        page("<meta property=article:published_time content=2025-06-24>", below="<p>August 25, 2024</p>"),
        "2024-08-25",
    ),
    "an update is no publication": (
        page("<meta name=date content=2024-08-25>", below="<p>Updated on</p><p>June 24, 2023</p>"),
        "2024-08-25",
    ),
    "both in one line": (page(below="<p>Updated June 24, 2025. Published August 25, 2024</p>"), "2024-08-25"),
    "only an update": (page(below="<p class=date>Last updated: June 24, 2025</p>"), "2025-06-24"),
    "only the month in the address": (page(below="<p>March 14, 2005</p>"), "2005-03-14"),
    "a library's order": (page("<meta name=citation_publication_date content='2023 Jan 7'>"), "2023-01-07"),
    "what scripts keep": (
        page(end='<script>x={"slug":"a","publishedAt":"2024-08-25T10:00:00Z"}</script>'),
        "2024-08-25T10:00:00+00:00",
    ),
    "the day of a comment": (
        page(end="<div class=comments><time datetime=2024-08-25>August 25, 2024</time></div>"),
        None,
    ),
    "the days of other articles": (
        page(end="<p>One.</p>" * 14 + "<time>May 5, 2024</time><time>May 6, 2024</time>"),
        None,
    ),
    "a plain line at the end of the article": (
        page(end="<p>One gate.</p>" * 14 + "<p>Written by Ann Post</p><p>May 3, 2021</p>"),
        "2021-05-03",
    ),
    "a plain line in a teaser": (
        page(end="<p>One gate.</p>" * 14 + "<h3><a href=/a>Hedges</a></h3><p>May 3, 2021</p>"),
        None,
    ),
    "plain lines with several days": (
        page(end="<p>One gate.</p>" * 14 + "<p>May 3, 2021</p><p>Hedges</p><p>May 4, 2021</p>"),
        None,
    ),
    "a day labelled among others": (
        page(
            end="<p>One gate.</p>" * 14 + "<h4>Publish date</h4><time datetime=2021-05-03>3 May 2021</time>"
            "<h4>Checked</h4><time datetime=2022-05-03>3 May 2022</time>"
        ),
        "2021-05-03",
    ),
    "a line of a comment": (page(end="<p>One.</p>" * 14 + "<ol class=comments><li>May 3, 2021</ol>"), None),
    "today's above the title": (
        page(
            above="<p class=todays-date>Friday, December 19, 2025</p>", below="<div>December 12, 2025</div>"
        ),
        "2025-12-12",
    ),
    "a day in prose is not believed before the one above the title": (
        page(
            above="<div class=date>May 3, 2021</div>", below="<p>The gate fell on March 4, 2020 in May.</p>"
        ),
        "2021-05-03",
    ),
    "first published": (
        page(
            below="<time>May 3, 2021</time>",
            end="<p>One gate.</p>" * 14 + "<p>This article was originally published on 26 Sep 2019.</p>",
        ),
        "2019-09-26",
    ),
    "first published in a journal": (
        page(
            below="<time>May 3, 2021</time>",
            end="<p>One gate.</p>" * 14 + "<p>Originally published in Gates on 26 Sep 2019.</p>",
        ),
        "2021-05-03",
    ),
    "zuerst veröffentlicht": (
        page(below="<time>3. Mai 2021</time>", end="<p>Zuerst veröffentlicht am 26. September 2019</p>"),
        "2019-09-26",
    ),
    "the day after a month in prose": (
        page(below="<p>In September 2019 we wrote this.</p>", end="<p class=date>September 8, 2019</p>"),
        "2019-09-08",
    ),
    "the day that the address confirms": (
        page(below="<p>Released: June 17, 2004</p><p>by Ann · March 20, 2005</p>"),
        "2005-03-20",
    ),
    "the only time, at the foot of the article": (
        page(
            end="<p>One.</p>" * 14 + "<div class=article-template-footer-main><time>May 3, 2021</time></div>"
        ),
        "2021-05-03",
    ),
    "the foot of the site": (
        page(end="<p>One.</p>" * 14 + "<div class=site-footer><time>May 3, 2021</time></div>"),
        None,
    ),
    "the day of a revision at the end": (
        page(end="<p>One.</p>" * 14 + "<span class=git-revision-date>May 3, 2021</span>"),
        None,
    ),
    "machine data in a meta tag": (
        page("""<meta name=script:ld+json content='{"datePublished":"2024-08-25"}'>"""),
        "2024-08-25",
    ),
    "a menu with days above the title": (
        page(
            above="<ul>" + "<li class=date>May 5, 2024</li>" * 30 + "</ul>", below="<time>May 3, 2021</time>"
        ),
        "2021-05-03",
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_day_is_that_of_publication(name: str) -> None:
    html, day = PUBLISHED[name]
    url = "https://gates.example.org/2005/03/gate" if "address" in name else URL
    assert facts(html, url).published == day


@pytest.mark.parametrize(
    ("tongue", "day"),
    [("en-US", "2025-03-04"), ("en-GB", "2025-04-03"), ("fr", "2025-04-03"), ("en", "2025")],
)
def test_a_day_in_numbers_is_read_as_its_country_writes_it(tongue: str, day: str | None) -> None:
    html = page(below="<p class=date>03/04/2025</p>").replace("lang=en", f"lang={tongue}")
    assert facts(html).published == day


@pytest.mark.parametrize(
    ("url", "day"),
    [("https://gates.example.co.uk/a", "2025-04-03"), ("https://gates.example.gov/a", "2025-03-04")],
)
def test_the_country_of_the_address_orders_a_day_in_numbers(url: str, day: str) -> None:
    assert facts(page(below="<p class=date>03/04/2025</p>"), url).published == day


@pytest.mark.parametrize(("full", "day"), [("2025-04-03", "2025-04-03"), ("2025-03-04", "2025-03-04")])
def test_a_day_in_numbers_is_read_as_the_page_writes_it_in_full(full: str, day: str) -> None:
    html = page(below="<p class=date>03/04/2025</p>", end=f"<div data-day={full}>One.</div>")
    assert facts(html).published == day


MONTHS = {
    "4 października 2024": "2024-10-04",
    "12. srpna 2024": "2024-08-12",
    "3 Şubat 2024": "2024-02-03",
    "2025. március 4.": "2025-03-04",
    "2025. 3. 4.": "2025-03-04",
    "7 φεβρουαρίου 2024": "2024-02-07",
    "5 листопада 2024": "2024-11-05",
    "5 Agustus 2024": "2024-08-05",
    "4. marts 2024": "2024-03-04",
    "4. marca 2024": "2024-03-04",
    "5 дек. 2024": "2024-12-05",
    "5 أبريل 2024": "2024-04-05",
    "5 במרץ 2024": "2024-03-05",
    "5 out 2024": "2024-10-05",
}


@pytest.mark.parametrize(("written", "day"), MONTHS.items())
def test_months_have_names_in_many_languages(written: str, day: str) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize("line", ["the best set 2024", "it came out 2024", "Gate 2024"])
def test_a_word_before_a_year_is_no_month(line: str) -> None:
    assert dates_in(line) == []


def test_every_day_of_a_line_is_found_in_its_place() -> None:
    line = "Published May 1, 2020 | Updated March 5, 2021"
    assert [(line[start:end], day) for start, end, day in dates_in(line)] == [
        ("May 1, 2020", "2020-05-01"),
        ("March 5, 2021", "2021-03-05"),
    ]
    assert date_in_address("https://example.org/2023/october/03/gates") == "2023-10-03"
    assert date_in_address("https://example.org/2024/may-flowers/") is None


HOSTILE = {
    "meta tags": "<meta name=author content='a b'>" * 100_000,
    "a long attribute": f"<p class='author {'x-' * 500_000}' title='{'a ' * 500_000}'>",
    "a long name": f"<p class=author-name>{'Ann ' * 300_000}</p>",
    "classes that name authors": "<div class=author>" * 900 + "By Ann" + "</div>" * 900,
    "many who sign": "<p class=author>By Ann Post</p>" * 20_000,
    "many days": "<time class=date>May 5, 2024</time>" * 20_000,
    "lines that tell a day": "<p>May 5, 2024</p>" * 20_000,
    "lines that tell when it was first published": "<p>this post was first published x 2024</p>" * 20_000,
    "days in a row": f"<p class=date>{'May 5, 2024 ' * 100_000}</p>",
    "many headings": "<h1>Hanging a Gat</h1>" * 20_000,
    "much JSON": "<script type='application/ld+json'>[{}]</script>" * 20_000,
    "a long script": f"<script>publish{'x:' * 2_000_000}</script>",
    "quotes in a script": f"""<script>publish{'"publishedAt":"' * 200_000}</script>""",
    "names without an end": f"<meta name=author content='{'Ann and ' * 200_000}'>",
    "ten million characters": f"<p>{'The gate was hung and it fell. ' * 10}</p>" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_facts_of_a_hostile_page_are_read_in_bounded_time(name: str) -> None:
    tree = LexborHTMLParser(page(end=HOSTILE[name]))
    blocks = tree_blocks(tree, URL)
    started = time.process_time()
    assert read_metadata(tree, blocks, URL).title == "Hanging a Gate"
    assert time.process_time() - started < 4


OTHERS = {
    "a work that it cites": (
        json_ld(
            '{"@type": "Article", "headline": "Hanging a Gate", "citation": {"@type": "ScholarlyArticle",'
            ' "author": {"name": "Mary Poe"}, "datePublished": "1999-01-01"}}'
        ),
        "",
    ),
    "a quotation": ("", '<blockquote><p>Gates swing.</p><p class="quote-author">Mary Poe</p></blockquote>'),
    "a testimonial": (
        "",
        '<div class="testimonials"><p>Fine gates!</p><span class="author">Mary Poe</span></div>',
    ),
    "a copyright line": ("", '<footer>© <time datetime="2019-05-03">2019</time> Two Gates</footer>'),
    "a deadline": ("", "<p>Deadline: 3 May 2019</p>"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_tells_of_another_thing_tells_nothing_of_the_article(name: str) -> None:
    head, below = OTHERS[name]
    found = facts(page(head=head, below=below))
    assert (found.authors, found.published) == ((), None)
