"""What a grant asks to keep.

A duty needs two things in one clause: the part (a row of PARTS) and a word that asks for it
(ASKING), and nothing that makes it a courtesy (REQUEST) or waives it (WAIVED).
"""

import re
from collections.abc import Iterator

from byline.rights.grammar.wording import found, row

PARTS = (
    row(
        "title",
        r"(?<!rewrite )(?<!change )(?<!edit )(?<!alter )\b(?:the|its|article'?s?"
        r"|article's|original|same) (?:full |original |article'?s? )?(?:title"
        r"|headline)\b(?! to\b)|\btitle of (?:the|this) (?:article|piece"
        r"|story)\b|\b(?:title and author|title, (?:author|byline)|titles? intact)\b",
        "title|headline",
        "the title, not a job's",
    ),
    row(
        "byline",
        r"\bbylined?\b(?! of other)|\b(?:author'?s?|writer'?s?|my|our|full"
        r"|his|her|their) names?\b|\bnames? (?:of (?:the )?(?:author|writer)"
        r"|and (?:url|address|website|link|email|web)|on|attached|stays?"
        r"|intact|remain\w*|appears?)\b|\battribut\w+\b|\bauthorship\b",
        "byline|name|attribut|authorship",
        "the author's name",
    ),
    row(
        "byline",
        r"\b(?:with|give|given|giving|gets?|including|include|proper|full"
        r"|due|appropriate|author|clear|to|please|for|my|a|get|the|keep"
        r"|provide|provid\w+|printed|without|written) (?:full |proper |due "
        r"|appropriate |author |clear |the |a |my |where due )*credits?\b(?! (?:cards?"
        r"|box|the source|source))|\bcredit(?:s|ed|ing)?(?: line)?(?: is"
        r"| are)? (?:me|us|the author|author|the writer|to|given|is given"
        r"|line|goes|intact|remains?|stays|included|and|by name|please|required"
        r"|must|with)\b|\bwith credit|\bcredit (?:line|both|all)|\bis credited"
        r"|\bcredit:|\bmust credit\b|\bcredited\b|^\W*(?:please )?credit\b(?! (?:the )?source)"
        r"|\bas long as (?:i am|i get|we are|the author is|we get|you) credit",
        "credit",
        "with credit",
    ),
    row(
        "byline",
        r"\bcredit(?:ed|ing)? (?:the )?(?:reporters?|journalists?|columnists?)\b"
        r"|\b(?:reporter|journalist|columnist|creator)'?s? (?:name|byline)"
        r"|\backnowledg\w*(?: (?:of|to|is|are|given|the))* (?:author|me"
        r"|writer|us|authorship)|\b(?:author|writer|i am|we are)(?: is| are)? (?:properly "
        r"|duly |fully |clearly )?(?:acknowledged|identified|named|mentioned"
        r"|cited)\b|\b(?:name|mention|identify|cite|acknowledge) (?:the "
        r"|both )?(?:author|writer|me|us)\b|\brespect the author|\bnamed? as (?:the )?author\b"
        r"|\bnamensnennung\b|\bnennung (?:des|der) (?:autors|autorin|verfassers)\b"
        r"|\bname des (?:autors|verfassers)\b|\b(?:autor|verfasser)\w* (?:genannt"
        r"|angegeben)|\bautorenangabe|\bnom de l'auteur|\bmention(?:ner)? (?:de )?l'auteur"
        r"|\b(?:citer|citant|nommant|mentionnant|indiquant) (?:le nom de )?l'auteur"
        r"|\b(?:nombre del|citar al|cite al|mencion\w* (?:al|del)) autor"
        r"|\bnome dell'autore|\b(?:citando|citare|indicando) l'autore|\bnaam van de auteur"
        r"|\bnaamsvermelding|\bvermelding van (?:de )?(?:naam van )?(?:de )?auteur"
        r"|\bauteursvermelding|\bpodani\w+ (?:imienia|nazwiska )?autora"
        r"|\bimie i nazwisko autora",
        "reporter|journalist|columnist|creator|acknowledg|author|writer"
        "|named|name|namens|nennung|autor|verfasser|auteur|nome|naam|imi"
        "|podani|identif|me|us",
        "the author is named",
    ),
    row(
        "byline",
        r"\bfrom \[author\]|\bby \[author\]|\bby-line\b",
        "[author]|by-line",
        "a fixed credit sentence",
    ),
    row(
        "copyright",
        r"\bthis line\b|\bcopyrights?(?: (?:notices?|lines?|statements?"
        r"|information|mark|info|credit|message|intact|and|or|is|must|stays?(?! with)"
        r"|remains?(?! with| the)|included|on|details|holder'?s? name)\b"
        r"|,| ?$|')",
        "copyright|this line",
        'the copyright line; "this line" closes one',
    ),
    row(
        "copyright",
        r"\b(?:urheberrechts\w*|copyright-?(?:hinweis|vermerk)\w*)\b|\bmention (?:de )?copyright",
        "urheber|copyright",
        "",
    ),
    row(
        "resource_box",
        r"(?<!in the )(?<!in my )\b(?:resource[- ]?box\w*|resource (?:information"
        r"|paragraph|section)|author'?s?[- ](?:resource )?(?:box|bio\w*"
        r"|information|details|note|paragraph|blurb|profile|credits|tag"
        r"|description|signature|contact|line)|bios?|biograph\w+|biographical"
        r"|about[- ]the[- ]author|\"?about the author\"?|blurb|signature"
        r"|sig(?! f)|tag-?line|contact (?:details?|information|data|lines?"
        r"|paragraph)|contact\b(?= and\b|,)|author (?:and|&) contact|box (?:below"
        r"|at|with|intact|whole|stays)|(?:closing|last|final|author|bottom"
        r"|ending) (?:paragraph|lines?|sentence|credits)\b|information about the author"
        r"|bio box|toll-free number|phone number|company (?:name )?and|autorenbox"
        r"|autoreninfo\w*|kurzbiogra\w+|notice biographique|ficha del autor"
        r"|biograf\w+|biografia)\b",
        "resource|box|bio|about|blurb|sig|tag|contact|author|paragraph"
        "|line|sentence|number|company|autoren|ficha|credits",
        "resource box, bio, blurb, signature",
    ),
    row(
        "permission_statement",
        r"\b(?:this|the (?:above|following|permission|entire|reprint|terms)) (?:entire "
        r"|whole |full |short |same |permission |reprint |legal |complete "
        r"|very |copyright and permission |permissions |licen[cs]e |terms )?(?:notice"
        r"|message|statement|permission(?: notice| statement| line)|paragraph"
        r"|disclaimer|text block|footer|line|note)\b(?! is (?:given|granted))"
        r"|\bpermission (?:notice|statement|line)\b|\bthese (?:terms|conditions"
        r"|lines)\b(?= (?:must|stay|are (?:kept|included|attached)))",
        "notice|message|statement|permission|paragraph|disclaimer|footer|line|note|terms|conditions|text",
        "this notice stays attached",
    ),
    row(
        "live_link",
        r"\b(?:live|active|working|clickable|functional|functioning|hot"
        r"|dofollow|do-follow|direct|intact|html|unaltered|followed|clicka\w+"
        r"|valid|author'?s?|embedded|all|any|its|both|their|my|web|website"
        r"|live web) (?:and \w+ )?(?:website |web |html |clickable |hyper"
        r"|author'?s? |site )?(?:hyper)?(?:links?|urls?)\b(?! (?:back )?to (?:this"
        r"|us\b|our|the (?:original|article|source)|here))",
        "link|url",
        "a live link",
    ),
    row(
        "live_link",
        r"\b(?:hyper)?(?:links?|urls?)\b(?: \w+){0,6}? (?:live|active|working"
        r"|clickable|functional|functioning|hot|intact|alive|untouched|unchanged"
        r"|unaltered|preserved|hyperlinked|in place|work|works|remain|stay"
        r"|kept)\b|\bhyper-?links?\b|\b(?:with|and|include|including|all"
        r"|the|keep|plus) (?:the |all |any |its |my )?links\b|\blinks? (?:back )?to (?:my"
        r"|the author'?s?|his|her|author'?s?) (?:\w+ )?(?:website|site|homepage"
        r"|home page|webpage|blog|page)\b|\blinks point to|\banchor text\b"
        r"|\bmake (?:the |all |any )?(?:url|link|address)\w* (?:live|clickable"
        r"|hot|active)|\b(?:url|address\w*|website) (?:\w+ ){0,4}(?:is "
        r"|are |as )?(?:an? )?(?:live|active|clickable|hyperlinked|hot)\b"
        r"|\bevery link\b|\bclickable\b|\bwords and links|\blive web\b",
        "link|anchor|clickable|live|active|hot",
        "links kept live",
    ),
    row(
        "source_link",
        r"\blink(?:s|ed|ing)?[- ]?(?:back)?\b(?: (?:directly|prominently"
        r"|back|is given|provided|included|pointing|must|which|that|and))*,? (?:to"
        r"|at|toward|with) (?:(?:this|the(?! author| writer)|our|your|original"
        r"|us|here|full|that|source|its|canonical|first|finish|where|read"
        r"|it|www|http)\b)|\bback-?link\b|\blinkback\b|(?<!live )(?<!active )(?<!clickable )\bli"
        r"nk back\b(?! to (?:my|the author|his|her))(?! per)|\blink(?:s"
        r"|ed)? (?:here|to us|to it)\b|\blink to http|\bpoint(?:s|ing)? (?:back )?to (?:this"
        r"|the original|our|us)\b",
        "link|point",
        "a link to this page",
    ),
    row(
        "source_link",
        r"\b(?:source|origin|original (?:publication|source)|article source"
        r"|place of publication|publication)\b(?: (?:and \w+|url|line|link"
        r"|is|are|must|be|fully|clearly|duly|properly|should|website|publisher))*,? (?:link\w*"
        r"|line|acknowledg\w+|cited|named|given|mentioned|credited|stated"
        r"|quoted|indicated|identified|included|kept|intact|attribution"
        r"|listed|noted)\b|\b(?:cite|citing|credit\w*|name|naming|acknowledg\w+"
        r"|mention\w*|quote|quoting|state|stating|indicat\w+|identify\w*"
        r"|with|give|giving|attribut\w+) (?:of |to |is |given |the |its "
        r"|our |full |proper |us as |as |this |a |original |clear |\w+ and )*(?:source"
        r"|original (?:publication|source|publisher)|(?:original )?place of publication"
        r"|(?:web)?site as)\b|\b(?:cite|credit|name|give|mention|list) .{1,40} as (?:the "
        r"|its |your )?(?:original )?source\b|\b(?:note|line|statement|say"
        r"|state|mention|indicate)(?: \w+){0,5}? (?:originally|first) (?:appeared"
        r"|published)",
        "source|origin|publication|cite|website|site|first",
        "the source is acknowledged",
    ),
    row(
        "source_link",
        r"\bquellen?angabe\w*|\bquellennachweis\w*|\bquellenhinweis\w*|\bquellenvermerk"
        r"|\bquelle (?:genannt|angegeben|nennen)|\b(?:nennung|angabe|hinweis auf) (?:der "
        r"|die )?quelle|\bdie quelle|\bmention (?:de )?(?:la )?source|\b(?:citer"
        r"|mentionner|indiquer|citant|indiquant|citation|indication|reserve de"
        r"|mention) (?:de )?(?:la |sa )?source|\bsource (?:est |soit |doit etre )?(?:citee"
        r"|mentionnee|indiquee)|\b(?:citar|citando|cite|mencionar|mencionando"
        r"|indicar|indicando|cita de|mencion de|se cite|citada|senalando) (?:de )?(?:siempre )?("
        r"?:la |su )?fuente|\bfuente (?:citada|original)|\b(?:citando|citare"
        r"|cita(?:ta|zione)?|indicando|indicare|menzion\w+|citata|riportando) (?:de?lla "
        r"|la )?fonte|\bfonte (?:citata|sia citata|indicata)|\bbronvermelding"
        r"|\bvermelding van (?:de )?bron|\bbron (?:wordt )?(?:vermeld|genoemd)"
        r"|\bmits (?:\w+ )?bron|\bpodani\w+ zrodla|\bwskazani\w+ zrodla"
        r"|\bzrodl\w+",
        "quell|source|fuente|fonte|bron|zrodl",
        "with the source, in six languages",
    ),
    row(
        "licence",
        r"\b(?:a link to the|link to this|the same|under this) licen[cs]e\b|\b(?:this|the|our) licen[cs]e"
        r" (?:notice|link|text|must|stays?|statement|terms|information)\b|\blicen[cs]e (?:notice"
        r"|link|statement|text|address)\b|\bname (?:of )?the licen[cs]e",
        "licence|license",
        "keep the licence notice",
    ),
)

ASKING = re.compile(
    r"\b(?:keep\w*|kept|includ\w*|with|plus|retain\w*|leave|leaving"
    r"|left|intact|must|provid\w+|attach\w*|stays?|stayed|remains?|remaining"
    r"|accompan\w*|preserv\w*|carry|carries|carrying"
    r"|appear\w*|give[ns]?|giving|acknowledg\w*|cit(?:e|ed|ing)|credit\w*"
    r"|in place|whole|unchanged|untouched|unaltered|unedited|please"
    r"|requir\w*|follow\w*|add\w*|reproduc\w+ (?:with|along)|if"
    r"|display\w*|shown?|name[ds]?|identif\w+|enough|maintain\w*|goes"
    r"|go along|run|publish\w*|print\w*|all (?:three|four|five|of)|not (?:be )?(?:remov\w+"
    r"|delet\w+|alter\w*|chang\w+|strip\w*|drop\w*|cut|edit\w*|omit\w*"
    r"|touch\w*)|attribut\w+ to"
    r"|forget|omit|lose|drop|respect\w*|link (?:back|here|to|directly)"
    r"|links? point|on (?:the )?condition|so long as|as long as|links? (?:active"
    r"|live|clickable|working)|needs?|have|has|put|place|insist\w*|only"
    r"|mention\w*|indicat\w+|stat(?:e|ed|ing)|set|make|owe[ds]?|expect\w*"
    r"|ask (?:only|that|you)|required"
    r"|mit|unter|bei|nur|bitte|nennen|genannt|avec|sous|citer|mentionner"
    r"|indiquant|citant|condition|con|citando|siempre|purche|indicando"
    r"|citar|mencion\w+|met|mits|onder|pod|podaniem|z podaniem|bedingung"
    r"|voraussetzung|sofern|wenn|alleen)\b|:"
)
WAIVED = re.compile(
    r"\b(?:no|not|without|never|nor)\b(?: (?:a|any|the|need|obliged"
    r"|required|have|necessary|to|of|give|for|need to|giving|byline or)){0,4} (?:attribut\w+"
    r"|credit\w*|byline|link\w*|acknowledg\w+|source)\b(?! (?:line )?(?:may"
    r"|must|should))|\b(?:attribution|credit|byline|link|links)(?: back)? (?:is"
    r"|are) (?:not (?:required|needed|necessary|obligatory)|optional"
    r"|unnecessary)\b"
)
UNLESS = re.compile(r"\b(?:not|never|no)\b.{0,90}\bwithout\b|\bnot? .{0,40}\bunless\b")
REQUEST = re.compile(
    r"\b(?:appreciated|welcome(?! to)|nice|polite|kind|courteous|courtesy"
    r"|grateful|thankful|optional|would (?:love|like|be (?:happy|glad"
    r"|good|nice|kind|great|appreciated))|encouraged|if possible|if you can"
    r"|where possible|hope|pleased|erwunscht|freuen|wurden uns|not (?:required"
    r"|obligatory|compulsory|necessary|a condition|mandatory)|gebeten"
    r"|apprecie|gradit\w+|agradec\w+|op prijs|mile widzian\w+)\b"
)


def parts_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Every part a clause asks to keep, with its place."""
    if WAIVED.search(text) and not UNLESS.search(text):
        return
    if not ASKING.search(text):
        return
    for wording, match in found(PARTS, text):
        if not _a_courtesy(text, match):
            yield wording.value, match.start(), match.end()


def _a_courtesy(text: str, part: re.Match[str]) -> bool:
    """Whether the words between the same two commas make the part a request."""
    start = text.rfind(",", 0, part.start()) + 1
    end = text.find(",", part.end())
    around = text[start : end if end >= 0 else len(text)]
    return REQUEST.search(around) is not None and "must" not in around
