"""What is paid and how: purposes, aid forms, eligible costs, and how applications are judged."""

from django.utils.translation import gettext_lazy as _

from .base import Term, Vocabulary

PURPOSES = Vocabulary(
    "purpose",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("investment", _("Investment support"), ("Sostegno investimenti",)),
        Term("liquidity", _("Liquidity support"), ("Sostegno liquidità",)),
        Term("internationalisation", _("Internationalisation"), ("Internazionalizzazione",)),
        Term("innovation", _("Innovation and research"), ("Innovazione e ricerca",)),
        Term("start-up", _("Start-up and business development"), ("Start up/Sviluppo d'impresa",)),
        Term("digitalisation", _("Digitalisation"), ("Digitalizzazione",)),
        Term("green-transition", _("Ecological transition"), ("Transizione ecologica",)),
        Term("company-crisis", _("Companies in crisis"), ("Crisi d'impresa",)),
        Term("social-inclusion", _("Social inclusion"), ("Inclusione sociale",)),
        Term("youth-enterprise", _("Youth enterprise"), ("Imprenditoria giovanile",)),
        Term("women-enterprise", _("Women's enterprise"), ("Imprenditoria femminile",)),
        Term(
            "training",
            _("Training (work, employment, requalification of workers)"),
            ("Formazione (lavoro, occupazione, riqualificazione professionale dei lavoratori)",),
        ),
        Term("capital", _("Strengthening of capital"), ("Rafforzamento del capitale",)),
    ],
)

AID_FORMS = Vocabulary(
    "aid",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("grant", _("Non-repayable grant"), ("Contributo/Fondo perduto",)),
        Term("loan", _("Loan or repayable advance"), ("Prestito/Anticipo rimborsabile",)),
        Term("tax-relief", _("Tax relief"), ("Agevolazione fiscale",)),
        Term("equity", _("Risk capital"), ("Capitale di rischio",)),
        Term("guarantee", _("Guarantee"), ("Interventi a garanzia",)),
        Term(
            "social-contributions",
            _("Lower social security contributions"),
            ("Riduzione dei contributi di previdenza sociale",),
        ),
    ],
)

COSTS = Vocabulary(
    "cost",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("services", _("Services, patents and licences"), ("Servizi, brevetti e licenze",)),
        Term("general", _("General and other expenses"), ("Spese generali/altri oneri",)),
        Term("equipment", _("Plant, machinery and equipment"), ("Impianti/Macchinari/Attrezzature",)),
        Term("staff", _("Staff costs"), ("Costo del personale",)),
        Term("buildings", _("Buildings and land"), ("Fabbricati e terreni",)),
        Term("materials", _("Raw materials, consumables and goods"), ("Materie prime, di consumo e merci",)),
        Term("vocational-training", _("Vocational training"), ("Formazione Professionale",)),
    ],
)

PROCEDURES = Vocabulary(
    "procedure",
    source="D.Lgs. 123/1998, articles 4 to 6, and current use",
    terms=[
        Term("ranking", _("Assessed and ranked"), ("valutativa a graduatoria",)),
        Term("counter", _("In order of arrival"), ("a sportello",)),
        Term("automatic", _("Automatic"), ("automatica",)),
        Term("negotiated", _("Negotiated"), ("negoziale",)),
        Term("click-day", _("Click day"), ("click day",)),
    ],
)
