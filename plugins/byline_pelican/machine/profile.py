"""How terms are said in ODRL 2.2: tables. What ODRL has no word for has one in a profile of our own.

The profile's words are listed in `docs/formats.md`. To teach a limit, add it to one of the tables; a limit
in none of them becomes a constraint of its own name, so that it can never widen an offer.
"""

from byline.model import Duty, Use

CONTEXT = "http://www.w3.org/ns/odrl.jsonld"
PROFILE = "urn:byline:terms:1"
PREFIXES = {
    "byline": f"{PROFILE}#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "cc": "http://creativecommons.org/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
WORDS = "rdfs:comment"  # the author's words that prove a rule
HOLDER = "byline:RightsHolder"  # whoever the credit of the article at hand names

ACTIONS = {Use.TRANSLATION: "translate"}  # every other use is to distribute, by a channel of its own name
DUTIES: dict[Duty, tuple[str, str]] = {  # the action, and for `include` what is to be included
    Duty.TITLE: ("include", "byline:title"),
    Duty.BYLINE: ("attribute", ""),
    Duty.COPYRIGHT: ("cc:Notice", ""),
    Duty.RESOURCE_BOX: ("include", "byline:resourceBox"),
    Duty.LIVE_LINK: ("byline:keepLinkLive", ""),
    Duty.PERMISSION_STATEMENT: ("include", "byline:permissionStatement"),
    Duty.SOURCE_LINK: ("byline:linkToSource", ""),
    Duty.LICENCE: ("include", "byline:licence"),
}
LIMIT_DUTIES = {
    "canonical": "byline:nameCanonical",
    "mark_changes": "byline:markChanges",
    "pictures_excluded": "byline:leaveOutPictures",
    "share_alike": "cc:ShareAlike",
    "tables_excluded": "byline:leaveOutTables",
    "take_down": "byline:takeDownOnRequest",
    "third_party_excluded": "byline:leaveOutThirdParties",
}
LIMIT_PROHIBITIONS = {
    "no_adult": "byline:placeOnAdultSite",
    "no_ads": "byline:placeBesideAdvertising",
    "no_ai": "byline:trainMachines",
    "no_automation": "byline:republishAutomatically",
    "no_bulk": "byline:republishInBulk",
    "no_feeds": "byline:placeInFeed",
    "no_framing": "byline:frame",
    "no_nofollow": "byline:markLinksNofollow",
    "no_paywall": "byline:chargeForAccess",
    "no_redirect": "byline:redirectLinks",
    "no_relay": "grantUse",
    "no_resale": "sell",
    "no_spam": "byline:mailUnasked",
    "no_spinning": "byline:rewriteByMachine",
    "no_tdm": "byline:mineText",
    "no_translation": "translate",
    "opt_in_only": "byline:mailUnasked",
}
LIMIT_CHANNELS = {"no_audio": Use.AUDIO, "no_ebook": Use.EBOOK}  # denied media
LIMIT_DAYS = {"not_before": "gteq", "not_after": "lteq"}
LIMIT_SPANS = {"delay": "gteq", "window": "lteq"}  # counted from first publication
LIMIT_REMARKS = ("revocable",)  # said of the offer; no rule
LIMIT_ELSEWHERE = ("other_uses",)  # the answers to those uses say it
TERM_PROHIBITIONS = {
    "modify=no": "modify",
    "extent=full_only": "extract",
    "commercial=no": "cc:CommercialUse",
}
TERM_PERMISSIONS = {"modify=yes": "modify", "modify=minor": "byline:editLightly"}
