"""Words that narrow or undo a grant, however well each of them is known.

A clause of nothing but known words may still grant less than it seems to: to few, for some of the
works, of a thing that is no article, or nothing at all. A row of value `undone` leaves no grant (the
answer is "ask", with a doubt); `grantee` and `condition` bind it by their words.
"""

import re

from byline.rights.grammar.act import Gap
from byline.rights.grammar.wording import found, row

# who reprints, and where, in a grant to those whom the owner of the rights will have
_TAKERS = (
    r"(?:sites?|websites?|webpages?|pages|newsletters?|ezines?|magazines?|publications?|publishers?|editors?"
    r"|webmasters?|outlets?|places|venues?|media|papers?|newspapers?|journals?|periodicals?|blogs?|bloggers?"
    r"|portals?|those|anyone|anybody|everyone|people|persons?|parties|part(?:y|ners)|organi[sz]ations?|groups?"
    r"|users?|companies|directories|servers?|lists?|forums?)"
)
_OWNERS = r"(?:author|writer|publisher|editor|owner|copyright holder|rights holder|company|management)"
_OWNER = rf"(?:the |its |our )?{_OWNERS}s?|me|us|i|we|him|her|he|she"
_CHOSEN = (
    r"(?:approved|authori[sz]ed|chosen|selected|vetted|accepted|cleared|okayed|nominated|designated"
    r"|screened|licenced|named|picked|endorsed|allowed|permitted)"
)

NARROWED = (
    row(
        "undone",
        r"\b(?:few|rarely|seldom|hardly|scarcely|barely|never|anything but|far from|nothing short of"
        r"|withdrawn|revoked|rescinded|retracted|cancelled|canceled|lapsed|expired|superseded|void"
        r"|(?:it is|it's) not the case|(?:i|we) (?:doubt|decline|refuse|regret)|would sooner)\b",
        "few|rare|seldom|hard|scarce|bare|never|anything but|far from|nothing|withdr|revok|rescind|retract"
        "|cancel|lapsed|expired|supersed|void|not the case|doubt|declin|refus|regret|sooner",
        "Rarely do we allow that; the offer has been withdrawn",
    ),
    row(
        "undone",
        r"\bonly (?:we|i|he|she|they|then|the (?:author|publisher|editor|owner|holder))\b",
        "only",
        "Only we may reprint this",
    ),
    row(
        "undone",
        r"\b(?:on|after|pending|with) (?:(?:our|my|the|their|prior|written|final) )*(?:approval|blessing)\b"
        r"|\bif so (?:noted|indicated|marked|agreed)\b|\b(?:where|when|as|if) (?:so )?indicated by\b"
        r"|\bif the answer is\b|\bif you are on\b|\b(?:if|provided|long as|once|that|when) (?!this )(?:[a-z]+"
        r" )?(?:permission|consent|approval) is (?:given|granted"
        r"|included|obtained|received)\b|\b(?:with )?(?:an? |your |our )?(?:written|clear|firm) yes\b"
        r"|\bsubject to (?:terms|contract"
        r"|conditions|availability|change)\b|\b(?:with|on|after|upon)(?: [a-z]+){1,2} (?:slip|letter|note"
        r"|nod|word) from (?:me|us|(?:the|our|my) [a-z]+)\b(?! (?:at|on|in|above|below))",
        "approval|blessing|so noted|so indicated|so marked|so agreed|indicated by|answer|on the list|yes"
        "|permission is|consent is|subject to|slip|letter|note|nod|word|you are on",
        "on approval; if so noted; with a letter from the author",
    ),
    row(
        "undone",
        rf"\b{_TAKERS}(?:,? (?:that|which|who|whom)(?: (?:is|are|has|have|had|was|were|been))*)?"
        rf"(?: (?:expressly|explicitly|previously|first|specifically|individually|already|being"
        rf"|duly|personally))* "
        rf"(?:pre-?)?{_CHOSEN}(?: (?:in advance|beforehand|first|in writing))* by (?:{_OWNER})\b"
        rf"|\b{_TAKERS} of (?:our|my|his|her|the {_OWNERS}'?s?)(?: own)? (?:choosing|choice|selection"
        r"|liking)\b"
        rf"|\b{_TAKERS},? (?:that |which |whom? )?(?:{_OWNER}) (?:(?:has|have|had|may|will|might|personally"
        rf"|expressly) )*"
        r"(?:(?:pre-?)?approves?d?|authori[sz]e[sd]?|choose|chooses|chosen|chose|select(?:s|ed)?|vet(?:s|ted)?"
        r"|nominate[sd]?|accepts?|likes?|trusts?|agrees?d? to|okays?)\b"
        rf"|\bby (?:any |an? |all |the |our )?(?:pre-?|vetted and )(?:approved|selected|vetted|screened"
        rf"|authori[sz]ed) {_TAKERS}\b",
        "approv|authori|cho|select|vet|nominat|accept|lik|trust|agree|okay|screen|clear|licen",
        "on web sites approved by the author; on sites of our choosing",
    ),
    row(
        "undone",
        r"\bunder (?:a |the |our |my )?(?:(?:terms|conditions) of )?(?:a |the |our |my |separate )*licence\b"
        r"(?! (?:below|above|cc|by))(?!.{0,20}\bcc\b)(?=\W*$)",
        "licence",
        "under licence",
    ),
    row(
        "undone",
        r"\b(?:for|against) (?:the|a|an|our|my|your)? ?(?:[a-z]+ )?(?:fee|cost|charge|price|rate)s?\b"
        r"(?<!no cost)(?<!no charge)(?<!free of charge)(?<!without charge)"
        r"|\bpayments? (?:is |are )?(?:required|due|needed|expected)\b|\b\d+ (?:cents?|pence|dollars|euros"
        r"|pounds) (?:a|per|an|each)\b",
        "fee|cost|charge|price|rate|payment|cent|pence|dollars|euros|pounds",
        "for the standard fee; 5 cents a copy",
    ),
    row(
        "undone",
        r"\b(?:but|though|although|however|yet|and)\b[^.;]{0,40}?\b(?:this|these|mine|the present) (?:one"
        r"|ones"
        r"|article|piece|text)?\b ?(?:may|can|must|is|are|does|do|will|shall) not\b"
        r"|\b(?:may|can) not\W*$|\bbut (?:please )?do not\W*$|\bbut it is theft\b"
        r"|\bbut (?:first )?(?:let me|i must|i have to|we must|we have to) (?:check|ask|see|think)\b",
        " not|theft|let me|i must|i have|we must|we have",
        "all may be reprinted, but this one may not",
    ),
    row(
        "grantee",
        r"^\W*(?:(?:only|just) )?(?:some|certain|selected|most|approved|authori[sz]ed|accredited|registered"
        r"|the following|named|listed|chosen|invited|particular|those) (?:of )?(?:our |the |my )?"
        r"(?:[a-z]+ ){0,3}?(?:may|can|are|is)\b"
        r"|\b(?:below|above|listed|whom?) (?:i |we )?(?:[a-z]+ )?(?:may|can)\b"
        r"|\b(?:website|site|anyone|anybody|those|publisher|editor|person|people)s? (?:who |that |with"
        r" )?(?:(?:i"
        r"|we) [a-z]+|ask|has (?:permission|rights?)|with (?:rights?|permission|our)|have (?:permission"
        r"|rights?)|rights?|our blessing)\b(?=.{0,20}\b(?:may|can|are|is)\b)"
        r"|\b(?:the|this|its) author (?:may|can|is (?:allowed|permitted|free))\b",
        "some|certain|selected|most|approved|authori|accredit|regist|following|named|listed|chosen|invited"
        "|particular|those|below|above|who|anyone|anybody|site|publisher|editor|person|people|author",
        "Approved publishers may reprint this",
    ),
    row(
        "condition",
        r"\b(?:some|certain|most|selected|unsigned|guest|earlier|older|early|previous|archived|free|other"
        r"|few|signed) (?:(?:of )?(?:our|my|the|these) )?(?:[a-z]+ )?(?:articles|stories|posts|columns|pieces"
        r"|essays|items|poems|texts)\b"
        r"|\b(?:articles|stories|posts|columns|pieces|essays|items) (?:that are |which are )?(?:older than|in"
        r" (?:the|our) [a-z]+ (?:section|category)|signed|from before|published before"
        r"|from before|submitted to|before|marked|labell?ed|tagged)\b",
        "articles|stories|posts|columns|pieces|essays|items|poems|texts",
        "Some articles may be reprinted",
    ),
    row(
        "condition",
        r"\b(?:in|on|to) (?:any|your|a|the) (?:[a-z]+ )?(?:newsletter|ezine|magazine|site|website|paper) but"
        r" (?:this|that|the|ours|mine|one)\b|\b(?:anywhere|everywhere|wherever|any ?where) but\b"
        r"|\b(?:[a-z]+ )?(?:excepted|excluded|exempted)\b|\boff the (?:web|internet|net)\b"
        r"|\b(?:rather than|instead of|in place of) (?:[a-z]+ (?:it |this )?)?(?:on|in|to) (?:the|a"
        r"|any)\b",
        " but |excepted|excluded|exempted|off the|rather than|instead of|in place|not ",
        "anywhere but the web; websites excepted",
    ),
    row(
        "condition",
        r"\bfor (?:use in )?(?:[a-z]+ )?(?:teaching|research|study|reading|reference|classrooms?|class"
        r"|lessons?"
        r"|pupils|schoolwork)\b|\b(?:in|for) (?:your|a|the) (?:own )?(?:class|classroom|lessons?|course)\b"
        r"|\bclassroom use\b|\b(?:save|keep|store) (?:a|one|your own) copy\b",
        "teaching|research|study|reading|reference|class|lesson|pupils|schoolwork|course|copy",
        "for classroom use",
    ),
    row(
        "condition",
        r"^\W*(?:all |the |these |this |our |any )*(?:photographs?|photos?|pictures?|images?|illustrations?"
        r"|source code"
        r"|code|software|fonts?|clip art|coupons?|letters|notices?|names?|licence documents?"
        r"|worksheets?)\b[^,;]{0,40}"
        r"\b(?:may|can|is|are)\b|\b(?:copy|modify|distribute|use|reprint|reproduce) (?:verbatim )?(?:copies"
        r" of )?"
        r"(?:the|this|our) (?:software|code|licence document|names?|font|program|file|script|link)\b",
        "photo|picture|image|illustration|code|software|font|clip art|coupon|letters|notice|name|licence"
        " document"
        "|program|file|script|link|worksheet",
        "This font may be used freely",
    ),
    row(
        "undone",
        r"\bwhat they (?:like|want|please)\b|\btheir (?:own )?(?:opinions|thoughts|views)\b|\bpost(?:ing)?"
        r" (?:[a-z]+ ){0,3}"
        r"(?:on|to|in) (?:the|our) (?:forums?|(?:message )?boards?|comments?)\b|\b(?:reprint|post|publish"
        r"|welcome|share) "
        r"your (?:own )?(?:articles?|comments?|content|opinions|stories|posts?)\b|\bavailable for"
        r" (?:syndication"
        r"|licencing|purchase)\b|\b(?:copy|reprint|publish|reproduce) (?:a|any|government) (?:newspapers?"
        r"|web ?pages?"
        r"|documents?|text)\b|\b(?:was|were) cleared for\b|\bto get (?:more )?(?:visitors|traffic|readers"
        r"|customers)\b"
        r"|\bhelp yourself to (?:our|my) (?:free )?(?:newsletter|report|ebook)\b|\bnewsletter is free\b",
        "they |their |post|your |available|copy|reprint|publish|reproduce|cleared|to get|help yourself"
        "|newsletter is",
        "Bloggers are free to post what they like",
    ),
    row(
        "condition",
        r"\bon (?:your|the|a) (?:fridge|refrigerator|wall|door|notice ?board|pinboard)\b|^\W*an? (?:story"
        r"|article|poem"
        r"|piece|book|text) (?:may|can)\b|\b(?:run|install) (?:the|this|our) (?:script|program|code"
        r"|software)\b",
        "fridge|refrigerator|wall|door|board|may|can|run|install",
        "Post this on your fridge",
    ),
    row(
        "condition",
        r"(?<!or )(?<!or in )\b(?:partial (?:re)?(?:production|print(?:ing|s)?|publication|use)"
        r"|reproduction in part(?! or)"
        r"|(?:parts?|portions?|sections?) of (?:this|the|these|my|our|it)|the (?:abstract|headline|title"
        r"|summary) of)\b",
        "part|portion|section|abstract|headline|title|summary",
        "Parts of this article may be reprinted",
    ),
    row(
        "condition",
        r"\b(?:share|use|post|copy) (?:the|a|one|any|our) (?:link|photos?|pictures?|images?|preprint"
        r"|headline|abstract)\b",
        "share|use|post|copy",
        "Share the link to this article",
    ),
    row(
        "condition",
        r"\b(?:many|several|a number|most|half|lots) of (?:our|these|the|my)\b|^\W*most [a-z]+ (?:on|in|may"
        r"|can)\b",
        "many|several|number|most|half|lots",
        "Many of our articles may be republished",
    ),
    row(
        "condition",
        r"\b(?:internal|internally|intranets?|employees?|staff|secure|congregation)\b|\bwithin (?:your"
        r"|their) (?:own )?"
        r"(?:company|organi[sz]ation|firm|school|church|department|agency)\b",
        "internal|intranet|employee|staff|secure|congregation|within",
        "You may distribute this internally",
    ),
    row(
        "condition",
        r"\b(?:in|for|at|with) (?:your|their) (?:own )?(?:[a-z]+ )?(?:preaching|small group|class|sunday"
        r" school|bible study"
        r"|stud(?:y|ies)|workshops?|ministry|home|homeschool|local church|family|group)\b(?! (?:newsletter"
        r"|website|site"
        r"|page|paper|magazine|bulletin))|\bat home\b|\b(?:by|for) individuals\b|^\W*(?:individuals"
        r"|patients|visitors"
        r"|parents|readers) (?:may|can)\b|\bread(?:ing)? (?:it )?later\b|\btake it with you\b|\bhand it to"
        r" your\b"
        r"|\busing the button\b|\bfrom your browser\b|\bdownload(?:ed)? and print(?:ed)?\b",
        "your|their|home|individual|patients|visitors|parents|readers|later|take it|button|browser|download",
        "Use it in your Bible study",
    ),
    row(
        "grantee",
        r"^\W*(?:parish|club|local|school|church|community|student|nonprofit|noncommercial|small"
        r"|independent|regional"
        r"|national) (?:[a-z]+ )?(?:newsletters?|newspapers?|papers?|websites?|sites|magazines?|bulletins?)"
        r" (?:may|can|are)\b",
        "parish|club|local|school|church|community|student|profit|commercial|small|independent|regional"
        "|national",
        "Parish newsletters may reprint this",
    ),
    row(
        "condition",
        r"\bby email only\b|\bonly by email\b|\bemail only\b",
        "email",
        "This may be distributed by email only",
    ),
    row(
        "undone",
        r"\b(?:first|serial|exclusive|non-?exclusive)\b.{0,40}\brights?\b.{0,12}\b(?:granted|given|sold)\b"
        r"|\bfree to (?:read|download|view|browse)\b(?!.{0,20}\b(?:and|or) (?:re|use|copy|share|print"
        r"|publish))"
        r"|\bfree copy of (?:this|the)\b|\bmay have been\b|\bmay (?:also )?appear on other\b"
        r"|\bwill be (?:free|open|available|permitted|allowed|in the public)\b.{0,30}\bin (?:19|20)\d\d\b",
        "rights|free to|free copy|may have|may appear|may also|will be",
        "First serial rights granted; free to read on our site",
    ),
    row(
        "undone",
        r"\bnext (?:year|month|week|season)\b|\bin (?:the )?future\b",
        "next|future",
        "We will allow reprints next year",
    ),
    row(
        "condition",
        r"\b(?:in|within) (?:canada|australia|ireland|india|britain|america|europe|germany|france|the"
        r" (?:u\.?s"
        r"|uk|eu|united [a-z]+|netherlands))\b|\bonce it\b",
        "in |once it",
        "in the public domain in Canada",
    ),
)


# behind these words the clause speaks of what a copy keeps, or must not do: "as long as it is never sold"
_DUE = re.compile(
    r", and\b|\b(?:provided|providing|if|as long as|so long as|on condition|unless|with|without|including|and"
    r" (?:please"
    r"|never|do|keep|leave)|but (?:please|never|do|keep|leave))\b"
)


def narrowed_in(plain: str, end: int) -> tuple[Gap, ...]:
    """What narrows or undoes the grant of a clause; the words that grant end at `end`."""
    return tuple(
        Gap(
            "condition" if wording.value == "undone" else wording.value,
            *match.span(),
            theirs=wording.value != "undone",
        )
        for wording, match in found(NARROWED, plain)
        if wording.value != "undone" or not _DUE.search(plain, end, match.start())
    )
