"""Which published pages point at something, so that nobody deletes it unawares."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from .sorting import by_name

MOST = 20


@dataclass(frozen=True)
class Use:
    """A published page, by its title and the address of its editor (empty for a user who may not edit)."""

    title: str
    url: str


def live_uses(instance: Model, user) -> list[Use]:
    """The first of the live pages that refer to ``instance``, other than itself."""
    page_kind = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(instance).filter(base_content_type=page_kind)
    ids = {int(number) for number in references.values_list("object_id", flat=True)}
    if isinstance(instance, Page):
        ids.discard(instance.pk)
    finder = AdminURLFinder(user)
    pages = Page.objects.filter(pk__in=ids, live=True).order_by(by_name("title"))[:MOST]
    return [Use(page.title, finder.get_edit_url(page) or "") for page in pages]
