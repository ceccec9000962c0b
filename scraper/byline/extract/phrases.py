"""What the furniture around an article says: buttons, headings that lead away, mailings, bylines, days.

To know one more label or phrase, add it to the pattern or the set that holds its like; `clean` takes such
lines away, and `body` is told of them.
"""

import re

CHROME_LINES = re.compile(
    r"\W*(?:read (?:more|next|also|on|the (?:full|rest).*)|continue reading|learn more|see (?:more"
    r"|also|all)|view more"
    r"|load more|show more|click here|share(?: this| on.*| article| post| via.*)?|tweet(?: this)?"
    r"|print(?: this.*)?"
    r"|e-?mail(?: this.*)?|pin(?: it)?|save|like(?: this)?(?: loading)?|follow us.*"
    r"|subscribe(?: now)?|sign up(?: now)?"
    r"|advertise?ments?|(?:ads?|sponsored links?|anzeigen) (?:by|from|via|von)\b.*"
    r"|sponsored(?: content)?|skip to (?:main )?content|table of contents"
    r"|back to top|top|home|menu"
    r"|copy(?: link)?|copied|loading|comments?|leave a (?:comment|reply)|no comments|\d+ comments?"
    r"|\d+ shares?"
    r"|facebook|twitter|linkedin|whatsapp|pinterest|reddit|x|instagram|previous|next|related(?: posts"
    r"| articles| stories)?"
    r"|you (?:may|might) also (?:like|enjoy).*|\d+ min(?:ute)?s? read|weiterlesen|mehr lesen"
    r"|lire la suite|leer más"
    r"|anzeige|werbung|publicité|publicidad)\W*",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"\W*(?:related\b.{0,40}|also in this issue"
    r"|you (?:may|might) also (?:like|enjoy).{0,30}|more (?:from|on|like this"
    r"|stories|articles|posts).{0,40}"
    r"|further reading|read (?:more|next|also).{0,30}|recommended(?: for you| reading| posts)?|recent posts"
    r"|latest (?:news|posts|articles)"
    r"|share this.{0,30}|leave a (?:comment|reply).{0,40}|comments?(?: \(?\d+\)?)?|\d+ comments?"
    r"|\d+ (?:responses|thoughts).{0,80}"
    r"|about the author.{0,40}|keep reading|popular posts|trending.{0,20}|subscribe.{0,60}|tags)\W*",
    re.IGNORECASE,
)
ABOUT_AUTHOR = re.compile(r"\W*about the author", re.IGNORECASE)  # a credit, even where no box was found
_MORE = r"(?:read more|more|continue reading|weiterlesen|mehr lesen|lire la suite|leer más)"
MORE = re.compile(rf"(?:\.\.\.|…)\s*\[?{_MORE}[\s\]»›>.]*$", re.IGNORECASE)
TEASER = re.compile(rf"(?:\.\.\.|…)(?:\s*\[?{_MORE}[\s\]»›>.]*)?$", re.IGNORECASE)
TRACKERS = re.compile(
    r"doubleclick\.net|/pixel(?:\.gif|\?)|[/.]beacon[./]|stats\.wordpress|feedburner\.com/~"
    r"|feeds\.wordpress\.com"
    r"|facebook\.com/tr\b|google-analytics|scorecardresearch|quantserve|blank\.gif|spacer\.gif|1x1",
    re.IGNORECASE,
)
_RULE = r"[=*~#_+-][=*~#_+-]{2,}"  # begins with one sign, so that a search goes from sign to sign
_LISTING = r"(?:un)?subscri\w+(?:\s*[/&|]\s*(?:un)?subscri\w+)?|list (?:info\w*|admin\w*|services?)"
RULED = re.compile(  # a label between rules, as mailings in plain text part what is not theirs
    rf"{_RULE}\s*(?:(?:end |begin )?(?:sponsor\w*|paid|classified)?\s*(?:ads?|advert\w*|sponsors?|sponsored)"
    rf"|{_LISTING})\b[^=*~#_+]{{0,30}}{_RULE}",
    re.IGNORECASE,
)
MAILING = re.compile(
    r"\W*(?:to (?:leave|join|be removed from|unsubscribe|subscribe)\b.{0,60}"
    r"\b(?:send|e?-?mail|click|visit|go to)\b"
    r"|this issue (?:went|was sent|goes|is sent) (?:out )?to [\d,.]+"
    r"|you(?:'re| are| have)? (?:receiv|subscrib)\w+\b.{0,60}\bbecause\b)",
    re.IGNORECASE,
)
REACH_US = re.compile(  # a telephone number, or a place with its postal code
    r"\b(?:phone|tel(?:ephone)?|fax|fon)\b\W{0,3}\+?[\d(]"
    r"|\b[A-Z][a-z]+,? (?:[A-Z]{2}|[A-Z][a-z]+) \d{5}(?:-\d{4})?\b"
)
WRITTEN = re.compile(
    r"^(?:(?:written|posted|submitted)\s+)?(?:by|von|par|por|di|door|af|av)\b[\s:]*", re.IGNORECASE
)
AROUND_A_DAY = {
    *(
        "posted",
        "published",
        "date",
        "dated",
        "on",
        "at",
        "the",
        "of",
        "st",
        "nd",
        "rd",
        "th",
        "am",
        "pm",
        "a",
        "p",
        "m",
    ),
    *(
        "utc",
        "gmt",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "cet",
        "cest",
        "t",
        "z",
        "h",
        "uhr",
        "um",
    ),
    *(
        "de",
        "del",
        "le",
        "el",
        "la",
        "à",
        "den",
        "der",
        "er",
        "года",
        "г",
        "年",
        "月",
        "日",
        "년",
        "월",
        "일",
    ),
    *(
        "veröffentlicht",
        "erschienen",
        "publié",
        "publicado",
        "pubblicato",
        "gepubliceerd",
        "opublikowano",
        "в",
    ),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"),
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    *("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}
