"""What a republisher gets of one article, decided from what its words lend to everybody.

Pure. `kit_of` is the only place that decides; `page.py` and `manifest.py` print its answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape

from byline.model import MAIN_USES, Answer, Article, Link, Permit, Refusal, Terms, Use
from byline.render import links, printable
from byline.rights.credit import as_markdown
from byline.rights.parts.sentences import sentences
from byline.rights.permit import permit, statement_of
from byline.rights.plainly import ANSWERS, USES, VALUES, Line, conditions, duties
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Entry
from byline_pelican.kit.judged import fault_of
from byline_pelican.kit.markdown import markdown_without_images, whole_html
from byline_pelican.kit.notice import Notice, address_of, mailbox, mailto, notice_of
from byline_pelican.kit.pictures import EXCLUDING, LeftOut, Lending, Picture, hosts_of, left_out, pictures_of
from byline_pelican.kit.places import kit_url
from byline_pelican.kit.texts import FORMS, Form, KitText, NotMadeError, Piece, forms_for, text_of
from byline_pelican.kit.uses import REPRINTING
from byline_pelican.machine.places import article_address

UNSAID = "Nothing is said of changes, so the words stay as they are."
CHANGES = tuple(said for fact, said in VALUES.items() if fact.startswith("modify="))
FEW = 5  # words of a proof; one with fewer is shown in its sentence
MAX_SENTENCE = 300  # characters
IMAGE = "!["  # no text without it shows a picture
NOT_WHOLE = "this form would not keep all that the terms ask for"

Answers = dict[Use, Permit | Refusal]


@dataclass(frozen=True, slots=True)
class UseLine:
    """One use: may it be reprinted so, and the author's words for it."""

    use: Use
    label: str
    allowed: bool
    verdict: str
    words: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """A form that the kit does not have, and why."""

    form: Form
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything for one article.

    Attributes:
        article: as its file says.
        terms: read afresh.
        piece: what is lent.
        url: of the kit, below SITEURL; it ends with a slash.
        uses: each with its answer, the main three first.
        keep: what a copy keeps.
        changes: what the words say of changes.
        conditions: all other conditions.
        texts: the piece in each form; none where nothing is lent.
        lacking: forms that are not there.
        reprints: the uses among those lent that reprint the words as they stand.
        left_out: pictures that stay here.
        notice: what the author asks to be told.
        canonical: the element that a web page must have in its head; empty where nobody asks for it.
        ask: a mail that asks for permission; empty where something is lent, or no address is known.
        ask_at: where to ask.
        links: what must stay live.

    """

    article: Article
    terms: Terms
    piece: Piece
    url: str
    uses: tuple[UseLine, ...]
    keep: tuple[Line, ...]
    changes: Line
    conditions: tuple[Line, ...]
    texts: tuple[KitText, ...]
    lacking: tuple[Lacking, ...]
    reprints: tuple[Use, ...]
    left_out: tuple[LeftOut, ...]
    notice: Notice
    canonical: str
    ask: str
    ask_at: str
    links: tuple[Link, ...]

    @property
    def lends(self) -> bool:
        """Whether there is anything to paste."""
        return bool(self.texts)


@dataclass(frozen=True, slots=True)
class Loan:
    """What is lent of an article, before any text is made of it.

    Attributes:
        piece: the words, and which pictures stay here.
        answers: what everybody may do.
        uses: those that are granted.
        pictures: all that the article shows.
        out: those that stay here.
        lending: what each was judged by.

    """

    piece: Piece
    answers: Answers
    uses: tuple[Use, ...]
    pictures: tuple[Picture, ...]
    out: tuple[LeftOut, ...]
    lending: Lending


def kit_of(entry: Entry, configuration: Configuration) -> Kit:
    """The kit of a published article."""
    article, terms = entry.article, entry.terms
    loan = loan_of(entry, configuration)
    piece, answers, out = loan.piece, loan.answers, loan.out
    uses = loan.uses
    lent = tuple(use for use in uses if use in REPRINTING)
    texts, unmade = _texts(piece, lent, entry)
    contact = configuration.byline.contact
    statement = statement_of(article)
    quote = quoter(terms, statement)
    said = [replace(line, words=quote(line.words)) for line in conditions(terms)]
    notice = notice_of(terms, piece, contact, statement)
    to = "" if lent else address_of(terms, piece.credit, contact, statement)
    return Kit(
        article=article,
        terms=terms,
        piece=piece,
        url=kit_url(article.slug, configuration.pelican),
        uses=tuple(replace(line, words=quote(line.words)) for line in _use_lines(answers, terms)),
        keep=tuple(replace(line, words=quote(line.words)) for line in duties(terms)),
        changes=next((line for line in said if line.text in CHANGES), Line(UNSAID)),
        conditions=tuple(line for line in said if not line.text.startswith(CHANGES)),
        texts=texts,
        lacking=tuple(
            replace(lack, words=quote(lack.words)) for lack in _lacking(answers, terms, lent, unmade)
        ),
        reprints=lent,
        left_out=tuple(replace(left, words=quote(left.words)) for left in out),
        notice=replace(notice, words=quote(notice.words)),
        canonical=_canonical(terms, piece) if Use.WEB in uses else "",
        ask=mailto(to, piece, "none", to_site=to == mailbox(contact)),
        ask_at=to,
        links=tuple(dict.fromkeys(links(as_markdown(piece.credit)))),
    )


def answers_for(entry: Entry, configuration: Configuration) -> Answers:
    """What everybody may do with an article, or with its text alone where the terms bar its pictures."""
    if entry.lent or IMAGE not in entry.article.body:
        return entry.lends
    return loan_of(entry, configuration).answers


def loan_of(entry: Entry, configuration: Configuration) -> Loan:
    """What everybody may have of a published article."""
    terms, piece = entry.terms, _piece(entry, configuration)
    pictures = pictures_of(whole_html(piece.markdown, piece.base)) if IMAGE in piece.markdown else ()
    answers = _answers(entry, terms, pictures)
    uses = tuple(use for use, answer in answers.items() if isinstance(answer, Permit))
    lending = Lending(entry.article, terms, uses, entry.on, hosts_of(entry.article, configuration.site_url))
    out = left_out(pictures, lending)
    piece = replace(piece, out=frozenset(left.picture.number for left in out))
    return Loan(piece, answers, uses, pictures, out, lending)


def _piece(entry: Entry, configuration: Configuration) -> Piece:
    base = article_address(entry.article, configuration)
    return Piece(
        credit=entry.credit,
        markdown=printable(entry.article.body),
        base=base,
        language=entry.article.language or "",
        home=configuration.language,
        out=frozenset(),
        canonical=entry.credit.source_url or base,
    )


def _answers(entry: Entry, terms: Terms, pictures: tuple[Picture, ...]) -> Answers:
    """What everybody may do; where the terms leave the pictures out, with the text without them."""
    barred = any(limit.kind in EXCLUDING for limit in terms.limits)
    if entry.lent or not barred or not pictures:
        return entry.lends
    article = entry.article
    bare = markdown_without_images(article.body, {picture.number for picture in pictures})
    if not bare.strip():
        return entry.lends
    unsigned = replace(article, body=bare, rights=replace(article.rights, reviewed=None))
    return {use: permit(unsigned, use, entry.on) for use in entry.lends}


def _use_lines(answers: Answers, terms: Terms) -> Iterator[UseLine]:
    """The main uses, and every other that the words name."""
    for use in (*MAIN_USES, *(use for use in Use if use not in MAIN_USES)):
        said, answer = terms.answer(use), answers[use]
        if use not in MAIN_USES and said is Answer.SILENT:
            continue
        if isinstance(answer, Permit):
            yield UseLine(use, USES[use], True, ANSWERS[Answer.GRANTED], answer.proof)
        elif said is Answer.SILENT:
            yield UseLine(use, USES[use], False, ANSWERS[said], "")
        else:
            verdict = answer.reason if said is Answer.GRANTED else ANSWERS[said]
            yield UseLine(use, USES[use], False, verdict, answer.words)


def quoter(terms: Terms, statement: str) -> Callable[[str], str]:
    """Words that prove a fact, and where they are few, the sentence that they stand in."""
    spans = [(s.start, s.end) for s in sentences(statement)]

    def quote(words: str) -> str:
        if len(words.split()) >= FEW:
            return words
        facts = [fact for fact in terms.because if fact.text == words]
        inside = {span for fact in facts for span in spans if span[0] <= fact.start < span[1]}
        (start, end) = next(iter(inside)) if len(inside) == 1 else (0, 0)
        whole = statement[start:end].strip()
        return whole if words in whole and len(whole) <= MAX_SENTENCE else words

    return quote


def _texts(piece: Piece, lent: tuple[Use, ...], entry: Entry) -> tuple[tuple[KitText, ...], dict[str, str]]:
    """The texts that keep everything; and by the name of its form, why one is not there."""
    texts: list[KitText] = []
    unmade: dict[str, str] = {}
    for form in forms_for(lent):
        try:
            text = text_of(piece, form)
        except NotMadeError as reason:
            unmade[form.name] = str(reason)
            continue
        fault = fault_of(text, entry)
        if fault:
            unmade[form.name] = f"{NOT_WHOLE}: {fault}"
        else:
            texts.append(text)
    return tuple(texts), unmade


def _lacking(
    answers: Answers, terms: Terms, lent: tuple[Use, ...], unmade: dict[str, str]
) -> Iterator[Lacking]:
    for form in FORMS if lent else ():
        answer = answers[form.use] if form.use else None
        if isinstance(answer, Refusal):
            words = "" if terms.answer(answer.use) is Answer.SILENT else answer.words
            yield Lacking(form, answer.reason, words)
        elif form.name in unmade:
            yield Lacking(form, unmade[form.name], "")


def _canonical(terms: Terms, piece: Piece) -> str:
    asked = any(limit.kind == "canonical" for limit in terms.limits)
    return f'<link rel="canonical" href="{escape(piece.canonical)}">' if asked else ""
