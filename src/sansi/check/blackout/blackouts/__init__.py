"""各种格式的遮盖 · One module per format, each with a `BLACKOUT`; found by walking this folder."""
