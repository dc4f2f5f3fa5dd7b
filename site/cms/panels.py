"""Panels of the editor's forms that pages and snippets share."""

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.text import slugify
from wagtail.admin.panels import TitleFieldPanel
from wagtail.models import Page


class NamePanel(TitleFieldPanel):
    """Below the title of a published page: that its address stays, once the title fits it no longer."""

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def render_html(self, parent_context=None):
            field = super().render_html(parent_context)
            public = _public(self.instance)
            if public is None or slugify(public.title) != public.slug or "slug" not in self.form.fields:
                return field  # an address of its own, chosen by somebody
            fits = slugify(self.instance.title) == public.slug
            context = {"slug": public.slug, "fits": fits, "field": self.form["slug"].label}
            return format_html("{}{}", field, render_to_string("wagtailadmin/address_stays.html", context))


def _public(instance) -> Page | None:
    """The page as readers know it."""
    is_public = isinstance(instance, Page) and instance.pk and instance.live
    return Page.objects.only("title", "slug").get(pk=instance.pk) if is_public else None


def name_panel(name: str, **options) -> NamePanel:
    """The field that a thing goes by: what is typed becomes its part of the address, until it is live."""
    return NamePanel(name, classname="", placeholder=False, **options)
