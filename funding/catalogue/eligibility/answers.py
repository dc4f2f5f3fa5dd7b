"""The answers in an address, as the form reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from cms.list_page.params import query_pairs
from delivery.expiry import no_store
from funding.domain.eligibility.profile import Profile

from .form import ProfileForm


@dataclass(frozen=True)
class Answers:
    """The form as it was filled in, and what of it can be read."""

    form: ProfileForm
    profile: Profile

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Answers":
        """Of the names and values of a query string; those of other forms are passed over."""
        form = ProfileForm(pairs)
        return cls(form, form.profile)

    @property
    def notices(self) -> list[str]:
        """What cannot be read, for a page that does not show the form."""
        return [
            f"{self.form.fields[name].label} {message}"
            for name, messages in self.form.errors.items()
            for message in messages
        ]


def answers_in(request: HttpRequest) -> Answers:
    """Of the request's own address. A page that shows answers is kept nowhere, here or on its way."""
    answers = Answers.of(query_pairs(request))
    if answers.profile or answers.form.errors:
        no_store(request)
    return answers
