"""For the templates of the admin."""

from django import template

from cms.admin import day_ranges
from editors import bulk_actions, privacy, scheduling, usage
from editors.approval import action_menu, decisions, sent_back
from editors.deletion_message import deletion_message
from editors.language_versions import actions
from editors.language_versions.public import public_versions

register = template.Library()


register.simple_tag(scheduling.moment)
register.simple_tag(scheduling.announcement)
register.simple_tag(decisions.sentence, name="decision")
register.simple_tag(decisions.public_address)
register.simple_tag(action_menu.label_in_window)
register.simple_tag(sent_back.request_for_changes)
register.simple_tag(privacy.audience_of)
register.simple_tag(day_ranges.reversed_ranges)


@register.simple_tag(takes_context=True)
def offered_bulk_actions(context, app_label: str, model_name: str) -> list:
    return bulk_actions.offered(context["request"].user, app_label, model_name)


@register.simple_tag(takes_context=True)
def who_deleted_it(context) -> str:
    return deletion_message(context["request"])


# What Wagtail calls the thing that is about to go, or each of many.
NAMES = ("page", "page_to_move", "image", "document", "snippet", "object")


@register.simple_tag(takes_context=True)
def live_usage(context) -> usage.Usage | None:
    """The published pages that point at what the view is about, or the row of a view of many; None where it
    is about no single thing."""
    subject = _subject(context)
    if subject is None and len(context.get("items") or ()) == 1:
        subject = context["items"][0]
    instance = subject["item"] if isinstance(subject, dict) else subject
    return usage.live_usage(instance, context["request"].user) if instance is not None else None


def _subject(context):
    return next((context[name] for name in NAMES if context.get(name) is not None), None)


@register.inclusion_tag("wagtailadmin/language_versions_box.html", takes_context=True)
def language_versions_box(context, act: str) -> dict:
    """The public versions in other languages of what the view is about, and a box to do the same to them."""
    subject = [_subject(context)] if _subject(context) is not None else context.get("items") or []
    originals = [one["item"] if isinstance(one, dict) else one for one in subject]
    user = context["request"].user
    versions = public_versions(originals, act, user)
    if act == "move" and (destination := context.get("destination")):
        versions = [one for one in versions if actions.destination_of(one.instance, destination)]
    return {
        "versions": versions,
        "any_allowed": any(version.allowed for version in versions),
        "name": actions.BOX,
        "is_ticked": actions.ticked(context["request"]),
    }
