"""The linter of newsletters: each rule by a message that breaks it alone, and bytes that might break it."""

import email.policy
import json
import re
import time
from base64 import encodebytes
from collections.abc import Callable
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.cli.linting import lint_mail
from byline.mail.lint import lint, record
from byline.mail.lint.message import MAX_BYTES, take_apart
from byline.mail.lint.rules import AREAS, RULES
from tests.conftest import Site, article_file

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/schemas/mail-lint.schema.json").read_text("utf-8"))

HEAD = """\
From: Tea Letters <letters@example.org>
To: readers@example.org
Subject: Tea Letters, issue 7
Date: Mon, 30 Nov 2026 08:00:00 +0000
Message-ID: <issue-7@example.org>
List-ID: Tea Letters <letters.example.org>
List-Unsubscribe: <https://example.org/leave>,
 <mailto:letters@example.org?subject=unsubscribe>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
MIME-Version: 1.0
"""
TEXT = """\
TEA LETTERS, issue 7

Tea is older than the cup. It was carried over mountains in
bricks, and paid for with horses.

Copyright 2026 Ada Example
https://ada.example.net/

--
Read it on the web: https://example.org/7
Unsubscribe: https://example.org/leave
Tea Letters, 12 Long Lane, London N1 9GU
"""
HTML = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Tea Letters, issue 7</title>
<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>
</head>
<body>
<div style="display:none">Bricks of tea, and what they cost.</div>
<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->
<table role="presentation" width="100%"><tr><td>
<p><a href="https://example.org/7">View it in your browser</a></p>
<p><img src="https://example.org/tea.png" width="600" alt="A cup"></p>
<p>Tea is older than the cup. It was carried over mountains in
bricks, and paid for with horses.</p>
<p><a href="https://ada.example.net/">Ada Example</a>, 2026</p>
<p><a href="https://example.org/leave">Unsubscribe</a></p>
<p>Tea Letters, 12 Long Lane, London N1 9GU</p>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
"""
TYPED = 'Content-Type: text/{}; charset="utf-8"\n\n'
BODY = f"""\
Content-Type: multipart/alternative; boundary="=-7"

--=-7
{TYPED.format("plain")}{TEXT}
--=-7
{TYPED.format("html")}{HTML}
--=-7--
"""
CLEAN = (HEAD + BODY).replace("\n", "\r\n").encode()
LONG = "word " * 40
ONE_PARTS = HEAD + TYPED.format("plain") + TEXT
QP = "Content-Transfer-Encoding: quoted-printable\n"
B64 = "Content-Transfer-Encoding: base64\n"


def sent(text: str) -> bytes:
    return re.sub("\r?\n", "\r\n", text).encode("utf-8", "surrogateescape")


def swapped(*pairs: str) -> bytes:
    """The clean message with words exchanged; every word must be there."""
    text = CLEAN.decode().replace("\r\n", "\n")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new, 1)
    return sent(text)


def in_html(markup: str) -> bytes:
    return swapped("<p>Tea is older", f"{markup}\n<p>Tea is older")


def in_text(words: str) -> bytes:
    return swapped("Copyright 2026", f"{words}\n\nCopyright 2026")


def encoded(how: str, body: str, kind: str = "plain") -> bytes:
    """The clean message with its text part encoded; `body` is what stands in it."""
    typed = TYPED.format(kind)
    return swapped(f"{typed}{TEXT if kind == 'plain' else HTML}", f"{typed[:-1]}{how}\n{body}")


def base64(text: str) -> str:
    return encodebytes(text.encode()).decode()


def nested(levels: int) -> bytes:
    opened = "".join(f'Content-Type: multipart/mixed; boundary="m{n}"\n\n--m{n}\n' for n in range(levels))
    closed = "".join(f"\n--m{n}--\n" for n in reversed(range(levels)))
    return sent(HEAD + opened + TYPED.format("plain") + TEXT + closed)


def without(*lines: str) -> bytes:
    return swapped(*(part for line in lines for part in (line, "")))


BREACHES: dict[str, bytes] = {
    # transport
    "no-message": b"Tea is older than the cup.\r\n",
    "message-size": CLEAN + b"x\r\n" * (MAX_BYTES // 3),
    "line-ends": CLEAN.replace(b"\r\n", b"\n"),
    "bare-lf": CLEAN.replace(b"cup. It\r\n", b"cup. It\n").replace(
        b"older than the cup. It was", b"older\nthan"
    ),
    "bare-cr": CLEAN.replace(b"older than", b"older\rthan"),
    "nul": CLEAN.replace(b"<p>Tea is", b"<p>Tea\0is"),
    "line-998": in_html(f"<p>{'w' * 1000}</p>"),
    "line-78": in_html(f"<p>{LONG}</p>"),
    "qp-76": encoded(QP, TEXT + "=20" * 26 + ".\n"),
    "qp-form": encoded(QP, TEXT + "a = b\n"),
    "base64-form": encoded(B64, base64(TEXT) + "!\n"),
    "not-7bit": in_text("Olé"),
    "eight-bit": encoded("Content-Transfer-Encoding: 8bit\n", TEXT + "Olé\n"),
    "encoding-unknown": encoded("Content-Transfer-Encoding: uuencode\n", TEXT),
    "multipart-encoding": swapped("MIME-Version: 1.0\n", "MIME-Version: 1.0\n" + B64),
    # headers
    "header-line": swapped("To: readers", "this is no header\nTo: readers"),
    "header-fold": swapped("issue 7\nDate", "issue 7\n \nDate"),
    "header-size": swapped("To: readers", "X-Long: " + "x y\n " * 30_000 + "x\nTo: readers"),
    "header-8bit": swapped("Subject: Tea", "Subject: Té"),
    "header-control": swapped("Subject: Tea", "Subject: Tea\x07"),
    "header-twice": swapped("To: readers", "Reply-To: a@example.org\nReply-To: b@example.org\nTo: readers"),
    "from-count": swapped("To: readers", "From: b@example.org\nTo: readers"),
    "from-address": swapped("<letters@example.org>\nTo", "<letters at example>\nTo"),
    "from-free-mail": swapped("<letters@example.org>\nTo", "<letters@gmail.com>\nTo"),
    "from-disguised": swapped(
        "Tea Letters <letters@example.org>\nTo", '"a@b.example" <letters@example.org>\nTo'
    ),
    "to-count": without("To: readers@example.org\n"),
    "address-form": swapped("To: readers@example.org", "To: readers@, b@example.org"),
    "bcc-left": swapped("To: readers", "Bcc: b@example.org\nTo: readers"),
    "subject-count": without("Subject: Tea Letters, issue 7\n"),
    "subject-empty": swapped("Subject: Tea Letters, issue 7", "Subject: "),
    "subject-70": swapped(
        "Subject: Tea Letters, issue 7", "Subject: Tea Letters, issue 7,\n" + " and tea" * 8
    ),
    "subject-reply": swapped("Subject: Tea", "Subject: Re: Tea"),
    "hidden-letters": swapped("Subject: Tea", "Subject: =?utf-8?q?=E2=80=AE?= Tea"),
    "date-count": without("Date: Mon, 30 Nov 2026 08:00:00 +0000\n"),
    "date-form": swapped("Mon, 30 Nov", "Tue, 30 Nov"),
    "date-zone": swapped("08:00:00 +0000", "08:00:00 GMT"),
    "message-id-count": without("Message-ID: <issue-7@example.org>\n"),
    "message-id-form": swapped("<issue-7@example.org>", "issue-7"),
    "mime-version": without("MIME-Version: 1.0\n"),
    "encoded-word-75": swapped("MIME", f"Comments:\n =?utf-8?q?{'a' * 64}?=\nMIME"),
    "encoded-word-76": swapped("MIME", f"Comments: =?utf-8?q?{'a' * 56}?=\nMIME"),
    "encoded-word-form": swapped("Subject: Tea", "Subject: =?utf-8?b?w?= Tea"),
    "encoded-word-place": swapped("To: readers", 'To: "=?utf-8?q?a?=" <a@example.org>, readers'),
    "list-id-count": without("List-ID: Tea Letters <letters.example.org>\n"),
    "list-id-form": swapped("<letters.example.org>", "<letters>"),
    "list-id-encoded": swapped("List-ID: Tea", "List-ID: =?utf-8?q?T=C3=A9?="),
    "list-form": swapped("MIME", "List-Help: https://example.org/help\nMIME"),
    "list-encoded": swapped("MIME", "List-Help: =?utf-8?q?=3Chttps=3A//example=2Eorg=3E?=\nMIME"),
    "unsubscribe-header": without(
        "List-Unsubscribe: <https://example.org/leave>,\n <mailto:letters@example.org?subject=unsubscribe>\n"
    ),
    "unsubscribe-https": swapped("<https://example.org/leave>,\n ", ""),
    "unsubscribe-mailto": swapped("leave>,\n <mailto:letters@example.org?subject=unsubscribe>", "leave>"),
    "one-click": without("List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"),
    "one-click-form": swapped("=One-Click", "=One-click"),
    "dkim-list": swapped("To: readers", "DKIM-Signature: v=1; h=From:To:Subject; b=x\nTo: readers"),
    # parts
    "content-type": swapped("\n--=-7--", "\n--=-7\nContent-Type: nonsense\n\n--=-7--"),
    "boundary": sent(HEAD + TYPED.format("plain").replace("text/plain", "multipart/mixed") + TEXT),
    "boundary-unmet": swapped('boundary="=-7"', 'boundary="=-8"'),
    "boundary-open": swapped("--=-7--\n", ""),
    "nesting": nested(25),
    "text-missing": sent(HEAD + TYPED.format("html") + HTML),
    "html-missing": sent(ONE_PARTS),
    "alternative": swapped("multipart/alternative", "multipart/mixed"),
    "alternative-order": swapped(
        TYPED.format("plain") + TEXT,
        "A",
        TYPED.format("html") + HTML,
        TYPED.format("plain") + TEXT,
        "\nA",
        "\n" + TYPED.format("html") + HTML,
    ),
    "charset-missing": encoded(QP, TEXT + "Ol=C3=A9\n").replace(
        b'text/plain; charset="utf-8"', b"text/plain"
    ),
    "charset-unknown": swapped('plain; charset="utf-8"', 'plain; charset="punycode"'),
    "charset-lie": encoded(QP, TEXT + "Ol=E9\n"),
    "charset-utf8": swapped('plain; charset="utf-8"', 'plain; charset="iso-8859-1"'),
    "charset-meta": encoded(
        QP,
        HTML.replace("=", "=3D")
        .replace("utf-8", "koi8-r")
        .replace("Ada E", "=C3=89da E")
        .replace("https://ada", "https=\n://ada"),
        "html",
    ),
    "flowed-place": swapped('html; charset="utf-8"', 'html; charset="utf-8"; format=flowed'),
    "flowed-78": swapped(
        'plain; charset="utf-8"',
        'plain; charset="utf-8"; format=flowed',
        "Copyright 2026",
        "w" * 79 + "\nCopyright 2026",
    ),
    "flowed-open": swapped(
        'plain; charset="utf-8"', 'plain; charset="utf-8"; format=flowed', "horses.\n", "horses. \n"
    ),
    "flowed-stuffing": swapped(
        'plain; charset="utf-8"', 'plain; charset="utf-8"; format=flowed', "bricks, and", "From bricks"
    ),
    # text
    "text-empty": swapped(TEXT, "\n"),
    "text-thin": swapped(
        TEXT,
        "\n".join(TEXT.splitlines()[-6:]),
        "<p>Tea is",
        ("<p>" + "tea and\n" * 60 + "</p>") + "<p>Tea is",
    ),
    "text-size": in_text(("word " * 12 + ".\n") * 20_000),
    "text-78": encoded(QP, TEXT + "word " * 14 + "=\nand more words\n"),
    "text-65": in_text("word " * 14 + "."),
    "text-tags": in_text("<p>Tea</p>"),
    "text-entities": in_text("Tea &amp; cups"),
    "text-blanks": swapped("horses.\n", "horses. \n"),
    "text-links": swapped("https://ada.example.net/\n", "\n"),
    "text-unsubscribe": swapped("Unsubscribe: https://example.org/leave", "https://example.org/leav")
    .replace(b'<a href="https://example.org/leave">', b'<a href="mailto:letters@example.org">')
    .replace(b"https://example.org/leav\r\n", b"letters@example.org\r\n"),
    "text-postal": swapped(", 12 Long Lane, London N1 9GU\n", "\n"),
    # html
    "html-102": in_html("<p>word word\nword</p>\n" * 5_000),
    "html-80": in_html("<p>word word\nword</p>\n" * 4_000),
    "html-unread": in_html("<div>\n" * 1_000),
    "html-doctype": without("<!doctype html>\n"),
    "html-lang": swapped(' lang="en"', ""),
    "html-title": swapped("<title>Tea Letters, issue 7</title>", ""),
    "html-script": in_html("<script>1</script>"),
    "html-form": in_html("<form></form>"),
    "html-base": swapped("<title>", '<base target="x"><title>'),
    "html-sheet": swapped("<title>", '<link rel="stylesheet" href="x.css"><title>'),
    "html-import": swapped("<style>", '<style>@import "x.css";\n'),
    "css-remote": in_html('<p style="background: url(https://example.org/x.png)">x</p>'),
    "html-handlers": in_html('<p onclick="x()">x</p>'),
    "img-alt": swapped(' alt="A cup"', ""),
    "img-width": swapped('width="600" alt', 'width="auto" alt'),
    "img-address": swapped("https://example.org/tea.png", "tea.png"),
    "img-cid": swapped("https://example.org/tea.png", "cid:tea@example.org"),
    "tracking": in_html('<img src="https://example.org/x" width="1"\n height="1" alt="">'),
    "link-scheme": in_html('<a href="/tea">tea</a>'),
    "link-http": swapped("https://ada", "http://ada", 'href="https://ada', 'href="http://ada'),
    "link-anchor": in_html('<a href="#tea">tea</a>'),
    "link-empty": swapped(">Ada Example</a>", "></a>"),
    "link-disguised": swapped(">Ada Example</a>", ">https://other.example</a>"),
    "css-layout": in_html('<p style="float: left">x</p>'),
    "text-ratio": in_html(f"<!-- {'x y ' * 10}\n -->\n" * 200),
    "template-tags": in_text("Dear {{ name }},"),
    # layout
    "table-role": swapped('<table role="presentation" width="100%">', "<table>"),
    "table-600": swapped('width="100%"', 'width="640"'),
    "mso-balance": swapped("</table><![endif]-->", "</table>-->"),
    "color-scheme": without('<meta name="color-scheme" content="light dark">'),
    "dark-mode": without("<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>"),
    # reader
    "preheader": without('<div style="display:none">Bricks of tea, and what they cost.</div>'),
    "view-in-browser": swapped("View it in your browser", "Issue 7"),
    "html-unsubscribe": swapped('<a href="https://example.org/leave">Unsubscribe</a>', "Unsubscribe"),
    "html-postal": swapped("12 Long Lane, London N1 9GU</p>", "London</p>"),
    "click-here": swapped(">Ada Example</a>", ">click here</a>"),
}
FOLLOWS: dict[str, set[str]] = {  # what cannot be broken alone
    "boundary": {"text-missing"},
    "boundary-unmet": {"text-missing"},
    "nesting": {"text-missing"},
    "text-empty": {"text-links", "text-unsubscribe", "text-postal"},
    "html-102": {"text-thin"},
    "html-80": {"text-thin"},
}


TABLE_LEFT_OPEN = "<!--[if mso]><table><tr><td><!--> <![endif]-->"
ALSO: tuple[tuple[str, bytes], ...] = (  # other ways to break a rule
    (
        "img-address",
        in_html('<img src="https://example.org/x" srcset="http://example.org/x"\nwidth="9" alt="">'),
    ),
    ("img-address", in_html('<img src="https://example.org/x" srcset="cid:x 1x, /x,y 2x" width="9" alt="">')),
    ("html-sheet", in_html('<link rel="preload" href="https://example.org/x">')),
    ("tracking", in_html('<link rel="dns-prefetch" href="https://example.org/">')),
    ("html-script", in_html('<p style="width: exp/**/ression(x())">x</p>')),
    ("html-script", in_html('<math href="javascript:x()">x</math>')),
    ("html-script", in_html('<svg><a xlink:href=" java\nscript:x()">x</a></svg>')),
    ("mso-balance", in_html(TABLE_LEFT_OPEN)),
    ("mso-balance", in_html("<!--[if (gte mso 9)|(IE)]></table><![endif]-->")),
    *(
        ("template-tags", in_text(f"Dear {tag},"))
        for tag in ("%%name%%", "${x}", "[[x]]", "<%= x %>", "*|NAME|*")
    ),
    *(
        ("template-tags", in_html(f"<p>Dear {tag},</p>"))
        for tag in ("%%name%%", "${x}", "[[x]]", "&lt;%= x %>")
    ),
    ("template-tags", in_html('<p title="{{ name }}">x</p>')),
    ("template-tags", swapped("Subject: Tea", "Subject: =?utf-8?q?=7B=7Bx=7D=7D?= Tea")),
    ("text-links", swapped("https://ada.example.net/\n", "https://ada.example.net/other\n")),
    ("text-65", in_text("tea " * 16 + "teas a@b.co")),
    ("text-65", encoded(B64, base64(TEXT + "茶" * 30 + " " + "茶" * 8 + "\n"))),
)


@pytest.mark.parametrize(("code", "message"), ALSO)
def test_a_rule_can_be_broken_in_more_than_one_way(code: str, message: bytes) -> None:
    assert codes(message) == {code}


def codes(message: bytes) -> set[str]:
    return {remark.code for remark in lint(message)}


def test_a_clean_message_has_no_remark() -> None:
    assert lint(CLEAN) == ()


def test_every_rule_has_a_message_that_breaks_it() -> None:
    assert list(BREACHES) == list(RULES)


@pytest.mark.parametrize("code", BREACHES)
def test_a_message_that_breaks_one_rule_gets_that_remark_alone(code: str) -> None:
    assert codes(BREACHES[code]) == {code} | FOLLOWS.get(code, set())


# ----- what is well-formed draws no error


def built(html: str = HTML, text: str = TEXT, **more: str) -> EmailMessage:
    """A message of Python's own library, with quoted-printable as the standard has it."""
    mail = EmailMessage(policy=email.policy.SMTP.clone(max_line_length=76))
    headers = {
        "From": "Chá Letters <letters@example.org>",
        "To": "Ada Example <ada@example.net>, undisclosed: b@example.org, c@example.org;",
        "Subject": "Was ist Tee? Über Ziegel aus Tee, und was sie kosteten",
        "Date": "Mon, 30 Nov 2026 08:00:00 -0000",
        "Message-ID": "<176449.4711@mail.example.org>",
        "List-ID": "<letters.example.org>",
        "List-Unsubscribe": "<https://example.org/leave>, <mailto:leave@example.org>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    for name, value in {**headers, **more}.items():
        mail[name] = value
    mail.set_content(text, cte="quoted-printable")
    if html:
        mail.add_alternative(html, subtype="html", cte="quoted-printable")
    return mail


MAILCHIMP = """\
<!doctype html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" lang="en">
<head><!--[if gte mso 15]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings></xml><![endif]--><meta charset="UTF-8"><title>Tea Letters</title>
<style>@media only screen and (max-width: 480px) { .bodyCell { width: 100% !important } }</style></head>
<body><!--*|IF:MC_PREVIEW_TEXT|*--><!--[if !gte mso 9]><!-- --><span class="mcnPreviewText"
style="display:none; font-size:0px; max-height:0px; mso-hide:all;">Bricks of tea</span><!--<![endif]-->
<center><table align="center" role="presentation" width="100%" id="bodyTable"><tr><td align="center">
<!--[if (gte mso 9)|(IE)]><table align="center" width="600"><tr><td width="600"><![endif]-->
<table border="0" role="presentation" width="100%" style="max-width:600px;"><tr><td>
<a href="https://mailchi.example/7" target="_blank">View this email in your browser</a>
<img alt="" src="https://mcusercontent.example/x.png" width="564" style="max-width:1200px;">
<p>Tea is older than the cup. It was carried over mountains in bricks, and paid for with horses.</p>
<em>Copyright © 2026 Tea Letters, All rights reserved.</em><br>Our mailing address is:<br>
12 Long Lane<br>London N1 9GU<br>Want to change how you receive these emails?<br>
You can <a href="https://example.org/profile">update your preferences</a> or
<a href="https://example.org/leave">unsubscribe from this list</a>.
<img src="https://list-manage.example/open.php?u=1" height="1" width="1" alt=""></td></tr></table>
<!--[if (gte mso 9)|(IE)]></td></tr></table><![endif]--></td></tr></table></center></body></html>
"""
GHOST = """\
<!doctype html><html lang="de"><head><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><!--[if mso]><xml>
<o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<title>Über Tee</title><style>.preheader{color:transparent}</style></head><body style="margin:0">
<span class="preheader" style="color: transparent; display: none; opacity: 0;">Ziegel aus Tee</span>
<table role="presentation" border="0" width="100%" class="body"><tr><td>&nbsp;</td>
<td class="container" width="600" style="max-width:600px"><div class="content"><table role="presentation"
class="main" width="100%"><tr><td><h1><a href="https://example.org/tee/">Über Tee</a></h1>
<p>Tee ist älter als die Tasse.</p><figure><img src="https://example.org/tee.png" alt="Tee" width="600"
height="400"></figure></td></tr><tr><td>Tea Letters &copy; 2026, Lange Straße 12, 10115 Berlin &#x2013;
<a href="https://example.org/leave">Abbestellen</a> <a href="https://example.org/tee/">Im Browser ansehen</a>
</td></tr></table></div></td><td>&nbsp;</td></tr></table></body></html>
"""


def with_attachment() -> EmailMessage:
    mail = built()
    mail.add_attachment(
        b"%PDF-1.7 \x00\xff" * 99, maintype="application", subtype="pdf", filename="Überblick.pdf"
    )
    return mail


def with_picture_inside() -> EmailMessage:
    mail = built(HTML.replace("https://example.org/tea.png", "cid:tea@example.org"))
    html = mail.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(b"\x89PNG" * 99, maintype="image", subtype="png", cid="<tea@example.org>")
    return mail


def in_latin_1() -> EmailMessage:
    mail = built(html="", text="")
    del mail["Content-Type"], mail["Content-Transfer-Encoding"], mail["MIME-Version"]
    mail.set_content(TEXT + "Olé\n", charset="iso-8859-1", cte="base64")
    return mail


STYLES: dict[str, Callable[[], EmailMessage]] = {
    "Mailchimp": lambda: built(MAILCHIMP),
    "Ghost": lambda: built(GHOST),
    "text alone": lambda: built(html=""),
    "attachment": with_attachment,
    "related": with_picture_inside,
    "latin-1": in_latin_1,
    "flowed": lambda: built(html="", text=TEXT.replace("mountains in\n", "mountains in \n")),
}


@pytest.mark.parametrize("style", STYLES)
def test_well_formed_mail_in_the_style_of_others_has_no_error(style: str) -> None:
    mail = STYLES[style]()
    if style == "flowed":
        mail.set_param("format", "flowed")
    assert not {remark.code for remark in lint(mail.as_bytes()) if remark.level == "error"}


PASSAGE = "Tea.\n\nUnsubscribe: https://example.org/leave\n"
PAGE = (
    "<html lang=en><title>Tea</title><body>{}<p>Tea.</p>"
    "<p><a href=https://example.org/leave>Unsubscribe</a></p></body></html>\n"
)
PLAIN_PART = TYPED.format("plain") + PASSAGE


def many(kind: str, *parts: str, mark: str = "", preamble: str = "") -> str:
    mark = mark or f"----=_Part_{kind}+1/2"
    opened = "".join(f"--{mark}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind};\n\tboundary="{mark}"\n\n{preamble}{opened}--{mark}--\n'


def two(markup: str = "") -> str:
    return many("alternative", PLAIN_PART, TYPED.format("html") + PAGE.format(markup))


def a_file(kind: str, disposition: str = "attachment") -> str:
    head = f"Content-Type: {kind}\nContent-ID: <a.png@01D9.ABC>\nContent-Disposition: {disposition}\n"
    return f"{head}{B64}\n{base64('0' * 200)}"


def written(charset: str, words: str, codec: str) -> bytes:
    octets = encodebytes((words + PASSAGE).encode(codec))
    return sent(f'{HEAD}Content-Type: text/plain; charset="{charset}"\n{B64}\n') + octets.replace(
        b"\n", b"\r\n"
    )


FORWARDED = "From: b@example.org\nSubject: x\n\nTea.\n"
DIGEST = """
Send submissions to
\ttea@lists.example.org

Message: 1
From: Ada Example <ada@example.org>
Subject: Re: [Tea] Bricks
Message-ID: <a@example.org>

> what is a brick
Pressed tea.


------------------------------

_______________________________________________
Tea mailing list
To unsubscribe: https://lists.example.org/mailman/listinfo/tea
End of Tea Digest, Vol 7, Issue 7
*********************************
"""
FLOWED = """\
Tea is older than the cup. It was carried over mountains in bricks, \n\
and paid for with horses.

 From the pass it went down again.

> quoted words that flow \n\
> on here

     $ brew --strength 5

-- \n\
Unsubscribe: https://example.org/leave
"""
WORD_PAGE = """\
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><!--[if gte mso 9]><xml>
<o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--><p class=MsoNormal><![if !supportLists]>1.
<![endif]><o:p></o:p><!--[if gte vml 1]><v:shape style='width:60pt'><v:imagedata src="cid:a.png@01D9.ABC"/>
</v:shape><![endif]--><![if !vml]><img width=80 height=80 src="cid:a.png@01D9.ABC" alt=Logo><![endif]></p>
"""
BUILDER_PAGE = """\
<div style="display:none;max-height:0px">Bricks and horses &#8199;&#847;</div>
<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->
<img src="https://example.org/fit=scale-down,onerror=redirect/x.png" alt="" height="auto" width="600"
srcset="https://example.org/w_424,c_limit/x.png 424w, https://example.org/w_848,c_limit/x.png 848w">
<!--[if mso]><v:roundrect href="https://example.org/"><center>Read</center></v:roundrect><![endif]-->
<!--[if !mso]><!-- --><a href="https://example.org/">Read</a><!-- <![endif]--><code>{{name}}</code>
<!--[if mso | IE]></td></tr></table><table width="600"><tr><td><![endif]--><p>x</p>
<!--[if (gte mso 9)|(IE)]></td></tr></table><![endif]-->
"""
FOREIGN: dict[str, bytes] = {
    "a builder's conditions": sent(HEAD + two(BUILDER_PAGE)),
    "Word's page, its picture inside": sent(
        HEAD + many("related", two(WORD_PAGE), a_file("image/png; name=a.png", "inline"))
    ),
    "a language on the body": sent(
        HEAD + two().replace("<html lang=en>", "<html>").replace("<body>", "<body lang=EN-US>")
    ),
    "a paragraph of 500 letters": encoded(
        QP, TEXT + "=\n".join(["Tea is older than the cup, and so on. "] * 14)
    ),
    "a digest in one part": sent(HEAD + TYPED.format("plain").replace("utf-8", "us-ascii") + DIGEST),
    "a digest of messages": sent(
        HEAD
        + many(
            "mixed",
            PLAIN_PART,
            many("digest", f"Content-Type: message/rfc822\n\n{FORWARDED}", f"\n{FORWARDED}"),
        )
    ),
    "flowed": sent(HEAD + "Content-Type: text/plain; charset=UTF-8; format=flowed\n\n" + FLOWED),
    "signed with S/MIME": sent(
        HEAD
        + many("signed", two(), a_file("application/pkcs7-signature; name=smime.p7s"), preamble="Signed.\n\n")
        + "\n"
    ),
    "signed with PGP": sent(
        HEAD
        + many(
            "signed", PLAIN_PART, "Content-Type: application/pgp-signature\n\niQ==\n", mark="kXdP64Ggrk/fb43R"
        )
    ),
    "an invitation": sent(
        HEAD
        + many(
            "mixed",
            many(
                "alternative",
                PLAIN_PART,
                TYPED.format("html") + PAGE.format(""),
                a_file("text/calendar; method=REQUEST"),
            ),
            a_file("application/ics"),
            mark="mixed",
        )
    ),
    "Apple's version of MIME": swapped("Version: 1.0", "Version: 1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))"),
    "comments about an address": swapped(
        "<https://example.org/leave>", "(Use this link) <https://example.org/leave>"
    ),
    "a comment after the Message-ID": swapped("<issue-7@example.org>", "<issue-7@example.org> (added by mx)"),
    "headers of a server": swapped("MIME", f"X-MS-Exchange-Data-0: =?us-ascii?Q?{'A' * 90}?=\nMIME"),
    "no receiver is named": swapped("To: readers@example.org", "To: undisclosed-recipients:;"),
    "signed by DKIM": swapped(
        "From:",
        "DKIM-Signature: v=1; h=from:list-unsubscribe-post:\n\t list-unsubscribe; b=A\nFrom:",
    ),
    "Japanese in seven bits": sent(HEAD.replace("Tea Letters, issue", "=?ISO-2022-JP?B?GyRCJCpDYxsoQg==?="))
    + sent('Content-Type: text/plain; charset="ISO-2022-JP"\n\n')
    + "お茶\r\n配信停止: https://example.org/leave\r\n".encode("iso-2022-jp")
    + b"\x1b$B-!-j|d\x1b(B\r\n",  # letters that Python's codec has not, and mail programs have
    "Chinese beyond its charset": written("gb2312", "茶 镕", "gb18030"),
    "Korean beyond its charset": written("ks_c_5601-1987", "똠방각하", "cp949"),
    "Japanese beyond its charset": written("shift_jis", "①㈱髙", "cp932"),
    "Korean by the name that Windows gives": written("windows-949", "차", "cp949"),
}


@pytest.mark.parametrize("style", FOREIGN)
def test_what_mail_programs_and_mailing_services_write_has_no_error(style: str) -> None:
    assert {remark.code: remark.said for remark in lint(FOREIGN[style]) if remark.level == "error"} == {}


def test_what_others_do_that_is_not_wise_is_warned_of() -> None:
    assert {"tracking", "dark-mode", "color-scheme"} <= codes(built(MAILCHIMP).as_bytes())


def test_the_issue_of_a_site_can_be_sent_as_it_stands(site: Site) -> None:
    site.article("tea", article_file("On tea, и о чае"))
    site.article("gum", article_file("On gum"))
    site.build()
    message = (site.root / "output/ezine/issue.eml").read_bytes()
    assert codes(message) == {"text-postal", "html-postal"}  # the site of the test has no address
    site.write("pelicanconf.py", (site.root / "pelicanconf.py").read_text("utf-8") + POSTAL)
    site.build()
    assert lint((site.root / "output/ezine/issue.eml").read_bytes()) == ()


POSTAL = 'BYLINE["ezine"] = {"postal_address": "Test press, 12 Long Lane, London N1 9GU"}\n'

CREDIT = "Ada Example gives away recipes from 9 Long Lane."
SPELT = "https://ada.example.net/"
FALSE_ALARMS = {
    "an address takes no room": encoded(
        QP, TEXT + f"Ada's words (https://example.org/{'x' * 40}=\n{'x' * 40}).\n"
    ),
    "code is set by its author": encoded(QP, TEXT + f"\n    $ {'tea ' * 15}=\n{'tea ' * 9}.\n"),
    "signs above letters take no room": encoded(
        QP, TEXT + f"{'a=CC=81 ' * 9}=\n{'a=CC=81 ' * 9}=\n{'a=CC=81 ' * 9}x\n"
    ),
    **{
        f"an address spelled as {spelt[:1]}…{spelt[-1]}": encoded(
            QP, (TEXT.replace(SPELT, spelt)).replace("=", "=3D"), "plain"
        )
        for spelt in (
            f"<{SPELT}>",
            f"({SPELT}).",
            "HTTPS://Ada.example.net;",
            f"[{SPELT}]",
            f"|{SPELT}|",
            "<https://ada.\nexample.net/>",
        )
    },
    "an address in quotation marks": encoded(QP, TEXT.replace(SPELT, f"=E2=80=9C{SPELT}=E2=80=9D")),
    "an address with signs that HTML knows": swapped(
        SPELT, f"{SPELT}?a=1&copy=2", f'"{SPELT}"', f'"{SPELT}?a=1&amp;copy=2"'
    ),
    "an article prints template tags": swapped(
        "Copyright",
        "Write {{ name }}, or:\n\n    {% if tea %}\n\nCopyright",
        "<p>Tea is",
        "<p>Write <code>{{ name }}</code>, or:</p>\n<pre>{% if tea %}</pre>\n<p>Tea is",
    ),
    "Markdown marks code": in_text("Write `{{ name }}`, or:\n\n```\n{% if tea %}\n```"),
    "a picture in sizes": in_html(
        '<img src="https://example.org/x" '
        'srcset="https://example.org/w_9,c_x/x 1x,\nhttps://example.org/y 2x" width="9" alt="">'
    ),
    "Word draws by a behaviour of its own": in_html("<style>v\\:* {behavior:url(#default#VML);}</style>"),
    "JavaScript is a word": in_html('<img src="https://example.org/x" width="9" alt="JavaScript: a book">'),
    "Outlook's table is closed elsewhere": in_html(
        "<!--[if mso | IE]><table><tr><td><![endif]-->"
        "\n<!--[if !mso]><!--><table role=none></table><!--<![endif]-->\n"
        "<!--[if mso | IE]></td></tr></table><table><![endif]-->\n"
        "<!--[if mso]></table><![endif]-->"
    ),
    "parts without anything are none": swapped("\n--=-7\n", "\n--=-7\n--=-7\n"),
    "an address alone may be longer than a line": in_text("https://example.org/" + "x" * 50),
    "so may one after a number": in_text("[12] https://example.org/" + "x" * 50),
    "the sign of a signature ends in a blank": swapped("\n--\n", "\n-- \n"),
    "an article about HTML prints tags": swapped(
        "Copyright", "<p>\nCopyright", "<p>Tea is", "<p>&lt;p></p><p>Tea is"
    ),
    "data is no layout": in_html("<table><tr><th>a</th></tr></table>"),
    "a quoted comma parts no addresses": swapped(
        "To: readers@", 'To: "Example, Ada (x" <ada@example.org>, readers@'
    ),
    "a comment is no address": swapped("To: readers@", "To: (a, (b)) readers@"),
    "a date may have a comment": swapped("+0000", "+0000 (UTC)"),
    "a long address cannot be folded": swapped(
        "<https://example.org/leave>", f"<https://example.org/{'x' * 80}>"
    ),
    "lists that nobody may post to say NO": swapped("MIME", "List-Post: NO (newsletter)\nMIME"),
    "servers write long headers": swapped("MIME", f"X-Report: {LONG}\nReceived: {LONG}\nMIME"),
    "a reply answers something": swapped("Subject: Tea", "In-Reply-To: <a@example.org>\nSubject: Re: Tea"),
    "an emoji is joined by what is not seen": swapped(
        "Subject: Tea", "Subject: =?utf-8?b?8J+RqeKAjfCfjL4=?= Tea"
    ),
    "a signed message covers the list": swapped(
        "MIME", "DKIM-Signature: v=1; h=From:\n\tList-Unsubscribe: List-Unsubscribe-Post; b=x\nMIME"
    ),
    "a way out in another language": swapped(">Unsubscribe<", ">Abmelden<"),
    "HTML mails may shrink a table": swapped(
        'width="100%"', 'width="100%"\nstyle="max-width: 800em; width: 600px"'
    ),
}


@pytest.mark.parametrize("name", FALSE_ALARMS)
def test_what_is_right_draws_no_remark(name: str) -> None:
    assert codes(FALSE_ALARMS[name]) == set()


@pytest.mark.parametrize(
    ("place", "is_told"),
    [
        ("Tea Letters, Lange Straße 12, 10115 Berlin", True),
        ("Tea Letters, P.O. Box 12, Springfield", True),
        ("Tea Letters, 8000 Zürich", True),
        ("Tea Letters, 12 rue de la Paix, Paris", True),
        ("Tea Letters\n9 Old Mill, Bath", True),
        ("東京都千代田区丸の内 1丁目 9番地", True),
        ("Tea Letters, issue 7, 14 March 2026", False),
        ("Copyright 2026 Ada Example", False),
        ("You get this because you asked for it. https://example.org/12345", False),
        ("548 Market Street PMB 72296\nSan Francisco, CA 94104", True),
        ("221B Baker Street", True),
        ("Calle de Alcalá, 12", True),
        ("Avenida da Liberdade, n.º 12", True),
        ("75001 Paris", True),
        ("ул. Ленина, д. 12", True),
        ("She spent 12 years on the road, sharing 12 recipes", False),
        ("12345 readers drive 3 cars, the only way to 3 markets", False),
    ],
)
def test_a_postal_address_is_known_by_its_look(place: str, is_told: bool) -> None:
    text = TEXT.replace("Tea Letters, 12 Long Lane, London N1 9GU", place)
    assert ("text-postal" not in codes(sent(HEAD + TYPED.format("plain") + text))) == is_told


@pytest.mark.parametrize("line", ["--", "-- ", "=" * 20, "\n" + "Tea is older than the cup.\n" * 30])
def test_the_address_of_an_author_is_not_the_sender_s(line: str) -> None:
    text = TEXT.replace("--\nRead", f"{CREDIT}\n{line}\nRead").replace(", 12 Long Lane, London N1 9GU", "")
    assert "text-postal" in codes(encoded("", text))


def test_an_address_above_the_line_that_parts_it_from_leaving_is_the_sender_s() -> None:
    place = "Tea Letters, 12 Long Lane, London N1 9GU\n"
    text = (
        TEXT.replace(place, "").replace("--\n", "").replace("Unsubscribe", f"{place}{'-' * 20}\nUnsubscribe")
    )
    assert lint(encoded(QP, text)) == ()


def test_foreign_paragraphs_and_files_stored_with_lf_are_no_error() -> None:
    paragraph = "=\n".join(["Tea is older than the cup, and was carried over mountains. "] * 9)
    (remark,) = lint(encoded(QP, f"{TEXT}\n{paragraph}=\nSo it was.\n"))
    assert (remark.code, remark.level, remark.said) == ("text-78", "warning", "a line of 541 columns")
    (remark,) = lint(CLEAN.replace(b"\r\n", b"\n"))
    assert (remark.code, remark.level) == ("line-ends", "warning")


# ----- nothing breaks it


def test_a_rule_broken_often_is_one_remark_that_counts() -> None:
    (remark,) = lint(CLEAN.replace(b"\r\n", b"\n"))
    assert (remark.code, remark.where) == ("line-ends", "line 1")
    assert "all 5" in remark.said
    (remark,) = lint(in_html("<p onclick='x'>x</p>\n" * 5))
    assert (remark.code, "(and 4 like it)" in remark.said) == ("html-handlers", True)


def test_charsets_are_known_by_the_names_that_mail_gives_them() -> None:
    for name in ("iso-8859-8-i", "windows-1252", "KOI8-R", "gb2312", "x-sjis"):
        assert codes(swapped('plain; charset="utf-8"', f'plain; charset="{name}"')) == {"charset-utf8"}


def test_remarks_say_where() -> None:
    (remark,) = lint(BREACHES["bare-cr"])
    assert remark.where == f"line {CLEAN[: CLEAN.index(b'older than')].count(10) + 1}"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "NUL": lambda: b"\0" * 5_000_000,
    "blank lines": lambda: b"\n" * 5_000_000,
    "one line": lambda: b"a" * 5_000_000,
    "headers without end": lambda: b"A: b\r\n" * 800_000,
    "folds": lambda: b"Subject: x" + b"\r\n " * 1_500_000,
    "quotes": lambda: b'From: "\\' + b'"\\' * 2_000_000,
    "comments": lambda: b"From: " + b"(" * 5_000_000,
    "encoded words": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 300_000,
    "open encoded words": lambda: b"Subject: " + b"=?a?b?" * 800_000,
    "angles": lambda: HEAD.encode() + b"List-Help: " + b"<a:b>," * 800_000,
    "parts in parts": lambda: nested(3_000),
    "delimiters": lambda: sent(
        HEAD + "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n\nx\n" * 500_000
    ),
    "words": lambda: sent(ONE_PARTS + "word word \n" * 400_000),
    "blanks": lambda: sent(ONE_PARTS) + b" " * 5_000_000,
    "signs of mail": lambda: sent(ONE_PARTS) + b"a@" * 2_500_000,
    "templates": lambda: sent(ONE_PARTS) + b"{{" * 2_500_000,
    "two words": lambda: sent(ONE_PARTS) + b"a" * 900_000 + b" a",
    "code left open": lambda: sent(ONE_PARTS) + b"```a`" * 1_000_000,
    "addresses left open": lambda: sent(ONE_PARTS) + b"<https://a\r\na" * 400_000,
    "houses": lambda: sent(ONE_PARTS) + b"12 A. Road unsubscribe " * 200_000,
    "names": lambda: sent(ONE_PARTS) + b"A." * 2_500_000,
    "conditions that end": lambda: in_html("<!--[if mso]><table><![endif]-->" * 30_000),
    "sizes": lambda: in_html(f"<img srcset='{'a ,, ' * 50_000}'>"),
    "unsubscribe": lambda: sent(ONE_PARTS) + b"unsubscribe " * 400_000,
    "broken quoted-printable": lambda: encoded(QP, "=" * 5_000_000),
    "broken base64": lambda: encoded(B64, "=A" * 2_500_000),
    "a charset that is none": lambda: sent(ONE_PARTS.replace("utf-8", "punycode")) + b"a-" * 2_500_000,
    "elements left open": lambda: in_html("<div><b>" * 600_000),
    "formatting left open": lambda: in_html("<p><b id=1><i id=2></p>x" * 200_000),
    "comments left open": lambda: in_html("<!--" * 1_000_000),
    "conditions": lambda: in_html("<![if" * 1_000_000),
    "attributes": lambda: in_html("<p " + " ".join(f"a{n}" for n in range(600_000)) + ">"),
    "links": lambda: in_html("<a href=https://example.org/1>x</a>" * 140_000),
    "styles": lambda: in_html("<style>" + "url(  " * 800_000),
    "25 MB": lambda: sent(ONE_PARTS) + b"x y\n" * 6_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_remarked_upon_in_a_moment(name: str) -> None:
    message = HOSTILE[name]()
    begun = time.perf_counter()
    remarks = lint(message)
    assert remarks
    assert time.perf_counter() - begun < 10  # seconds; a second or two, but for a busy machine
    assert all(len(remark.said) < 300 and remark.said.isprintable() for remark in remarks)


@given(st.binary(max_size=600))
@settings(max_examples=300)
def test_any_bytes_give_remarks(message: bytes) -> None:
    assert lint(message)
    assert lint(HEAD.replace("\n", "\r\n").encode() + message)


@given(
    st.integers(0, len(CLEAN)),
    st.integers(0, 40),
    st.sampled_from([b"", *(bytes([n]) for n in range(256)), b"\r\n", b"=?", b'"', b"<", b"--=-7"]),
)
@settings(max_examples=500)
def test_a_damaged_message_is_no_fault(at: int, cut: int, put: bytes) -> None:
    for remark in lint(CLEAN[:at] + put + CLEAN[at + cut :]):
        assert RULES[remark.code].level == remark.level


TREES = st.recursive(
    st.sampled_from(["plain", "html", "data"]),
    lambda inner: st.tuples(
        st.sampled_from(["mixed", "alternative", "related"]), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def grown(tree: object, number: str = "1") -> str:
    if isinstance(tree, tuple):
        kind, inner = tree
        mark = f"--b{number}"
        parts = "".join(f"{mark}\n{grown(one, f'{number}.{n}')}\n" for n, one in enumerate(inner))
        return f'Content-Type: multipart/{kind}; boundary="b{number}"\n\n{parts}{mark}--\n'
    kind = "application/octet-stream" if tree == "data" else f"text/{tree}"
    return f"Content-Type: {kind}\n\nwords\nof {tree}\n"


@given(TREES)
def test_a_message_is_taken_apart_as_the_standard_library_does(tree: object) -> None:
    message = sent(HEAD + grown(tree))
    theirs = BytesParser(policy=email.policy.default).parsebytes(message)
    ours = take_apart(message)
    assert [part.kind for part in ours.parts] == [part.get_content_type() for part in theirs.walk()]
    bodies = [ours.body(part).decode() for part in ours.parts if not part.is_multipart]
    expected = [part.get_payload() for part in theirs.walk() if not part.is_multipart()]
    assert bodies == [str(body).replace("\r\n", "\n") for body in expected]
    assert ours.faults == ()


# ----- the table, the record, the command


def test_rules_are_whole_and_documented() -> None:
    documented = re.findall(r"^\| `([\w-]+)` \| (\w+) \| (.+) \| (.+) \|$", DOC, re.MULTILINE)
    assert [(code, level, asks.replace("\\", ""), source) for code, level, asks, source in documented] == [
        (rule.code, rule.level, rule.asks, rule.source) for rule in RULES.values()
    ]
    assert f"{len(RULES)} rules." in DOC
    assert len(RULES) == sum(len(rows) for rows in AREAS.values())
    assert all(rule.mend and rule.source for rule in RULES.values())


DOC = (ROOT / "docs/ezine-lint.md").read_text("utf-8")


@pytest.mark.parametrize("code", [None, "line-ends", "no-message", "dark-mode"])
def test_records_keep_to_their_schema(code: str | None) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    made = record("issue.eml", lint(BREACHES[code] if code else CLEAN))
    jsonschema.validate(json.loads(json.dumps(made)), SCHEMA)
    assert made["verdict"] == {None: "clean", "dark-mode": "warnings", "line-ends": "warnings"}.get(
        code, "errors"
    )
    assert SCHEMA["properties"]["remarks"]["items"]["properties"]["area"]["enum"] == list(AREAS)


@pytest.mark.parametrize(
    ("name", "options", "code", "said"),
    [
        ("clean", [], 0, "clean"),
        ("dark-mode", [], 0, "errors: 0, warnings: 1"),
        ("dark-mode", ["--strict"], 1, "dark-mode"),
        ("one-click", [], 1, "RFC 8058 3.1"),
        ("one-click", [], 1, "add List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        ("missing", [], 2, "does not exist"),
    ],
)
def test_the_command_says_what_to_mend(
    tmp_path: Path, name: str, options: list[str], code: int, said: str
) -> None:
    file = tmp_path / "issue.eml"
    if name != "missing":
        file.write_bytes(BREACHES.get(name, CLEAN))
    done = CliRunner().invoke(lint_mail, [str(file), *options])
    assert done.exit_code == code
    assert said in done.output


def test_the_command_reads_many_files_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(CLEAN)
    done = CliRunner().invoke(
        lint_mail, [str(tmp_path / "one.eml"), "-", "--json"], input=BREACHES["bare-lf"]
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["file"], one["verdict"]) for one in records] == [
        (str(tmp_path / "one.eml"), "clean"),
        ("-", "errors"),
    ]
    assert done.exit_code == 1
