"""How English says "ask first": a permission that is still to be had grants nothing yet.

To teach a wording, add a row with an example, and a case to `tests/cases/terms.toml`.
"""

from byline.rights.grammar.wording import LEAVE, row

ASKED = (
    row(
        "ask",
        r"\b(?:we'll|i'll|(?:we|i|and) (?:will|can|could|shall)|let us) (?:then )?(?:talk|discuss|negotiate"
        r"|work (?:something|it|terms)"
        r" out|come to|agree on|arrange|see what)\b",
        "talk|discuss|negotiate|work|come to|agree|arrange|see what",
        "Drop me a line and we'll talk",
    ),
    row(
        "ask",
        r"\b(?:author|writer|owner|publisher|editor|editors|holder|we|i|he|she|syndicate|agency|desk|office)"
        r" (?:(?:may|might|could|can|would|will) (?:well |sometimes |often |usually |perhaps |gladly )?"
        r"(?:be (?:willing|able|prepared|open|happy|persuaded)|consider|agree|decide|arrange|make"
        r" arrangements)|(?:am|are|is) (?:usually |often |sometimes |generally |normally )?(?:open to"
        r"|willing to"
        r" (?:consider|discuss|talk)|prepared to consider))\b",
        "may|might|could|can|would|will|open to|willing|prepared",
        "The author may be willing to let you use it",
    ),
    row(
        "ask",
        r"\b(?:reprint|republication|syndication|usage|reproduction)?(?: |\b)(?:licences?|rights?"
        r"|permissions?|reprints?)"
        r"\b(?: [a-z']+){0,3}? (?:costs?|sells? (?:at|for)|starts? (?:at|from)) (?:from )?(?:\$|€|£)?\d",
        "cost|sell|start",
        "A reprint licence costs 40 euros",
    ),
    row(
        "ask",
        r"\bapplications?\b.{0,40}\b(?:made|addressed|sent|directed)\b",
        "application",
        "application should be made to the Bureau",
    ),
    row(
        "ask",
        r"\b(?:reprints?|copies|back issues|offprints|<reusing> rights?|licen[cs]es)\b(?: [a-z']+){0,4}?"
        r" (?:are|is|may be|can be) (?:sold|for sale|on sale|bought|ordered|purchased|priced|charged"
        r"|billed)\b",
        "sold|sale|bought|ordered|purchased|priced|charged|billed",
        "Reprints of this article are sold in lots of 100",
    ),
    row(
        "ask",
        r"\b(?!(?:by|with|for)\b[^.]{0,60}\b(?:has|have) (?:my |our |the )?<permission>)(?:with|by|after"
        r"|upon|subject to|obtain\w*|need\w*|requires?|takes?"
        r"|requiring|seek\w*|request\w*|get|getting|got|gets|secure|receiv\w+"
        r"|unless|once you have|pending|ask(?:ing)? for|ask|apply\w* for|for|without|beg"
        r"|first|until|awaiting|must have|should have|unless you have|if you have"
        r"|to have)"
        r" (?:[a-z']+,? (?:and |or )?){0,6}?<permission>\b(?! (?:is |are )?(?:not )?(?:granted"
        r"|given|statement|line|notice|to contact))",
        LEAVE,
        "with prior permission",
    ),
    row(
        "ask",
        r"\b(?:permission|consent|approval|authori[sz]ation|clearance|licence"
        r"|agreement)\b(?: [a-z']+){0,6}? (?:required|needed|necessary|sought"
        r"|obtained|requested|mandatory|essential|only|first|asked|a must|compulsory|obligatory)\b",
        "a must|compulsory|obligatory|required|needed|necessary|sought|obtained|requested|mandatory"
        "|essential|only|first|asked",
        "Permission is required",
    ),
    row(
        "ask",
        r"\b(?:permission|rights?|consent|licences?)\b(?: [a-z']+){0,4}? (?:may"
        r"|can|will|must|should|might|could) (?:usually |also |only |normally "
        r"|often )?be (?:granted|given|obtained|requested|sought|arranged"
        r"|bought|purchased|had|secured|negotiated|available)\b",
        "be ",
        "Permission can be obtained from",
    ),
    row(
        "ask",
        r"\b(?:please|must|should|to|that you|first|simply|just|afterwards"
        r"|then|and|kindly|do|always|but) ask\b(?! (?:that|only|you to|is"
        r"|in return|for credit))|\bask (?:me|us|first|before|him|her|them"
        r"|the (?:author|owner|editor|publisher|writer)|nicely|permission"
        r"|for it)\b",
        "ask",
        "Please ask first",
    ),
    row(
        "ask",
        r"^\W*(?:please )?ask\b(?! (?:yourself|about|that|only))|, ask\b"
        r"|\bask(?:ed)?(?: for)? permission\b",
        "ask",
        "Ask the owner",
    ),
    row(
        "ask",
        r"\b(?:contact|email|write|call|ring|phone|telephone|apply|enquire"
        r"|inquire|query|get in touch|reply|talk|speak|consult|approach"
        r"|see|negotiate|arrange|check|clear|consult with|message|address"
        r"|direct)\b.{0,90}?"
        r"\b(?:for (?:[a-z]+ ){0,4}?(?:terms|permissions?|rights|licen\w+"
        r"|rates|reprints?|reuse|use|prices?|pricing|quotes?|republication"
        r"|syndication|details|information on re\w+)|before (?:\w+ )?(?:using"
        r"|<strong>|[a-z]+ing|you)|first"
        r"|in advance|beforehand|ahead of time|(?:about|regarding|concerning|to discuss|to arrange"
        r"|to obtain|to request|to get|to secure|if you (?:would like|want"
        r"|wish)|if interested|prior to|to|when you want) (?:[a-z]+ ){0,5}?(?:<reusing>"
        r"|<strong>|rights|permission))\b",
        "contact|email|write|call|ring|phone|apply|enquire|inquire|query"
        "|touch|reply|talk|speak|consult|approach|see|licence|negotiate"
        "|arrange|check|clear|message|address|direct",
        "Contact us for reprint rights",
    ),
    row(
        "ask",
        r"\b(?:for|to (?:request|obtain|get|buy|purchase|secure|discuss"
        r"|arrange|order)|about|requests? for) (?:[a-z,']+ ){0,5}?(?:<reusing>"
        r"|permissions?|licen[cs]ing|rights)(?: (?:rights?|permissions?"
        r"|requests?|enquir\w+|inquir\w+|information|details|terms|licences?"
        r"|fees|licencing|(?:on|in) (?:an? |any |your |the |other )?[a-z]+|of (?:this|the|our"
        r"|my) \w+))?\W{0,3}(?:please "
        r"|kindly |just |simply )?(?:contact|email|write|call|ring|see|visit"
        r"|phone|apply|ask|get in touch|go to|click|:)",
        "contact|email|write|call|ring|see|visit|phone|apply|ask|touch|go to|click|:",
        "For reprint rights: the agency",
    ),
    row(
        "ask",
        r"\b(?:if you (?:would like|want|wish|are interested|need|hope|plan"
        r"|intend)|wish(?:es|ing)? to|want(?:s|ing)? to|would like to|interested in"
        r"|intend(?:s|ing)? to|(?<!free )(?<!welcome )(?<!allowed )(?<!permitted )to|anyone wanting)\b"
        r" (?:[a-z,']+ ){0,4}?(?:<reusing>"
        r"|<strong>|use|run|publish|post|print|carry)\b.{0,90}?\b(?:(?:contact"
        r"|email|ask|call|ring|message|phone) (?:me|us|the|him|her|our|my"
        r"|permission|first|[a-z.]+@)|write to|get in touch|reply|drop (?:me"
        r"|us) a|apply|enquire|inquire|must first|needs? to|have to)\b",
        "contact|email|ask|write|touch|call|ring|reply|drop|apply|enquire|inquire|message|must|need|have to",
        "If you would like to reprint this, contact me",
    ),
    row(
        "ask",
        r"\b(?:on|upon|by|through) (?:written |prior |special |individual |mutual |advance "
        r"|express )*(?:request"
        r"|application|arrangement|appointment|negotiation)\b|\bcase[ -]by[ -]case\b"
        r"|\bnegotiable\b|\bby (?:prior |special |written |mutual |express )*agreement\b",
        "request|application|arrangement|negoti|case|agreement",
        "Reprints by arrangement",
    ),
    row(
        "ask",
        r"\b(?:unless|if|once|until|only when|only if|except where|except when"
        r"|without) (?:[a-z']+ ){0,4}?(?:agree[ds]?|agreeing|permits?|permitted"
        r"|allows?|authori[sz]e[ds]?|approve[ds]?|said|says?(?! otherwise)|consents?|consented"
        r"|asks?|asked|have asked|contact|checking|contacting|consulting|clearing|telling|paid|pays"
        r"|(?<!without )paying"
        r"|bought|buys|buying|purchased|licenced|cleared|asking|arranged"
        r"|written to)\b",
        "unless|if|once|until|when|where|without",
        "unless we agree",
    ),
    row(
        "ask",
        r"\b(?:each|every|all) (?:requests?|enquiry|inquiry|application)\b|\b(?:permission"
        r"|reprint) requests?\b"
        r"|\brequests? (?:go|goes|should go|are handled|are considered)\b",
        "request|enquir|inquir|application",
        "We handle each request individually",
    ),
    row(
        "ask",
        r"\b(?:drop|send|shoot|give) (?:me|us) (?:a|an) [a-z-]+ first\b",
        "first",
        "Drop me a line first",
    ),
    row(
        "ask",
        r"\bmust (?:first )?be (?:approved|cleared|authori[sz]ed|licenced|agreed)\b",
        "must",
        "must be approved",
    ),
    row(
        "ask",
        r"\b(?:buy|purchase|acquire) (?:an? |the )?(?:[a-z]+ ){0,2}(?:licence|rights)\b",
        "licence|rights",
        "Buy a licence",
    ),
    row(
        "ask",
        r"\b(?:only after|not before|not until|only when|only once) (?:i|we|the author|the editor) (?:have "
        r"|has )?(?:said|agreed"
        r"|approved|replied|answered|given)\b|\bonly after (?:you )?(?:have |has )?(?:heard|spoken|spoke"
        r"|written"
        r"|asked|agreed|asking|hearing|speaking)\b",
        "only after|not before|not until|only when|only once",
        "only after you have heard from us",
    ),
    row(
        "ask",
        r"\b(?:reprints?|syndication|republication|licencing|permissions?"
        r"|rights|reproduction) (?:inquir\w+|enquir\w+|requests?|desk|department"
        r"|queries)\b",
        "inquir|enquir|request|desk|department|queries",
        "Syndication inquiries: …",
    ),
    row(
        "ask",
        r"^\W*(?:for )?(?:reprints?|permissions?|rights|republication|licencing"
        r"|syndication)(?: and [a-z]+)?: ?(?:please )?(?:contact|email|write"
        r"|call|see|ask|phone|apply|visit)\b",
        ":",
        "Reprints: call the desk",
    ),
    row(
        "ask",
        r"\b(?:reprint|republication|syndication|reproduction) rights?\b(?: [a-z']+){0,3}?(?: (?"
        r":available|for sale|from|through|handled|managed|belong|held|owned"
        r"|reserved)|:)(?! ?(?:granted|yes|free|given|you (?:may|can|are|have)"
        r"|permission is|this|these|feel|anyone|publishers|editors|webmasters))",
        "rights|right",
        "Reprint rights: the agency",
    ),
    row(
        "ask",
        r"\b(?:for|upon|after|against|subject to|on) (?:payment|paying|a (?:small "
        r"|modest |reasonable |licen\w+ )?fee|purchase)\b|\bmatter of a fee\b"
        r"|\bfees? (?:apply|applies|may apply|will apply|is required|required)\b",
        "payment|paying|fee|purchase",
        "for a fee",
    ),
)
