"""Links between pages: entered on one of the two, shown on both, in every language."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from .page_types import related_types
from .snippets.topics import RelatedPage
from .sorting import alphabetical


def related_pages(page: Page, request: HttpRequest | None = None) -> dict[str, list]:
    """The visible pages linked with ``page`` in either direction, in its language, by ``search_type``.

    One query for the links and one for each kind of page that is linked: never more, however many links
    there are. Without renditions and parties, because a list of links shows a title, a kind and a state only.
    A copy of what answers ``request`` is not kept beyond any of these states.
    """
    links = RelatedPage.objects.filter(
        Q(page__translation_key=page.translation_key) | Q(target__translation_key=page.translation_key)
    ).values_list(
        "page__translation_key", "page__content_type", "target__translation_key", "target__content_type"
    )
    keys: dict[int, set] = {}
    for from_key, from_type, to_key, to_type in links:
        other_key, other_type = (
            (to_key, to_type) if from_key == page.translation_key else (from_key, from_type)
        )
        keys.setdefault(other_type, set()).add(other_key)
    found = {}
    models = related_types()
    kinds = ContentType.objects.get_for_models(*models)
    for model in models:
        chosen = keys.get(kinds[model].pk)
        if chosen:
            pages = (
                model.card_queryset()
                .prefetch_related(None)
                .visible()
                .filter(locale_id=page.locale_id, translation_key__in=chosen)
            )
            if pages := sorted(pages, key=lambda page: alphabetical(page.title)):
                found[model.search_type] = pages
                if request is not None:
                    for shown in pages:
                        shown.note_expiry(request)
    return found
