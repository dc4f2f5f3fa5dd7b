"""Words by which a page is found although it does not say them so: its kind, its codes, other spellings."""

from cms.page_types import searched_types
from cms.searchable import SearchDocument

from ..understanding.codes import code_keys
from ..understanding.spellings import meeting_spellings

# So much of a text is looked through for codes and spellings.
MAX_READ = 100_000


def keywords_of(document: SearchDocument) -> str:
    """What the index holds of a document beside its own texts."""
    texts = (document.title, document.summary, document.facts, document.keywords, document.body)
    text = "\n".join(texts)[:MAX_READ]
    kind = type_keywords(document.language).get(document.type, "")
    # A page about codes names many that are not its own: only those among its facts are.
    own = "\n".join((document.title, document.facts, document.keywords))
    found = sorted(code_keys(own) | meeting_spellings(text))
    return " ".join(part for part in (document.keywords, kind, *found) if part)


def type_keywords(language: str) -> dict[str, str]:
    """What people call pages of each kind."""
    base = language.split("-")[0]
    return {name: model.search_keywords.get(base, "") for name, model in searched_types().items()}
