"""花名册 · Units and people as tables: tried row by row, taken over in one go, and written out again."""
