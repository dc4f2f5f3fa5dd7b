"""What pages say about themselves to lists and templates, as plain data."""

from dataclasses import dataclass

from django.utils.translation import gettext

RUN_ON_CHARACTERS = 60


@dataclass(frozen=True)
class Badge:
    """A state told by a word, a shape and a colour: ``code`` chooses shape and colour, ``label`` is the word.

    ``detail`` follows the word after a comma: "20 days left".
    """

    code: str
    label: str
    detail: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a fact sheet. Without values the line reads "not indicated": nothing is left to guess.

    ``key`` names the line in every language: by it the glossary explains the label. ``language`` is that of
    the values, where it is not the page's.
    """

    label: str
    values: tuple[str, ...] = ()
    note: str = ""
    url: str = ""
    key: str = ""
    language: str = ""

    @property
    def runs_on(self) -> bool:
        """Whether the values read well one after the other, rather than a line each."""
        return all(len(value) <= RUN_ON_CHARACTERS for value in self.values)


def with_state(title: str, word: str) -> str:
    """The title behind what has become of its subject: "Cancelled: Book fair". No word, no colon."""
    return gettext("%(state)s: %(title)s") % {"state": word, "title": title} if word else title
