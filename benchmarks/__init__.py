"""How fast the program is, as ratios measured side by side in one run."""

import sys


class CannotMeasure(Exception):
    """Why a part cannot be measured, in a sentence."""


def say(sentence: str) -> None:
    """Say on stderr how far a long step has come."""
    print(f"  … {sentence}", file=sys.stderr, flush=True)
