"""How each language is read: a new language is a line in the table. Every engine reads by it.

Text is split at everything that is neither letter nor digit, put into lower case, freed of stop words, folded
(accents dropped), freed of ``dropped`` and stemmed, in this order. So "M1C3I1.3" is "m1c3i1" beside "3".
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """``name`` is that of its Snowball stemmer and list of stop words. ``dropped`` are the words beside those
    that say nothing: articles and particles elided before an apostrophe, where a word is split, and stop
    words typed without their accent."""

    name: str = ""
    dropped: str = ""


LANGUAGES = {
    "it": Language(
        "italian",
        "l un d s c m t v n gl all agl dall dagl dell degl nell negl sull sugl coll quest quell ch anch com "
        "dov senz e piu perche cosi gia cioe sara puo",
    ),
    "en": Language(
        "english",
        "s t d m ll re ve don doesn isn aren wasn weren from our your his her its how what which who we you "
        "he she i has have had were been can do does",
    ),
    "fr": Language(
        "french",
        "l d j m n s t c qu jusqu lorsqu puisqu quoiqu a ou ete etre meme tres apres deja",
    ),
}
DEFAULT = Language()


def language_of(code: str) -> Language:
    """The table's line for a language code such as ``it`` or ``fr-ch``."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.split("-")[0], DEFAULT)
