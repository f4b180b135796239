"""数据库变更 · How the tables came to be."""
