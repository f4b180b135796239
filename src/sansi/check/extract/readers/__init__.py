"""各格式的阅读器 · One module per format; a module with `READER` is a reader, there is no list to edit."""
