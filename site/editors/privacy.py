"""Who may read a page: told in the status panel, and set in a form that tells of its other languages."""

import json

from django.contrib.messages import get_messages
from django.http import JsonResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import PageViewRestriction

from .language_versions.actions import restrict


class PortalPrivacyView(SetPrivacyView):
    def form_valid(self, form):
        response = super().form_valid(form)
        restriction = PageViewRestriction.objects.filter(page=self.page).first()
        if restriction is not None:
            restrict(self.request, self.page, restriction)
        # Said by privacy.js on the page on which the dialog stands, not on the next one.
        texts = [str(message).strip() for message in get_messages(self.request)]
        # What a section above it restricts stays restricted, whatever was chosen for the page.
        audience = audience_of(self.page)
        answer = {"messages": texts, "audience": audience, "is_public": not audience}
        return JsonResponse(json.loads(response.content) | answer)


def audience_of(page) -> str:
    """Who sees a restricted page once it is live; empty where everybody does. Each section above it may ask
    for something of its own."""
    rows = PageViewRestriction.objects.filter(page__in=page.get_ancestors(inclusive=True))
    restrictions = rows.order_by("page__path").prefetch_related("groups")
    return " ".join(dict.fromkeys(_in_words(restriction) for restriction in restrictions))


def _in_words(restriction: PageViewRestriction) -> str:
    if restriction.restriction_type == PageViewRestriction.PASSWORD:
        return _("Once it is live, whoever has the shared password sees it.")
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return _("Once it is live, whoever is logged in sees it.")
    groups = ", ".join(str(group) for group in restriction.groups.all())
    return _("Once it is live, the members of these groups see it: %(groups)s.") % {"groups": groups}
