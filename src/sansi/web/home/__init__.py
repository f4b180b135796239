"""首页 · The front door, my duties, errors, health."""
