"""Closed lists: codes that never change, labels in the visitor's language, each list's source named."""

from .aid import AID_FORMS, COSTS, PROCEDURES, PURPOSES
from .applicants import BENEFICIARIES, SECTORS, SIZES
from .base import Term, Vocabulary
from .facts import FACTS
from .legal_forms import LEGAL_FORMS
from .pnrr import COMPONENTS, MISSIONS
from .regions import REGIONS, TERRITORIES
from .roles import ORGANISATION_KINDS, ROLES

__all__ = [
    "AID_FORMS",
    "BENEFICIARIES",
    "COMPONENTS",
    "COSTS",
    "FACTS",
    "LEGAL_FORMS",
    "MISSIONS",
    "ORGANISATION_KINDS",
    "PROCEDURES",
    "PURPOSES",
    "REGIONS",
    "ROLES",
    "SECTORS",
    "SIZES",
    "TERRITORIES",
    "Term",
    "Vocabulary",
]
