#!/usr/bin/env python3
"""The law of `fuzz.py` for inputs that a coverage-guided fuzzer makes (libFuzzer by way of atheris).

    python bench/fuzz_atheris.py -runs=20000 -max_len=8192 -timeout=10 new-inputs tests/pages

New inputs are kept in the first folder; the others are read only. A fault stops the run and leaves
`crash-…` here. Needs the optional extra `bench`.
"""

import sys

import atheris

with atheris.instrument_imports(include=["byline"]):
    from hostile import judged


def law(content: bytes) -> None:
    """Raise when an input breaks the law."""
    outcome = judged(content)
    if outcome.kind == "finding":
        raise AssertionError(outcome.words)


if __name__ == "__main__":
    atheris.Setup(sys.argv, law)
    atheris.Fuzz()
