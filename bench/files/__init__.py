"""文件速度 · How fast files are read and checked, beside the libraries that read the same formats."""
