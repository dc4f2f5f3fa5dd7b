"""Log-ins that cannot be guessed at: for Django's form of names and passwords, and the view that shows it."""

from django.core.exceptions import ValidationError

from .guard import TooManyAttemptsError, begin


class GuardedLogInFormMixin:
    """``refused`` is why nothing was looked at, if so."""

    refused: TooManyAttemptsError | None = None

    def clean(self):
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not (name and password):
            return super().clean()
        try:
            attempt = begin(self.request, name)
        except TooManyAttemptsError as refused:
            self.refused = refused
            raise ValidationError(refused.message, "too_many") from refused
        cleaned = super().clean()
        attempt.succeeded()
        return cleaned


class RetryAfterMixin:
    """Of a form view: what is refused answers 429, and says when to come again."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if refused := getattr(form, "refused", None):
            response.status_code = 429
            response["Retry-After"] = str(refused.seconds)
        return response
