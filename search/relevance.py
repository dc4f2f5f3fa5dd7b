"""What makes one result better than another: the same figures and the same rules for every engine.

A clause is scored by its best field: BM25 times the field's weight, plus ``OTHER_FIELDS`` of what the others
score. A page with all the words scores the sum of its clauses, times its ``recency``, and times ``OVER`` if
it is over. Where no page has all the words, each clause that a page has is worth ``CLAUSE`` more, so that the
page with the most words comes first; then recency is left out, and not to be over is worth half a clause.
Then a page must hold ``ENOUGH`` of what the question says, by how rare its words are on the site, unless no
page does. Pinned pages come before all others. Equal scores follow the page's number.

The other orders (deadline, newest, amount, title) are in ``order.py`` of each engine.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from math import ceil, log, sqrt

from cms.searchable import SearchDocument

from .query import Flag, Group, Range, SearchQuery

OWN = {"title": 8.0, "summary": 3.0, "facts": 2.0, "keywords": 2.0, "body": 1.0}
# A document that a page links says less about the page than its own text.
WEIGHTS = OWN | {"attachments": 0.3}
# Fields whose words stand side by side by chance: no phrase is looked for in them.
UNPHRASED = ("keywords",)
# Fields with words as somebody wrote them: a slip is put right by these.
WRITTEN = tuple(field for field in OWN if field not in UNPHRASED)
# The very form asked for, in the title, beside its stem.
PLAIN_WEIGHT = 4.0
# How much the fields where a word weighs less add to the one where it weighs most.
OTHER_FIELDS = 0.2
SYNONYM = 0.7
# Words that say one thing together, where a page has them apart, or has them side by side.
APART, SIDE_BY_SIDE = 0.25, 2.0
# A code that is found by its key is that very code.
CODE = 3.0
CLAUSE = 1000.0
# What a clause says is told in so many steps: engines count them.
ENOUGH, STEPS = 0.4, 4
# What cannot be asked for any more comes after what can, unless it is a much better match.
OVER = 0.2
# A page weighs twice as much as one that is so many days older: seven in a hundred for each year.
DOUBLED_AFTER = 3650
MIN_DAY, MAX_DAY = date(2000, 1, 1), date(2060, 1, 1)
UNDATED = date(2020, 1, 1)


def moment_of(query: SearchQuery) -> datetime:
    """When the question is asked, in whole seconds: as exact as an opening or a deadline is."""
    return (query.now or datetime.now(UTC)).replace(microsecond=0)


def over(query: SearchQuery) -> tuple[Group, ...]:
    """A page is over when all conditions of any of these groups hold. What has no end is never over."""
    return (Range("ends", high=moment_of(query)),), (Flag("suspended"),)


def to_come(query: SearchQuery) -> Group:
    """What has yet to open, unless it is over."""
    return (Range("opens", low=moment_of(query) + timedelta(seconds=1)),)


def information(counts: Sequence[int], pages: int) -> list[int]:
    """How much each clause says, in steps, by the number of pages that have it: the rarer, the more, but a
    word of a single page does not outweigh several others. What no page has says nothing of any."""
    said = [sqrt(log(1 + pages / count)) if count else 0.0 for count in counts]
    most = max(said, default=0.0)
    return [max(1, round(STEPS * one / most)) if one else 0 for one in said]


def enough(steps: Sequence[int]) -> int:
    """How many of these steps a page must hold."""
    return max(1, ceil(ENOUGH * sum(steps)))


def recency(document: SearchDocument) -> float:
    """What a page's score is multiplied with, from 1 on; it depends on the page's day, never on the clock."""
    updated = document.updated.date() if document.updated else UNDATED
    day = min(max(document.day or updated, MIN_DAY), MAX_DAY)
    return 2 ** ((day - MIN_DAY).days / DOUBLED_AFTER)
