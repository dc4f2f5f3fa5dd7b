"""Bodies by name: found whatever their capitals and dots, created where we do not know them."""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.text import slugify

from cms.snippets.topics import Organisation

from .. import page_index
from ..mappings import ORGANISATION_KINDS

NOT_A_WORD = re.compile(r"[\W_]+")
SLUG = 110


def name_key(name: str) -> str:
    """Letters and digits in small, without accents: "Lazio Innova S.p.a." is "LAZIO INNOVA SPA"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return NOT_A_WORD.sub("", "".join(letter for letter in letters if not unicodedata.combining(letter)))


class Organisations(dict[str, int]):
    """Primary keys by ``name_key``; ``add`` creates those that are missing, in one go."""

    def __init__(self):
        super().__init__()
        self._slugs = set()
        for pk, name, slug in Organisation.objects.order_by("-pk").values_list("pk", "name", "slug"):
            self[name_key(name)] = pk
            self._slugs.add(slug)

    def add(self, names: Iterable[str]) -> None:
        missing = {}
        for name in names:
            if (key := name_key(name)) and key not in self:
                missing.setdefault(key, name)
        created = Organisation.objects.bulk_create(
            [Organisation(name=name, slug=self._slug(name), kind=_kind(name)) for name in missing.values()]
        )
        page_index.add(Organisation, created)
        self.update(zip(missing, (organisation.pk for organisation in created), strict=True))

    def _slug(self, name: str) -> str:
        base = slugify(name)[:SLUG].strip("-") or "ente"
        slug, number = base, 1
        while slug in self._slugs:
            number += 1
            slug = f"{base}-{number}"
        self._slugs.add(slug)
        return slug


def _kind(name: str) -> str:
    for kind, prefixes in ORGANISATION_KINDS.items():
        if name.casefold().startswith(tuple(prefixes)):
            return kind
    return ""
