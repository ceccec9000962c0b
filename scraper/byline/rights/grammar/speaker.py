"""Who speaks in a statement: the author, unless its words show a publisher or a host."""

from byline.rights.grammar.wording import found, row

SPEAKERS = (
    row(
        "host",
        r"\b(?:used without the specific (?:authority|authori[sz]ation)"
        r"|has not always been (?:specifically )?authori[sz]ed|we do not own"
        r"|this (?:page|site) (?:may )?(?:hold|contain)s? copyright(?:ed)? material)\b",
        "authori|own|hold|contain",
        "a host's fair-use notice",
    ),
    row(
        "host",  # who posts under such a name posts what others wrote
        r"^\W*(?:posted|uploaded|hosted|added|distributed) by (?:the )?(?:\w+ ){0,2}?"
        r"(?:e?zine ?articles?|articles?|content|\w*(?:articles?|content)) ?(?:hub|base|bank|city|alley"
        r"|dashboard|directory|archive|depot|warehouse|world|central|farm|mill)s?\b",
        "posted|uploaded|hosted|added|distributed",
        "Posted by an article directory",
    ),
    row("author", r"\b(?:i|my|me|mine)\b", "i|m", "one person"),
    row(
        "publisher",
        r"\b(?:we|our|us|(?:of|from|by) the (?:publisher|editors?)|the (?:magazine"
        r"|newsroom|company|society)|verlag\w*|redaktion|redaction|editorial"
        r"|redazione|redactie|uitgever|redakcj\w+|wydawc\w+)\b",
        "we|our|us|publisher|editor|magazine|newsroom|company|society|verlag"
        "|redaktion|redaction|redazione|redactie|uitgever|redakcj|wydawc",
        "a house",
    ),
)


def speaker_in(text: str) -> tuple[str, int, int] | None:
    """Who a clause shows to be speaking, with the word that shows it."""
    for wording, match in found(SPEAKERS, text):
        return wording.value, match.start(), match.end()
    return None
