"""Each rule of the feed linter fires alone on a feed that breaks it, and good feeds draw nothing."""

import json
from datetime import UTC, datetime

import pytest

from tests.feedlint import Finding, Level, lint, lint_json

NOW = datetime(2024, 6, 1, tzinfo=UTC)
RSS_URL = "https://example.org/feed.xml"
ATOM_URL = "https://example.org/atom.xml"
OPML_URL = "https://example.org/feeds.opml"
JSON_URL = "https://example.org/feed.json"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/css" href="feed.css"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:fh="http://purl.org/syndication/history/1.0"
 xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule">
<channel>
<title>Tea &#x26; more</title>
<link>https://example.org/</link>
<description>Articles</description>
<language>en</language>
<copyright>Ada Example</copyright>
<lastBuildDate>Wed, 01 May 2024 00:00:00 +0000</lastBuildDate>
<generator>Byline</generator>
<docs>http://www.rssboard.org/rss-specification</docs>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>
<atom:link rel="hub" href="https://hub.example.org/"/>
<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>
<fh:complete/>
<item>
<title>On tea at AT&amp;T</title>
<link>https://example.org/tea</link>
<guid isPermaLink="false">urn:uuid:12345678-1234-4123-8123-123456789abc</guid>
<pubDate>Wed, 01 May 2024 00:00:00 +0000</pubDate>
<description>Tea &amp;amp; milk</description>
<content:encoded><![CDATA[<p class="x">Tea <a href="https://example.org/">here</a></p>]]></content:encoded>
<category>Tea</category>
<dc:creator>Ada Example</dc:creator>
<dc:creator>Ben Example</dc:creator>
<dc:rights>All rights reserved</dc:rights>
<dcterms:rightsHolder>Ada Example</dcterms:rightsHolder>
<dcterms:modified>2024-05-01</dcterms:modified>
<atom:link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>
<source url="https://example.com/feed">Example</source>
<media:content url="https://example.org/t.png" type="image/png" medium="image" width="10" height="10">
<media:credit role="photographer">Ada Example</media:credit>
<media:copyright url="https://example.org/terms">Ada Example</media:copyright>
<dcterms:license>https://creativecommons.org/licenses/by/4.0/</dcterms:license>
</media:content>
</item>
</channel>
</rss>
"""
ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xmlns:fh="http://purl.org/syndication/history/1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<id>https://example.org/</id>
<title>Tea</title>
<subtitle>More tea</subtitle>
<updated>2024-05-01T00:00:00Z</updated>
<author><name>Ada Example</name></author>
<link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
<link rel="alternate" type="text/html" href="https://example.org/"/>
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>
<link rel="license" href="https://example.org/terms"/>
<generator uri="https://example.org/byline">Byline</generator>
<rights>Ada Example</rights>
<entry>
<id>urn:uuid:12345678-1234-4123-8123-123456789abc</id>
<title>On tea</title>
<updated>2024-05-01T00:00:00Z</updated>
<published>2024-04-01T00:00:00Z</published>
<link rel="alternate" type="text/html" href="https://example.org/tea"/>
<link rel="via" href="https://example.com/tea"/>
<category term="Tea"/>
<summary>Short</summary>
<content type="html">&lt;p&gt;Tea&lt;/p&gt;</content>
<source>
<id>https://example.com/</id><title>Example</title><updated>2024-05-01T00:00:00Z</updated>
</source>
<dc:creator>Ada Example</dc:creator>
</entry>
<entry>
<id>https://example.org/gin</id>
<title>On gin</title>
<updated>2024-05-01T00:00:00.0Z</updated>
<content type="html">&lt;p&gt;Gin&lt;/p&gt;</content>
</entry>
</feed>
"""
OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>Feeds</title>
<dateCreated>Wed, 01 May 2024 00:00:00 +0000</dateCreated>
<ownerName>Ada Example</ownerName>
<ownerEmail>ada@example.org</ownerEmail>
</head>
<body>
<outline text="Tea">
<outline text="On tea" title="On tea" type="rss" version="RSS2" xmlUrl="https://example.org/feed.xml"
 htmlUrl="https://example.org/"/>
</outline>
</body>
</opml>
"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Tea",
    "home_page_url": "https://example.org/",
    "feed_url": JSON_URL,
    "language": "en",
    "authors": [{"name": "Ada Example"}],
    "hubs": [{"type": "WebSub", "url": "https://hub.example.org/"}],
    "items": [
        {
            "id": "1",
            "url": "https://example.org/tea",
            "content_html": "<p>Tea</p>",
            "date_published": "2024-05-01T00:00:00Z",
            "tags": ["tea"],
            "attachments": [
                {"url": "https://example.org/t.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}
            ],
            "_byline": {"rights": "Ada Example"},
        },
        {"id": "2", "content_text": "Gin"},
    ],
}
EMPTY = ATOM[: ATOM.index("<author>")] + ATOM[ATOM.index("<link") : ATOM.index("<entry>")] + "</feed>"


def rules(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("feed", "url"),
    [(RSS, RSS_URL), (ATOM, ATOM_URL), (OPML, OPML_URL), (EMPTY, ATOM_URL)],
    ids=["rss", "atom", "opml", "empty"],
)
def test_a_good_feed_draws_nothing(feed: str, url: str) -> None:
    assert lint(feed.encode(), url, now=NOW) == []


def broken(feed: str, old: str, new: str) -> bytes:
    assert old in feed
    return feed.replace(old, new, 1).encode()


UUID = "urn:uuid:12345678-1234-4123-8123-123456789abc"
ITEM = RSS[RSS.index("<item>") : RSS.index("</channel>")]
ENTRY = ATOM[ATOM.index("<entry>") : ATOM.index("</entry>") + 8]
SY = "http://purl.org/rss/1.0/modules/syndication/"
LICENCE = '<atom:link rel="license"'
IN_RSS = [
    ("SAXError", "</rss>", ""),
    ("SAXError", "Ada Example<", "Ada&nbsp;Example<"),
    ("MissingEncoding", ' encoding="UTF-8"', ""),
    (
        "NonSpecificMediaType",
        '<?xml-stylesheet type="text/css"',
        "<!--" + "x" * 500 + '--><?xml-stylesheet type="a"',
    ),
    ("InvalidRSSVersion", 'rss version="2.0"', 'rss version="1.9"'),
    ("MissingAttribute", 'rss version="2.0"', "rss"),
    ("UnknownNamespace", "<rss", '<rss xmlns:rsl="https://rslstandard.org/rsl"'),
    ("ReservedPrefix", "<rss", '<rss xmlns:cc="http://creativecommons.org/ns#"'),
    ("MediaRssNamespace", "yahoo.com/mrss/", "yahoo.com/mrss"),
    ("AvoidNamespacePrefix", "<rss", '<rss xmlns:a="http://www.w3.org/2005/Atom"'),
    ("NonstdPrefix", "<rss", '<rss xmlns:d="http://purl.org/dc/elements/1.1/"'),
    ("BadCharacters", "Articles", "Art\x85"),
    ("BadCharacters", "Articles", "CafÃ©"),
    ("MissingTitle", "<title>Tea &#x26; more</title>", ""),
    ("MissingLink", "<link>https://example.org/</link>", ""),
    ("MissingDescription", "<description>Articles</description>", ""),
    ("MissingDCLanguage", "<language>en</language>", ""),
    ("NotBlank", "On tea at AT&amp;T", ""),
    ("ContainsHTML", "On tea at", "On &lt;b>tea&lt;/b>"),
    ("ContainsHTML", "On tea at", "On &amp;lt; tea"),
    ("ContainsHTML", "All rights", "All &amp;copy; rights"),
    ("CharacterData", "On tea at", "On a&lt;b"),
    ("InvalidLanguage", "<language>en<", "<language>English<"),
    ("InvalidFullLink", "<link>https://example.org/tea", "<link>/tea"),
    ("InvalidUriChar", "<link>https://example.org/tea", "<link>https://example.org/a|b"),
    ("InvalidLink", "<link>https://example.org/tea", "<link>https://example.org/té"),
    ("SchemeNotIANARegistered", "<link>https://example.org/tea", "<link>doi:10.1/2"),
    ("DuplicateElement", "<language>en</language>", "<language>en</language><language>en</language>"),
    ("DuplicateElement", "<dc:rights>", "<dc:rights>Mine</dc:rights><dc:rights>"),
    ("UndefinedElement", "<category>", "<body>x</body><category>"),
    ("UndefinedElement", "<category>", "<dcterms:rights>x</dcterms:rights><category>"),
    ("UndefinedElement", "<media:credit", "<media:license>x</media:license><media:credit"),
    ("QuestionableUsage", "<media:credit", f"{LICENCE} href='https://example.org/'/><media:credit"),
    ("UnexpectedAttribute", "<category>", '<category term="x">'),
    ("UnexpectedText", "<fh:complete/>", "<fh:complete>yes</fh:complete>"),
    ("UnexpectedText", "<item>", "<item>tea"),
    ("NotInANamespace", "<dcterms:rightsHolder>", "<dcterms:rightsHolder><b>x</b>"),
    ("InvalidRFC2822Date", "Wed, 01 May 2024", "Wed, 41 May 2024"),
    ("InvalidRFC2822Date", "Wed, 01 May 2024", "yesterday"),
    ("ProblematicalRFC822Date", "Wed, 01 May 2024 00:00:00 +0000", "Wed, 01 May 2024 00:00:00 +0545"),
    ("IncorrectDOW", "Wed, 01 May 2024", "Thu, 01 May 2024"),
    ("ImplausibleDate", "Wed, 01 May 2024", "Tue, 01 May 1923"),
    ("ImplausibleDate", "Wed, 01 May 2024", "Thu, 01 Jan 1970"),
    ("ImplausibleDate", "Wed, 01 May 2024 00:00", "Sat, 01 Jun 2024 00:20"),
    ("ImplausibleDate", "2024-05-01", "1923-05-01"),
    ("ImplausibleDate", "2024-05-01", "2025"),
    ("InvalidW3CDTFDate", "2024-05-01", "2024-05-01T10:00"),
    ("InvalidW3CDTFDate", "2024-05-01", "2023-02-29"),
    ("MisplacedItem", "</item>", "</item><ttl>60</ttl>"),
    ("MisplacedItem", "</item>", f"</item>{LICENCE} href='https://example.org/'/>"),
    ("DuplicateSemantics", "<fh:complete/>", "<dc:rights>x</dc:rights>"),
    (
        "DuplicateSemantics",
        "<fh:complete/>",
        "<dcterms:modified>2024</dcterms:modified><dc:language>en</dc:language>",
    ),
    ("DuplicateItemSemantics", "<category>", "<dc:subject>x</dc:subject><category>"),
    ("DuplicateItemSemantics", "<category>", "<dc:source>x</dc:source><category>"),
    ("MissingRealName DuplicateItemSemantics", "<category>", "<author>ada@example.org</author><category>"),
    ("MissingGuid", f'<guid isPermaLink="false">{UUID}</guid>', ""),
    ("DuplicateValue", "</channel>", f"{ITEM}</channel>"),
    ("InvalidPermalink", ' isPermaLink="false"', ""),
    ("InvalidBooleanAttribute", 'isPermaLink="false"', 'isPermaLink="no"'),
    ("NotSufficientlyUnique", UUID, "12"),
    ("NeedDescriptionBeforeContent", "<description>Tea &amp;amp; milk</description>", ""),
    ("ItemMustContainTitleOrDescription", ITEM, "<item><guid isPermaLink='false'>tea-and-more</guid></item>"),
    ("NotHtml", "Tea &amp;amp; milk", "AT&amp;T"),
    ("NotHtml", "here</a></p>", "here</a></b>"),
    ("NotHtml", "here</a>", "</a><svg></svg>"),
    ("SecurityRisk", "here</a>", '</a><iframe src="https://example.org/"></iframe>'),
    ("SecurityRiskAttr", 'class="x"', 'onclick="x"'),
    ("SecurityRiskAttr", 'class="x"', 'role="note"'),
    ("DangerousStyleAttr", 'class="x"', 'style="position:absolute"'),
    ("ContainsRelRef", '<a href="https://example.org/"', '<a href="#fn1"'),
    ("ContainsRelRef", "here</a>", '</a><img alt="" src="/t.png">'),
    ("MissingSelf", 'rel="self"', 'rel="related"'),
    ("SelfDoesntMatchLocation", 'href="https://example.org/feed.xml"', 'href="https://example.org/rss.xml"'),
    ("RelativeSelf", 'href="https://example.org/feed.xml"', 'href="feed.xml"'),
    ("SelfNotAtom", 'type="application/rss+xml"', 'type="text/xml"'),
    ("MissingHref", ' href="https://hub.example.org/"', ""),
    ("UnregisteredAtomLinkRel", 'rel="license"', 'rel="canonical"'),
    (
        "AtomLinkNotEmpty",
        'href="https://hub.example.org/"/>',
        'href="https://hub.example.org/">x</atom:link>',
    ),
    ("MissingAttribute", '<source url="https://example.com/feed">', "<source>"),
    (
        "InvalidURLAttribute",
        "<category>",
        '<enclosure url="http://localhost/t" length="1" type="a/b"/><category>',
    ),
    (
        "InvalidInteger",
        "<category>",
        '<enclosure url="http://example.org/t" length="-1" type="a/b"/><category>',
    ),
    ("InvalidInteger", 'width="10"', 'width="0"'),
    ("InvalidMIMEType", 'type="image/png"', 'type="png"'),
    ("InvalidMediaMedium", 'medium="image"', 'medium="picture"'),
    ("InvalidCreditRole", 'role="photographer"', 'role="rights holder"'),
    ("InvalidMediaTextType", "<media:credit", '<media:title type="text">x</media:title><media:credit'),
    ("InvalidMediaHash", "<media:credit", '<media:hash algo="sha-256">x</media:hash><media:credit'),
    ("InvalidUpdatePeriod", "<fh:complete/>", f"<sy:updatePeriod xmlns:sy='{SY}'>often</sy:updatePeriod>"),
    ("MediaGroupWithoutAlternatives", "<category>", "<media:group/><category>"),
    ("FeedRelInCompleteFeed", 'rel="hub"', 'rel="next"'),
]
IN_ATOM = [
    ("AvoidNamespacePrefix", "<feed", '<feed xmlns:atom="http://www.w3.org/2005/Atom"'),
    ("UnknownNamespace", "<feed", '<feed xmlns:at="http://purl.org/atompub/tombstones/1.0"'),
    ("UndeterminableVocabulary UnknownNamespace", "</entry>", '<x xmlns=""/></entry>'),
    ("MissingElement", "<title>Tea</title>", ""),
    ("MissingElement", "<author><name>Ada Example</name></author>", ""),
    ("MissingElement", "<name>Ada Example</name>", ""),
    ("MissingSourceElement", "<title>Example</title>", ""),
    ("MisplacedMetadata", "</entry>", "</entry><logo>https://example.org/l.png</logo>"),
    ("UnexpectedWhitespace", UUID, f" {UUID} "),
    ("InvalidUUID", UUID, "urn:uuid:1"),
    ("InvalidURN", UUID, "urn:x:y"),
    ("InvalidTAG", UUID, "tag:example.org:tea"),
    ("NonCanonicalURI", "<id>https://example.org/<", "<id>https://example.org<"),
    ("NonCanonicalURI", "<id>https://example.org/<", "<id>https://Example.org/<"),
    ("NonCanonicalURI", "<id>https://example.org/<", "<id>https://example.org:443/<"),
    ("NonCanonicalURI", "<id>https://example.org/<", "<id>https://example.org/%7Eada<"),
    ("NonCanonicalURI", "<id>https://example.org/<", "<id>https://example.org/a/../b<"),
    ("DuplicateEntries", "https://example.org/gin", UUID),
    ("DuplicateUpdated", "00.0Z", "00Z"),
    ("InvalidRFC3339Date", "2024-05-01T00:00:00.0Z", "2024-05-01"),
    ("ImplausibleDate", "2024-04-01T00:00:00Z", "1969-12-31T00:00:00Z"),
    ("ImplausibleDate", "2024-04-01T00:00:00Z", "2024-06-03T00:00:00Z"),
    ("NotBlank", "<title>On tea</title>", "<title></title>"),
    ("NotBlank", 'term="Tea"', 'term=""'),
    ("InvalidTextType ContainsHTML", 'type="html"', 'type="xhtml"'),
    ("ContainsHTML", "On tea", "On &lt;i>tea&lt;/i>"),
    ("NotHtml", "&lt;p&gt;Tea", "&lt;p&gt;AT&amp;T"),
    ("ContainsRelRef", "&lt;p&gt;Tea", '&lt;p&gt;&lt;img alt="" src="t.png"&gt;'),
    ("DuplicateAtomLink", 'rel="via"', 'rel="alternate" type="text/html"'),
    ("FeedHistoryRelInEntry", 'rel="via"', 'rel="next"'),
    (
        "MissingContentOrAlternate",
        '<content type="html">&lt;p&gt;Gin&lt;/p&gt;</content>',
        "<summary>Gin</summary>",
    ),
    (
        "MissingTextualContent MissingContentOrAlternate",
        '<content type="html">&lt;p&gt;Gin&lt;/p&gt;</content>',
        "",
    ),
    ("SummaryRepeatsContent", "<summary>Short", '<summary type="html">&lt;p&gt;Tea&lt;/p&gt;'),
    ("InvalidContact", "</name>", "</name><email>ada</email>"),
    ("UnexpectedText", '<category term="Tea"/>', '<category term="Tea">x</category>'),
    (
        "CurrentNotSelfInCompleteFeed",
        "<entry>",
        '<fh:complete/><link rel="current" href="https://example.org/x"/><entry>',
    ),
    (
        "ArchiveIncomplete",
        "<entry>",
        '<fh:archive/><link rel="current" href="https://example.org/x"/><entry>',
    ),
    (
        "MissingCurrentInArchive",
        "<entry>",
        '<fh:archive/><link rel="prev-archive" href="https://example.org/x"/><entry>',
    ),
    (
        "ArchiveIsCurrent ArchiveIncomplete",
        "<entry>",
        f'<fh:archive/><link rel="current" href="{ATOM_URL}"/><entry>',
    ),
    (
        "ArchiveLeadsToItself MissingCurrentInArchive",
        "<entry>",
        f'<fh:archive/><link rel="prev-archive" href="{ATOM_URL}"/><entry>',
    ),
    ("ArchiveNotMarked", "<entry>", '<link rel="next-archive" href="https://example.org/x"/><entry>'),
    (
        "LinkPastEnd",
        "<entry>",
        f'<link rel="first" href="{ATOM_URL}"/><link rel="previous" href="https://example.org/x"/><entry>',
    ),
]
IN_OPML = [
    ("InvalidOPMLVersion", 'opml version="2.0"', 'opml version="3"'),
    ("MissingElement", OPML[OPML.index("<head>") : OPML.index("<body>")], ""),
    ("MissingElement", OPML[OPML.index("<outline") : OPML.index("</body>")], ""),
    ("UndefinedElement", "</head>", "<docs>https://example.org/</docs></head>"),
    ("InvalidContact", "ada@example.org", "ada"),
    ("MissingAttribute", '<outline text="Tea">', "<outline>"),
    ("MissingXmlURL", 'xmlUrl="https://example.org/feed.xml"', ""),
    ("MissingTitleAttr", 'title="On tea"', ""),
    ("MissingUrlAttr", '<outline text="Tea">', '<outline text="Tea" type="link">'),
    ("MissingOutlineType", '<outline text="Tea">', '<outline text="Tea" title="Tea">'),
    ("InvalidOutlineVersion", 'version="RSS2"', 'version="ATOM1"'),
    ("NotHtml", 'text="On tea"', 'text="AT&amp;T"'),
    ("UnexpectedAttribute", '<outline text="Tea">', '<outline text="Tea" licence="x">'),
    ("UnexpectedText", '<outline text="Tea">', '<outline text="Tea">x'),
    ("InvalidFullLink", 'htmlUrl="https://example.org/"', 'htmlUrl="/"'),
]
CASES = [
    *((RSS, RSS_URL, *row) for row in IN_RSS),
    *((ATOM, ATOM_URL, *row) for row in IN_ATOM),
    *((OPML, OPML_URL, *row) for row in IN_OPML),
]


@pytest.mark.parametrize(("feed", "url", "rule", "old", "new"), CASES)
def test_a_rule_fires_on_a_feed_that_breaks_it(feed: str, url: str, rule: str, old: str, new: str) -> None:
    assert rules(lint(broken(feed, old, new), url, now=NOW)) == set(rule.split())


ARCHIVE_LINKS = """<atom:link rel="prev-archive" href="https://example.org/1"/>
<atom:link rel="current" href="https://example.org/now"/>"""
HARMLESS = [
    (RSS, RSS_URL, "On tea at", "I &lt;3 R&amp;D and"),
    (RSS, RSS_URL, "On tea at", "1 &#x3C;b"),
    (RSS, RSS_URL, "<category>", "<dcterms:available>1923-05-01</dcterms:available><category>"),
    (RSS, RSS_URL, "<category>", f"{LICENCE} href='https://example.org/terms'/><category>"),
    (
        RSS,
        RSS_URL,
        "<fh:complete/>",
        f"<fh:archive/>{ARCHIVE_LINKS}",
    ),
    (RSS, RSS_URL, 'class="x"', 'id="a" lang="en" data-x="y" style="text-align: left"'),
    (ATOM, ATOM_URL, "<feed", '<feed xml:base="https://example.org/"'),
    (ATOM, ATOM_URL, 'rel="via"', 'rel="https://example.org/rel/reprint"'),
]


@pytest.mark.parametrize(("feed", "url", "old", "new"), HARMLESS)
def test_what_the_validator_lets_pass_draws_nothing(feed: str, url: str, old: str, new: str) -> None:
    assert lint(broken(feed, old, new), url, now=NOW) == []


def test_foreign_attributes_pass_only_beside_the_docs_of_the_rss_board() -> None:
    foreign = broken(RSS, "<category>", '<category xmlns:q="https://example.org/q" q:a="x">').decode()
    assert rules(lint(foreign.encode(), RSS_URL, now=NOW)) == {"UnknownNamespace"}
    undocumented = broken(foreign, "<docs>http:", "<docs>https:")
    assert "UseOfExtensionAttr" in rules(lint(undocumented, RSS_URL, now=NOW))


def test_a_feed_beyond_five_million_bytes_is_refused() -> None:
    assert "ValidatorLimit" in rules(lint(RSS.encode() + b" " * 5_000_000, RSS_URL, now=NOW))


def test_bytes_that_are_not_of_the_declared_encoding_are_an_error() -> None:
    assert rules(lint(RSS.encode().replace(b"Articles", b"Caf\xe9"), RSS_URL)) == {"SAXError"}


def test_what_is_no_feed_says_so() -> None:
    assert rules(lint(b"<html/>", RSS_URL)) == {"UndefinedElement"}


def test_a_finding_tells_how_bad_and_where() -> None:
    (finding,) = lint(broken(RSS, "Wed, 01 May 2024", "Thu, 01 May 2024"), RSS_URL, now=NOW)
    assert (finding.level, finding.rule, finding.where) == (
        Level.ERROR,
        "IncorrectDOW",
        "line 13: channel/lastBuildDate",
    )


def test_a_good_json_feed_draws_nothing() -> None:
    assert lint_json(json.dumps(JSON).encode(), JSON_URL) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("NotJson", '{"version"', '["version"'),
        ("DuplicateKey", '"title"', '"title": "Tea", "title"'),
        ("InvalidVersion", "version/1.1", "version/1"),
        ("MissingKey", '"title": "Tea", ', ""),
        ("MissingKey", '"id": "1", ', ""),
        ("MissingKey", '"content_text"', '"summary"'),
        ("MissingKey", '{"name": "Ada Example"}', "{}"),
        ("MissingKey", '"mime_type": "audio/mpeg", ', ""),
        ("WrongType", '"id": "1"', '"id": 1'),
        ("WrongType", '["tea"]', "[1]"),
        ("WrongType", '"size_in_bytes": 5', '"size_in_bytes": true'),
        ("WrongType", '"authors": [{"name": "Ada Example"}]', '"authors": {"name": "Ada Example"}'),
        ("DuplicateId", '"id": "2"', '"id": "1"'),
        ("InvalidFullLink", '"https://example.org/tea"', '"/tea"'),
        ("InvalidRFC3339Date", "2024-05-01T00:00:00Z", "2024-05-01"),
        ("InvalidLanguage", '"language": "en"', '"language": "English"'),
        ("NotBlank", '"title": "Tea"', '"title": " "'),
        ("NotHtml", "<p>Tea</p>", "<p>Tea</b>"),
        ("ContainsRelRef", "<p>Tea</p>", "<a href=/tea>Tea</a>"),
        ("SelfDoesntMatchLocation", '"feed_url": "https://example.org/feed.json", ', ""),
        ("LinkPastEnd", '"feed_url"', f'"next_url": "{JSON_URL}", "feed_url"'),
        ("UnknownKey", '"_byline"', '"byline"'),
        ("ExtensionNotObject", '"_byline": {"rights": "Ada Example"}', '"_byline": "x"'),
        ("DeprecatedKey", '"language"', '"author": {"name": "Ada Example"}, "language"'),
    ],
)
def test_a_rule_fires_on_a_json_feed_that_breaks_it(rule: str, old: str, new: str) -> None:
    assert rules(lint_json(broken(json.dumps(JSON), old, new), JSON_URL)) == {rule}
