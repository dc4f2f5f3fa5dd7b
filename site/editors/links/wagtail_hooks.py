"""What the check of links adds to the admin."""

from wagtail import hooks

from cms.admin.report_registry import HOOK

from .report import BrokenLinks


@hooks.register(HOOK)
def link_reports():
    return [BrokenLinks]
