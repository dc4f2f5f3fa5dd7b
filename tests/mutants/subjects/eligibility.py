"""Faults of the self-check's verdicts."""

from ..fault import listed

FAULTS = [
    *listed(
        "funding/domain/eligibility/criteria.py",
        "funding/eligibility/test_criteria.py",
        ("needed < minimum:", "needed <= minimum:"),
        ("if needed > maximum:", "if needed >= maximum:"),
        (
            'return Criterion("amount", Verdict.CHECK, TOO_SMALL',
            'return Criterion("amount", Verdict.UNFIT, TOO_SMALL',
        ),
        ("and profile.region != ABROAD", ""),
    ),
    *listed(
        "funding/domain/eligibility/accepted_codes.py",
        "funding/eligibility/test_criteria.py funding/eligibility/test_cases.py "
        "funding/eligibility/test_applicant_types.py",
        ("{region} if region == ABROAD else {region, WHOLE_COUNTRY}", "{region, WHOLE_COUNTRY}"),
        ("            return Verdict.UNSTATED", "            return Verdict.FITS"),
        ("if answer is not False)", "if answer)"),
        (
            'return AcceptedCodes("purpose", frozenset(codes), None)',
            'return AcceptedCodes("purpose", frozenset(codes), frozenset(codes))',
        ),
    ),
    *listed(
        "funding/domain/eligibility/requirements.py",
        "funding/eligibility/test_criteria.py",
        ("least > self.max_months", "least >= self.max_months"),
        ("else OPEN_YEARS * MONTHS + 1", "else OPEN_YEARS * MONTHS"),
        ("(years < OPEN_YEARS and", "(years <= OPEN_YEARS and"),
        ("return takes_founders and not self.min_months", "return not self.min_months"),
        ("(years + 1) * MONTHS <= self.min_months", "years * MONTHS <= self.min_months"),
        ("code not in (*self.forms, PERSON)", "code not in self.forms"),
    ),
    *listed(
        "funding/domain/eligibility/criteria.py",
        "funding/eligibility/test_criteria.py",
        ("if verdict is not criterion.verdict:", "if False:"),
        ("Verdict.CHECK if self._undecided else Verdict.FITS", "Verdict.FITS"),
        ("    if not doubts:", "    if True:"),
    ),
]
