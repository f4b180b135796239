"""拒办 · An act that may not be done, and why."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is an answer to a person, not an error of the program
    """The act was not done; the message says why and what can be done, in the reader's language."""
