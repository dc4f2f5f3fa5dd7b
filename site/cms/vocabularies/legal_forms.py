"""What kind of body an applicant is by law."""

from django.utils.translation import gettext_lazy as _

from .base import Term, Vocabulary

LEGAL_FORMS = Vocabulary(
    "legal_form",
    source="Codice civile, books I and V; L. 381/1991; D.Lgs. 112/2017; current use",
    terms=[
        Term("social-cooperative-a", _("Social cooperative, type A (services to people)")),
        Term("social-cooperative-b", _("Social cooperative, type B (work for the disadvantaged)")),
        Term("worker-cooperative", _("Worker cooperative")),
        Term("agricultural-cooperative", _("Agricultural cooperative")),
        Term("other-cooperative", _("Other cooperative")),
        Term("consortium", _("Consortium")),
        Term("enterprise-network", _("Network of enterprises")),
        Term("association", _("Association")),
        Term("foundation", _("Foundation")),
        Term("social-enterprise", _("Social enterprise (not a cooperative)")),
        Term("company", _("Company (srl, spa, sapa)")),
        Term("simplified-company", _("Simplified company (srls)")),
        Term("partnership", _("Partnership (snc, sas)")),
        Term("sole-trader", _("Sole trader")),
        Term("professional", _("Self-employed professional")),
        Term("professional-association", _("Association of professionals")),
        Term("public-body", _("Public body")),
        Term("university", _("University or research body")),
        Term("person", _("A person, without an organisation")),
    ],
)
