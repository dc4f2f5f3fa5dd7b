"""Which lists there are: each app tells its own through Wagtail's hook ``register_worklists``."""

from functools import cache

from wagtail import hooks

from .worklist import Worklist

HOOK = "register_worklists"


@cache
def worklists() -> tuple[type[Worklist], ...]:
    """All lists, in the order in which the first page shows them."""
    found = [worklist for tell in hooks.get_hooks(HOOK) for worklist in tell()]
    return tuple(sorted(found, key=lambda worklist: worklist.order))
