"""For the templates of the admin."""

from django import template

from portal.core import uses

register = template.Library()


@register.simple_tag(takes_context=True)
def live_uses(context) -> list[uses.Use]:
    """The published pages that point at what the view is about."""
    instance = context.get("page") or context.get("object")
    return uses.live_uses(instance, context["request"].user) if instance is not None else []
