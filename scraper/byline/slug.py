"""Names for files and addresses, from titles in any script."""

from slugify import slugify as _slugify

MAX_SLUG = 80  # characters; file systems allow 255 bytes, addresses are read aloud


def slugify(title: str) -> str:
    """`title` as lower-case ASCII words joined by hyphens; never empty, never a path.

    A title without a letter or digit in any script gives `article`.
    """
    return _slugify(title, max_length=MAX_SLUG, word_boundary=True) or "article"
