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
