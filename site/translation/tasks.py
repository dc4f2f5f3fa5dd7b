"""What takes longer than an editor waits."""

from django.contrib.auth import get_user_model
from django_tasks import task
from wagtail.models import Locale, Page

from .tree import translate_tree


@task(backend="background")
def translate_branch(page_id: int, locale_ids: list[int], user_id: int) -> None:
    """Submit a page and all below it. Asked twice, or stopped halfway, it does only what is left."""
    page = Page.objects.filter(pk=page_id).first()
    user = get_user_model().objects.filter(pk=user_id).first()
    for locale in Locale.objects.filter(pk__in=locale_ids) if page else ():
        translate_tree(page, locale, user)
