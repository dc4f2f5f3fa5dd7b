"""Who may read a page: the form that restricts it tells of its versions in other languages."""

import json

from django.contrib.messages import get_messages
from django.http import JsonResponse
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import PageViewRestriction

from . import these_too


class PortalPrivacyView(SetPrivacyView):
    def form_valid(self, form):
        response = super().form_valid(form)
        restriction = PageViewRestriction.objects.filter(page=self.page).first()
        if restriction is not None:
            these_too.restrict(self.request, self.page, restriction)
        # Said by privacy.js on the page on which the dialog stands, not on the next one.
        told = [str(message).strip() for message in get_messages(self.request)]
        return JsonResponse(json.loads(response.content) | {"told": told})
