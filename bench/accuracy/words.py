"""词表 · Word lists written as running text, so that a hundred words are three lines and not a hundred."""


def words(text: str) -> tuple[str, ...]:
    """The words between the blanks of `text`."""
    return tuple(text.split())
