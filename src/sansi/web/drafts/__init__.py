"""查稿 · The page and API where a draft is checked; keeps nothing."""
