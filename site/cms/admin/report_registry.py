"""Which lists there are: each app tells its own through Wagtail's hook ``register_reports``."""

from functools import cache

from wagtail import hooks

from .report import Report

HOOK = "register_reports"


@cache
def reports() -> tuple[type[Report], ...]:
    """All lists, in the order in which the first page shows them."""
    found = [report for tell in hooks.get_hooks(HOOK) for report in tell()]
    return tuple(sorted(found, key=lambda report: report.order))
