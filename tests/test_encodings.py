"""Encodings: the words are right, or a doubt says that they may not be. Never wrong in silence."""

import time
from collections.abc import Iterator

import pytest

from byline import extract
from byline.extract.decode import decode

# A page's worth of prose in each script, long enough for a detector.
ENGLISH = "The keeper said “no” twice – the café, he’d heard, was closed until May. "
GERMAN = "Der Bäcker öffnet früh, und über der Tür hängt ein großes Schild für die müden Gäste. "
POLISH = "Żółta łódź stała na przystani, gdyż rybacy wciąż naprawiali swoje sieci i pili gorącą herbatę. "
TURKISH = "Balıkçılar güneş doğmadan önce kıyıya indiler ve şarkı söyleyerek ağlarını düzenlediler. "
GREEK = "Ο ψαράς ξύπνησε νωρίς το πρωί και κατέβηκε στο λιμάνι για να φτιάξει τα δίχτυα του. "
RUSSIAN = "Рыбак проснулся рано утром и пошёл на берег, чтобы починить свои старые сети. "
ARABIC = "استيقظ الصياد في الصباح الباكر ونزل إلى الشاطئ ليصلح شباكه القديمة قبل شروق الشمس. "
HEBREW = "הדייג התעורר מוקדם בבוקר וירד אל החוף כדי לתקן את הרשתות הישנות שלו. "
THAI = "ชาวประมงตื่นแต่เช้าและเดินลงไปที่ชายหาดเพื่อซ่อมอวนเก่าของเขา "
JAPANESE = "漁師は朝早く起きて、古い網を直すために浜辺へ歩いて行きました。海はとても静かでした。"
SIMPLIFIED = "渔夫清晨很早就起床，走到海边去修补他的旧渔网，大海非常平静。"
TRADITIONAL = "漁夫清晨很早就起床，走到海邊去修補他的舊漁網，大海非常平靜。"
KOREAN = "어부는 아침 일찍 일어나 낡은 그물을 고치러 바닷가로 내려갔고 바다는 아주 고요했다. "
TEXTS = (ENGLISH, GERMAN, RUSSIAN, GREEK, HEBREW, ARABIC, THAI, JAPANESE, SIMPLIFIED, KOREAN)

TOLD = {"damaged-characters", "encoded-twice", "encoding-guessed"}


def page(text: str, head: str = "") -> str:
    """A page of three paragraphs and its head."""
    return f"<html><head>{head}<title>A page</title></head><body><p>{text * 4}</p>" + f"<p>{text * 4}</p>" * 2


def meta(label: str) -> str:
    return f'<meta charset="{label}">'


LABELLED = {  # label -> Python's encoding, text
    "utf-8": ("utf-8", JAPANESE),
    "windows-1252": ("cp1252", ENGLISH),
    "iso-8859-1": ("cp1252", GERMAN),
    "iso-8859-15": ("iso8859-15", GERMAN),
    "iso-8859-2": ("iso8859-2", POLISH),
    "windows-1250": ("cp1250", POLISH),
    "iso-8859-7": ("iso8859-7", GREEK),
    "windows-1253": ("cp1253", GREEK),
    "iso-8859-8": ("iso8859-8", HEBREW),
    "iso-8859-8-i": ("iso8859-8", HEBREW),
    "windows-1255": ("cp1255", HEBREW),
    "iso-8859-9": ("iso8859-9", TURKISH),
    "windows-1254": ("cp1254", TURKISH),
    "iso-8859-6": ("iso8859-6", ARABIC),
    "windows-1256": ("cp1256", ARABIC),
    "windows-874": ("cp874", THAI),
    "tis-620": ("cp874", THAI),
    "koi8-r": ("koi8-r", RUSSIAN),
    "windows-1251": ("cp1251", RUSSIAN),
    "x-cp1251": ("cp1251", RUSSIAN),
    "iso-8859-5": ("iso8859-5", RUSSIAN),
    "ibm866": ("cp866", RUSSIAN),
    "x-mac-cyrillic": ("mac-cyrillic", RUSSIAN),
    "macintosh": ("mac-roman", GERMAN),
    "Shift_JIS": ("cp932", JAPANESE),
    "x-sjis": ("cp932", JAPANESE),
    "EUC-JP": ("euc_jp", JAPANESE),
    "ISO-2022-JP": ("iso2022_jp", JAPANESE),
    "gb2312": ("gbk", SIMPLIFIED),
    "GB18030": ("gb18030", SIMPLIFIED),
    "Big5": ("big5", TRADITIONAL),
    "EUC-KR": ("euc_kr", KOREAN),
}


@pytest.mark.parametrize("label", LABELLED)
def test_what_a_page_declares_is_believed_where_it_fits(label: str) -> None:
    encoding, text = LABELLED[label]
    read = decode(page(text, meta(label)).encode(encoding))
    assert text * 4 in read.text
    assert read.doubts == ()


UNLABELLED = dict(LABELLED.values())


@pytest.mark.parametrize("encoding", UNLABELLED)
def test_without_a_label_the_words_are_right_or_in_doubt(encoding: str) -> None:
    text = UNLABELLED[encoding]
    assert is_told(decode(page(text).encode(encoding)).text, page(text).encode(encoding), text)


def is_told(read: str, content: bytes, text: str) -> bool:
    """Whether the words came out, or a doubt stands beside them."""
    return text.strip() in read or bool(TOLD & {doubt.what for doubt in decode(content).doubts})


MISTAKEN = [
    (label, encoding, text)
    for label in ("utf-8", "iso-8859-1", "windows-1251", "koi8-r", "shift_jis", "gb2312", "big5", "euc-kr")
    for encoding, text in UNLABELLED.items()
    if text not in {ENGLISH, GERMAN, POLISH, TURKISH}  # no detector tells Latin letters from Latin letters
]


@pytest.mark.parametrize(
    ("label", "encoding", "text"), [pytest.param(*m, id=f"{m[0]}-{m[1]}") for m in MISTAKEN]
)
def test_a_wrong_label_never_makes_wrong_words_in_silence(label: str, encoding: str, text: str) -> None:
    content = page(text, meta(label)).encode(encoding)
    assert is_told(decode(content).text, content, text)


LATE = "<style>" + "p { margin: 0 } " * 400 + "</style>"
DAMAGED = page(GREEK, meta("utf-8")).encode().replace(b"<p>", b"<p>\xff ", 1)


def damage() -> Iterator[tuple[str, bytes, str, set[str]]]:
    """Name, page, words that must come out, doubts that must be raised."""
    yield "utf-8 with mark", page(GREEK).encode("utf-8-sig"), GREEK, set()
    yield (
        "utf-8 with mark, under another label",
        page(GREEK, meta("koi8-r")).encode("utf-8-sig"),
        GREEK,
        set(),
    )
    yield "utf-8 without label", page(THAI).encode(), THAI, set()
    yield "utf-8 labelled latin-1", page(RUSSIAN, meta("iso-8859-1")).encode(), RUSSIAN, set()
    yield "utf-8 with an unknown label", page(KOREAN, meta("unset")).encode(), KOREAN, set()
    yield (
        "utf-8 that holds the mark of damage",
        page("Zoë sings. ", "<i>\ufffd</i>").encode(),
        "Zoë sings. ",
        {"damaged-characters"},
    )
    yield "utf-8 that holds stray controls", page("Zoë sings.\x85 ").encode(), "Zoë sings. ", set()
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        yield f"{name}, unlabelled", page(JAPANESE).encode(name), JAPANESE, set()
        yield f"{name}, labelled utf-8", page(POLISH, meta("utf-8")).encode(name), POLISH, set()
    yield (
        "label utf-16 on a page of single bytes",
        page("All is plain. ", meta("utf-16")).encode(),
        "All is",
        set(),
    )
    yield (
        "windows-1252 quotes, unlabelled",
        page("She said “no” – twice. ").encode("cp1252"),
        "said “no” –",
        set(),
    )
    yield (
        "windows-1252 labelled utf-8",
        page(ENGLISH, meta("utf-8")).encode("cp1252"),
        ENGLISH,
        {"encoding-guessed"},
    )
    yield "label after 4 KB", page(POLISH, LATE + meta("iso-8859-2")).encode("iso8859-2"), POLISH, set()
    xml = '<?xml version="1.0" encoding="koi8-r"?>' + page(RUSSIAN)
    yield "label in an XML declaration", xml.encode("koi8-r"), RUSSIAN, set()
    http = "<META CONTENT='text/html; charset=windows-1251' HTTP-EQUIV=Content-Type>"
    yield "label in http-equiv", page(RUSSIAN, http).encode("cp1251"), RUSSIAN, set()
    comment = f"<!-- {meta('koi8-r')} -->{meta('windows-1251')}"
    yield "another label in a comment", page(RUSSIAN, comment).encode("cp1251"), RUSSIAN, set()
    script = f"<script>x = '{meta('koi8-r')}'</script>{meta('windows-1251')}"
    yield "another label in a script", page(RUSSIAN, script).encode("cp1251"), RUSSIAN, set()
    source = f'<script charset="utf-8" src=a.js></script>{meta("windows-1251")}'
    yield "the label of a script's source", page(RUSSIAN, source).encode("cp1251"), RUSSIAN, set()
    yield "NUL bytes in between", page(GREEK).encode().replace(b" ", b" \0", 40), GREEK, set()
    yield "utf-8 with bytes that are none", DAMAGED, GREEK, {"damaged-characters"}
    mixed = page(GREEK).encode() + f"<p>{GERMAN}</p>".encode("cp1252")
    yield "two encodings in one page", mixed, GREEK, {"damaged-characters"}
    cut = page(JAPANESE, meta("utf-8")).encode()[:-5]
    yield "utf-8 cut within a letter", cut, JAPANESE, {"damaged-characters"}
    yield "utf-16 cut within a letter", page(GREEK).encode("utf-16")[:-1], GREEK, {"damaged-characters"}


@pytest.mark.parametrize(("content", "words", "doubts"), [pytest.param(*c[1:], id=c[0]) for c in damage()])
def test_damage_of_each_kind_is_read_or_told(content: bytes, words: str, doubts: set[str]) -> None:
    read = decode(content)
    assert words in read.text
    assert {doubt.what for doubt in read.doubts} == doubts


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_what_was_encoded_twice_is_told_and_not_mended(text: str, wrong: str) -> None:
    def misread(byte: int) -> str:
        try:
            return bytes([byte]).decode(wrong)
        except UnicodeDecodeError:
            return chr(byte)

    twice = "".join(misread(byte) for byte in page(text, meta("utf-8")).encode())
    assert "encoded-twice" in {doubt.what for doubt in decode(twice.encode()).doubts}


@pytest.mark.parametrize(
    "text",
    [
        *(GERMAN, POLISH, TURKISH, GREEK, RUSSIAN, JAPANESE),
        "« Voilà », dit-elle ; l’été à Évry coûte 5 €… « Hélas… » Ça, où ? À Paris, dès l’aube. ",
        "São João é já ali: “está…” e não há ninguém à porta. Às três, a avó põe o chá. 7 €. ",
        "MÜNCHEN ÖFFNET ÜBERALL: GRÖẞE, MAẞ, SPÄT. Ñandú, señor, año, NIÑO, ÑOQUI. ÅÄÖ på svenska. ",
    ],
)
def test_ordinary_letters_raise_no_doubt(text: str) -> None:
    assert decode(page(text).encode()).doubts == ()


def test_a_doubt_about_letters_shows_some_of_them() -> None:
    doubts = extract(page(RUSSIAN).encode("koi8-r")).doubts
    words = next(doubt.text for doubt in doubts if doubt.what == "encoding-guessed")
    assert words.startswith("read as koi8-r: ")
    assert "Рыбак проснулся" in words


@pytest.mark.parametrize(
    "content",
    [
        b"<meta charset=" * 9_000,
        b"<meta charset=koi8-r><!--" * 9_000,
        b"<meta " * 9_000,
        b"<\xe9" * 900_000,
    ],
)
def test_many_labels_take_no_time(content: bytes) -> None:
    started = time.process_time()
    assert decode(content + b"<p>\xe9t\xe9").doubts
    assert time.process_time() - started < 5
