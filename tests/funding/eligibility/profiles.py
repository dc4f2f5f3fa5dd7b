"""Profiles and calls of every kind, for tests that go through all of them."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

from funding.domain.eligibility.accepted_codes import APPLICANT_KINDS, SECTORS
from funding.domain.eligibility.call import ZONES, Call
from funding.domain.eligibility.legal_forms import FORMS
from funding.domain.eligibility.profile import NOT_FOUNDED, Profile
from funding.domain.eligibility.requirements import Requirement

COOPERATIVE = Profile(
    kind="cooperative",
    form="social-cooperative-b",
    size="small",
    region="ITF4",
    sectors=("culture", "restaurants"),
    years=5,
    women=True,
    youth=False,
    purposes=("digitalisation",),
    amount=Decimal(40_000),
)
FITTING = Call(
    beneficiaries=("cooperative", "public-body"),
    sizes=("micro", "small"),
    sectors=("culture",),
    regions=("ITF4", "ITF5"),
    purposes=("digitalisation", "training"),
    grant_min=Decimal(10_000),
    grant_max=Decimal(50_000),
)
PROFILES = (
    COOPERATIVE,
    Profile(),
    Profile(form="association", region="ITC4"),
    Profile(kind="new-women-enterprise", size="micro", amount=Decimal(100)),
    Profile(form="public-body", region="EXT", sectors=("health",), years=5),
    Profile(kind="university", size="unclassified", purposes=("innovation",)),
    Profile(form="person", years=NOT_FOUNDED, youth=True, region="ITF4", amount=Decimal("50000.01")),
    Profile(form="company", size="medium", years=1, women=False, sectors=("culture",)),
    replace(COOPERATIVE, form="worker-cooperative", region="ITG1", amount=Decimal("9999.99")),
)


def consistent_profiles():
    """Every kind of body with every legal form that it can have, old and new, whoever is the majority."""
    forms = [
        (kind, code) for code, form in FORMS.items() for kind in APPLICANT_KINDS if kind in form.possible
    ]
    for (kind, form), years, women, youth in product(
        forms, (NOT_FOUNDED, 2, 4, 5, 6), (True, False), (True, False)
    ):
        yield replace(COOPERATIVE, kind=kind, form=form, years=years, women=women, youth=youth)


def calls():
    """Calls that name something or nothing, list by list."""
    beneficiaries = ((), ("enterprise",), ("new-women-enterprise", "citizen"), ("university", "cooperative"))
    amounts = ((None, None), (Decimal(10_000), None), (None, Decimal(50_000)))
    region_labels = ((False, ()), (True, ()), (True, ("EXT",)), (False, ("ITF4", "ITC4")))
    for who, sizes, (whole, regions), (least, most) in product(
        beneficiaries, ((), ("micro", "small"), ("unclassified",)), region_labels, amounts
    ):
        yield Call(
            beneficiaries=who,
            sizes=sizes,
            whole_country=whole,
            regions=regions,
            purposes=("digitalisation",),
            grant_min=least,
            grant_max=most,
        )
    yield Call()
    yield FITTING
    yield replace(FITTING, sectors=("health",))
    yield replace(FITTING, sectors=())
    yield replace(FITTING, purposes=("innovation",))
    yield replace(FITTING, purposes=())
    yield replace(FITTING, needed=(Requirement("Iscrizione al RUNTS"),))
    yield replace(FITTING, needed=(Requirement("Essere una piccola impresa", ("size",), in_fields=True),))
    yield replace(FITTING, needed=(Requirement("Maggioranza di donne", ("women",)),))
    yield replace(FITTING, needed=(Requirement("Giovani", ("youth",), in_fields=True),))
    yield replace(FITTING, needed=(Requirement("Cooperativa di tipo B", forms=("social-cooperative-b",)),))
    yield replace(FITTING, needed=(Requirement("Nati da poco", max_months=36, in_fields=True),))
    yield replace(
        FITTING, needed=(Requirement("Di tipo B", forms=("social-cooperative-b",), in_fields=True),)
    )
    yield replace(FITTING, needed=(Requirement("Da tempo", min_months=24, in_fields=True),), grant_max=None)
    yield replace(
        FITTING,
        beneficiaries=("enterprise", "new-enterprise"),
        needed=(Requirement("Nuovi", ("size", "age"), max_months=60, in_fields=True),),
    )
    yield replace(FITTING, beneficiaries=())
    yield replace(FITTING, regions=())
    yield replace(FITTING, sizes=("micro", "small", "medium", "large"), sectors=tuple(sorted(SECTORS)))
    yield replace(FITTING, territories=tuple(sorted(ZONES)))
    yield replace(FITTING, beneficiaries=("public-body", "citizen", "university"), sectors=())
    yield replace(FITTING, ateco="90.01", territories=("inner-areas",), municipalities="Lecce")
    yield replace(FITTING, territories=("not-applicable",))
