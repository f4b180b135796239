"""凭据 · What detectors share when they weigh a place: digits, labels, tables, checksums.

Nothing in here knows a rule; detectors import from here and never from each other.
"""
