"""Lists of values that name nearly everything: told by what they leave out."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from cms.vocabularies import Vocabulary

MAX_LEFT_OUT = 3


def short_labels(vocabulary: Vocabulary, codes: Collection[str], everything: str) -> list[str]:
    """The labels of ``codes``: ``everything`` where no other is left, "All but …" where few are."""
    left = [code for code in vocabulary.codes if code not in codes]
    if not left:
        return [everything]
    if len(left) <= MAX_LEFT_OUT < len(codes):
        return [_("All but %(names)s") % {"names": ", ".join(vocabulary.labels(left))}]
    return vocabulary.labels(codes)
