"""Where: regions by NUTS 2 code, and kinds of territory."""

from django.utils.translation import gettext_lazy as _

from ..constants import ABROAD
from .base import Term, Vocabulary

REGIONS = Vocabulary(
    "region",
    source="Eurostat, NUTS 2021 level 2; spelling of incentivi.gov.it",
    terms=[
        Term("ITC1", _("Piedmont"), ("Piemonte",)),
        Term(
            "ITC2",
            _("Aosta Valley"),
            (
                "Valle d'Aosta/Vallée d'Aoste",
                "Valle d'Aosta",
            ),
        ),
        Term("ITC3", _("Liguria"), ("Liguria",)),
        Term("ITC4", _("Lombardy"), ("Lombardia",)),
        Term(
            "ITH1",
            _("Bolzano/Bozen"),
            (
                "Trentino-Alto Adige/Südtirol",
                "Bolzano",
                "Provincia Autonoma di Bolzano",
            ),
        ),
        Term(
            "ITH2",
            _("Trento"),
            (
                "Trentino-Alto Adige/Südtirol",
                "Trento",
                "Provincia Autonoma di Trento",
            ),
        ),
        Term("ITH3", _("Veneto"), ("Veneto",)),
        Term(
            "ITH4",
            _("Friuli-Venezia Giulia"),
            (
                "Friuli-Venezia Giulia",
                "Friuli Venezia Giulia",
            ),
        ),
        Term(
            "ITH5",
            _("Emilia-Romagna"),
            (
                "Emilia-Romagna",
                "Emilia Romagna",
            ),
        ),
        Term("ITI1", _("Tuscany"), ("Toscana",)),
        Term("ITI2", _("Umbria"), ("Umbria",)),
        Term("ITI3", _("Marche"), ("Marche",)),
        Term("ITI4", _("Lazio"), ("Lazio",)),
        Term("ITF1", _("Abruzzo"), ("Abruzzo",)),
        Term("ITF2", _("Molise"), ("Molise",)),
        Term("ITF3", _("Campania"), ("Campania",)),
        Term("ITF4", _("Apulia"), ("Puglia",)),
        Term("ITF5", _("Basilicata"), ("Basilicata",)),
        Term("ITF6", _("Calabria"), ("Calabria",)),
        Term("ITG1", _("Sicily"), ("Sicilia",)),
        Term("ITG2", _("Sardinia"), ("Sardegna",)),
        Term(ABROAD, _("Abroad"), ("Estero",)),
    ],
)

TERRITORIES = Vocabulary(
    "territory",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("inner-areas", _("Inner areas"), ("Aree interne",)),
        Term("special-economic-zone", _("Special economic zone (ZES)"), ("ZES",)),
        Term("seismic-zone", _("Seismic zones"), ("Zone sismiche",)),
        Term("free-zone", _("Free zones"), ("Zone franche",)),
        Term("climate-emergency", _("Climate emergency"), ("Emergenza climatica",)),
        Term("not-applicable", _("Not applicable"), ("Non applicabile",)),
    ],
)
