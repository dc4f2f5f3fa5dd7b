"""Panels of the editor's forms that pages and snippets share."""

from wagtail.admin.panels import TitleFieldPanel


def name_panel(name: str, **options) -> TitleFieldPanel:
    """The field that a thing goes by: what is typed becomes its part of the address, until it is live."""
    return TitleFieldPanel(name, classname="", placeholder=False, **options)
