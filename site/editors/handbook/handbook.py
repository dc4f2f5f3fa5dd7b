"""The editors' handbook, which lies in ``docs/``, as a page of the admin."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from markdown_it import MarkdownIt
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

FOLDER = settings.ROOT / "docs"
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
_PICTURE = re.compile(r'src="screenshots/([\w.-]+)"')


def handbook_file(language: str) -> Path:
    """The handbook in ``language``, or in English."""
    own = FOLDER / f"editors.{language}.md"
    return own if own.exists() else FOLDER / "editors.md"


def as_html(markdown: str) -> SafeString:
    """The handbook's text, its pictures found among the static files."""
    html = _markdown.render(markdown)
    return mark_safe(
        _PICTURE.sub(lambda found: f'src="{static(f"handbook/{found[1]}")}" loading="lazy"', html)
    )


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    """In the language that the editor reads the admin in."""

    page_title = _("Editors’ handbook")
    header_icon = "help"
    template_name = "wagtailadmin/handbook.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        path = handbook_file((get_language() or "en").split("-")[0])
        if not path.exists():
            raise Http404
        # The page has a title of its own.
        _title, _break, text = path.read_text().partition("\n")
        return super().get_context_data(**kwargs) | {"handbook": as_html(text)}
