"""Machine learning and text and data mining that a statement reserves or forbids, in seven languages.

A reservation names what is reserved and says so, in either order: "Text and data mining is reserved",
"All rights reserved, including for AI training".
"""

from byline.rights.grammar.wording import row

_MINING = (
    r"(?:text(?:s| ?-?,? ?(?:and|&|und|et|y|e|en|i) ?-? ?data)?[ -]?mining|data[ -]?mining|datamining|tdm"
    r"|(?:text|web|data) (?:scraping|harvesting|extraction)|scraping|crawling"
    r"|fouille (?:de |des )?(?:textes?|donnees)|exploration de (?:textes?|donnees)"
    r"|mineria de (?:textos?|datos)|estrazione di (?:testo|dati|testi)|tekst- en datamining"
    r"|eksploracj\w+ (?:tekst\w*|danych))"
)
_AI = (
    r"(?:machine[ -]learning|(?:generative )?ai|a\.i|artificial intelligence|(?:large )?language models?"
    r"|llms?|neural networks?|ki|ki-\w+|kunstliche[rn]? intelligenz|maschinelle\w* lernen\w*|sprachmodelle\w*"
    r"|ia|intelligence artificielle|apprentissage automatique|inteligencia artificial"
    r"|aprendizaje automatico|intelligenza artificiale|apprendimento automatico|kunstmatige intelligentie"
    r"|machinaal leren|sztuczn\w+ inteligencj\w+|uczeni\w+ maszynow\w+)"
)
_RESERVED = (
    r"(?:(?<!not )(?<!nothing )(?<!isn't )reserved?s?|reserves|reserving|opt(?:ed|s|ing)?[- ]?out"
    r"|(?:expressly )?(?:prohibited|forbidden|barred|banned|disallowed|excluded|refused|denied|off limits)"
    r"|not (?:\w+ )?(?:permitted|allowed|granted|licenced|authori[sz]ed|welcome|covered|included)"
    r"|vorbehalten|vorbehalt|nutzungsvorbehalt|untersagt|verboten|nicht (?:gestattet|erlaubt|zulassig)"
    r"|reservee?s?|interdite?s?|exclue?s?|reservad[oa]s?|prohibid[oa]s?|riservat[oaie]|vietat[oaie]"
    r"|voorbehouden|verboden|niet toegestaan|zastrzezon\w+|zabronion\w+)"
)
_GRANTED = r"(?:(?:is|are|be|may|you) (?:also )?(?:allowed|permitted|welcome|granted|free|use)\b)"


def _reserved(what: str) -> str:
    return (
        rf"\b{what}\b(?:(?!{_GRANTED}).){{0,70}}?\b{_RESERVED}\b"
        rf"|\b{_RESERVED}\b(?:(?!{_GRANTED}).){{0,70}}?\b{what}\b"
    )


_CUES = "reserv|opt|prohibit|forbid|barred|bann|allow|exclu|refus|denied|off limits|not |vorbehalt|untersagt"
_CUES_ABROAD = "|verbot|nicht|interdit|prohibid|riservat|vietat|voorbehouden|verboden|niet|zastrzez|zabron"

MINING = (  # as rows of limits
    row("no_ai", _reserved(_AI), _CUES + _CUES_ABROAD, "The right to train AI on this text is reserved"),
    row(
        "no_ai",
        rf"\b(?:kein\w*|nicht|aucune?|pas|ningun\w*|nessun\w*|geen|niet|zadn\w+|ohne|sans|sin|senza|zonder|bez)"
        rf"\b(?:(?!{_GRANTED}).){{0,40}}?\b{_AI}\b",
        "kein|nicht|aucun|pas|ningun|nessun|geen|niet|zadn|ohne|sans|sin|senza|zonder|bez",
        "Kein Training von KI",
    ),
    row("no_tdm", _reserved(_MINING), _CUES + _CUES_ABROAD, "Text und Data Mining vorbehalten"),
    row(
        "no_tdm",
        rf"\b(?:no|kein\w*|aucune?|ningun\w*|nessun\w*|geen|zadn\w+)\b"
        rf"(?:(?!{_GRANTED}).){{0,40}}?\b{_MINING}\b",
        "no|kein|aucun|ningun|nessun|geen|zadn",
        "No TDM",
    ),
)
