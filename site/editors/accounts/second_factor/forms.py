"""Forms that ask for a code, for a password, or for both; wrong ones are counted."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from delivery.attempts.guard import TooManyAttemptsError, begin
from delivery.attempts.rules import ACCOUNT, CODE

from . import factors, totp

WRONG_CODE = _("This code is not right, or no longer. Type the one that is shown now.")
WRONG_PASSWORD = _("This is not your password.")


class CountedForm(forms.Form):
    """``refused`` is why nothing was looked at, if so."""

    refused: TooManyAttemptsError | None = None

    def __init__(self, request, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.user = request, user

    def _counted(self, kind: str, is_right, mistake: str) -> None:
        try:
            attempt = begin(self.request, self.user.get_username(), kind)
        except TooManyAttemptsError as refused:
            self.refused = refused
            raise ValidationError(refused.message, "too_many") from refused
        if not is_right():
            raise ValidationError(mistake, "wrong")
        attempt.succeeded()


class CodeForm(CountedForm):
    """At the log-in: the code of the telephone, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}
        ),
        help_text=_("Six digits from the application on your telephone, or one of your recovery codes."),
    )

    def clean_code(self):
        typed = self.cleaned_data["code"]
        self._counted(CODE, lambda: factors.proves(self.user, typed), WRONG_CODE)
        return typed


class PasswordForm(CountedForm):
    """Before something changes that an open session alone must not change."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_password(self):
        typed = self.cleaned_data["password"]
        self._counted(ACCOUNT, lambda: self.user.check_password(typed), WRONG_PASSWORD)
        return typed


class SetUpForm(PasswordForm):
    """The first code of ``key`` shows that the application has it. ``step`` is its moment."""

    code = forms.CharField(
        label=_("Code that the application shows"),
        max_length=10,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        help_text=_("Six digits. They change every 30 seconds."),
    )
    field_order = ["code", "password"]

    def __init__(self, request, user, key, *args, **kwargs):
        super().__init__(request, user, *args, **kwargs)
        self.key = key

    def clean_code(self):
        typed = self.cleaned_data["code"].replace(" ", "")
        self.step = totp.step_of(self.key, typed) if typed.isascii() else None
        if self.step is None:
            raise ValidationError(WRONG_CODE, "wrong")
        return typed
