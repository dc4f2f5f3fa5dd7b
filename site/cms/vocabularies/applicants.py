"""Who may apply: beneficiaries, company sizes, sectors."""

from django.utils.translation import gettext_lazy as _

from .base import Term, Vocabulary

BENEFICIARIES = Vocabulary(
    "beneficiary",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("enterprise", _("Enterprises"), ("Impresa",)),
        Term(
            "cooperative",
            _("Cooperatives and non-profit associations"),
            ("Cooperative/Associazioni Non Profit",),
        ),
        Term("consortium", _("Consortia"), ("Consorzio",)),
        Term("enterprise-network", _("Enterprise networks"), ("Rete d'impresa",)),
        Term("public-body", _("Public bodies"), ("Ente Pubblico",)),
        Term("innovative-sme", _("Innovative start-ups and SMEs"), ("Impresa - SU/PMI innovativa",)),
        Term("new-enterprise", _("Enterprises to be set up"), ("Impresa da costituire - Altro",)),
        Term(
            "new-youth-enterprise",
            _("Youth enterprises to be set up"),
            ("Impresa da costituire - Giovanile",),
        ),
        Term(
            "new-women-enterprise",
            _("Women's enterprises to be set up"),
            ("Impresa da costituire - Femminile",),
        ),
        Term("professional", _("Professionals"), ("Professionista",)),
        Term("university", _("Universities and research bodies"), ("Università/Ente di Ricerca",)),
        Term("citizen", _("Citizens"), ("Cittadino",)),
        Term(
            "women-enterprise", _("Enterprises with a majority of women"), ("Impresa - prevalenza femminile",)
        ),
        Term(
            "youth-enterprise",
            _("Enterprises with a majority of young people"),
            ("Impresa - prevalenza giovanile",),
        ),
        Term("financial-body", _("Financial bodies"), ("Istituto finanziario",)),
        Term(
            "professional-association",
            _("Associations of professionals"),
            ("Associazione fra professionisti",),
        ),
    ],
)

SIZES = Vocabulary(
    "size",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("micro", _("Micro-enterprise"), ("Microimpresa",)),
        Term("small", _("Small enterprise"), ("Piccola Impresa",)),
        Term("medium", _("Medium enterprise"), ("Media Impresa",)),
        Term("large", _("Large enterprise"), ("Grande Impresa",)),
        Term("unclassified", _("No size class"), ("Non classificabile/classificato",)),
    ],
)

SECTORS = Vocabulary(
    "sector",
    source="incentivi.gov.it, codelists of the incentives dataset (IODL 2.0)",
    terms=[
        Term("agriculture", _("Agriculture, forestry and fishing"), ("Agricoltura, silvicoltura e pesca",)),
        Term("food", _("Food industry"), ("Agroalimentare",)),
        Term("hotels", _("Hotels"), ("Alberghiero",)),
        Term("other-services", _("Other services"), ("Altri servizi",)),
        Term("crafts", _("Crafts"), ("Artigianato",)),
        Term(
            "vehicles",
            _("Motor vehicles and other means of transport"),
            ("Autoveicoli e altri mezzi di trasporto",),
        ),
        Term("chemicals", _("Chemicals and pharmaceuticals"), ("Chimica e Farmaceutica",)),
        Term("trade", _("Trade"), ("Commercio",)),
        Term("culture", _("Culture"), ("Cultura",)),
        Term("construction", _("Construction"), ("Edilizia",)),
        Term("electronics", _("Electronics"), ("Elettronica",)),
        Term("utilities", _("Energy, water and waste"), ("Fornitura Energia, Acqua e gestione Rifiuti",)),
        Term("ict", _("ICT"), ("ICT",)),
        Term("mechanics", _("Mechanics"), ("Meccanica",)),
        Term("metals", _("Metals"), ("Metallurgia",)),
        Term("furniture", _("Furniture, wood and paper"), ("Mobili, Legno e Carta",)),
        Term("fashion", _("Fashion and textiles"), ("Moda e Tessile",)),
        Term("restaurants", _("Restaurants"), ("Ristorazione",)),
        Term("health", _("Health"), ("Salute",)),
        Term("transport", _("Transport services"), ("Servizi di trasporto",)),
        Term("tourism", _("Tourism"), ("Turismo",)),
    ],
)
