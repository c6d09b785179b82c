"""The shipped rules and the user's rule folders → the rules of a run."""

from provlint.rulebook.book import Rulebook, load

__all__ = ["Rulebook", "load"]
