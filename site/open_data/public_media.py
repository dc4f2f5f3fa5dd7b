"""Which pictures and documents the public is told of: those on a page that everybody may see.

A file is uploaded before anybody decides whether it is published; its title alone can tell too much.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from cms.querysets import visible


def on_public_pages(media: QuerySet) -> QuerySet:
    """Those of ``media`` that a page shows or links to which everybody may see. Wagtail's search refuses
    queries that hold conditions on other tables: it gets the numbers.

    References keep numbers as text. Only pages hold media: no other entry has a field for it.
    """
    model = media.model
    pages = visible(Page.objects.all()).order_by().annotate(key=Cast("pk", CharField())).values("key")
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id=Cast(OuterRef("pk"), CharField()),
        object_id__in=pages,
    )
    return media.filter(pk__in=model.objects.filter(Exists(references)).values("pk"))
