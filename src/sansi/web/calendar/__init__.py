"""工作日历 · Working days."""
