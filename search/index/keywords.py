"""Words by which a page is found although it does not say them so: its kind, its codes, other spellings."""

from cms.searchable import SearchDocument

from ..understanding.codes import code_keys
from ..understanding.spellings import meeting_spellings

# What people call pages of a kind; each finds them all.
TYPE_KEYWORDS = {
    "it": {
        "funding": "bando avviso finanziamento agevolazione incentivo",
        "news": "notizia",
        "event": "evento",
        "project": "progetto",
        "story": "storia di successo",
    },
    "en": {
        "funding": "call funding incentive",
        "news": "news",
        "event": "event",
        "project": "project",
        "story": "success story",
    },
    "fr": {
        "funding": "appel aide financement",
        "news": "actualité",
        "event": "événement",
        "project": "projet",
        "story": "histoire de réussite",
    },
}
# So much of a text is looked through for codes and spellings.
MAX_READ = 100_000


def keywords_of(document: SearchDocument) -> str:
    """What the index holds of a document beside its own texts."""
    texts = (document.title, document.summary, document.facts, document.keywords, document.body)
    text = "\n".join(texts)[:MAX_READ]
    kind = TYPE_KEYWORDS.get(document.language.split("-")[0], {}).get(document.type, "")
    # A page about codes names many that are not its own: only those among its facts are.
    own = "\n".join((document.title, document.facts, document.keywords))
    found = sorted(code_keys(own) | meeting_spellings(text))
    return " ".join(part for part in (document.keywords, kind, *found) if part)
