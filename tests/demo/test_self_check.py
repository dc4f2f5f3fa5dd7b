"""What the self-check says of the demonstration's own sheets: never more than their texts allow."""

from functools import cache
from types import SimpleNamespace

import pytest
import yaml
from django.conf import settings

from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.profile import NOT_FOUNDED, Profile
from funding.domain.eligibility.verdict import Verdict
from funding.presentation.eligible_call import call_of

FOLDER = settings.ROOT / "site/demo/content/it/funding"
SHEETS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
THIRD_SECTOR = "progetti-terzo-settore-friuli-venezia-giulia"
FITS, UNSTATED, CHECK, UNFIT = Verdict
LISTS = ("beneficiaries", "sizes", "sectors", "regions", "purposes", "territories")
NOTHING = {"level": "needed", "about": (), "legal_forms": (), "min_months": None, "max_months": None}


@cache
def sheet(name: str) -> SimpleNamespace:
    """The sheet of a content file, as far as the rules read it."""
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text())
    values = {key: data.get(key, []) for key in LISTS}
    values |= {key: data.get(key) for key in ("grant_min", "grant_max")}
    values |= {key: data.get(key, "") for key in ("ateco", "municipalities")}
    rows = [NOTHING | {"in_fields": False} | row for row in data.get("requirements", [])]
    requirements = [SimpleNamespace(value=row) for row in rows]
    country = data.get("whole_country", False)
    return SimpleNamespace(**values, whole_country=country, requirements=requirements)


@pytest.mark.parametrize("name", SHEETS)
def test_every_requirement_says_what_it_is_about(name):
    for block in sheet(name).requirements:
        if block.value["level"] == "needed":
            assert block.value["about"], block.value["text"]


@pytest.mark.parametrize(
    ("name", "profile", "criterion", "verdict"),
    [
        ("nuovo-fondo-futuro-lazio", {"size": "medium"}, "size", UNFIT),
        ("nuovo-fondo-futuro-lazio", {"size": "micro"}, "size", CHECK),
        ("nuovo-fondo-futuro-lazio", {"form": "company", "years": 5}, "beneficiary", UNFIT),
        (THIRD_SECTOR, {"form": "company"}, "beneficiary", UNFIT),
        (THIRD_SECTOR, {"kind": "enterprise"}, "beneficiary", CHECK),
        (
            THIRD_SECTOR,
            {"form": "worker-cooperative"},
            "beneficiary",
            UNFIT,
        ),
        (THIRD_SECTOR, {"form": "association"}, "beneficiary", CHECK),
        ("tipicita-locali-cremona-mantova-pavia-2026", {"region": "ITC4"}, "region", CHECK),
        ("bari-voucher-turismo-2026", {"region": "ITF4"}, "region", CHECK),
        ("vicenza-cultura-2026", {"region": "ITH3"}, "region", CHECK),
        ("malga-campet-pedavena", {"form": "public-body"}, "beneficiary", CHECK),
        ("malga-campet-pedavena", {"region": "ITH3"}, "region", CHECK),
        ("trento-tutoraggio-tirocinio-disabilita", {"form": "social-cooperative-a"}, "beneficiary", UNFIT),
        ("trento-tutoraggio-tirocinio-disabilita", {"form": "social-cooperative-b"}, "beneficiary", FITS),
        ("pmi-femminili-veneto-2026", {"form": "company", "women": False}, "beneficiary", UNFIT),
        ("pmi-femminili-veneto-2026", {"form": "professional", "women": False}, "beneficiary", UNFIT),
        ("pmi-femminili-veneto-2026", {"form": "company", "women": True}, "beneficiary", CHECK),
        ("start-innova-giovani-marche", {"form": "person", "youth": False}, "beneficiary", UNFIT),
        ("start-innova-giovani-marche", {"form": "person"}, "size", FITS),
        ("voucher-piccoli-editori", {"form": "company", "years": 2}, "beneficiary", UNFIT),
        ("voucher-piccoli-editori", {"size": "micro"}, "size", FITS),
        ("tecnonidi-jtf-puglia", {"size": "small"}, "size", FITS),
        ("start-innova-giovani-marche", {"form": "person", "size": "large"}, "size", UNFIT),
        ("bolzano-nuova-cooperativa", {"form": "worker-cooperative"}, "sector", UNSTATED),
        ("malga-campet-pedavena", {"form": "public-body"}, "size", UNSTATED),
        ("nuovo-fondo-futuro-lazio", {"form": "company", "size": "micro", "years": 2}, "size", FITS),
        ("nuovo-fondo-futuro-lazio", {"form": "company", "years": 2}, "beneficiary", FITS),
        ("nuovo-fondo-futuro-lazio", {"form": "person", "years": NOT_FOUNDED}, "beneficiary", FITS),
        ("nuova-marcora", {"form": "social-cooperative-a"}, "beneficiary", FITS),
        ("smart-start-italia", {"form": "association", "years": 2}, "beneficiary", CHECK),
        ("nuova-marcora", {"form": "agricultural-cooperative"}, "beneficiary", UNFIT),
        ("veneto-club-di-prodotto", {"size": "large"}, "size", UNFIT),
    ],
)
def test_the_texts_of_a_sheet_limit_its_fields(name, profile, criterion, verdict):
    criteria = {one.name: one for one in fit(Profile(**profile), call_of(sheet(name))).criteria}
    assert criteria[criterion].verdict is verdict
    if name.startswith("tipicita"):
        assert "territory" not in criteria and "Cremona, Mantova, Pavia" in criteria[criterion].words[0]
