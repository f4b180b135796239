"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# The same examples in every run: a test that fails fails again. `make fuzz` draws new ones.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")
