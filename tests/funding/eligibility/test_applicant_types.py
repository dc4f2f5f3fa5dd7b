"""Which beneficiaries a body is."""

import pytest

from cms.vocabularies import BENEFICIARIES, LEGAL_FORMS
from funding.domain.eligibility.accepted_codes import APPLICANT_KINDS
from funding.domain.eligibility.applicant_types import membership
from funding.domain.eligibility.legal_forms import FORMS
from funding.domain.eligibility.profile import NOT_FOUNDED, Profile

TABLE = [
    # what is said, kind of beneficiary, whether it is one, what is in the way
    ({}, "cooperative", None, "kind"),
    ({}, "new-enterprise", None, "kind"),
    ({"form": "social-cooperative-a"}, "cooperative", True, ""),
    ({"form": "social-cooperative-b"}, "enterprise", True, ""),
    ({"form": "worker-cooperative"}, "innovative-sme", None, "perhaps"),
    ({"form": "agricultural-cooperative"}, "public-body", False, ""),
    ({"form": "other-cooperative"}, "financial-body", None, "perhaps"),
    ({"form": "consortium"}, "consortium", True, ""),
    ({"form": "consortium"}, "cooperative", None, "perhaps"),
    ({"form": "association"}, "cooperative", True, ""),
    ({"form": "association"}, "enterprise", None, "perhaps"),
    ({"form": "foundation"}, "cooperative", None, "perhaps"),
    ({"form": "social-enterprise"}, "enterprise", True, ""),
    ({"form": "simplified-company"}, "enterprise", True, ""),
    ({"form": "company"}, "cooperative", False, ""),
    ({"form": "sole-trader"}, "professional", None, "perhaps"),
    ({"form": "public-body"}, "enterprise", False, ""),
    ({"form": "person"}, "citizen", True, ""),
    ({"kind": "cooperative"}, "cooperative", True, ""),
    ({"kind": "cooperative"}, "enterprise", None, "perhaps"),
    ({"kind": "enterprise"}, "public-body", False, ""),
    ({"kind": "financial-body", "form": "association"}, "financial-body", True, ""),
    # the majority
    ({"form": "worker-cooperative", "women": True}, "women-enterprise", True, ""),
    ({"form": "worker-cooperative", "women": False}, "women-enterprise", False, ""),
    ({"form": "worker-cooperative"}, "women-enterprise", None, "women"),
    ({"form": "worker-cooperative", "youth": True}, "youth-enterprise", True, ""),
    ({"form": "worker-cooperative"}, "youth-enterprise", None, "youth"),
    ({"form": "public-body", "women": True}, "women-enterprise", False, ""),
    ({"kind": "women-enterprise"}, "women-enterprise", True, ""),
    ({"kind": "women-enterprise"}, "enterprise", True, ""),
    # how long ago it was founded
    ({"form": "worker-cooperative"}, "new-enterprise", None, "years"),
    ({"form": "worker-cooperative", "years": NOT_FOUNDED}, "new-enterprise", True, ""),
    ({"form": "worker-cooperative", "years": 0}, "new-enterprise", None, "young"),
    ({"form": "worker-cooperative", "years": 4}, "new-enterprise", None, "young"),
    ({"form": "worker-cooperative", "years": 5}, "new-enterprise", False, ""),
    ({"form": "person", "years": NOT_FOUNDED, "youth": True}, "new-youth-enterprise", True, ""),
    ({"form": "person", "years": NOT_FOUNDED, "youth": False}, "new-youth-enterprise", False, ""),
    ({"form": "person", "years": NOT_FOUNDED}, "new-women-enterprise", None, "women"),
    ({"form": "public-body", "years": NOT_FOUNDED}, "new-enterprise", False, ""),
    ({"form": "worker-cooperative", "years": NOT_FOUNDED}, "cooperative", None, "not-yet"),
    ({"kind": "new-women-enterprise"}, "new-women-enterprise", True, ""),
    ({"kind": "new-women-enterprise"}, "new-enterprise", True, ""),
    ({"kind": "new-enterprise"}, "enterprise", None, "not-yet"),
    ({"kind": "new-enterprise", "years": 9}, "new-youth-enterprise", False, ""),
]


@pytest.mark.parametrize(("said", "code", "answer", "why"), TABLE)
def test_who_is_what(said, code, answer, why):
    found = membership(Profile(**said), code)
    assert (found.answer, found.why) == (answer, why)


def test_every_code_of_the_closed_lists_is_known():
    assert set(APPLICANT_KINDS) == set(BENEFICIARIES.codes)
    assert tuple(FORMS) == LEGAL_FORMS.codes
    assert {code for form in FORMS.values() for code in form.possible} < set(APPLICANT_KINDS)


def test_what_is_said_outright_stays():
    said = Profile(kind="new-women-enterprise", women=False, years=9)
    assert (said.expanded.women, said.expanded.years) == (False, 9)
