"""Weaving drafts: how the shafts are threaded, tied and trodden, and the dyed thread that is used.

A draft is chosen by a name and by nothing else, so the same page always has the same cloth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle, islice

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The colours of the old Italian dye-works, by the plant or the thing that gives them.
DYES = {
    "guado": ("#1d4f7c", _("woad")),
    "robbia": ("#b2332b", _("madder")),
    "reseda": ("#e3b23c", _("weld")),
    "noce": ("#4a3a32", _("walnut")),
    "lino": ("#efe9dc", _("linen")),
    "salvia": ("#6f8f7a", _("sage")),
    "notte": ("#12263d", _("midnight blue")),
}

# Warp, weft, accent. Warp and weft differ enough for the pattern to be seen.
SCHEMES = [
    ("guado", "lino", "reseda"),
    ("lino", "guado", "robbia"),
    ("robbia", "lino", "guado"),
    ("notte", "reseda", "lino"),
    ("salvia", "lino", "notte"),
    ("lino", "salvia", "robbia"),
    ("reseda", "guado", "lino"),
    ("robbia", "notte", "reseda"),
    ("noce", "lino", "reseda"),
    ("lino", "noce", "robbia"),
    ("notte", "lino", "robbia"),
    ("guado", "reseda", "lino"),
]

# Which shafts each treadle lifts: one row a treadle, one figure a shaft.
TABBY = ((1, 0, 1, 0), (0, 1, 0, 1))
TWILL = ((1, 1, 0, 0), (0, 1, 1, 0), (0, 0, 1, 1), (1, 0, 0, 1))
BASKET = ((1, 1, 0, 0), (1, 1, 0, 0), (0, 0, 1, 1), (0, 0, 1, 1))

STRAIGHT = (0, 1, 2, 3)
POINT = (0, 1, 2, 3, 2, 1)
HERRINGBONE = STRAIGHT * 3 + (1, 0, 3, 2) * 3
ROSE = (0, 1, 2, 3) * 2 + (0, 3, 2, 1) * 2
WIDE_POINT = STRAIGHT * 2 + (0,) + STRAIGHT[::-1] * 2


@dataclass(frozen=True)
class Weave:
    """A way of weaving, with its name in the visitor's language."""

    name: str | Promise
    tie_up: Sequence[Sequence[int]]
    threading: Sequence[int]
    treadling: Sequence[int]


WEAVES = [
    Weave(_("Twill cloth"), TWILL, STRAIGHT, STRAIGHT),
    Weave(_("Herringbone cloth"), TWILL, HERRINGBONE, STRAIGHT),
    Weave(_("Herringbone cloth"), TWILL, STRAIGHT, HERRINGBONE),
    Weave(_("Point twill cloth"), TWILL, POINT, POINT),
    Weave(_("Point twill cloth"), TWILL, WIDE_POINT, WIDE_POINT),
    Weave(_("Rose path cloth"), TWILL, ROSE, ROSE),
    Weave(_("Rose path cloth"), TWILL, ROSE, WIDE_POINT),
    Weave(_("Basket weave cloth"), BASKET, STRAIGHT, STRAIGHT),
    Weave(_("Plain weave cloth"), TABBY, STRAIGHT, (0, 1)),
]
PLAIN, STRAIGHT_TWILL = WEAVES[-1], WEAVES[0]


@dataclass(frozen=True)
class WeavePattern:
    """Everything a weaver needs: the weave, and the dyes of warp and weft, thread by thread (repeated)."""

    weave: Weave
    dyes: tuple[str, ...]
    warp: tuple[str, ...]
    weft: tuple[str, ...]

    def warp_is_up(self, end: int, pick: int) -> bool:
        """Whether the warp lies on top where warp thread ``end`` crosses weft thread ``pick``."""
        treadle = self.weave.treadling[pick % len(self.weave.treadling)]
        shaft = self.weave.threading[end % len(self.weave.threading)]
        return bool(self.weave.tie_up[treadle % len(self.weave.tie_up)][shaft])

    def describe(self) -> str:
        """The cloth in words, in the active language: what the picture shows, for those who cannot see it."""
        *others, last = [str(DYES[dye][1]) for dye in self.dyes]
        words = {"weave": self.weave.name, "colours": ", ".join(others), "last": last}
        return pgettext_lazy("a cloth", "%(weave)s in %(colours)s and %(last)s") % words


def pattern_for(name: str) -> WeavePattern:
    """The draft that belongs to ``name``."""
    lot = _lots(name)
    weave = WEAVES[next(lot) % len(WEAVES)]
    warp, weft, accent = dyes = SCHEMES[next(lot) % len(SCHEMES)]
    if weave is PLAIN:
        return WeavePattern(weave, dyes[:2], *_log_cabin(warp, weft, 6 + 2 * (next(lot) % 3)))
    if weave is STRAIGHT_TWILL and next(lot) % 2:
        houndstooth = (warp,) * 4 + (weft,) * 4
        return WeavePattern(weave, dyes[:2], houndstooth, houndstooth)
    return WeavePattern(weave, dyes, _stripes(warp, accent, lot), _stripes(weft, accent, lot))


def _lots(name: str) -> Iterator[int]:
    """Numbers drawn by ``name``; our own, because a library's generator may change with its version."""
    return cycle(sha256(name.encode()).digest())


def _stripes(ground: str, accent: str, lot: Iterator[int]) -> tuple[str, ...]:
    """Narrow stripes of the accent on a wide ground, the same from left and from right."""
    wide, narrow = 10 + 2 * (next(lot) % 6), 2 + 2 * (next(lot) % 3)
    group = (accent,) * narrow
    if next(lot) % 2:
        group = (accent, accent) + (ground,) * 4 + group + (ground,) * 4 + (accent, accent)
    return (ground,) * wide + group + (ground,) * wide


def _log_cabin(dark: str, light: str, block: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Dark and light by turns, and the turn changed at every block: squares of standing and lying lines."""
    order = tuple(islice(cycle((dark, light)), block)) + tuple(islice(cycle((light, dark)), block))
    return order, order
