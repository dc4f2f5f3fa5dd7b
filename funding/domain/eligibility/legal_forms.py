"""Which beneficiaries a legal form makes: data. No Django; the labels are a closed list of cms.

By law a social cooperative and a social enterprise belong to the third sector (D.Lgs. 117/2017, art. 4, and
112/2017, art. 1); an association or a foundation does when it is entered in the register (RUNTS).
"""

from dataclasses import dataclass

PERSON = "person"
# Company sizes do not count for them.
WITHOUT_SIZE = frozenset({"public-body", "university", PERSON})
BY_LAW = "by-law"
IF_REGISTERED = "if-registered"


@dataclass(frozen=True)
class LegalForm:
    """Codes of the beneficiaries that such a body is for ``sure``, and those that it ``may`` be besides."""

    sure: frozenset[str]
    may: frozenset[str] = frozenset()
    third_sector: str = ""

    @property
    def possible(self) -> frozenset[str]:
        return self.sure | self.may


def _form(sure: str, may: str = "", third_sector: str = "") -> LegalForm:
    return LegalForm(frozenset(sure.split()), frozenset(may.split()), third_sector)


FORMS = {
    "social-cooperative-a": _form("cooperative enterprise", "innovative-sme", BY_LAW),
    "social-cooperative-b": _form("cooperative enterprise", "innovative-sme", BY_LAW),
    "worker-cooperative": _form("cooperative enterprise", "innovative-sme"),
    "agricultural-cooperative": _form("cooperative enterprise", "innovative-sme"),
    "other-cooperative": _form("cooperative enterprise", "innovative-sme financial-body"),
    "consortium": _form("consortium", "enterprise cooperative"),
    "enterprise-network": _form("enterprise-network", "enterprise"),
    "association": _form("cooperative", "enterprise", IF_REGISTERED),
    "foundation": _form("", "cooperative enterprise", IF_REGISTERED),
    "social-enterprise": _form("enterprise", "cooperative", BY_LAW),
    "company": _form("enterprise", "innovative-sme financial-body professional-association"),
    "simplified-company": _form("enterprise", "innovative-sme"),
    "partnership": _form("enterprise", "professional-association"),
    "sole-trader": _form("enterprise", "professional"),
    "professional": _form("professional", "enterprise"),
    "professional-association": _form("professional-association", "professional"),
    "public-body": _form("public-body", "university"),
    "university": _form("university", "public-body"),
    "person": _form("citizen", "professional"),
}
