"""Addresses that carry a profile."""

from urllib.parse import urlencode

from django.utils.translation import gettext_lazy

from funding.domain.eligibility.profile import Profile

from .address import profile_pairs

# Below the finder and below each sheet, in the language of the page.
ROUTE = gettext_lazy("does-it-fit/")


def with_profile(url: str, profile: Profile) -> str:
    """``url`` with the answers of ``profile``."""
    pairs = profile_pairs(profile)
    return f"{url}?{urlencode(pairs)}" if pairs else url


def questions_url(page_url: str, profile: Profile) -> str:
    """Where the finder or the sheet at ``page_url`` asks the questions, with those already answered."""
    return with_profile(f"{page_url}{ROUTE}", profile)
