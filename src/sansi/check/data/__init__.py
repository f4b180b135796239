"""数据 · Tables and word lists; each says where it comes from on its first lines."""
