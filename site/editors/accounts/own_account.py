"""The profile of whoever is logged in."""

from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.account import AccountView


class OwnAccountView(AccountView):
    """A refusal is told at the top, too, as by all forms: its field may stand in another tab."""

    def post(self, request):
        answer = super().post(request)
        if answer.status_code == 200:
            messages.error(request, _("Your account was not saved: see what is said beside the fields."))
        return answer
