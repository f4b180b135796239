"""清理 · What is hidden in a file is taken out of it; what is seen stays as it is."""
