"""What a closed list is: stable codes, labels in the visitor's language, and the strings of its sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language

SOURCE_LANGUAGE = "it"


@dataclass(frozen=True)
class Term:
    """One entry: a code that never changes, a label through gettext, and how open data spell it."""

    code: str
    label: str | Promise
    source_names: tuple[str, ...] = ()


class Vocabulary:
    """An ordered closed list.

    ``name`` is also the finder's parameter; ``source`` says whose list it is.
    Two entries may share a source name (Trentino-Alto Adige is two NUTS regions).
    """

    def __init__(self, name: str, source: str, terms: Iterable[Term]):
        self.name = name
        self.source = source
        self.terms = tuple(terms)
        self._by_code = {term.code: term for term in self.terms}
        self._by_source_name: dict[str, list[str]] = {}
        for term in self.terms:
            for name_in_source in term.source_names:
                self._by_source_name.setdefault(_key(name_in_source), []).append(term.code)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    @property
    def choices(self) -> list[tuple[str, str | Promise]]:
        """Pairs for a form or a model field, in the list's order."""
        return [(term.code, term.label) for term in self.terms]

    def label(self, code: str) -> str:
        """The label in the active language; an unknown code reads as itself rather than failing a page."""
        term = self._by_code.get(code)
        return str(term.label) if term else code

    def labels(self, codes: Iterable[str]) -> list[str]:
        """The labels of ``codes``, in the list's own order."""
        chosen = set(codes)
        known = [str(term.label) for term in self.terms if term.code in chosen]
        return known + sorted(chosen - set(self._by_code))

    def official_label(self, code: str) -> str:
        """As the source spells it, in the language of the source: for files that others join with its data.
        The plain label where the source has no name of its own for the code alone."""
        term = self._by_code.get(code)
        if term and term.source_names and get_language() == SOURCE_LANGUAGE:
            name = term.source_names[0]
            if self.from_source(name) == [code]:
                return name
        return self.label(code)

    def from_source(self, name: str) -> list[str]:
        """The codes that a source's string stands for; an empty list when it is not known."""
        return list(self._by_source_name.get(_key(name), []))


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
