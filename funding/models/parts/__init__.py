"""The fields of a sheet by group, as on the domain page; each with the panels in which editors fill it in."""

from .aid import AidPart
from .applicants import ApplicantsPart
from .changes import ChangesPart
from .dates import DatesPart
from .grantor import GrantorPart
from .identity import IdentityPart
from .judging import JudgingPart
from .pnrr import PnrrPart
from .verification import TrustPart

__all__ = [
    "AidPart",
    "ApplicantsPart",
    "ChangesPart",
    "DatesPart",
    "GrantorPart",
    "IdentityPart",
    "JudgingPart",
    "PnrrPart",
    "TrustPart",
]
