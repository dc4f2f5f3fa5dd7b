"""The pages of the second factor: at the log-in, in one's account, and for administrators."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView
from wagtail.admin import messages

from editors.accounts.grantable import Holdings
from editors.accounts.models import User
from editors.accounts.sessions import PROVED
from editors.admin_page import AdminPageView

from . import factors, totp
from .forms import CodeForm, PasswordForm, SetUpForm

KEY = "second_factor_key"  # of the session: not yet confirmed
secret = method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")


def _safe(request, address: str) -> str:
    """``address`` on this site, or the first page of the admin."""
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else reverse("wagtailadmin_home")


def _prove(request, user) -> None:
    """From here on the session is that of somebody who has the second factor."""
    request.session.cycle_key()
    request.session[PROVED] = user.second_factor


def _drawn(address: str) -> SafeString:
    """As a QR code. Not by ``cms.formats.qr``, which remembers what it has drawn."""
    import segno  # only where it is used: the start does not wait for it

    return mark_safe(segno.make(address, error="m").svg_inline(border=3, light="#fff", omitsize=True))


def _with_status(response: HttpResponse, form) -> HttpResponse:
    """What was refused, or is wrong, has its status."""
    if form.is_bound:
        response.status_code = 429 if form.refused else 422
        if form.refused:
            response["Retry-After"] = str(form.refused.seconds)
    return response


@secret
class CodeView(TemplateView):
    """After the password: the code."""

    template_name = "wagtailadmin/second_factor/code.html"

    def dispatch(self, request, *args, **kwargs):
        self.following = _safe(request, request.POST.get("next") or request.GET.get("next", ""))
        # The user is settled when it is asked for.
        known = request.user.is_authenticated
        self.person = getattr(request, "has_to_prove", None)
        if self.person is None:
            return redirect(self.following if known else reverse("wagtailadmin_login"))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self._page(CodeForm(request, self.person))

    def post(self, request, *args, **kwargs):
        form = CodeForm(request, self.person, request.POST)
        if not form.is_valid():
            return self._page(form)
        _prove(request, self.person)
        left = self.person.recovery_codes.count()
        if len(form.cleaned_data["code"].strip()) > totp.DIGITS + 1:
            told = ngettext(
                "That was a recovery code. %(number)d is left.",
                "That was a recovery code. %(number)d are left.",
                left,
            )
            messages.warning(request, told % {"number": left})
        return redirect(self.following)

    def _page(self, form):
        return _with_status(self.render_to_response({"form": form, "next": self.following}), form)


@secret
class SecondFactorView(AdminPageView):
    """Whether there is one, and what can be done about it."""

    template_name = "wagtailadmin/second_factor/state.html"
    page_title = gettext_lazy("Second factor")
    header_icon = "lock"

    def get_breadcrumbs_items(self):
        *before, last = super().get_breadcrumbs_items()
        return [*before, {"url": reverse("wagtailadmin_account"), "label": _("Account")}, last]

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "factor": getattr(user, "factor", None) if user.second_factor else None,
            "codes_left": user.recovery_codes.count(),
            "required": factors.is_required(user),
            "form": kwargs.get("form") or PasswordForm(self.request, user),
        }

    def post(self, request, *args, **kwargs):
        """``deed`` is "codes" or "off"."""
        form = PasswordForm(request, request.user, request.POST)
        if not form.is_valid():
            return _with_status(self.render_to_response(self.get_context_data(form=form)), form)
        if request.POST.get("deed") == "codes" and request.user.second_factor:
            return _codes_page(self, factors.new_codes(request.user))
        if factors.is_required(request.user):
            raise PermissionDenied
        factors.turn_off(request.user)
        messages.success(request, _("The second factor is turned off."))
        return redirect("second_factor")


def _codes_page(view, codes: list[str]) -> HttpResponse:
    """The only time that recovery codes can be read."""
    context = AdminPageView.get_context_data(view) | {"codes": codes}
    return TemplateResponse(view.request, "wagtailadmin/second_factor/codes.html", context)


@secret
class SetUpView(SecondFactorView):
    """The key as a picture and as text, and the first code back."""

    template_name = "wagtailadmin/second_factor/set_up.html"
    page_title = gettext_lazy("Set up the second factor")

    def dispatch(self, request, *args, **kwargs):
        if request.user.second_factor:
            return redirect("second_factor")
        self.key = request.session.setdefault(KEY, totp.new_key())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        user = self.request.user
        address = totp.address(self.key, user.get_username(), settings.WAGTAIL_SITE_NAME)
        return super().get_context_data(**kwargs) | {
            "form": kwargs.get("form") or SetUpForm(self.request, user, self.key),
            "picture": _drawn(address),
            "key": " ".join(self.key[place : place + 4] for place in range(0, len(self.key), 4)),
            "address": address,
        }

    def post(self, request, *args, **kwargs):
        form = SetUpForm(request, request.user, self.key, request.POST)
        if not form.is_valid():
            return _with_status(self.render_to_response(self.get_context_data(form=form)), form)
        codes = factors.turn_on(request.user, self.key, form.step)
        del request.session[KEY]
        _prove(request, request.user)
        messages.success(request, _("The second factor is turned on."))
        return _codes_page(self, codes)


class TurnOffView(AdminPageView):
    """Of somebody else, who has lost telephone and codes: by those who may change the account."""

    template_name = "wagtailadmin/second_factor/turn_off.html"
    page_title = gettext_lazy("Turn the second factor off")
    header_icon = "lock"

    def dispatch(self, request, *args, **kwargs):
        self.person = get_object_or_404(User.objects.exclude(second_factor=""), pk=kwargs["pk"])
        allowed = request.user.has_perm("accounts.change_user") and request.user != self.person
        if not (allowed and Holdings(request.user).may_manage(self.person)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"person": self.person}

    def post(self, request, *args, **kwargs):
        factors.turn_off(self.person)
        told = _("The second factor of “%(name)s” is turned off.") % {"name": self.person.get_username()}
        messages.success(request, told)
        return redirect("wagtailusers_users:index")
