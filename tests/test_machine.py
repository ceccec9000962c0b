"""What the site tells machines, read back the way machines read it, and held to the author's words."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import extruct
import pytest
from lxml import etree
from pyshacl import validate
from rdflib import RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

from byline.model import Answer, Article, ArticleRights
from byline.rights.limits import INSIDE, KINDS
from byline.rights.permit import terms_of
from byline_pelican.machine.claims import claims_of
from byline_pelican.machine.graph import site_graph
from byline_pelican.machine.profile import (
    CONTEXT,
    LIMIT_CHANNELS,
    LIMIT_DAYS,
    LIMIT_DUTIES,
    LIMIT_ELSEWHERE,
    LIMIT_PROHIBITIONS,
    LIMIT_REMARKS,
    LIMIT_SPANS,
    PREFIXES,
)
from byline_pelican.machine.signals import Signals, below, shared
from byline_pelican.machine.terms import terms_path
from tests.conftest import CONFIG, COPYRIGHT, GRANTED, Site, article_file

pytestmark = pytest.mark.filterwarnings(  # rdflib and pyshacl about themselves
    "ignore:(ConjunctiveGraph|Dataset).* is deprecated:DeprecationWarning"
)

CASES = Path(__file__).parent / "cases"
SITE = "https://press.example.org"
TEA = f"{SITE}/articles/on-tea/"
ODRL = Namespace("http://www.w3.org/ns/odrl/2/")
OURS = Namespace(PREFIXES["byline"])
RSL = "{https://rslstandard.org/rsl}"
REQUEST = (
    "This article may be republished in newsletters and on web sites, with the byline, the copyright line "
    "and the resource box with its live link. Notice is appreciated but not required: ada@ada.example.net."
)
NO_AI = "This article may be republished on web sites. It may not be used to train AI."
ASK = "You may reprint this article on web sites. Newsletters must ask first. It may not be used in print."
SOURCE = "source: {url: 'https://ada.example.net/tea', canonical: 'https://ada.example.net/tea'}\n"


def machine(site: Site, **settings: object) -> None:
    site.write("pelicanconf.py", f"{CONFIG}BYLINE = {{'machine': { ({'robots': True} | settings)!r}}}\n")


def nodes(html: str, kind: str) -> list[dict[str, Any]]:
    """The nodes of one type in the JSON-LD of a page, as extruct finds them."""
    found = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    return [node for graph in found for node in graph["@graph"] if node["@type"] == kind]


def page(site: Site, slug: str = "on-tea") -> str:
    return site.output(f"articles/{slug}/index.html")


def article(site: Site, slug: str = "on-tea") -> dict[str, Any]:
    (node,) = nodes(page(site, slug), "Article")
    return node


def metas(html: str, key: str = "name") -> list[tuple[str, str]]:
    tree = etree.HTML(html)
    return [(m.get(key, ""), m.get("content", "")) for m in tree.iter("meta") if m.get(key)]


def links(html: str, rel: str) -> list[str]:
    return [a.get("href", "") for a in etree.HTML(html).iter("link") if a.get("rel") == rel]


def terms_of_page(site: Site, slug: str = "on-tea") -> str:
    return str(article(site, slug)["usageInfo"]).removeprefix(f"{SITE}/")


def offer(site: Site, slug: str = "on-tea") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(site.output(f"{terms_of_page(site, slug)}odrl.jsonld"))
    return read


def graph_of(made: dict[str, Any]) -> Graph:
    """The offer as RDF; ODRL's context comes from the tests, for no test asks the network."""
    assert made["@context"][0] == CONTEXT
    bundled = json.loads((CASES / "odrl-context.json").read_text("utf-8"))
    data = {**made, "@context": [bundled, *made["@context"][1:]]}
    return Graph().parse(data=json.dumps(data), format="json-ld")


def actions(graph: Graph, rule: Node, path: URIRef) -> set[str]:
    return {
        str(action).replace("http://www.w3.org/ns/odrl/2/", "").replace(PREFIXES["byline"], "byline:")
        for duty in graph.objects(rule, path)
        for action in graph.objects(duty, ODRL.action)
    }


def channels(graph: Graph, rule: Node) -> set[str]:
    bounds = [
        b
        for b in graph.objects(rule, ODRL.constraint)
        if (b, ODRL.leftOperand, ODRL.deliveryChannel) in graph
    ]
    return {str(o).removeprefix(str(OURS)) for b in bounds for o in graph.objects(b, ODRL.rightOperand)}


def assert_valid(made: dict[str, Any]) -> Graph:
    graph = graph_of(made)
    conforms, _, said = validate(graph, shacl_graph=str(CASES / "odrl-shapes.ttl"))
    assert conforms, said
    return graph


# ---- schema.org


def test_an_article_tells_machines_all_that_its_file_says(site: Site) -> None:
    site.article("tea", article_file(more=f"tags: [tea, cups]\nlanguage: en\n{SOURCE}"))
    site.build()
    found = article(site)
    terms = f"{SITE}/{terms_of_page(site)}"
    body = "Tea is older than the cup. It was carried over mountains in bricks."
    assert found.pop("description")
    assert found == {
        "@type": "Article",
        "@id": f"{TEA}#article",
        "headline": "On tea",
        "datePublished": "2026-03-14T00:00:00+00:00",
        "author": [{"@type": "Person", "name": "Ada Example", "url": f"{SITE}/author/ada-example/"}],
        "publisher": {"@id": f"{SITE}/#publisher"},
        "image": {"@type": "ImageObject", "url": f"{SITE}/card.png", "width": 1200, "height": 630},
        "mainEntityOfPage": {"@type": "WebPage", "@id": TEA},
        "url": TEA,
        "isBasedOn": "https://ada.example.net/tea",
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "wordCount": len(body.split()),
        "keywords": ["tea", "cups"],
        "articleSection": "Drinks",
        "copyrightHolder": [{"@type": "Person", "name": "Ada Example", "url": f"{SITE}/author/ada-example/"}],
        "copyrightNotice": COPYRIGHT,
        "copyrightYear": 2026,
        "creditText": f"By Ada Example. {COPYRIGHT}",
        "license": terms,
        "usageInfo": terms,
        "acquireLicensePage": f"{TEA}republish/",
    }


def test_the_publisher_and_the_way_to_the_article_are_named(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    (publisher,) = nodes(page(site), "Organization")
    assert (publisher["name"], publisher["url"]) == ("Test press", f"{SITE}/")
    assert publisher["logo"]["url"].startswith(SITE)
    (trail,) = nodes(page(site), "BreadcrumbList")
    assert [(step["position"], step["name"], step["item"]) for step in trail["itemListElement"]] == [
        (1, "Test press", f"{SITE}/"),
        (2, "Drinks", f"{SITE}/category/drinks/"),
        (3, "On tea", TEA),
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("'2005'", "2005"),
        ("2005-03", "2005-03"),
        ("2005-03-14", "2005-03-14T00:00:00+01:00"),
        ("2005-07-14", "2005-07-14T00:00:00+02:00"),
        ("2005-03-14T10:30:00", "2005-03-14T10:30:00+01:00"),
        ("'2005-03-14T10:30:00-05:00'", "2005-03-14T10:30:00-05:00"),
    ],
)
def test_dates_have_a_zone_where_a_day_is_known_and_are_never_finer_than_that(
    site: Site, written: str, told: str
) -> None:
    site.write("pelicanconf.py", CONFIG.replace('"UTC"', '"Europe/Berlin"'))
    site.article("tea", article_file(date=written))
    site.build()
    assert article(site)["datePublished"] == told
    assert ("article:published_time", told) in metas(page(site), "property")


def test_nothing_is_said_of_rights_that_no_notice_says(site: Site) -> None:
    text = article_file().replace(f"  copyright: |\n    {COPYRIGHT}\n", "")
    text = text.replace("date: 2026-03-14\n", "").replace("authors: [Ada Example]\n", "")
    site.article("tea", text)
    site.build()
    unknown = {
        "copyrightHolder",
        "copyrightNotice",
        "copyrightYear",
        "datePublished",
        "dateModified",
        "author",
    }
    assert not unknown & article(site).keys()
    assert (
        not {"dcterms.rights", "dcterms.rightsHolder", "author", "dcterms.date"}
        & dict(metas(page(site))).keys()
    )


@pytest.mark.parametrize(
    ("line", "holders", "year"),
    [
        ("2005 © The Example Group, Inc. All rights reserved.", ("The Example Group, Inc.",), 2005),
        ("Copyright 2001, 2004 by Ada Example", ("Ada Example",), 2001),
        ("All rights reserved.", (), None),
        ("© 2001 Ada Example\n© 2003 Example Press", ("Ada Example", "Example Press"), 2001),
    ],
)
def test_holders_and_year_come_from_the_notice(line: str, holders: tuple[str, ...], year: int | None) -> None:
    found = claims_of(Article("On tea", "on-tea", "Tea.", rights=ArticleRights(copyright=line)))
    assert (found.holders, found.year, found.text) == (holders, year, line)


def test_a_headline_is_cut_at_a_word_and_the_title_stays_whole(site: Site) -> None:
    title = "On tea " * 30
    site.article("tea", article_file(title.strip(), more="slug: on-tea\n"))
    site.build()
    headline = article(site)["headline"]
    assert len(headline) <= 110
    assert headline.endswith(("On…", "tea…"))
    assert title.strip() in dict(metas(page(site), "property"))["og:title"]


def test_a_change_is_dated_only_where_the_file_says_so(site: Site) -> None:
    site.article("tea", article_file(more="modified: 2026-04-01\n"))
    site.article("rum", article_file("On rum"))
    site.build()
    assert article(site)["dateModified"] == "2026-04-01T00:00:00+00:00"
    assert "dateModified" not in article(site, "on-rum")


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--<script>", 'A "quote" & <b>'])
def test_a_title_cannot_break_out_of_the_head(site: Site, title: str) -> None:
    site.article("tea", article_file(json.dumps(title), more="slug: on-tea\n"))
    site.build()
    assert article(site)["headline"] == title
    assert dict(metas(page(site), "property"))["og:title"] == title
    assert page(site).count("alert(1)</script>") == 0
    (tea,) = [
        step for step in nodes(page(site), "BreadcrumbList")[0]["itemListElement"] if step["position"] == 3
    ]
    assert tea["name"] == title


# ---- the head


def test_the_page_is_its_own_canonical_unless_the_terms_ask_for_the_source(site: Site) -> None:
    asking = "Reprint freely on web sites, with the resource box, and a canonical link to the original."
    site.article("tea", article_file(more=SOURCE))
    site.article("rum", article_file("On rum", asking, more=SOURCE.replace("tea", "rum")))
    site.article("gin", article_file("On gin", asking))
    site.build()
    assert links(page(site), "canonical") == [TEA]
    assert links(page(site, "on-rum"), "canonical") == ["https://ada.example.net/rum"]
    assert links(page(site, "on-gin"), "canonical") == [f"{SITE}/articles/on-gin/"]


def test_the_licence_is_the_public_one_or_else_the_terms_page(site: Site) -> None:
    url = "https://creativecommons.org/licenses/by-nd/4.0/"
    licence = f"rights:\n  licence: {{url: '{url}', spdx: CC-BY-ND-4.0}}\n"
    site.article("rum", article_file("On rum", "", more=SOURCE).replace("rights:\n", licence))
    site.article("tea", article_file())
    site.build()
    terms = f"{SITE}/{terms_of_page(site)}"
    assert links(page(site), "license") == [terms]
    assert article(site)["license"] == dict(metas(page(site)))["dcterms.license"] == terms
    assert links(page(site, "on-rum"), "license") == [url]
    assert article(site, "on-rum")["license"] == dict(metas(page(site, "on-rum")))["dcterms.license"] == url
    assert article(site, "on-rum")["usageInfo"] == f"{SITE}/{terms_of_page(site, 'on-rum')}"
    assert offer(site, "on-rum")["dcterms:license"] == {"@id": url}


def test_dublin_core_and_cards_say_the_same_as_the_page(site: Site) -> None:
    site.article("tea", article_file(more="tags: [tea]\n"))
    site.build()
    named, cards = dict(metas(page(site))), dict(metas(page(site), "property"))
    assert named["author"] == named["dcterms.creator"] == named["dcterms.rightsHolder"] == "Ada Example"
    assert (named["dcterms.rights"], named["dcterms.dateCopyrighted"]) == (COPYRIGHT, "2026")
    assert named["dcterms.bibliographicCitation"] == f"Ada Example. On tea. 2026-03-14. Test press, {TEA}"
    assert (cards["og:type"], cards["og:url"], cards["og:title"]) == ("article", TEA, "On tea")
    assert (cards["og:image:width"], cards["og:image:height"], cards["article:tag"]) == ("1200", "630", "tea")
    assert named["twitter:card"] == "summary_large_image"
    assert links(page(site), "schema.dcterms") == ["http://purl.org/dc/terms/"]


def test_a_page_that_is_no_article_has_a_card_and_the_sites_own_reservation(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    text = site.output("terms/index.html")
    cards = dict(metas(text, "property"))
    assert (cards["og:type"], cards["og:url"], cards["og:title"]) == ("website", f"{SITE}/terms/", "Terms")
    assert dict(metas(text))["tdm-reservation"] == "1"
    assert "tdm-policy" not in dict(metas(text))
    assert links(text, "canonical") == [f"{SITE}/terms/"]
    assert "ld+json" not in text


def test_the_home_page_is_the_site(site: Site) -> None:
    (home, publisher) = site_graph(site.configuration)["@graph"]
    assert (home["@type"], home["name"], home["url"]) == ("WebSite", "Test press", f"{SITE}/")
    assert home["publisher"] == {"@id": publisher["@id"]}
    assert "potentialAction" not in home


# ---- terms pages


def test_articles_with_the_same_words_share_a_terms_page_at_an_address_that_stays(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article(
        "rum", article_file("On rum", GRANTED.replace(" ", "  ").replace("web  sites", "web\n    sites"))
    )
    site.article("gin", article_file("On gin", f"{GRANTED} It may not be sold."))
    site.build()
    shared_path, other = terms_of_page(site), terms_of_page(site, "on-gin")
    assert shared_path == terms_of_page(site, "on-rum") != other
    text = site.output(f"{shared_path}index.html")
    assert "On tea" in text
    assert "On rum" in text
    assert "On gin" not in text
    (site.root / "content/articles/rum.md").unlink()
    site.build()
    assert terms_of_page(site) == shared_path
    assert f"../{shared_path}" in site.output("terms/index.html")


def test_terms_that_a_file_makes_stricter_have_a_page_of_their_own() -> None:
    plain = Article("On tea", "on-tea", "Tea.", rights=ArticleRights(permission=GRANTED))
    held = replace(
        terms_of(plain), answers={"web": Answer.DENIED, "newsletter": Answer.GRANTED, "print": Answer.SILENT}
    )
    stricter = replace(plain, rights=replace(plain.rights, terms=held))
    same = replace(plain, rights=replace(plain.rights, terms=terms_of(plain)))
    assert terms_path(plain) == terms_path(same) != terms_path(stricter)


def test_a_terms_page_quotes_the_author_for_every_line(site: Site) -> None:
    site.article("tea", article_file(permission=REQUEST))
    site.build()
    text = re.sub(r"\s+", " ", site.output(f"{terms_of_page(site)}index.html"))
    quotes = re.findall(r"<q class=\"said\">([^<]+)</q>", text)
    assert quotes
    assert all(quote in REQUEST for quote in quotes)
    assert f"<p>{REQUEST}</p>" in text
    assert "The author likes to be told." in text
    assert 'href="../../articles/on-tea/"' in text


def test_an_article_published_by_review_alone_grants_nothing_to_others(site: Site) -> None:
    signed = "  reviewed: {by: Ada Example, on: 2026-01-02, why: she told us so, uses: [web]}\n"
    site.article("tea", article_file(permission="").replace("---\n\n", f"{signed}---\n\n", 1))
    site.build()
    text = site.output(f"{terms_of_page(site)}index.html")
    assert "Nothing here is granted to others" in text
    assert "silence grants nothing" in text
    assert f"{terms_of_page(site)}odrl.jsonld" not in site.files()
    assert article(site)["usageInfo"] == article(site)["license"]


def test_what_a_review_lets_this_press_do_is_offered_to_nobody_else(site: Site) -> None:
    signed = "  reviewed: {by: Ada Example, on: 2026-01-02, why: our choir is one, uses: [web]}\n"
    text = article_file(permission="Members of the choir may reprint this article on their web sites.")
    site.article("tea", text.replace("---\n\n", f"{signed}---\n\n", 1))
    site.build()
    assert not any(name.endswith("odrl.jsonld") for name in site.files())
    assert '<div class="yes">' not in site.output(f"{terms_of_page(site)}index.html")


def test_words_with_markup_are_harmless_wherever_they_are_quoted(site: Site) -> None:
    escaped = "&lt;/script>&lt;script>alert(1)&lt;/script>"
    notice = f"Copyright 2026 Ada {escaped}"
    text = article_file(permission=f"This article may be republished on web sites. {escaped} Thank you.")
    site.article("tea", text.replace(COPYRIGHT, notice))
    site.build()
    assert article(site)["copyrightNotice"] == notice.replace("&lt;", "<")
    for name, data in site.files().items():
        if name.endswith((".html", ".xml")):
            assert b"<script>alert" not in data, name
    terms = site.output(f"{terms_of_page(site)}index.html")
    assert "web sites. &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; Thank you." in terms
    assert_valid(offer(site))


def test_a_page_cannot_take_the_place_of_the_terms(site: Site) -> None:
    site.article("tea", article_file())
    site.write("content/pages/terms.md", "---\ntitle: Terms\nslug: terms\n---\n\nOurs.\n")
    built = site.build()
    assert [broken.path for broken in built.edition.broken] == ["content/pages/terms.md"]


def test_withheld_articles_are_in_nothing_that_machines_read(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "All rights reserved.", body="Molasses and dunder."))
    site.article("gin", article_file("On gin", more="status: draft\n"))
    site.build()
    for name, data in site.files().items():
        for word in (b"on-rum", b"On rum", b"on-gin", b"On gin", b"All rights reserved"):
            assert word not in data, name


def test_building_again_changes_nothing(site: Site) -> None:
    site.article("tea", article_file())
    site.article("rum", article_file("On rum", NO_AI))
    assert site.build().changed
    assert site.build().changed == 0


# ---- ODRL


def test_a_request_is_never_a_duty_and_silence_is_never_a_prohibition(site: Site) -> None:
    site.article("tea", article_file(permission=REQUEST))
    site.build()
    graph = assert_valid(offer(site))
    (rule,) = graph.objects(None, ODRL.permission)
    assert channels(graph, rule) == {"web", "newsletter"}
    duties = actions(graph, rule, ODRL.duty)
    assert "inform" not in duties
    assert duties == {"attribute", "http://creativecommons.org/ns#Notice", "include", "byline:keepLinkLive"}
    (request,) = graph.objects(rule, OURS.request)
    assert (request, OURS.asks, ODRL.inform) in graph
    assert (request, OURS.of, URIRef("mailto:ada@ada.example.net")) in graph
    assert not list(graph.objects(None, ODRL.prohibition))


def test_every_rule_quotes_the_words_that_prove_it(site: Site) -> None:
    said = f"{ASK} You may not edit it. You must tell the author before use. Not to be sold."
    site.article("tea", article_file(permission=said))
    site.build()
    graph = assert_valid(offer(site))
    comments = [str(words) for words in graph.objects(None, RDFS.comment)]
    assert comments
    assert all(words in said for words in comments)


def test_a_denial_is_a_prohibition_and_asking_first_is_a_duty(site: Site) -> None:
    site.article("tea", article_file(permission=ASK))
    site.build()
    graph = assert_valid(offer(site))
    granted = {frozenset(channels(graph, rule)): rule for rule in graph.objects(None, ODRL.permission)}
    assert set(granted) == {frozenset({"web"}), frozenset({"newsletter"})}
    assert actions(graph, granted[frozenset({"newsletter"})], ODRL.duty) == {"obtainConsent"}
    assert actions(graph, granted[frozenset({"web"})], ODRL.duty) == set()
    denied = [channels(graph, rule) for rule in graph.objects(None, ODRL.prohibition)]
    assert denied == [{"print"}]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("You must tell the author before use.", "inform"),
        ("Please keep the byline. You must notify the author.", "inform"),
    ],
)
def test_a_notice_that_is_required_is_a_duty(site: Site, words: str, name: str) -> None:
    site.article("tea", article_file(permission=f"You may reprint this article on web sites. {words}"))
    site.build()
    graph = assert_valid(offer(site))
    (rule,) = graph.objects(None, ODRL.permission)
    assert name in actions(graph, rule, ODRL.duty)


def test_limits_bind_the_offer(site: Site) -> None:
    said = (
        "You may reprint this article on web sites until 2099-12-31. It may not be sold, and not be used to "
        "train AI. You may not edit it. No commercial use."
    )
    site.article("tea", article_file(permission=said))
    site.build()
    graph = assert_valid(offer(site))
    (rule,) = graph.objects(None, ODRL.permission)
    days = [b for b in graph.objects(rule, ODRL.constraint) if (b, ODRL.leftOperand, ODRL.dateTime) in graph]
    assert [str(day) for b in days for day in graph.objects(b, ODRL.rightOperand)] == ["2099-12-31"]
    denied = {str(a) for r in graph.objects(None, ODRL.prohibition) for a in graph.objects(r, ODRL.action)}
    assert denied == {
        str(ODRL.sell),
        str(ODRL.modify),
        str(OURS.trainMachines),
        "http://creativecommons.org/ns#CommercialUse",
    }


def test_a_use_is_offered_of_those_articles_alone_that_lend_it(site: Site) -> None:
    words = "This article may be republished on web sites, except the photos. Newsletters must ask first."
    site.article("tea", article_file("On tea", words))
    signed = "  reviewed: {by: Ada Example, on: 2026-01-02, why: the picture is ours, uses: [web]}\n"
    text = article_file(
        "On rum", words, body="Rum is *older* than the still.\n\n![a still](https://x.example.org/a.png)"
    )
    site.article("rum", text.replace("---\n\n", f"{signed}---\n\n", 1))
    site.build()
    assert terms_of_page(site) == terms_of_page(site, "on-rum")
    graph = assert_valid(offer(site))
    offered = {
        frozenset(channels(graph, rule)): {str(target) for target in graph.objects(rule, ODRL.target)}
        for rule in graph.objects(None, ODRL.permission)
    }
    rum = f"{SITE}/articles/on-rum/"
    assert offered == {frozenset({"web"}): {TEA}, frozenset({"newsletter"}): {TEA, rum}}


def test_every_limit_that_may_travel_with_a_permit_has_a_place_in_the_offer() -> None:
    told = {
        *LIMIT_CHANNELS,
        *LIMIT_DAYS,
        *LIMIT_DUTIES,
        *LIMIT_ELSEWHERE,
        *LIMIT_PROHIBITIONS,
        *LIMIT_REMARKS,
        *LIMIT_SPANS,
    }
    assert set(KINDS) - told == {*INSIDE, "tracker"}  # these withhold; elsewhere they are constraints


def test_the_profile_that_docs_list_is_the_one_that_is_used() -> None:
    docs = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")
    source = Path(__file__).parents[1] / "plugins" / "byline_pelican" / "machine"
    used = {
        name
        for module in ("profile.py", "odrl.py")
        for name in re.findall(r'"byline:(\w+)"', (source / module).read_text("utf-8"))
    }
    assert used
    assert not [name for name in used if f"`{name}`" not in docs]


def test_no_offers_where_the_settings_want_none(site: Site) -> None:
    machine(site, odrl=False)
    site.article("tea", article_file())
    site.build()
    assert not any(name.endswith(".jsonld") for name in site.files())
    assert "odrl" not in site.output(f"{terms_of_page(site)}index.html")


# ---- RSL, robots, TDMRep


def licences(site: Site) -> dict[str, tuple[str, str]]:
    """By path, what is permitted and what is prohibited."""
    root = etree.fromstring(site.output("rsl.xml").encode())
    assert root.tag == f"{RSL}rsl"
    return {
        content.get("url", ""): (
            content.findtext(f"{RSL}license/{RSL}permits[@type='usage']") or "",
            content.findtext(f"{RSL}license/{RSL}prohibits[@type='usage']") or "",
        )
        for content in root
    }


def rules(site: Site) -> dict[str, int]:
    read = json.loads(site.output(".well-known/tdmrep.json"))
    assert read[-1]["location"] == "/" or all(rule["location"] != "/" for rule in read)
    return {rule["location"]: rule["tdm-reservation"] for rule in read}


def test_by_default_search_may_index_and_nobody_may_train(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    assert licences(site) == {"/": ("search", "ai-train"), "/articles/on-tea/": ("search", "ai-train")}
    assert rules(site) == {"/articles/on-tea/": 1, "/": 1}
    assert site.output("robots.txt").splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {SITE}/sitemap.xml",
    ]
    named = dict(metas(page(site)))
    assert (named["tdm-reservation"], named["tdm-policy"]) == ("1", f"{SITE}/{terms_of_page(site)}")
    robots = RobotFileParser()
    robots.parse(site.output("robots.txt").splitlines())
    assert robots.can_fetch("AnyBot", TEA)
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]


def test_robots_tell_the_licence_and_the_signals_where_the_site_wants_it(site: Site) -> None:
    machine(site)
    site.article("tea", article_file())
    site.build()
    assert site.output("robots.txt").splitlines() == [
        f"License: {SITE}/rsl.xml",
        "",
        "User-agent: *",
        "Content-Signal: search=yes, ai-train=no",
        "Allow: /",
        "",
        f"Sitemap: {SITE}/sitemap.xml",
    ]


def test_the_home_page_leads_to_the_licence_for_machines(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    link = '<link rel="license" type="application/rsl+xml" href="https://press.example.org/rsl.xml">'
    assert link in site.output("index.html")
    assert "rsl.xml" not in page(site)


REVIEWED = "  reviewed: {by: Edda Editor, on: 2026-01-02, why: by letter, uses: [web]}\n---\n\n"


@pytest.mark.parametrize("permission", ["Ask me before any reprint.", ""])
def test_the_publishers_yes_does_not_reach_what_lends_nothing(site: Site, permission: str) -> None:
    machine(site, tdm="open", ai_input="yes", ai_train="yes")
    site.article("tea", article_file(permission=permission).replace("---\n\n", REVIEWED, 1))
    site.build()
    assert licences(site)["/articles/on-tea/"] == ("search", "ai-all")
    assert rules(site)["/articles/on-tea/"] == 1


CC_BY = "https://creativecommons.org/licenses/by/4.0/"
UNDER_CC = f"  licence:\n    url: {CC_BY}\n    spdx: CC-BY-4.0\n"


@pytest.mark.parametrize(
    ("permission", "named"),
    [
        ("", True),
        (f"This work is licensed under a Creative Commons Attribution 4.0 licence, {CC_BY}.", True),
        ("All rights reserved. You may not reprint this article.", False),
        ("You may reprint this article on web sites only. Newsletters must ask first.", False),
    ],
)
def test_a_public_licence_is_named_only_where_the_terms_are_that_licence(
    site: Site, permission: str, *, named: bool
) -> None:
    text = article_file(permission=permission).replace("---\n\n", UNDER_CC + REVIEWED, 1)
    site.article("tea", text)
    site.build()
    head = page(site).partition("</head>")[0]
    assert (f'<link rel="license" href="{CC_BY}">' in head) == named
    offer = site.files().get(f"{terms_of_page(site)}odrl.jsonld", b"")
    assert (CC_BY.encode() in offer) == named


@pytest.mark.parametrize(
    ("lines", "year", "holder"),
    [
        ("Copyright 2026 Ada Example\n    Photos © 1998 Bob Lens", 2026, "Ada Example"),
        ("Copyright Ada Example, founded 1950, 12 Main St 1999", None, "Ada Example"),
        ("© Ada Example, 2004", 2004, "Ada Example"),
        ("2005 © Ada Example", 2005, "Ada Example"),
    ],
)
def test_year_and_holder_are_those_of_the_article(
    site: Site, lines: str, year: int | None, holder: str
) -> None:
    site.article("tea", article_file().replace(COPYRIGHT, lines))
    site.build()
    (entry,) = site.edition.published
    claims = claims_of(entry.article)
    assert claims.year == year
    assert all(name.startswith(holder) for name in claims.holders)


def test_words_that_are_read_otherwise_for_their_lines_have_a_page_of_their_own(site: Site) -> None:
    said = "You may reprint this article on web sites.{}Keep the byline | Free of charge | Contact"
    site.article("tea", article_file("On tea", said.format(" ")))
    site.article("rum", article_file("On rum", said.format("\n\n    ")))
    site.build()
    assert terms_of_page(site) != terms_of_page(site, "on-rum")


def test_rsl_names_the_holder_and_the_terms(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    root = etree.fromstring(site.output("rsl.xml").encode())
    tea = root.find(f"{RSL}content[@url='/articles/on-tea/']")
    assert tea is not None
    assert [child.tag.removeprefix(RSL) for child in tea] == ["license", "copyright", "terms"]
    assert tea.findtext(f"{RSL}copyright") == "Ada Example"
    assert tea.findtext(f"{RSL}terms") == f"{SITE}/{terms_of_page(site)}"


def test_an_authors_no_stands_whatever_the_settings_say(site: Site) -> None:
    machine(site, tdm="open", ai_input="yes", ai_train="yes")
    site.article("tea", article_file("On tea", NO_AI))
    site.article("rum", article_file("On rum"))
    site.build()
    assert licences(site)["/articles/on-tea/"] == ("search", "ai-all")
    assert licences(site)["/articles/on-rum/"] == ("search ai-input ai-train", "")
    assert rules(site) == {"/articles/on-tea/": 1, "/articles/on-rum/": 0, "/": 0}
    assert "Content-Signal: search=yes\n" in site.output("robots.txt")
    assert dict(metas(page(site)))["tdm-reservation"] == "1"
    assert "tdm-policy" not in dict(metas(page(site, "on-rum")))


def test_the_publishers_yes_does_not_reach_what_came_from_elsewhere(site: Site) -> None:
    machine(site, tdm="open", ai_train="yes", search="")
    site.article("tea", article_file(more=SOURCE))
    site.build()
    assert licences(site) == {"/articles/on-tea/": ("", "ai-all"), "/": ("ai-train", "")}
    assert rules(site) == {"/articles/on-tea/": 1, "/": 0}
    assert "Content-Signal" not in site.output("robots.txt")


def test_credit_is_the_price_where_the_terms_ask_for_it(site: Site) -> None:
    machine(site, ai_input="yes")
    site.article("tea", article_file("On tea", REQUEST))
    site.article("rum", article_file("On rum"))
    site.build()
    root = etree.fromstring(site.output("rsl.xml").encode())
    paid = [
        c.get("url") for c in root if c.find(f"{RSL}license/{RSL}payment[@type='attribution']") is not None
    ]
    assert paid == ["/articles/on-tea/"]


def test_where_the_settings_say_nothing_nothing_is_said(site: Site) -> None:
    machine(site, tdm="", search="", ai_train="", ai_input="")
    site.article("tea", article_file())
    site.build()
    assert not {"rsl.xml", ".well-known/tdmrep.json"} & site.files().keys()
    assert site.output("robots.txt").split() == [
        "User-agent:",
        "*",
        "Allow:",
        "/",
        "Sitemap:",
        f"{SITE}/sitemap.xml",
    ]
    assert "tdm-" not in page(site)


def test_an_authors_no_is_told_even_where_the_settings_say_nothing(site: Site) -> None:
    machine(site, tdm="", search="", ai_train="", ai_input="")
    site.article("tea", article_file(permission=NO_AI))
    site.article("rum", article_file("On rum"))
    site.build()
    assert licences(site) == {"/articles/on-tea/": ("", "ai-all")}
    assert rules(site) == {"/articles/on-tea/": 1}


def test_without_rsl_robots_name_no_licence(site: Site) -> None:
    machine(site, rsl=False)
    site.article("tea", article_file())
    site.build()
    assert "rsl.xml" not in site.files()
    assert "License" not in site.output("robots.txt")


def test_rules_about_paths_hold_below_a_folder_and_for_odd_slugs(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG.replace("press.example.org", "example.org/press"))
    site.article("tea", article_file(more="slug: on-tea\n"))
    site.build()
    assert rules(site) == {"/press/articles/on-tea/": 1, "/press/": 1}
    assert set(licences(site)) == {"/press/articles/on-tea/", "/press/"}


def test_one_line_for_all_says_only_what_holds_for_all() -> None:
    yes, no = Signals("yes", "yes", "yes", "yes"), Signals("yes", "no", "", "no")
    assert shared([yes, no]) == Signals("yes", "", "", "")
    assert below(no, yes) == Signals("yes", "no", "no", "no")
    assert below(Signals(), Signals()) == Signals()
