"""What a statement says about changing the text, and about using only a part of it."""

from byline.rights.grammar.wording import found, row

# How the text may be changed; the first row that fits a clause counts.
CHANGES = (
    row(
        "minor",
        r"\b(?:minor|small|light|slight|trivial|typos?|typographical|spelling"
        r"|grammar|formatting|style|house style|headlines?(?: may| can| free)?"
        r"|for (?:length|space|style|clarity)|time, place|place and style"
        r"|fit your (?:layout|format))\b",
        "minor|small|light|slight|trivial|typo|spelling|grammar|format"
        "|style|headline|length|space|clarity|time|layout",
        "minor edits for style",
    ),
    row(
        "no",
        r"\b(?:no|not|never|without|non|nor)\b(?: [a-z',]+){0,7}? (?:edit\w*"
        r"|alter\w*|chang\w+|modif\w+|abridg\w+|adapt\w*|derivative\w*|rewrit\w+"
        r"|rewrites?|spin\w*|tamper\w*|cut|cuts|shorten\w*|additions|touch\w*)\b",
        "no|without",
        "no changes",
    ),
    row(
        "no",
        r"\b(?:unaltered|unedited|unchanged|unmodified|verbatim|word for word"
        r"|untouched|as is|as it is|as written|as it stands|in (?:its|their) entirety"
        r"|intact|unabridged|uncut|stays whole|exactly as|complete and|in its original"
        r"|original form|in full|unverandert\w*|ungekurzt|integral\w*|sans modification"
        r"|sin modific\w+|senza modifiche|ongewijzigd|bez zmian|ohne anderung\w*)\b"
        r"|\b(?:rewrites?|spinning|editing|changes|alterations|modifications?"
        r"|edits|derivatives)\b.{0,40}\b(?:never|no|not|prohibited|forbidden"
        r"|barred)\b|\ball of it\b|\ball or nothing\b|\bwords and links untouched\b",
        "un|verbatim|word|as |entirety|intact|whole|exactly|complete|original"
        "|full|integral|sans|sin|senza|ongewijzigd|bez|ohne|rewrit|spinn"
        "|edit|chang|alter|modif|deriv|all ",
        "unaltered",
    ),
    row(
        "yes",
        r"\b(?:may|can|free to|welcome to|feel free to|please|do|allowed to"
        r"|okay to|fine to|you)(?: [a-z,]+){0,5}? (?:edit\w*|adapt\w*|alter\w*"
        r"|modif\w+|shorten\w*|cut|trim\w*|abridg\w+|rewrit\w+|rewrite|chang\w+"
        r"|condense\w*|remix\w*)\b|^\W*(?:cut|edit|shorten|trim|adapt|change"
        r"|rewrite|abridge) (?:it|this|them|at|as|freely|if|for|to|the (?:text"
        r"|article|piece))\b|\b(?:edits?|editing|changes|cuts|adaptations?"
        r"|shortening) (?:is |are )?(?:allowed|fine|okay|welcome|permitted"
        r"|all right|up to you)\b",
        "edit|adapt|alter|modif|shorten|cut|trim|abridg|rewrit|chang|condens|remix",
        "adapt it to your readers",
    ),
)

EXTENT = (
    row(
        "full_only",
        r"\b(?:in (?:its|their) entirety|whole (?:article|story|text|newsletter)"
        r"|(?:entire|complete|full) (?:article|story|text|newsletter)|in full"
        r"|all of it|stays whole|whole only|complete and|unabridged|all or nothing"
        r"|newsletter whole|unexcerpted|as a whole|ungekurzt)\b",
        "entirety|whole|entire|complete|full|all |unabridged|unexcerpted|ungekurzt",
        "only as a whole",
    ),
)


def change_in(text: str) -> tuple[str, int, int] | None:
    """What a clause says about changes to the text, with its place."""
    for wording, match in found(CHANGES, text):
        return wording.value, match.start(), match.end()
    return None
