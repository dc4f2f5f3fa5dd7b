"""What a text points to: whether it is there, what it is called, and where somebody may open it."""

from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.permissions import user_can_edit_snippet_type


@dataclass(frozen=True)
class LinkTarget:
    """A thing as one person may see it; ``address`` is empty where this person may open nothing."""

    instance: Model
    title: str
    address: str
    readable: bool = True


def model_of(widget: dict | None) -> type[Model] | None:
    """The model that a segment of the library's editor chooses from; None where it chooses nothing."""
    match (widget or {}).get("type"):
        case "page_chooser":
            return Page
        case "image_chooser":
            return get_image_model()
        case "document_chooser":
            return get_document_model()
        case "snippet_chooser":
            return snippet_model(**_model_names(widget["snippet_model"]))
    return None


def _model_names(names: dict) -> dict[str, str]:
    return {"app_label": names["app_label"], "model_name": names["model_name"]}


def snippet_model(app_label: str, model_name: str) -> type[Model] | None:
    names_wanted = (app_label, model_name)
    return next(
        (
            each
            for each in get_snippet_models()
            if (each._meta.app_label, each._meta.model_name) == names_wanted
        ),
        None,
    )


def stored(model: type[Model], pk) -> Model | None:
    """The thing of this key; None where there is none, or where the key is none."""
    try:
        return model._default_manager.filter(pk=pk).first() if pk else None
    except (TypeError, ValueError):
        return None


def find(user, model: type[Model], pk) -> LinkTarget | None:
    """What ``pk`` points to, for ``user``; None where it is gone."""
    instance = stored(model, pk)
    if instance is None:
        return None
    if isinstance(instance, Page):
        return _page(user, instance)
    if isinstance(instance, AbstractImage):
        return _file(user, instance, "wagtailimages:edit", instance.file.url)
    if isinstance(instance, AbstractDocument):
        return _file(user, instance, "wagtaildocs:edit", instance.url)
    return LinkTarget(instance, str(instance), edit_address(user, instance))


def edit_address(user, instance: Model) -> str:
    """The address at which ``user`` edits a page or snippet; empty when this is not allowed."""
    if isinstance(instance, Page):
        may = instance.permissions_for_user(user).can_edit()
        return reverse("wagtailadmin_pages:edit", args=[instance.pk]) if may else ""
    if not user_can_edit_snippet_type(user, type(instance)):
        return ""
    try:
        return reverse(type(instance).snippet_viewset.get_url_name("edit"), args=[quote(instance.pk)])
    except (AttributeError, NoReverseMatch):
        return ""


def public_address(page: Page) -> str:
    """The public address of the page; empty for a draft and behind a restriction."""
    if not page.live or page.get_view_restrictions().exists():
        return ""
    return page.full_url or ""


def _page(user, page: Page) -> LinkTarget:
    """Title and language: the two versions of a page often have one name."""
    edit, public = edit_address(user, page), public_address(page)
    if not edit and not public:
        return LinkTarget(page, _("A page that is not public"), "", readable=False)
    names = {"title": page.title, "language": page.locale.get_display_name()}
    title = _("%(title)s (%(language)s)") if page.live else _("%(title)s (%(language)s, draft)")
    return LinkTarget(page, title % names, edit or public)


def _file(user, file: Model, view: str, public: str) -> LinkTarget:
    policy = policy_registry.get_by_type(type(file))
    may = policy.user_has_permission_for_instance(user, "change", file)
    return LinkTarget(file, file.title, reverse(view, args=[file.pk]) if may else public)
