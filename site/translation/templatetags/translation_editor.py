"""What the template of the translation editor asks for."""

from django import template

from translation import editor

register = template.Library()


@register.simple_tag(takes_context=True)
def editor_properties(context, translation, theirs: str) -> str:
    """The properties of the editor, for whoever asks."""
    return editor.properties(context["request"].user, translation, theirs)


@register.simple_tag(takes_context=True)
def editor_links(context, translation, instance) -> dict:
    """The original and the other translations."""
    return editor.links(context["request"].user, translation, instance)
