"""Whether a copyright line stands by itself, or in words that give it another holder or year.

A notice that runs on ("… Ada Example and Another Corp.") says something else than the one that is
owed. Where it ends, a line or a sentence must end, or another part of the article begin; what
cannot be told is unknown. To know one more word that does so, add it to a table.
"""

import re

from byline.check.scene import RESERVED, Passage, Scene
from byline.model import State

EXTENDERS = {  # words after a holder's name that make it another holder's name
    *("inc", "ltd", "llc", "llp", "plc", "gmbh", "ag", "corp", "corporation", "company", "limited"),
    *("publishing", "publishers", "media", "group", "press", "associates", "partners"),
}
JOINERS = {"and", "und", "et", "y", "e", "en", "sowie", "plus", "with"}  # another holder follows
JOINING = re.compile(r"\s*[,&/+]\s*$")  # so it does after these signs
YEARS = re.compile(r"\s*[-–—,]\s*$")  # between two numbers, more years
ENDED = re.compile(r"[.!?;|·•\])](?=\s|$)|\n")  # here a sentence, a line or an entry of a list ends
ADDED = re.compile(r"(?:^|\s)[&/+](?=\s|$)|^\s*[,&/+]\s*\n")  # … and yet something is added
DENIERS = {"not", "no", "never", "formerly", "portions", "portion", "parts", "except"}  # before a notice
REACH = 4  # words before a notice that may deny it


def standing(scene: Scene, passage: Passage) -> State:
    """Whether a notice that is there word for word says just that."""
    start = scene.places[passage].start
    end = start + len(passage.words)
    if _inside_another(scene, passage, start, end):
        return State.PASS
    while scene.text.words[end : end + len(RESERVED)] == RESERVED:
        end += len(RESERVED)
    after = _after(scene, end)
    return State.UNKNOWN if after is State.PASS and _denied(scene, start) else after


def _inside_another(scene: Scene, notice: Passage, start: int, end: int) -> bool:
    """Whether the notice is a part of another part, whose words are judged there; or of the body."""
    if start in scene.body_place.same:
        return True
    for passage, place in scene.places.items():
        if passage is notice:
            continue
        if place.whole and place.start <= start and end <= place.start + len(passage.words):
            return True
        part = place.alignment
        if part and part.start <= start and end <= part.end:
            return end not in {first for first, _ in part.inserted}
    return False


def _after(scene: Scene, at: int) -> State:
    """What the words after a notice make of it."""
    text = scene.text
    if at >= len(text.words) or scene.taken[at]:
        return State.PASS
    word, between = text.words[at], text.between(at)
    if ENDED.search(between):
        goes_on = word in JOINERS and text.quote(at, at + 1).islower()
        return State.UNKNOWN if goes_on or ADDED.search(between) else State.PASS
    if word.isdigit() and text.words[at - 1].isdigit():
        return State.FAIL if YEARS.match(between) else State.UNKNOWN
    if word in JOINERS | EXTENDERS or JOINING.match(between):
        return State.FAIL
    return State.UNKNOWN


def _denied(scene: Scene, start: int) -> bool:
    """Whether the words just before a notice, in its own sentence, may take it back."""
    text = scene.text
    for at in range(start, max(0, start - REACH), -1):
        if ENDED.search(text.between(at)):
            return False
        if text.words[at - 1] in DENIERS:
            return True
    return False
