"""What part an organisation plays in a project or an event, and what kind of body it is."""

from django.utils.translation import gettext_lazy as _

from .base import Term, Vocabulary

ROLES = Vocabulary(
    "role",
    source="current use in Italian and European projects",
    terms=[
        Term("promoter", _("Promoter")),
        Term("coordinator", _("Coordinator")),
        Term("organiser", _("Organiser")),
        Term("partner", _("Partner")),
        Term("funder", _("Funder")),
        Term("supporter", _("Supporter")),
        Term("collaborator", _("Collaborator")),
        Term("participant", _("Participant")),
        Term("affiliate", _("Affiliate")),
    ],
)

ORGANISATION_KINDS = Vocabulary(
    "organisation_kind",
    source="current use",
    terms=[
        Term("ministry", _("Ministry or national agency")),
        Term("region", _("Region or autonomous province")),
        Term("municipality", _("Municipality")),
        Term("chamber", _("Chamber of commerce")),
        Term("cooperative", _("Cooperative")),
        Term("consortium", _("Consortium")),
        Term("cooperative-association", _("Association of cooperatives")),
        Term("foundation", _("Foundation")),
        Term("company", _("Company")),
        Term("university", _("University or research body")),
        Term("association", _("Association")),
        Term("network", _("Network")),
        Term("other", _("Other body")),
    ],
)
