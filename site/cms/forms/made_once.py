"""What an open form has made is not made by it a second time."""

import json
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.urls import resolve
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import set_query_params
from wagtail.models import Revision

from .revisions import FORM_KEY

OPEN_FOR = timedelta(days=1)  # longer than a session lasts


class MadeOnceMixin:
    """For the views that make pages and snippets. The answer to what a form saves by itself may be lost on
    its way; then the form does not know of what it has made, and is sent here again. It edits that.
    """

    def post(self, request, *args, **kwargs):
        if not (key := request.POST.get(FORM_KEY)):
            return super().post(request, *args, **kwargs)
        with transaction.atomic():
            kind = ContentType.objects.get_for_model(self._model(), for_concrete_model=False)
            # The first request may still be at work: of one kind, one page or snippet is made at a time.
            ContentType.objects.select_for_update(no_key=True).get(pk=kind.pk)
            made = self._made_by(key, kind)
            if made is None:
                return super().post(request, *args, **kwargs)
        return _edit(request, made)

    @staticmethod
    def _made_by(key: str, kind: ContentType):
        versions = Revision.objects.filter(
            content_type=kind,
            created_at__gt=timezone.now() - OPEN_FOR,
            content__form_key=key,
        )
        first = versions.order_by("pk").first()
        return first and first.content_object

    def _model(self):
        return getattr(self, "page_class", None) or self.model


def _edit(request, made) -> HttpResponse:
    """Hands the form to the editor of what it has made. An open form learns its new address, as from the
    answer that was lost."""
    address = AdminURLFinder(request.user).get_edit_url(made)
    if address is None:
        raise PermissionDenied
    view = resolve(address)
    answer = view.func(request, *view.args, **view.kwargs)
    if answer.status_code != HttpResponse.status_code or not isinstance(answer, JsonResponse):
        return answer
    told = json.loads(answer.content)
    told.pop("html", None)  # it comes with the rest of the editor's page
    hydrate = set_query_params(address, {"_w_hydrate_create_view": "1"})
    return JsonResponse(told | {"url": address, "hydrate_url": hydrate})
