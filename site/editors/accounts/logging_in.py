"""The log-in of the admin, and the mail with the link for a new password."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from wagtail.admin.forms.auth import LoginForm, PasswordChangeForm, PasswordResetForm
from wagtail.admin.views.account import ChangePasswordPanel, LoginView, LogoutView, PasswordResetView

from delivery.attempts.forms import GuardedLogInFormMixin, RetryAfterMixin
from delivery.attempts.guard import TooManyAttemptsError, begin, name_of
from delivery.attempts.models import take
from delivery.attempts.rules import MAIL, rule
from delivery.limits import limited


class AdminLogInForm(GuardedLogInFormMixin, LoginForm):
    pass


class EditorLogIn(RetryAfterMixin, LoginView):
    """Wagtail's, at its own address."""


class EditorLogOut(LogoutView):
    """Wagtail's, at its own address; who follows a link to it is asked, instead of reading nothing at all."""

    http_method_names = ["get", "post", "options"]

    def dispatch(self, request, *args, **kwargs):
        if request.method != "GET":
            return super().dispatch(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return redirect("wagtailadmin_login")
        return TemplateResponse(request, "wagtailadmin/log_out.html")


class NewPasswordView(PasswordResetView):
    """Wagtail's, at its own address."""

    post = method_decorator(limited("mails"))(PasswordResetView.post)


class NewPasswordMailForm(PasswordResetForm):
    """Sends a few mails an hour to one address, however often they are asked for. The answer is the same: it
    tells nobody whether there is such an account."""

    def save(self, *args, **kwargs):
        if take(rule(MAIL), name_of(self.cleaned_data["email"])) > timedelta(0):
            return
        super().save(*args, **kwargs)


class GuardedPasswordChangeForm(PasswordChangeForm):
    """Of one's own account: whoever finds an open session does not find the password as well."""

    def clean_old_password(self):
        try:
            attempt = begin(None, self.user.get_username())
        except TooManyAttemptsError as refused:
            raise ValidationError(refused.message, "too_many") from refused
        old = super().clean_old_password()
        attempt.succeeded()
        return old


def put_in_place() -> None:
    """Wagtail has no setting for the form of its own panel."""
    ChangePasswordPanel.form_class = GuardedPasswordChangeForm
