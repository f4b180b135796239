"""命令 · Commands of the background jobs."""
