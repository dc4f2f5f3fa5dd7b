"""What an address asks to compare. Nothing here fails: what makes no sense is left out. No Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy

ROUTE = gettext_lazy("compare/")

MIN_COMPARED, MAX_COMPARED = 2, 4
# However long an address is, no more of its values are looked up.
MAX_READ = 20
MAX_VALUE_LENGTH = 255
DIFFERENT = "different"
FROM_LIST = "compare"  # the button of the list, whose form holds all else that was asked there


@dataclass(frozen=True)
class Choice:
    """``requested`` are slugs or numbers of pages, ``words`` those of the search for one sheet more."""

    requested: tuple[str, ...] = ()
    only_different: bool = False
    words: str = ""

    @property
    def ids(self) -> tuple[int, ...]:
        """The wanted values that could be the number of a page."""
        return tuple(
            int(value) for value in self.requested if value.isascii() and value.isdigit() and len(value) < 10
        )


@dataclass(frozen=True)
class SheetVersion:
    """A live sheet in one language: where a wanted value may lead."""

    pk: int
    slug: str
    key: object
    language: str


@dataclass(frozen=True)
class Picked:
    """Keys of sheets in the order of the address; what leads nowhere; whether there were too many."""

    keys: tuple
    unknown: tuple[str, ...]
    too_many: bool


def read_choice(pairs: Iterable[tuple[str, str]]) -> Choice:
    """The choice that the pairs of a query string make."""
    pairs = [(name, " ".join(value.replace("\0", "").split())) for name, value in pairs]
    return Choice(
        requested=readable(value for name, value in pairs if name == "s"),
        only_different=("rows", DIFFERENT) in pairs,
        words=next((value for name, value in pairs if name == "q" and value), "")[:MAX_VALUE_LENGTH],
    )


def readable(values: Iterable[str]) -> tuple[str, ...]:
    """What may be the slugs or numbers of sheets, each once."""
    return tuple(dict.fromkeys(value for value in values if 0 < len(value) <= MAX_VALUE_LENGTH))[:MAX_READ]


def pick(requested: Iterable[str], versions: Sequence[SheetVersion], language: str) -> Picked:
    """Which sheets are meant: by the slug of ``language``, then by that of another one, then by number."""
    known: dict[str, object] = {str(version.pk): version.key for version in versions}
    known |= {version.slug: version.key for version in versions}
    known |= {version.slug: version.key for version in versions if version.language == language}
    keys = tuple(dict.fromkeys(known[value] for value in requested if value in known))
    unknown = tuple(value for value in requested if value not in known)
    return Picked(keys[:MAX_COMPARED], unknown, len(keys) > MAX_COMPARED)


def query(slugs: Iterable[str], only_different: bool = False) -> str:
    """The query string that asks for sheets in this order."""
    pairs = [("s", slug) for slug in slugs]
    return urlencode([*pairs, ("rows", DIFFERENT)] if only_different else pairs)


def by_language(versions: Iterable[SheetVersion], keys: Sequence, only_different: bool) -> Mapping[str, str]:
    """The same comparison as a query string of each language, with the sheets that it has."""
    slugs: dict[str, dict] = {}
    for version in versions:
        slugs.setdefault(version.language, {})[version.key] = version.slug
    return {
        language: query([known[key] for key in keys if key in known], only_different)
        for language, known in slugs.items()
    }


def compare_url(finder_url: str | None) -> str:
    """The comparison below the finder at ``finder_url``, in the active language."""
    return f"{finder_url or ''}{ROUTE}"
