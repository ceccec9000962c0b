"""The audit of kits: whatever can be copied from one holds its article's whole credit.

Judged by the same judges as any copy: each file, each text in `kit.json`, and each textarea of the page.
What is, letter for letter, a text that was proved before the press ran is not judged again.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from byline_pelican.audit import Output, textareas
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.kit.judged import faults
from byline_pelican.kit.kit import kit_of
from byline_pelican.kit.places import MANIFEST, kit_url
from byline_pelican.kit.texts import FORMS
from byline_pelican.pages import INDEX

MEDIA = {form.name: form.media for form in FORMS}


def names_of_kits(edition: Edition, settings: Mapping[str, Any]) -> Iterator[str]:
    """Every file of every kit, whether it is there or not."""
    files = (INDEX, MANIFEST, *(form.file for form in FORMS))
    for entry in edition.published:
        yield from (kit_url(entry.article.slug, settings) + file for file in files)


def audit_kits(output: Output, edition: Edition, configuration: Configuration) -> Iterator[str]:
    """What is wrong with the kits; one line each, naming file and mend."""
    for entry in edition.published:
        kit = kit_of(entry, configuration)
        proved = {(text.form.media, said) for text in kit.texts for said in (text.content, text.file)}
        folder = kit.url
        missing = [name for name in (INDEX, MANIFEST) if folder + name not in output.texts]
        if missing:
            yield f"{entry.article.path}: {folder}{missing[0]} was not written"
            continue
        for (media, text), where in _to_copy(output, folder).items():
            if (media, text) not in proved:
                yield from faults(media, text, entry, where)


def _to_copy(output: Output, folder: str) -> dict[tuple[str, str], str]:
    """All that can be copied from a kit, each text once, and where it stands."""
    found: dict[tuple[str, str], str] = {}
    for form in FORMS:
        if folder + form.file in output.texts:
            found.setdefault((form.media, output.texts[folder + form.file]), folder + form.file)
    for name, text in msgspec.json.decode(output.texts[folder + MANIFEST])["texts"].items():
        found.setdefault((MEDIA[name], text["content"]), f"{folder}{MANIFEST}, {name}")
    for name, content in textareas(output.texts[folder + INDEX]):
        media = MEDIA.get(name, "text/plain")
        found.setdefault((media, content), f"{folder}{INDEX}, the text to copy as {name or 'it stands'}")
    return found
