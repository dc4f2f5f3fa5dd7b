"""The indexes of the site on a cluster: which is in use, making one, putting it in another's place.

PREFIX_it_1a2b3c4d              the alias that searches ask, of releases with the same rules: one index
PREFIX_it_1a2b3c4d.20261201…    an index; ``_meta`` of its mapping tells by which rules it was made
PREFIX_it_1a2b3c4d.20261201….w  its own alias for writers: an index that has gone is never made by a write

Releases before 0.7.0 have PREFIX_it for all rules. See ``editions`` about the indexes of others.
"""

import secrets
import time
from contextlib import suppress
from datetime import UTC, datetime

from search.engines.base import EngineUnavailable, IndexDamaged

from .connection import WRITE_WAIT, Connection
from .schema import edition, mapping, settings_for

TURN = "turn"  # the one document of an index that is no page; see ``changes``
DIGITS = 8  # of the edition, in names
SEEN_EVERY = 3600.0  # seconds


class Indexes:
    """Those of one site, by language."""

    def __init__(self, connection: Connection, prefix: str):
        self.connection, self.prefix = connection, prefix

    def edition(self, language: str) -> str:
        return edition(language)

    def alias(self, language: str) -> str:
        return f"{self.prefix}_{language.lower()}_{self.edition(language)[:DIGITS]}"

    def in_use(self, language: str, wait: float) -> str:
        """The index behind the alias. ``IndexDamaged`` without one, and over one made by other rules."""
        alias, client = self.alias(language), self.connection.client.options(request_timeout=wait)
        try:
            with self.connection.explaining():
                found = client.indices.get(index=alias, features=["aliases", "mappings"])
                behind = {
                    name: about["mappings"].get("_meta", {})
                    for name, about in found.items()
                    if alias in about["aliases"]
                }
        except IndexDamaged as error:
            raise IndexDamaged(f"There is no index for “{language}” yet.") from error
        if len(behind) != 1:
            raise IndexDamaged(f"“{alias}” must be the alias of one index.")
        [(name, about)] = behind.items()
        if about.get("edition") != self.edition(language):
            raise IndexDamaged(f"The index for “{language}” was made by an earlier edition.")
        if time.time() - about.get("seen", 0) > SEEN_EVERY:
            with suppress(EngineUnavailable):
                self.keep(name, seen=round(time.time()))
        return name

    def about(self, name: str) -> dict:
        """What is kept with an index: ``edition``, ``language``, ``seen`` (seconds since 1970) and
        ``compared``."""
        client = self.connection.client.options(request_timeout=WRITE_WAIT)
        with self.connection.explaining():
            return client.indices.get_mapping(index=name)[name]["mappings"].get("_meta", {})

    def keep(self, name: str, **told) -> None:
        """Keep something more with an index."""
        client = self.connection.client.options(request_timeout=WRITE_WAIT)
        with self.connection.explaining():
            client.indices.put_mapping(index=name, meta=self.about(name) | told)

    def others(self, language: str) -> dict[str, dict]:
        """The indexes of releases with other rules, and what is kept with each."""
        own, language = f"{self.alias(language)}.", f"{self.prefix}_{language.lower()}"
        client = self.connection.client.options(request_timeout=WRITE_WAIT)
        with self.connection.explaining():
            found = client.indices.get(index=f"{language}.*,{language}_*", features=["mappings"])
        metas = {name: about["mappings"].get("_meta", {}) for name, about in found.items()}
        return {name: about for name, about in metas.items() if not name.startswith(own)}

    def create(self, language: str, compared: dict[str, int]) -> str:
        """A new index that nobody searches yet. ``compared``: where those of other releases are."""
        name = f"{self.alias(language)}.{datetime.now(UTC):%Y%m%d%H%M%S}.{secrets.token_hex(4)}"
        about = {"edition": self.edition(language), "language": language}
        about |= {"seen": round(time.time()), "compared": compared}
        rules = {**mapping(), "_meta": about}
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
        """Give the alias to ``fresh`` and remove every other index with these rules, in one step."""
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
