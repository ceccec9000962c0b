"""Which uses are a reprint: what is pasted is the article's own words, as they stand."""

from byline.model import Use

REPRINTING = frozenset(set(Use) - {Use.AUDIO, Use.VIDEO, Use.TRANSLATION})
