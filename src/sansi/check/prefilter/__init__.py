"""预筛 · One pass over the bytes that says where a closer look is worth it.

Three engines can make the pass: Hyperscan (fastest), google-re2, and Python's own `re`. All of
them answer in the same terms, and the engine turns the answers into the same spots.
"""
