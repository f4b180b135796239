"""遮盖文件 · What was found in a file is taken out of every part of it, so that it is gone, not covered."""
