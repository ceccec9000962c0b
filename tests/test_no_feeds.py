"""Which words keep an article out of feeds, what they leave granted, and who asks."""

from datetime import date

import pytest

from byline.model import Article, ArticleRights, Limit, Permit, Refusal, Review, Terms, Use
from byline.rights.limits import feed_bar
from byline.rights.permit import permit, terms_of
from byline.rights.terms import read_terms

ON = date(2026, 11, 23)
WEB = "This article may be republished on web sites, with the resource box. "


def kinds(statement: str) -> list[str]:
    return [limit.kind for limit in read_terms(statement).limits]


def granted(statement: str) -> set[str]:
    terms = read_terms(statement)
    return {use.value for use in (Use.WEB, Use.NEWSLETTER, Use.PRINT) if terms.answer(use) == "granted"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It may not be included in RSS feeds.",
        "It may not be added to a news feed.",
        "It may not be used in RSS or other feeds.",
        "It may not be distributed through RSS feeds.",
        "It must not appear in any feed.",
        "Not in RSS feeds.",
        "Not in web feeds.",
        "Not in feeds.",
        "No RSS.",
        "No feeds, please.",
        "No syndication by RSS or feed.",
        "RSS syndication is not allowed.",
        "Syndication via RSS is prohibited.",
        "Republication in Atom feeds is forbidden.",
        "RSS feeds are excluded.",
        "Do not put it into a feed.",
        "Please don't use it in your feed.",
        "Never put it in an XML feed.",
        "Keep it out of feeds.",
        "Feeds: no.",
        "Neither in feeds nor by machine may it be republished.",
        "Nicht in RSS-Feeds.",
        "Pas dans des flux RSS.",
    ],
)
def test_a_sentence_that_bars_feeds_leaves_the_grant_beside_it(sentence: str) -> None:
    assert kinds(WEB + sentence) == ["no_feeds"]
    assert granted(WEB + sentence) == {"web"}
    proof = read_terms(WEB + sentence).proof("limit=no_feeds")
    assert proof
    assert proof.text in sentence


@pytest.mark.parametrize(
    "exception",
    [
        ", but not in RSS feeds",
        " but not by RSS feed",
        ", not news feeds",
        ", but not in web feeds",
        ", except in RSS feeds",
        ", excluding RSS feeds",
        " other than in RSS feeds",
        " (no RSS feeds)",
        ", not in feeds, with the resource box",
        ", provided that it does not appear in feeds",
    ],
)
def test_an_exception_of_feeds_is_understood_and_bars_no_more(exception: str) -> None:
    statement = f"This article may be republished on web sites{exception}."
    assert kinds(statement) == ["no_feeds"]
    assert granted(statement) == {"web"}
    assert not read_terms(statement).doubts


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not feed the ducks.",
        "It may not be used to feed models.",
        "Subscribe to the RSS feed.",
        "Do not forget to subscribe to our RSS feed.",
        "If you cannot wait, subscribe to the RSS feed.",
        "You may use our RSS feed.",
        "You need not use the RSS feed.",
        "We do not have an RSS feed.",
        "There is no RSS feed.",
        "Our RSS feed does not carry photographs.",
        "You may share it in your Facebook news feed.",
        "It may be republished in RSS feeds.",
        "It may be republished not only on web sites but also in RSS feeds.",
        "It may not be sold, but may be used in RSS feeds.",
        "It may not be republished without the resource box, and may appear in RSS feeds.",
        "Permission is not needed for RSS feeds.",
        "No restrictions on use in RSS feeds.",
        "Please do not shorten it in RSS feeds.",
        "No part of this article may be republished except in RSS feeds.",
    ],
)
def test_a_feed_that_is_granted_or_only_spoken_of_bars_none(sentence: str) -> None:
    assert not {"no_feeds", "no_automation"} & set(kinds(WEB + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "It may not be copied or republished in RSS feeds.",
        "It may not be republished in RSS feeds or on web sites.",
        "You may not republish it in RSS feeds without our permission.",
        "No part of it may be used in feeds.",
    ],
)
def test_a_denial_of_more_than_feeds_is_still_one(sentence: str) -> None:
    assert "no_feeds" in kinds(WEB + sentence)
    assert not granted(WEB + sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Not in RSS feeds or newsletters.", "Not in feeds or newsletters.", "No feeds or newsletters."],
)
def test_what_is_barred_beside_feeds_waits_for_a_person(sentence: str) -> None:
    assert {"no_feeds", "condition"} <= set(kinds(f"This article may be republished anywhere. {sentence}"))


@pytest.mark.parametrize(
    "feeds", ["feeds or newsletters", "news feeds or newsletters", "feeds or in newsletters"]
)
def test_what_an_exception_names_beside_feeds_is_taken_out_too(feeds: str) -> None:
    statement = f"This article may be republished anywhere, but not in {feeds}."
    assert read_terms(statement).answer(Use.NEWSLETTER) == "denied"


@pytest.mark.parametrize(
    "sentence",
    [
        "We are not responsible for errors in the RSS feed.",
        "We do not guarantee the accuracy of text in the feed.",
        "The editor is not answerable for what is published in news feeds.",
        "No warranty is given for text published in the feed.",
        "The author is not paid for use of the feed.",
        "The editor is not paid for the work on the RSS feed.",
        "Nobody earns money with the feed.",
        "Nothing is better than bread to feed readers.",
        "Nothing tastes as sweet as honey to feed readers.",
        "You may not republish the photographs, which are not included in the feed.",
        "You must not use the drawings, which do not come with the feed.",
        "The cartoons, not included in the feed, are by others.",
        "Photographs may not be republished in RSS feeds.",
        "Comments are never published in feeds.",
        "Advertising in RSS feeds is not allowed.",
        "Our byline must not be left out in RSS feeds.",
        "I do not publish my books in a feed.",
        "Do not copy articles from our RSS feed without a link back.",
        "You must not take texts from an RSS feed without naming the author.",
        "Do not take stories from the RSS feed unless you link back.",
        "Republication in feeds needs no consent.",
        "It needs no permission to put it in feeds.",
        "You do not need our permission to put it in feeds.",
        "No permission is required for use in feeds.",
        "To read it in a feed reader you need no permission.",
        "If you use it in a feed, write to us.",
        "Contact us if you find mistakes in the feed.",
        "Der Autor haftet nicht für Fehler im RSS-Feed.",
    ],
)
def test_a_not_about_something_else_bars_no_feed(sentence: str) -> None:
    assert not {"no_feeds", "no_automation"} & set(kinds(WEB + sentence))
    assert granted(WEB + sentence) == {"web"}


@pytest.mark.parametrize(
    "statement",
    [
        "You may republish this article in full, not as an excerpt in a feed.",
        "You may republish this article in full, not as a teaser in RSS feeds.",
        "You may republish this article in full, not as a bare taste in a feed.",
        "Dieser Artikel darf auf Websites veröffentlicht werden, nicht nur in RSS-Feeds.",
        "Dieser Artikel darf auf Webseiten verbreitet werden, nicht nur in Feeds.",
    ],
)
def test_a_grant_of_more_than_feeds_bars_none(statement: str) -> None:
    assert "no_feeds" not in kinds(statement)
    assert "web" in granted(statement)


def test_what_is_granted_not_only_in_feeds_bars_none() -> None:
    statement = "Dieser Artikel darf nicht nur in RSS-Feeds veröffentlicht werden."
    assert "no_feeds" not in kinds(statement)
    assert read_terms(statement).answer(Use.WEB) == "ask"  # where else, it does not say


@pytest.mark.parametrize(
    "sentence",
    [
        "It must not become part of a feed.",
        "It may not be turned into an RSS feed.",
        "It may not be converted into RSS.",
        "It may not be offered, in whole or in part, through an RSS feed.",
        "The article is not to be found in any feed.",
        "We ask that it not be in RSS feeds.",
        "I do not want it in feeds.",
        "I forbid RSS feeds.",
        "Do not use it in podcasts or RSS feeds.",
        "The text and its photographs must not be put in feeds.",
        "It may be republished without the photographs, but not in RSS feeds.",
        "The photographs are not included in the feed, and you may not put the article into feeds.",
        "This permission is not for feeds.",
        "Not, however, in feeds.",
        "It may not be used on certain sites or in feeds.",
    ],
)
def test_other_words_that_bar_feeds(sentence: str) -> None:
    assert "no_feeds" in kinds(WEB + sentence)


@pytest.mark.parametrize(
    "exception", ["not by feed", "not via feed", "not through feeds", "and not by RSS", "not by any feed"]
)
def test_only_web_sites_and_not_by_feed(exception: str) -> None:
    statement = f"This article may be republished on web sites only, {exception}."
    assert kinds(statement) == ["no_feeds"]
    assert granted(statement) == {"web"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Syndication by RSS requires written permission.",
        "Republication in feeds needs our consent.",
        "RSS syndication requires the author's approval.",
        "RSS feeds need permission.",
        "Inclusion in RSS feeds is subject to our approval.",
        "Use in news feeds only with written permission.",
        "For RSS feeds, ask first.",
    ],
)
def test_feeds_that_need_permission_are_barred_and_nothing_else(sentence: str) -> None:
    assert kinds(WEB + sentence) == ["no_feeds"]
    assert granted(WEB + sentence) == {"web"}
    assert not granted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Please ask before you add it to a feed.",
        "You may not put it into a feed without our consent.",
        "To publish it in a feed you need our permission.",
        "You need written permission to put it in RSS feeds.",
        "Feeds: ask first.",
        "Distribution through RSS feeds must be approved by the editor.",
        "Syndication on the web and in RSS feeds requires permission.",
        "Syndication in web and RSS feeds requires permission.",
    ],
)
def test_permission_that_may_be_for_more_than_feeds_asks_for_all(sentence: str) -> None:
    assert "no_feeds" in kinds(WEB + sentence)
    assert "web" not in granted(WEB + sentence)


def test_permission_for_feeds_and_newsletters_asks_for_both() -> None:
    statement = (
        "This article may be republished anywhere. Republication in feeds or newsletters needs our consent."
    )
    assert "no_feeds" in kinds(statement)
    assert read_terms(statement).answer(Use.NEWSLETTER) == "ask"


@pytest.mark.parametrize(
    "sentence",
    ["Do not import stories from our RSS without our permission.", "Do not pull articles from our RSS feed."],
)
def test_taking_articles_from_our_feed_is_still_automation(sentence: str) -> None:
    assert kinds(WEB + sentence) == ["no_automation"]


def test_a_bar_without_a_grant_grants_nothing() -> None:
    assert not granted("This article may not be republished in RSS feeds.")
    assert not granted("No RSS feeds.")


def article(permission: str, review: Review | None = None, terms: Terms | None = None) -> Article:
    return Article(
        slug="a-sample",
        title="A Sample",
        body="Text.",
        rights=ArticleRights(
            permission=permission, reviewed=review, terms=terms, resource_box="Ada Example."
        ),
    )


def test_no_feeds_refuses_no_use_but_bars_feeds_with_the_words() -> None:
    piece = article("This article may be republished on web sites, but not in RSS feeds.")
    assert isinstance(permit(piece, Use.WEB, ON), Permit)
    bar = feed_bar(terms_of(piece))
    assert bar
    assert (bar.reason, bar.words) == ("the terms keep it out of feeds", "not in RSS feeds")


def test_a_review_of_web_use_lifts_no_bar_on_feeds() -> None:
    signed = Review("Edda Editor", "2026-11-20", "by letter", (Use.WEB,))
    piece = article("It may not be republished, and not in RSS feeds.", signed)
    answer = permit(piece, Use.WEB, ON)
    assert isinstance(answer, Permit)
    assert answer.reviewed
    assert feed_bar(answer.terms)


def test_a_bar_that_only_the_file_names_counts_too() -> None:
    stored = Terms(limits=(Limit("no_feeds", ""),))
    piece = article("This article may be republished on web sites.", terms=stored)
    bar = feed_bar(terms_of(piece))
    assert bar
    assert not bar.words
    assert isinstance(permit(piece, Use.WEB, ON), Refusal)  # the stored answers are silent


def test_a_feed_for_those_who_reprint_is_barred_by_no_automation_too() -> None:
    terms = read_terms(f"{WEB}It may not be republished by automated means.")
    assert feed_bar(terms) is None
    bar = feed_bar(terms, republishing=True)
    assert bar
    assert bar.words == "not be republished by automated"
    assert feed_bar(read_terms(WEB), republishing=True) is None
