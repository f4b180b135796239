"""清理器 · One module per format, each with a `CLEANER`, found by walking this folder."""
