"""What the check of links adds to the admin."""

from wagtail import hooks

from portal.desk.registry import HOOK

from .worklist import BrokenLinks


@hooks.register(HOOK)
def link_worklists():
    return [BrokenLinks]
