"""The indexes of the site on a cluster: which is in use, making one, putting it in another's place.

PREFIX_it                the alias that searches ask; it names one index
PREFIX_it.20261201…      an index; ``_meta`` of its mapping tells by which rules it was made
PREFIX_it.20261201….w    its own alias for writers: an index that has gone is never made again by a write
"""

import secrets
from datetime import UTC, datetime

from search.engines.base import IndexDamaged

from .connection import WRITE_WAIT, Connection
from .schema import edition, mapping, settings_for

TURN = "turn"  # the one document of an index that is no page; see ``changes.Turn``


class Indexes:
    """Those of one site, by language."""

    def __init__(self, connection: Connection, prefix: str):
        self.connection, self.prefix = connection, prefix

    def alias(self, language: str) -> str:
        return f"{self.prefix}_{language.lower()}"

    def in_use(self, language: str, wait: float) -> str:
        """The index behind the alias. ``IndexDamaged`` without one, and over one made by other rules."""
        alias, client = self.alias(language), self.connection.client.options(request_timeout=wait)
        try:
            with self.connection.explaining():
                found = client.indices.get(index=alias, features=["aliases", "mappings"])
                behind = {
                    name: about["mappings"].get("_meta", {}).get("edition")
                    for name, about in found.items()
                    if alias in about["aliases"]
                }
        except IndexDamaged as error:
            raise IndexDamaged(f"There is no index for “{language}” yet.") from error
        if len(behind) != 1:
            raise IndexDamaged(f"“{alias}” must be the alias of one index.")
        [(name, made_by)] = behind.items()
        if made_by != edition(language):
            raise IndexDamaged(f"The index for “{language}” was made by an earlier edition.")
        return name

    def create(self, language: str) -> str:
        """A new index that nobody searches yet."""
        name = f"{self.alias(language)}.{datetime.now(UTC):%Y%m%d%H%M%S}.{secrets.token_hex(4)}"
        rules = {**mapping(), "_meta": {"edition": edition(language), "language": language}}
        client = self.connection.client.options(request_timeout=WRITE_WAIT)
        with self.connection.explaining():
            client.indices.create(
                index=name,
                settings=settings_for(language),
                mappings=rules,
                aliases={writing(name): {}},
                wait_for_active_shards="1",
            )
        return name

    def install(self, language: str, fresh: str) -> None:
        """Give the alias to ``fresh`` and remove every other index of the language, in one step."""
        alias, client = self.alias(language), self.connection.client.options(request_timeout=WRITE_WAIT)
        with self.connection.explaining():
            # One by the alias's own name is what a write made where indexes make themselves.
            others = [name for name in self._all(alias) if name != fresh]
            client.indices.refresh(index=fresh)
            actions = [{"remove_index": {"index": name}} for name in others]
            client.indices.update_aliases(actions=[{"add": {"index": fresh, "alias": alias}}, *actions])

    def _all(self, alias: str) -> list[str]:
        found = self.connection.client.indices.get(
            index=f"{alias},{alias}.*",
            features=["aliases"],
            ignore_unavailable=True,
            expand_wildcards=["open", "closed"],
        )
        return list(found)

    def remove(self, name: str) -> None:
        """Remove an index that is in nobody's use; one that has gone does no harm."""
        with self.connection.explaining():
            client = self.connection.client.options(request_timeout=WRITE_WAIT)
            client.indices.delete(index=name, ignore_unavailable=True)

    def remove_all(self, but: str = "") -> None:
        """Remove every index of the site, except those of one language."""
        with self.connection.explaining():
            client = self.connection.client.options(request_timeout=WRITE_WAIT)
            found = client.indices.get(index=f"{self.prefix}_*", features=["aliases"])
            current = f"{self.alias(but)}." if but else None
            names = [
                name for name in found if not (current and name.startswith((current, control(self.prefix))))
            ]
            if names:
                client.indices.delete(index=names)


def control(prefix: str) -> str:
    """The index in which machines tell each other what they do."""
    return f"{prefix}_control"


def writing(index: str) -> str:
    """The alias through which an index is written to."""
    return f"{index}.w"
