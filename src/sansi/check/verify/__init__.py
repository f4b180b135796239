"""复核 · Whether what was to be removed from a file is still somewhere in it, by other code than removed it."""

from sansi.check.verify.verify import leaks

__all__ = ["leaks"]
