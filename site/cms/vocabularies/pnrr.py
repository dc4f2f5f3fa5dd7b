"""The missions and components of Italy's recovery and resilience plan (PNRR)."""

from django.utils.translation import gettext_lazy as _

from .base import Term, Vocabulary

MISSIONS = Vocabulary(
    "mission",
    source="Italia Domani, PNRR as amended in 2023",
    terms=[
        Term("M1", _("Digitalisation, innovation, competitiveness, culture and tourism")),
        Term("M2", _("Green revolution and ecological transition")),
        Term("M3", _("Infrastructure for sustainable mobility")),
        Term("M4", _("Education and research")),
        Term("M5", _("Inclusion and cohesion")),
        Term("M6", _("Health")),
        Term("M7", _("REPowerEU")),
    ],
)

COMPONENTS = Vocabulary(
    "component",
    source="Italia Domani, PNRR as amended in 2023",
    terms=[
        Term("M1C1", _("Digitalisation, innovation and security in the public administration")),
        Term("M1C2", _("Digitalisation, innovation and competitiveness of the production system")),
        Term("M1C3", _("Tourism and culture 4.0")),
        Term("M2C1", _("Circular economy and sustainable agriculture")),
        Term("M2C2", _("Renewable energy, hydrogen, grid and sustainable mobility")),
        Term("M2C3", _("Energy efficiency and renovation of buildings")),
        Term("M2C4", _("Protection of the land and of water resources")),
        Term("M3C1", _("Investment in the railway network")),
        Term("M3C2", _("Intermodality and integrated logistics")),
        Term("M4C1", _("Stronger education services: from nurseries to universities")),
        Term("M4C2", _("From research to enterprise")),
        Term("M5C1", _("Employment policies")),
        Term("M5C2", _("Social infrastructure, families, communities and the third sector")),
        Term("M5C3", _("Special measures for territorial cohesion")),
        Term("M6C1", _("Local health networks, facilities and telemedicine")),
        Term("M6C2", _("Innovation, research and digitalisation of the national health service")),
        Term("M7C1", _("REPowerEU")),
    ],
)
