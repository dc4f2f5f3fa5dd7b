"""Who deleted what an address of the admin leads to: for whoever has it open still, or deletes it as well."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from .scheduling import moment

DELETED = "wagtail.delete"
OF_PAGES = "wagtailadmin_pages"
EXPLORER = "wagtailadmin_explore"
OF_MANY = "wagtail_bulk_action"


def deletion_message(request) -> str:
    """A sentence with a name and a moment; empty where nothing is known of a deletion."""
    match = request.resolver_match
    model = _model(match) if match else None
    ids = request.GET.getlist("id") if match and match.url_name == OF_MANY else _ids(match)[:1]
    entry = _deletions(model, ids).order_by("-timestamp").first() if model and ids else None
    if entry is None:
        return ""
    who = {"name": entry.user_display_name, "when": moment(entry.timestamp)}
    return _("Deleted by %(name)s on %(when)s.") % who


def _model(match) -> type[Model] | None:
    """What the view is about."""
    if OF_PAGES in match.namespaces or match.url_name == EXPLORER:
        return Page
    if match.url_name == OF_MANY:
        return apps.all_models[match.kwargs["app_label"]].get(match.kwargs["model_name"])
    view = getattr(match.func, "view_class", None)
    return getattr(match.func, "view_initkwargs", {}).get("model") or getattr(view, "model", None)


def _ids(match) -> list[str]:
    """Those in the address: the first is the thing's own."""
    values = map(str, (*match.args, *match.kwargs.values())) if match else ()
    return [value for value in values if value.isdecimal()]


def _deletions(model: type[Model], ids: list[str]) -> QuerySet:
    if issubclass(model, Page):
        return PageLogEntry.objects.filter(action=DELETED, page_id__in=filter(str.isdecimal, ids))
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    return ModelLogEntry.objects.filter(action=DELETED, content_type=kind, object_id__in=ids)
