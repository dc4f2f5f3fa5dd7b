"""For the templates of the admin."""

from django import template

from portal.core import uses

register = template.Library()


# What Wagtail calls the thing that is about to go, or each of many.
NAMES = ("page", "image", "document", "snippet", "object")


@register.simple_tag(takes_context=True)
def live_uses(context) -> list[uses.Use]:
    """The published pages that point at what the view is about, or the row of a view of many."""
    subject = next((context[name] for name in NAMES if context.get(name) is not None), None)
    if subject is None and len(context.get("items") or ()) == 1:
        subject = context["items"][0]
    instance = subject["item"] if isinstance(subject, dict) else subject
    return uses.live_uses(instance, context["request"].user) if instance is not None else []
