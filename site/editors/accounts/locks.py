"""What is locked after too many wrong attempts, and can be unlocked by those who keep the accounts."""

from collections.abc import Iterator

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from delivery.attempts.guard import name_of
from delivery.attempts.models import digest, locked
from delivery.attempts.rules import ADDRESS, CODE, MAIL, PRIVATE
from editors.admin_page import AdminPageView


def may_unlock(user) -> bool:
    return user.has_perm("accounts.change_user")


class LocksView(AdminPageView):
    template_name = "wagtailadmin/locks.html"
    page_title = gettext_lazy("Locked log-ins")
    header_icon = "lock"

    def dispatch(self, request, *args, **kwargs):
        if not may_unlock(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"rows": list(_rows())}

    def post(self, request, *args, **kwargs):
        number = request.POST.get("row", "")
        if number.isdecimal() and locked().filter(pk=number[:18]).delete()[0]:
            messages.success(request, _("It is unlocked."))
        return redirect("locks")


def _rows() -> Iterator[dict]:
    """Accounts are kept as digests: which of ours it is follows from its name."""
    names = get_user_model().objects.values_list("username", flat=True)
    accounts = {digest(name_of(name)): name for name in names}
    for row in locked():
        yield {"pk": row.pk, "until": row.locked_until, "who": _who(row, accounts.get(row.subject))}


def _who(row, account: str | None) -> str:
    if row.kind == ADDRESS:
        return _("Address %(address)s") % {"address": row.shown or "–"}
    if row.kind == PRIVATE:
        return _("The password of a private page or document, from one address")
    if row.kind == MAIL:
        return _("Mails for a new password, to one address")
    if account is None:
        return _("An account that does not exist")
    if row.kind == CODE:
        return _("The code of %(name)s") % {"name": account}
    return account
