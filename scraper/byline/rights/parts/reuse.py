"""How people write that others may, may not or must ask to use their work: tables, no code.

`statement` walks them to find such sentences; what a sentence means is for `terms`. A new
wording is one row in the table of its kind. Patterns are tried on one sentence with plain
quotes; gaps are bounded, so that no text takes long.
"""

import re

from byline.rights.grammar.wording import one_of
from byline.rights.parts.screen import screen

WORK = (
    r"(?:articles?|stor(?:y|ies)|works?|texts?|pieces?|essays?|posts?|contents?|materials?|information"
    r"|pages?|documents?"
    r"|files?|data files?|publications?|columns?|features?|reviews?|recipes?|newsletters?|issues?"
    r"|(?:web ?)?sites?"
    r"|items?|translations?|interviews?|reports?|reporting|excerpts?|extracts?|images?|photos?"
    r"|photographs?|photography"
    r"|e-?zines?|tips?|parts?|portions?|cop(?:y|ies)|blogs?|papers?|chapters?|poems?|sermons?|lessons?"
    r"|messages?|guides?"
    r"|commentar(?:y|ies)|speech(?:es)?|releases?|op-?eds?|episodes?|transcripts?|artwork|graphics)"
)
REUSE = (
    r"(?:re-?\s?print(?:s|ed|ing)?|re-?\s?publish(?:es|ed|ing)?|republication|re-?produc(?:e|es|ed|ing"
    r"|tions?)"
    r"|re-?post(?:s|ed|ing)?|re-?distribut(?:e|es|ed|ing|ion)|distribut(?:e|ed|ing|ion)|duplicat(?:e"
    r"|ed|ing|ions?)"
    r"|cop(?:y|ied|ying|ies)|photocop(?:y|ied|ying)|syndicat(?:e|ed|ing|ion)|quot(?:e|ed|ing|ations?)"
    r"|excerpt(?:s|ed|ing)?"
    r"|forward(?:ed|ing)?|circulat(?:e|ed|ing|ion)|translat(?:e|ed|ing|ions?)|transmi(?:t|tted|tting|ssions?)"
    r"|re-?us(?:e|ed|ing)|us(?:e|ed|ing|age)|publish(?:ed|ing)?|run|download(?:ed|ing)?|adapt(?:ed"
    r"|ing)?|shar(?:e|ed|ing)"
    r"|re-?writ(?:e|ten|ing)|broadcast|e-?mail(?:ed)?|stored|archiv(?:e|ed)|altered|modif(?:y|ied)"
    r"|edit(?:ed)?|resold|sold"
    r"|post(?:ed|ing)?|display(?:ed)?|print(?:ed|ing)?|abridgements?|repurpos(?:e|ed|ing)"
    r"|pick(?:ed)? up|include[ds]?|reblog)"
)
HARD_REUSES = (
    r"re-?\s?print\w*",
    r"re-?\s?publish\w*",
    "republication",
    "re-?produc(?:e|ed|ing|tions?)",
    r"re-?post\w*",
    r"re-?distribut\w*",
    "duplicat(?:e|ed|ing|ions?)",
    "copying",
    "copied",
    r"photocop\w*",
    r"syndicat\w*",
    r"plagiari\w*",
)
HARD_REUSE = one_of(HARD_REUSES)
PERMISSION = r"(?:permissions?|consent|authori[sz]ation|approval|licen[cs]e|agreement)"
SELF = (
    r"\b(?:this|these|the (?:above|preceding|following|present|foregoing)|above|my|our|all|any|no|each"
    rf"|its)\s+(?:[\w'\-/&,]+\s+){{0,6}}?{WORK}\b"
    r"|\b(?:dies(?:er|es|e)|der|die|unsere|alle) (?:\w+ )?(?:text|artikel|beitrag|beitr[äa]ge?|texte"
    r"|fotos|bilder|inhalte|werk)\b"
    r"|\b(?:cet article|ce texte|cette œuvre|d?este artigo|est[ea] (?:art[íi]culo|obra|texto)"
    r"|quest[oa]? ?'?(?:articolo|opera|testo)|d(?:it|eze) (?:artikel|werk|tekst)|te[nj] (?:artyku[łl]"
    r"|tekst|utw[óo]r))"
)
LICENCE = (
    r"(?:creative commons|\bcc[ -]by\b|\bcc0\b|public domain|open publication licen[cs]e"
    r"|gnu free documentation|\bgfdl\b|copyleft"
    r"|some rights reserved|(?:open )?(?:content|publication|copying|documentation) licen[cs]e)"
)
_LICENCE_CUES = "licen|creative commons|cc|public domain|gnu free|gfdl|copyleft|some rights"

_RULES = (
    r"(?:rights?|polic(?:y|ies)|permissions?|guidelines?|terms|notice|instructions|info(?:rmation)?"
    r"|licen[cs]e|statement|conditions)"
)
_OF_RIGHTS = tuple(  # what a label says, before its colon
    rf"{verb}\s+(?:&\s+\w+\s+)?{_RULES}"
    for verb in (
        *("re-?print(?:ing)?", "re-?publish(?:ing|ication)?", "publish(?:ing|ication)?"),
        *("copy(?:ing|right)?", "usage", "re-?use", "syndication", "distribution", "article"),
    )
)
_CALLS = tuple(
    rf"{whom}(?:[/ ,&]+(?:and )?\w+)?" for whom in ("editors", "publishers", "webmasters", r"ezine \w+s")
)
_OTHER_LABELS = (
    r"permission(?:s)? (?:to|for|is|statement|policy|notice)\b.{0,40}",
    r"note to (?:editors?|publishers?|webmasters?|ezine \w+)(?: and \w+)?",
    r"terms of (?:use(?=:\s*\(?[1ia]\b)|re-?use|re-?publication|re-?printing|use of this \w+)",
    r"how to (?:re-?publish|re-?print|cite|use) (?:this|our|my) .{0,30}",
    *("re-?print(?:ing)?", "re-?publish(?:ing)?", "usage(?:ing)?", "copying licen[cs]e"),
    *("nachdruck", "lizenz"),
)
_COLON = r"\s*[:\-]"
LABELS = re.compile(
    rf"^\W*(?:(?:please\s+)?note:?\s*)?(?:(?:free )?{one_of(_OF_RIGHTS)}"
    rf"|(?:attention\s+)?{one_of(_CALLS)}|{one_of(_OTHER_LABELS)}){_COLON}(?=\s|$)",
    re.IGNORECASE,
)


def _right(cues: str, pattern: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """A row: in small letters cues, one of which stands in all that the pattern fits, and the pattern."""
    return tuple(cues.split("|")), re.compile(pattern, re.IGNORECASE)


GRANTS = (
    _right(
        "may|can|could", rf"\b(?:may|can|could) (?:also |only |freely |be |then |now )*(?:\w+ly )?{REUSE}\b"
    ),
    _right(
        "free|welcome|allowed|permitted|authori|invited|encourage"
        "|happy|pleased|entitled|licensed|glad|delighted|able",
        r"\b(?:free|welcome|allowed|permitted|authori[sz]ed|invited|encouraged?|happy|pleased|entitled"
        rf"|licensed|glad|delighted|able)\b.{{0,60}}?\b(?:to|for)\b.{{0,50}}?\b{REUSE}\b",
    ),
    _right("permission", r"\bpermission (?:is )?(?:hereby )?(?:granted|given|not (?:needed|required))\b"),
    _right(
        "permission|consent|authori|limited licen",
        r"\b(?:no|without|grant(?:s|ed|ing)?|give[sn]?|have|has|hereby|with)\b.{0,30}?\b(?:permission"
        rf"|consent|authori[sz]ation|(?:un)?limited licen[cs]e)\b.{{0,40}}?\bto\b.{{0,30}}?\b{REUSE}\b",
    ),
    _right("feel free to", rf"\bfeel free to\b.{{0,50}}?\b{REUSE}\b"),
    _right(
        "free for|free to|available for|available to",
        r"\b(?:free|available) (?:for|to) (?:use|re-?print|re-?publish|re-?publication|distribut|copy"
        r"|share)\w*",
    ),
    _right(
        "freely|allow|permit|encourage|welcome|grant",
        rf"\bfreely (?:be )?{REUSE}\b|\bwe (?:\w+ly )?(?:allow|permit|encourage|welcome"
        rf"|grant)\b.{{0,80}}?\b{HARD_REUSE}",
    ),
    _right(
        "for free|free of charge|under a|as long as|provided|if you",
        r"\b(?:re-?print|re-?publish|re-?post|re-?use)\b.{0,40}\b(?:for free|free of charge|under a"
        r"|as long as|provided|if you)\b",
    ),
    _right(
        "free|under|credit|link",
        r"^(?:please )?(?:re-?publish|re-?print|copy|share|use|steal)\b.{0,60}\b(?:free|under|credit|link)",
    ),
    _right(
        "welcome|granted|ok|fine|encouraged|allowed|permitted|authori|free|at will",
        r"\b(?:re-?prints?|re-?printing|re-?publication|re-?publishing|syndication|copies"
        r"|verbatim copying)\b[^.]{0,40}?\b(?:welcome|granted|ok|okay|fine|encouraged|allowed|permitted"
        r"|authori[sz]ed|free|at will)\b",
    ),
    _right(
        "want |help yourself|at will|freely|anywhere",
        r"\bwant (?:this|to (?:re-?print|re-?publish|use|run|publish|share|copy))\b|\bhelp yourself\b"
        r"|\b(?:re-?print|re-?publish|copy) (?:it |this )?(?:at will|freely|anywhere)\b",
    ),
    _right(
        "provided|long as|on condition|on the condition|if and only if",
        rf"\b{REUSE}\b.{{0,60}}\b(?:provided|as long as|so long as|on condition|on the condition"
        r"|if and only if)\b",
    ),
)
DENIALS = (
    _right(
        "not|n't",
        rf"\b(?:may|must|can|should|shall|could|do|does|is|are|will)\s*(?:not|n't)\b.{{0,60}}?\b{REUSE}\b",
    ),
    _right("cannot|don't|mustn't", rf"\b(?:cannot|don't|mustn't)\b.{{0,30}}?\b{REUSE}\b"),
    _right("no ", r"\bno (?:part|portion|section|material|content|other use|use|unauthori[sz]ed)\b.{0,80}"),
    _right(
        "unauthori|illegal|unlawful",
        rf"\b(?:unauthori[sz]ed|illegal|unlawful)\s+(?!access)(?:[\w/&-]+,?\s+){{0,4}}?{REUSE}\b",
    ),
    _right(
        "prohibited|forbidden|illegal|not permitted|not allowed|unlawful|theft|violation|strictly",
        rf"\b{REUSE}\b.{{0,120}}?\b(?:prohibited|forbidden|illegal|not permitted|not allowed|unlawful|theft"
        r"|violation|strictly)\b",
    ),
    _right("without", rf"\b{REUSE}\b.{{0,120}}?\bwithout\b.{{0,80}}?\b{PERMISSION}\b"),
    _right(
        "not for|not to be",
        r"\bnot (?:for|to be) (?:re-?print\w*|re-?publi\w*|reproduc\w*|publication|distribution|resale"
        r"|syndicat\w*|copied|re-?used|used elsewhere)\b",
    ),
    _right("without", rf"\bwithout\b.{{0,60}}?\b{PERMISSION}\b.{{0,60}}?\b{REUSE}\b"),
)
ASKS = (
    _right(
        "prior|written|express|explicit|specific|advance",
        rf"\b(?:prior|written|express|explicit|specific|advance)(?:ly)?\b.{{0,40}}?\b{PERMISSION}\b",
    ),
    _right(
        "permission|consent",
        r"\b(?:obtain|request(?:s|ing)?|ask|seek|get|need|requires?|secure|for"
        r"|looking for)\b.{0,60}?\b(?:permissions?|consent)\b",
    ),
    _right(
        "permission",
        r"\bpermissions?\b.{0,60}?\b(?:required|needed|necessary|must|obtained|contact|please"
        rf"|to {REUSE})\b",
    ),
    _right(
        "contact|email|e-mail|ask|write to|inquir|enquir|request|permitted by",
        r"\b(?:re-?print|re-?publish\w*|reproduction|syndication|licensing|commercial use"
        r"|re-?use)\b.{0,40}?\b(?:contact|e-?mail|ask|write to|inquir|enquir|requests?|permitted by)\b",
    ),
    _right(
        "contact|email|e-mail|ask|write to|inquir|enquir",
        r"\b(?:contact|e-?mail|ask|write to|inquir\w*|enquir\w*)\b.{0,60}?\b(?:re-?print|re-?publish\w*"
        r"|reproduc\w*|syndicat\w*|licensing|commercial use|re-?use)",
    ),
    _right(
        "permitted|approved|authori|cleared|permission|consent|approval|licen|agreement",
        rf"\b{HARD_REUSE}\b.{{0,40}}?\b(?:has|have|needs?|must|requires?) (?:to )?(?:be )?(?:permitted"
        rf"|approved|authori[sz]ed|cleared|{PERMISSION})\b",
    ),
    _right(
        "permission|consent|authori|approval|licen|agreement",
        r"\b(?:re-?print\w*|re-?publish\w*|re-?produc\w*|quot\w*)\b.{0,40}?\b(?:with|through|by"
        rf"|only) (?:\w+ ){{0,3}}{PERMISSION}\b",
    ),
)
DUTIES = (
    _right(
        "please|credit",
        r"^\W*please (?:give (?:due |full |proper )?credit|credit|acknowledge|attribute)\b.{0,60}\b(?:this"
        r"|these|our|to|as)\b"
        r"|\b(?:must|should) (?:be credited|credit)\b.{0,40}\b(?:as|to|when|if)\b",
    ),
)
HOSTS = (
    _right(
        "permission",
        r"\b(?:re-?print(?:ed)?|re-?publish(?:ed)?|re-?produced?|published|printed|posted|used"
        r"|excerpt(?:ed)?|adapted|distributed|appears?|copied|cross-?posted|presented"
        r"|translated)\s(?:here\s)?(?:.{0,60}?\s)?(?:with|by|under)\s(?:the\s)?(?:kind\s|express\s"
        r"|written\s|full\s|special\s|prior\s|exclusive\s|author'?s\s)*permission\b",
    ),
    _right("permission", r"^\W*(?:with|by) (?:the )?(?:\w+ )?permission (?:of|from)\b"),
    _right("permission", r"\bused with permission\b"),
    _right(
        "permission",
        r"\bpermission to (?:use|reprint|republish|reproduce|post|publish|include|print"
        r"|share)\b.{0,40}\bhere\b"
        r"|\b(?:thanks?|thank you|grateful\w*|acknowledg\w+)\b.{0,80}\bpermission to\b",
    ),
)
LICENCES = (
    _right(
        _LICENCE_CUES,
        r"\b(?:licen[cs]ed|released|published|available|distributed|offered|made available|shared|covered"
        r"|provided|posted|copy)\b.{0,60}?\b(?:under|by|with|in|into)\b.{0,80}?\b(?:licen[cs]es?\b"
        rf"|{LICENCE})",
    ),
    _right(_LICENCE_CUES, rf"^\W*(?:licen[cs]ed?:?\s+)?{LICENCE}"),
    _right(_LICENCE_CUES, rf"\b(?:under|with) (?:an?|the) .{{0,40}}?{LICENCE}.{{0,40}}"),
    _right(
        "copying licen|public domain",
        r"^\W*copying licen[cs]e\b|\bnot in the public domain\b|\bin the public domain\b",
    ),
)
CLAIMS = (
    _right(
        "copyright|property",
        r"\b(?:is|are) (?:\w+ly )?(?:copyright(?:ed)?(?!\s+(?:of|by|[\d©]))|(?:protected"
        r"|covered) by .{0,30}copyright|copyright[- ]protected|the (?:sole |exclusive |copyrighted "
        r"|intellectual )*property)\b",
    ),
    _right("copyright", r"\bcopyright(?:ed)? (?:material|property|protected)\b"),
    _right(
        "copyright|rights",
        r"\bthe (?:copyright|rights) (?:to|of|in|for) (?:this|these|the above)\b|\bretains? (?:all |the "
        r"|full )*(?:copyright|rights) (?:to|of|in|for) (?:this|these|the above)",
    ),
)
OTHER_LANGUAGES = (
    # German
    _right(
        "nachdruck|abdruck|vervielfältigung|weiterverwendung|weiterverbreitung"
        "|wiedergabe|übernahme|verwendung|nutzung|kopieren|verbreitung",
        r"\b(?:nachdruck|abdruck|vervielfältigung|weiterverwendung|weiterverbreitung|wiedergabe|übernahme"
        r"|verwendung|nutzung|kopieren|verbreitung)\b.{0,120}?\b(?:erlaubt|gestattet|untersagt|verboten"
        r"|genehmigung|zustimmung|quellenangabe|erlaubnis|frei|erwünscht)\b",
    ),
    _right(
        "darf|dürfen",
        r"\b(?:darf|dürfen)\b.{0,120}?\b(?:verwendet|kopiert|veröffentlicht|nachgedruckt|weiterverbreitet"
        r"|übernommen|vervielfältigt|weitergegeben|genutzt)\b",
    ),
    _right(
        "lizenz|genehmigung", r"\b(?:unter (?:der|einer) .{0,60}?lizenz|mit (?:freundlicher )?genehmigung)\b"
    ),
    # French
    _right(
        "reproduction|diffusion|republication",
        r"\b(?:reproduction|rediffusion|republication|diffusion)\b.{0,120}?\b(?:autoris|interdit|permis"
        r"|libre|accord)",
    ),
    _right(
        "peut être|licen|autorisation",
        r"\bpeut être (?:librement )?(?:reproduit|republié|repris|diffusé|copié|utilisé)|\bsous (?:la "
        r"|une )?licen[cs]e\b|\bavec l'(?:aimable )?autorisation\b",
    ),
    _right(  # Spanish and Portuguese
        "reprodu|publicación|distribución|copia|licencia|permiso|se permite|se prohíbe|se autoriza|puede",
        r"\b(?:reproducción|publicación|distribución|copia|reprodução)\b.{0,120}?\b(?:permit|prohib|proib"
        r"|autoriza|permiso|livre|libre)|\b(?:permitida|autorizada|proibida|vedada) a reprodução\b"
        r"|\bbajo (?:una |la )?licencia\b|\bcon (?:el )?permiso de\b|\bse (?:permite|prohíbe|autoriza)\b"
        r"|\bpuede(?:n)? (?:ser )?(?:reproduc|publica|copia|utiliza|republica)\w*",
    ),
    # Italian
    _right(
        "riproduzione|pubblicazione|licenza|può essere|gentile concessione",
        r"\b(?:riproduzione|ripubblicazione|pubblicazione)\b.{0,120}?\b(?:consentit|vietat|permess"
        r"|autorizz|riservat|liber)|\b(?:sotto|con) (?:una )?licenza\b|\bpuò essere (?:\w+ )?(?:riprodott"
        r"|ripubblicat|copiat|utilizzat)|\bper gentile concessione\b",
    ),
    # Dutch
    _right(
        "overname|overnemen|verspreiding|reproductie|gebruik|herpublicatie|mag |licentie",
        r"\b(?:overname|overnemen|verspreiding|reproductie|gebruik"
        r"|herpublicatie)\b.{0,120}?\b(?:toegestaan|verboden|toestemming|vrij)\b|\bmag (?:worden |vrij "
        r"|niet )*(?:overgenomen|gekopieerd|verspreid|gepubliceerd)|\bonder (?:een "
        r"|de )?.{0,40}?licentie\b",
    ),
    # Polish
    _right(
        "przedruk|kopiowanie|rozpowszechnianie|powielanie|wykorzystanie|licencji|za zgod",
        r"\b(?:przedruk|kopiowanie|rozpowszechnianie|powielanie|wykorzystanie)\b.{0,120}?\b(?:dozwolon"
        r"|zabronion|zgod|wymaga)|\bna licencji\b|\bza zgodą\b",
    ),
)
ANY_RIGHT = (*GRANTS, *DENIALS, *ASKS, *DUTIES, *HOSTS, *LICENCES, *CLAIMS, *OTHER_LANGUAGES)
_THE_WORK = (
    r"(?:this|these|our|my|any|all|the) (?:\w+ ){0,2}(?:articles?|stor(?:y|ies)|content|text|material|posts?"
    r"|columns?|essays?|images|photos)\b"
)
SPOKEN = (  # without one of these, or of SPOKEN_FIRST at its beginning, a sentence speaks of no rights
    *HARD_REUSES,
    *("permission", "consent", "licen[cs]", "licenza", "licentie", "lizenz"),
    *(
        "creative commons",
        r"\bcc[ -]by\b",
        r"\bcc0\b",
        "public domain",
        "gnu free documentation",
        r"\bgfdl\b",
    ),
    *("copyleft", "some rights reserved", "copyright", "quot(?:e|ing)", "attribution"),
    *("unauthori[sz]ed", "prohibited", "not permitted", "forbidden"),
    *("nachdruck", "abdruck", "autoris", "genehmigung", "przedruk", "overname", "riproduzione"),
    *("reproducción", "reprodução", "dürfen", "darf"),
    *("free to use", "by-?line", "resource box", "to editors", "help yourself", "verbatim"),
    *(r"\bnot for (?:pub|dist|resale)", r"\bnot to be used"),
    r"\bcredit(?:ed|s)?\s(?:us|me|to|the|is|must|given|line|author|and)\b",
    r"\bcredits?[.,:]",
    *(f"{what} credit" for what in ("author", "with", "due", "full", "proper")),
    *(
        rf"\b{verb} {_THE_WORK}"
        for verb in ("use", "copy", "publish", "run", "share", r"distribut\w+", "post", "download")
    ),
    *("free of charge", "e-?zine", "property of"),
)
SPOKEN_FIRST = (r"may\b", r"can\b", r"must\b", r"cannot\b", r"want\b")
SPEAKS_OF_RIGHTS = re.compile(rf"{'|'.join(SPOKEN)}|^\W*(?:{'|'.join(SPOKEN_FIRST)})", re.IGNORECASE)
MARKED = tuple(f"{label}{_COLON}" for label in (*_OF_RIGHTS, *_CALLS, *_OTHER_LABELS))
MAY_BE_LABELLED = screen(MARKED)
MAY_SPEAK = screen((*SPOKEN, *MARKED), SPOKEN_FIRST)
HAS_SELF = re.compile(SELF + r"|\b(?:it|them)\b (?:may|can|must|cannot)|\bthis\b", re.IGNORECASE)
ABOUT_SELF = re.compile(SELF, re.IGNORECASE)
ELLIPTIC = re.compile(
    r"^\W*(?:re-?printed|re-?published|used|licensed|released|excerpted|posted|reproduced|adapted"
    r"|permission|no part|no portion|reproduction"
    r"|unauthori[sz]ed|distributed|published|written permission|©|copyright|please|you (?:may|are|can"
    r"|have|must)|we|feel free|nachdruck|free"
    r"|re-?prints?|re-?printing|not (?:for|to)|(?:may|can) (?:not |only |also |freely |then )*be(?! used to)"
    r"|copies|copying|verbatim|distribution|duplication|syndication|public domain|creative commons"
    r"|licen[cs]e[ds]?|want|all rights|anyone|editors|publishers|webmasters"
    r"|toute reproduction|reproduction|prohibid[ao]|reproducci[óo]n|overname|przedruk|kopiowanie"
    r"|riproduzione|vervielfältigung|abdruck|weiterverwendung|rediffusion|ripubblicazione)\b",
    re.IGNORECASE,
)
# Words of the trade: right after another part, a line with one of them is part of a statement.
TRADE = re.compile(
    rf"\b(?:{HARD_REUSE}|verbatim|embargo(?:ed)?|royalt(?:y|ies)|(?-i:by-?lines?|BY-?LINES?)"
    r"|resource box|credit line|blurb|opt(?:ed)?[ -]?in|nofollow|live links?|links? (?:active|live|intact)"
    r"|e-?zines?|webmasters|syndication|unaltered|unedited|unchanged|in its entirety|this (?:notice"
    r"|permission)|free of charge|no need to ask|author'?s? (?:name|credit|rights?))\b",
    re.IGNORECASE,
)
# What looks like a statement and is the site's own business.
CHROME = re.compile(
    r"\b(?:cookies?|privacy policy|terms (?:of (?:service|use)|and conditions|&)|user agreement"
    r"|by (?:using|continuing|submitting|posting|clicking|signing|entering|attending"
    r"|registering)\b.{0,60}?\b(?:you|I) (?:agree|accept|consent|are|hereby|also)|log ?in|sign ?up|sign ?in"
    r"|unsubscribe"
    r"|your (?:e-?mail|comments?|submission|account|browser|inbox)|comment(?:s|ing)? (?:policy|may|are"
    r"|will|that)|required fields|leave a (?:reply|comment)|powered by|theme (?:by|designed)"
    r"|password|subscri(?:be|ption)s?\b.{0,40}newsletter|this (?:story|post) unlisted|advertis(?:e"
    r"|ers?|ing) (?:with|on)|use of (?:this|our) (?:web ?)?(?:site|service)|affiliate links?|clipboard"
    r"|opt[ -]in to|receive (?:news|updates|e-?mails?)"
    r"|(?:side)?menu|personal (?:information|data)|shipping|refunds?|driver'?s licen[cs]es?"
    r"|business licen[cs]es?|software licen[cs]es?|credit cards?|trademarks?|has been copied)\b",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"^\W?\"|\b(?:said|says|wrote|replied|asked|told|according to|argues?|explained|(?:I|he|she"
    r"|they) (?:had|got|asked|obtained|received|was|were))\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^\W*(?:include[: ]|please\b|you (?:must|may|can|are|should|cannot)\b|if you\b|(?:any|all"
    r"|other) (?:other )?(?:use|re-?prints?|copies|links?|rights|requests?|commercial)\b|do not\b"
    r"|don't\b|we (?:ask|do|would|also|require|are|encourage)\b"
    r"|for (?:other|any|commercial|more information (?:on|about)|permission|reprint|further)\b"
    r"|requests?\b|contact\b.{0,40}\b(?:permission|re-?print|publisher)\b|send\b|just\b|thanks?\b"
    r"|the (?:article|by-?line|text|links?|copyright|resource)\b"
    r"(?=.{0,60}?\b(?:must|should|may|can|cannot|shall|has to|have to|needs?|is to|are to|be)\b)"
    r"|(?:provided|as long as|on condition)\b|this (?:notice|statement|permission|copyright)\b"
    r"|articles? must\b|in return\b|a (?:courtesy )?copy\b"
    r"|notification\b|when (?:re-?print|re-?publish|using)\w*|conditions?\b|\(?[1-9a-e][.)]\s)",
    re.IGNORECASE,
)
