"""What the words of a question mean, before any engine sees them."""

from search.words import Words, parse_words


def understand(text: str, language: str) -> Words:
    """The words of ``text`` with other ways of saying them. Any string can be understood."""
    return parse_words(text)
