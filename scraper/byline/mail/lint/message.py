"""A message taken apart for judging: its headers as they were written, its parts, and what is broken.

Total: any bytes give a `Mail`. The standard library's parser is not used for the structure, because it
calls itself for each level and looks at each line once for each level; what it reads, this reads alike
(a test compares them). Nothing is decoded here but the names and parameters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from byline.mail.lint.remarks import Found, quoted

MAX_BYTES = 25 * 1024 * 1024  # what Gmail takes; more is not looked at
MAX_HEADERS = 100 * 1024  # bytes of all headers; Postfix' header_size_limit
READ_HEADERS = 256 * 1024  # bytes that are read all the same
MAX_PARTS = 200
MAX_LEVELS = 20
MAX_TAIL = 80  # blanks after a delimiter
MAX_TYPE = 2_000  # characters of a Content-Type; real ones have a hundred

NAME = re.compile(rb"([!-9;-~]+)[ \t]*:")
PARAMETER = re.compile(r';\s*([^\s=;"]{1,60}?)(\*?)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*)')
KIND = re.compile(r"\s*([\w.+-]{1,80}/[\w.+-]{1,80})\s*(?:;|\(|$)", re.ASCII)
BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")
FOLD = re.compile(r"\n(?=[ \t])")


@dataclass(frozen=True, slots=True)
class Header:
    """One header field.

    Attributes:
        name: in lower case.
        written: the name as it is written.
        value: unfolded; bytes beyond ASCII are read as UTF-8 where they can be.
        raw: the whole field, folded as it came, lines parted by LF.
        at: where it begins in the message.

    """

    name: str
    written: str
    value: str
    raw: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part; the message itself is part 1.

    Attributes:
        number: 1.2 is the second part of the first.
        start: where the body begins in `Mail.data`.
        end: where it ends.
        kind: `text/html`; `text/plain` where nothing is said.
        parameters: of the type, names in lower case.

    """

    number: str
    headers: tuple[Header, ...]
    start: int
    end: int
    kind: str
    parameters: dict[str, str]
    above: "Part | None" = None

    @property
    def is_multipart(self) -> bool:
        """Whether it holds parts, not a text or a file."""
        return self.kind.startswith("multipart/")

    @property
    def encoding(self) -> str:
        """The transfer encoding in lower case; 7bit where nothing is said."""
        return (value_of(self.headers, "content-transfer-encoding") or "7bit").strip().lower()

    @property
    def is_attached(self) -> bool:
        """Whether it is a file to save rather than something to read."""
        said = value_of(self.headers, "content-disposition") or ""
        return said.strip().lower().startswith("attachment")

    @property
    def path(self) -> tuple["Part", ...]:
        """The parts that hold it, outermost first."""
        held, above = [], self.above
        while above is not None:
            held.append(above)
            above = above.above
        return tuple(reversed(held))

    @property
    def called(self) -> str:
        """How remarks call it."""
        return f"part {self.number} ({self.kind})"


@dataclass(frozen=True, slots=True)
class Mail:
    """A message taken apart.

    Attributes:
        raw: as it came.
        data: the same with every line end LF; offsets are into this.
        parts: all of them, the message itself first, in their order.
        faults: what is wrong with the structure.
        head_end: where the headers of the message end.

    """

    raw: bytes
    data: bytes
    parts: tuple[Part, ...]
    faults: tuple[Found, ...] = ()
    head_end: int = 0

    @property
    def headers(self) -> tuple[Header, ...]:
        """The message's own."""
        return self.parts[0].headers

    def all(self, name: str) -> list[Header]:
        """Every header of a name, in lower case."""
        return [header for header in self.headers if header.name == name]

    def value(self, name: str) -> str:
        """The first header of a name; empty where there is none."""
        return value_of(self.headers, name) or ""

    def body(self, part: Part) -> bytes:
        """The bytes of a part, not decoded."""
        return self.data[part.start : part.end]

    def line(self, at: int) -> str:
        """Where an offset is, for a person."""
        return f"line {self.data.count(10, 0, at) + 1}"


def value_of(headers: tuple[Header, ...], name: str) -> str | None:
    """The first header of a name, in lower case."""
    return next((header.value for header in headers if header.name == name), None)


def take_apart(message: bytes) -> Mail:
    """The message, whatever it is."""
    data = message.replace(b"\r\n", b"\n")
    reading = _Reading(data)
    headers, start = reading.headers(0, len(data))
    reading.parts.append(reading.part("1", headers, start, len(data), None))
    waiting = [reading.parts[0]]
    while waiting:
        inner = reading.inside(waiting.pop())
        reading.parts.extend(inner)
        waiting.extend(inner)
    order = sorted(reading.parts, key=lambda part: (part.start, len(part.path)))
    return Mail(message, data, tuple(order), tuple(reading.faults), start)


@dataclass(slots=True)
class _Reading:
    """One message being taken apart; the faults that come up on the way."""

    data: bytes
    parts: list[Part] = field(default_factory=list)
    faults: list[Found] = field(default_factory=list)

    def headers(self, start: int, end: int) -> tuple[tuple[Header, ...], int]:
        """The header fields from `start` on, and where the body begins."""
        if self.data.startswith(b"\n", start, end):
            return (), start + 1
        stop = self.data.find(b"\n\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start > MAX_HEADERS:
            text = f"the headers have {stop - start:,} bytes"
            self._fault("header-size", text, start)
        return tuple(self._fields(start, min(stop, start + READ_HEADERS))), min(stop + 2, end)

    def _fields(self, start: int, stop: int) -> Iterator[Header]:
        """Fields with their continuations; a line that is neither is a fault."""
        at, begun = start, -1
        lines = self.data[start:stop].split(b"\n")
        for line in lines:
            folded = line[:1] in {b" ", b"\t"} and begun >= 0
            if not folded:
                if begun >= 0:
                    yield self._field(begun, at - 1)
                begun = at if NAME.match(line) else -1
                if begun < 0 and line:
                    said = f"a line that is no header: {quoted(line.decode('utf-8', 'replace'))}"
                    self._fault("header-line", said, at)
            elif not line.strip():
                said = "a continuation line of blanks alone"
                self._fault("header-fold", said, at)
            at += len(line) + 1
        if begun >= 0:
            yield self._field(begun, min(at - 1, stop))

    def _field(self, start: int, stop: int) -> Header:
        raw = self.data[start:stop]
        name, _, value = raw.partition(b":")
        written = name.decode("ascii", "replace").rstrip()
        unfolded = FOLD.sub("", value.decode("utf-8", "replace")).strip(" \t")
        return Header(written.lower(), written, unfolded, raw, start)

    def part(
        self, number: str, headers: tuple[Header, ...], start: int, end: int, above: Part | None
    ) -> Part:
        """A part with its type read."""
        usual = "message/rfc822" if above is not None and above.kind == "multipart/digest" else "text/plain"
        said = value_of(headers, "content-type")
        kind, parameters = (usual, {}) if said is None else read_type(said)
        if said is not None and not kind:
            where = f"part {number}"
            self.faults.append(Found("content-type", f"no type can be read from {quoted(said)!r}", where))
            kind = "text/plain"
        return Part(number, headers, start, end, kind, parameters, above)

    def inside(self, part: Part) -> list[Part]:
        """The parts of a part, none of a leaf."""
        if not part.is_multipart:
            return []
        boundary = part.parameters.get("boundary", "")
        if not BOUNDARY.fullmatch(boundary):
            said = f"the boundary {quoted(boundary)!r} cannot part anything" if boundary else "it has none"
            self.faults.append(Found("boundary", said, part.called))
            return []
        if len(part.path) >= MAX_LEVELS:
            self.faults.append(
                Found("nesting", f"parts within parts, more than {MAX_LEVELS} deep", part.number)
            )
            return []
        return self._divided(part, boundary.encode("ascii"))

    def _divided(self, part: Part, boundary: bytes) -> list[Part]:
        marks, closed = self._marks(part, b"--" + boundary)
        if not marks:
            text = f"its boundary {quoted(boundary.decode())!r} never comes"
            self.faults.append(Found("boundary-unmet", text, part.called))
            return []
        if not closed:
            self.faults.append(Found("boundary-open", "its last part has no end", part.called))
        spans = [(mark[1], after[0]) for mark, after in zip(marks, [*marks[1:], (part.end, 0)], strict=True)]
        spans = [span for span in (spans[:-1] if closed else spans) if span[0] <= span[1]]
        inner: list[Part] = []
        for index, (start, end) in enumerate(spans, 1):
            if len(self.parts) + len(inner) >= MAX_PARTS:
                self.faults.append(Found("nesting", f"more than {MAX_PARTS} parts", part.called))
                break
            headers, body = self.headers(start, end)
            inner.append(self.part(f"{part.number}.{index}", headers, min(body, end), end, part))
        return inner

    def _marks(self, part: Part, mark: bytes) -> tuple[list[tuple[int, int]], bool]:
        """Where delimiter lines begin (at the line end before them) and end; whether the last one closes."""
        found: list[tuple[int, int]] = []
        at = part.start if self.data.startswith(mark, part.start) else self._next(part.start, part.end, mark)
        while 0 <= at < part.end and len(found) <= MAX_PARTS:
            after = at + len(mark)
            stop = self.data.find(b"\n", after, part.end)
            stop = part.end if stop < 0 else stop
            tail = self.data[after : min(stop, after + 80)].rstrip(b" \t")
            if tail in {b"", b"--"} and stop - after <= MAX_TAIL:
                found.append((max(at - 1, part.start), min(stop + 1, part.end)))
                if tail:
                    return found, True
            at = self._next(stop, part.end, mark)
        return found, False

    def _next(self, start: int, end: int, mark: bytes) -> int:
        at = self.data.find(b"\n" + mark, max(start, 0), end)
        return at if at < 0 else at + 1

    def _fault(self, code: str, said: str, at: int) -> None:
        """Note a fault; the lines before it are counted for the first of a kind alone."""
        known = any(fault.code == code for fault in self.faults[-MAX_PARTS:])
        where = "" if known else f"line {self.data.count(10, 0, at) + 1}"
        self.faults.append(Found(code, said, where))


def read_type(value: str) -> tuple[str, dict[str, str]]:
    """A Content-Type as kind and parameters; an empty kind where none can be read."""
    short = value[:MAX_TYPE]
    kind = KIND.match(short)
    if kind is None:
        return "", {}
    parameters: dict[str, str] = {}
    for name, extended, said in PARAMETER.findall(short):
        plain = re.sub(r"\\(.)", r"\1", said[1:-1]) if said.startswith('"') else said
        parameters.setdefault(name.lower(), plain.rpartition("'")[2] if extended else plain)
    return kind[1].lower(), parameters
