"""The pattern library: every block of the body as the public sees it, with a word on when to use it.

Made from ``BodyBlock`` itself; each block brings its example (``preview_value``) and its word
(``description``), which the editor's block picker shows as well.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.blocks import BoundBlock

from cms.blocks import BodyBlock


@dataclass(frozen=True)
class Pattern:
    """A block by its name in the editor, when to use it, and an example ready to be shown."""

    name: str
    label: Any
    description: Any
    example: BoundBlock


def patterns() -> list[Pattern]:
    """All blocks, in the order of the editor's menu."""
    return [
        Pattern(name, block.label, block.get_description(), block.bind(block.get_preview_value()))
        for name, block in BodyBlock().child_blocks.items()
    ]


class PatternsView(WagtailAdminTemplateMixin, TemplateView):
    """The page of the admin; the library stands in a frame, so that neither style touches the other."""

    page_title = _("Pattern library")
    header_icon = "grid"
    template_name = "wagtailadmin/patterns.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"frame": reverse("pattern_frame")}


class PatternFrameView(TemplateView):
    """The library in the public style."""

    template_name = "wagtailadmin/pattern_frame.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"patterns": patterns()}
