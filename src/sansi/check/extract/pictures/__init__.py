"""图片 · What is in the file of a picture beside its pixels, and what is written on it."""
