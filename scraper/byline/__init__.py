"""Byline: articles that others may reprint, published without losing a credit.

The two functions of the public interface; their records are described in `docs/formats.md`.
"""

from byline.extract import extract
from byline.rights.terms import read_terms

__all__ = ["__version__", "extract", "read_terms"]
__version__ = "0.1.0"
