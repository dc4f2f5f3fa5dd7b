"""Which filters a question says, in words of both languages; what stays words."""

from datetime import date

import pytest
from django.utils.translation import override

from funding.catalogue.understanding import phrases as phrases_module
from funding.catalogue.understanding.lexicon import _labels
from funding.catalogue.understanding.names import Names
from funding.catalogue.understanding.phrases import Phrases
from funding.catalogue.understanding.places import towns
from funding.catalogue.understanding.reading import Lexicon, understand
from funding.catalogue.understanding.tables import TABLES, table_of
from tests.search.hostile import HOSTILE

TODAY = date(2026, 11, 29)  # a Sunday
NAMES = (
    "Resto al Sud 2.0",
    "Cultura Cresce",
    "Nuova Marcora",
    "Imprese borghi",
    "Fondazione con il Sud",
    "Contributi alle cooperative in Puglia",
    "Regione Puglia",
    "Ministero del Turismo",
    "Provincia autonoma di Bolzano - Alto Adige",
)


def lexicon(code: str) -> Lexicon:
    table = table_of(code)
    with override(code):
        meanings = dict(_labels()) | table.meanings
    words = {word for phrase in meanings for word in phrase.split()} - table.linking_words
    regions = {phrase for phrase, pairs in meanings.items() if pairs and pairs[0][0] == "region"}
    names = Names.of(NAMES, table, words.__contains__, lambda one: one in regions or one in towns())
    return Lexicon(table, Phrases(meanings), names)


@pytest.fixture(scope="module")
def lexicons():
    return {code: lexicon(code) for code in TABLES}


def said(reading) -> str:
    """The filters as an address has them."""
    return "&".join(f"{name}={value}" for one in reading.filters for name, value in one.pairs)


NAPLES, APULIA, COOP = "region=ITF3", "region=ITF4", "beneficiary=cooperative"
DECEMBER = "closes_after=2026-12-01&closes_before=2026-12-31"
OPEN = "status=open&status=closing"
ITALIAN = [
    # Places
    ("Abruzzo", "region=ITF1", ""),
    ("regione Puglia", APULIA, ""),
    ("bandi cooperative a Taranto", f"{COOP}&{APULIA}", ""),
    ("cooperative taranto", f"{COOP}&{APULIA}", ""),
    ("coop sociale Napoli", f"{COOP}&{NAPLES}", ""),
    ("in provincia di Lecce teatro", APULIA, "teatro"),
    ("Emilia-Romagna editoria", "region=ITH5", "editoria"),
    ("trentino alto adige", "region=ITH1&region=ITH2", ""),
    ("imprenditrici venete", "beneficiary=new-women-enterprise&beneficiary=women-enterprise&region=ITH3", ""),
    ("nel comune di Mira", "region=ITH3", ""),
    ("a altamura musei", APULIA, "musei"),
    ("associazione di San Giovanni Rotondo", f"{COOP}&{APULIA}", ""),
    ("bandi Prato", "region=ITI1", ""),
    ("tutta Italia teatro", "region=IT", "teatro"),
    # Places that are words
    ("manutenzione del prato", "", "manutenzione del prato"),
    ("massa critica", "", "massa critica"),
    ("mare pulito", "", "mare pulito"),
    ("grande opera", "", "grande opera"),
    ("Opera prima", "", "Opera prima"),
    ("il re e la nave", "", "il re e la nave"),
    ("la potenza del teatro", "", "la potenza del teatro"),
    # Who, what, how
    ("ETS", COOP, ""),
    ("APS museo", COOP, "museo"),
    ("impresa sociale", f"{COOP}&beneficiary=enterprise", ""),
    ("un comune", "beneficiary=public-body", ""),
    ("PMI", "size=micro&size=small&size=medium", ""),
    ("turismo a fondo perduto", "sector=tourism&aid=grant", ""),
    ("credito d’imposta cinema", "aid=tax-relief", "cinema"),
    ("digitalizzazione dell'editoria", "purpose=digitalisation", "editoria"),
    # The PNRR
    ("M1C3", "component=M1C3", ""),
    ("PNRR missione 1", "mission=M1", ""),
    ("missione 1, componente 3", "component=M1C3", ""),
    ("m1c3 i1.3", "measure=M1C3I1.3", ""),
    ("M1C3I1.03.00 teatri", "measure=M1C3I1.3", "teatri"),
    ("M2C1 2.3", "measure=M2C1I2.3&measure=M2C1R2.3", ""),
    # Amounts
    ("sopra 30mila euro", "amount=30000", ""),
    ("almeno € 50.000", "amount=50000", ""),
    ("oltre 50000", "amount=50000", ""),
    ("da 50k", "amount=50000", ""),
    ("fino a 50.000,00 €", "amount_max=50000", ""),
    ("mezzo milione", "amount=500000", ""),
    ("oltre 1 milione cooperative", f"amount=1000000&{COOP}", ""),
    ("2 milioni di abitanti", "", "2 milioni di abitanti"),
    ("più di 2 milioni", "amount=2000000", ""),
    ("un milione e mezzo di euro", "amount=1500000", ""),
    ("da 10 a 50mila euro", "amount=10000&amount_max=50000", ""),
    ("tra 10.000 e 50.000 euro", "amount=10000&amount_max=50000", ""),
    ("50000", "", "50000"),
    ("sopra 35 anni", "", "sopra 35 anni"),
    ("almeno 3 soci", "", "almeno 3 soci"),
    ("5 milioni di abitanti", "", "5 milioni di abitanti"),
    # Days
    ("entro gennaio", "closes_before=2027-01-31", ""),
    ("che scadono a dicembre", DECEMBER, ""),
    ("in scadenza a dicembre", DECEMBER, ""),
    ("dicembre", DECEMBER, ""),
    ("marzo 2027", "closes_after=2027-03-01&closes_before=2027-03-31", ""),
    ("21/12/2026", "closes_after=2026-12-21&closes_before=2026-12-21", ""),
    ("entro il 21 dicembre", "closes_before=2026-12-21", ""),
    ("entro il 1° marzo", "closes_before=2027-03-01", ""),
    ("scadenza 28.2.27", "closes_after=2027-02-28&closes_before=2027-02-28", ""),
    ("dopo il 15 gennaio", "closes_after=2027-01-16", ""),
    ("questa settimana", "closes_after=2026-11-29&closes_before=2026-11-29", ""),
    ("prossimo mese", DECEMBER, ""),
    ("nei prossimi 30 giorni", "closes_before=2026-12-29", ""),
    ("entro fine anno", "closes_before=2026-12-31", ""),
    ("entro il 2027", "closes_before=2027-12-31", ""),
    ("che aprono a gennaio", "opens_after=2027-01-01", ""),
    ("legge del 12/05/2020", "", "legge del 12/05/2020"),
    ("programma 2021-2027", "", "programma 2021-2027"),
    # States
    ("bandi aperti", OPEN, ""),
    ("bandi in arrivo", "status=forthcoming", ""),
    ("in scadenza", "status=closing", ""),
    ("aperti chiusi", f"{OPEN}&status=closed", ""),
    ("senza scadenza", "deadline=none", ""),
    ("spazi aperti", "", "spazi aperti"),
    ("centri aperti", "", "centri aperti"),
    # Names
    ("resto al sud", "", "resto al sud"),
    ("Cultura Cresce Puglia", APULIA, "Cultura Cresce"),
    ("imprese borghi in Puglia", APULIA, "imprese borghi"),
    ("fondazione con il sud", "", "fondazione con il sud"),
    ("ministero del turismo", "", "ministero del turismo"),
    ("cooperative in Puglia", f"{COOP}&{APULIA}", ""),
    ("smart&start Puglia", APULIA, "smart&start"),
    # As they are
    ('"cooperative" Puglia', APULIA, '"cooperative"'),
    ("-Puglia cooperative", COOP, "-Puglia"),
    ("non in Puglia", "", "non in Puglia"),
    ("tranne le cooperative", "", "tranne le cooperative"),
    ("e-learning turismo", "sector=tourism", "e-learning"),
    ("soldi per le tende del palco", "", "soldi per le tende del palco"),
    ("cooprative in Pugila", "", "cooprative in Pugila"),
    (
        "quali bandi aperti ci sono in Puglia per cooperative sopra 50000 euro?",
        f"{OPEN}&{APULIA}&{COOP}&amount=50000",
        "",
    ),
]
ENGLISH = [
    ("open calls for social coops in Apulia above 50,000 euro", f"{OPEN}&{COOP}&{APULIA}&amount=50000", ""),
    ("Naples theatre", NAPLES, "theatre"),
    ("South Tyrol", "region=ITH1", ""),
    ("non-profit associations in Milan", f"{COOP}&region=ITC4", ""),
    ("tax credits cinema", "aid=tax-relief", "cinema"),
    ("grants closing in December", DECEMBER, ""),
    ("closing by 21 December", "closes_before=2026-12-21", ""),
    ("by December 21, 2026", "closes_before=2026-12-21", ""),
    ("in May", "closes_after=2027-05-01&closes_before=2027-05-31", ""),
    ("may festival", "", "may festival"),
    ("no deadline", "deadline=none", ""),
    ("half a million", "amount=500000", ""),
    ("between 10k and 50k", "amount=10000&amount_max=50000", ""),
    ("up to 50,000 euros", "amount_max=50000", ""),
    ("upcoming calls", "status=forthcoming", ""),
    ("open source", "", "open source"),
    ("how much does Cultura Cresce pay", "", "how much does Cultura Cresce pay"),
    ("except Apulia", "", "except Apulia"),
    ("mission 1 component 3", "component=M1C3", ""),
    ("none of that", "", "none of that"),
]


@pytest.mark.parametrize(
    ("code", "text", "expected", "rest"),
    [("it", *one) for one in ITALIAN] + [("en", *one) for one in ENGLISH],
)
def test_a_question_is_read(lexicons, code, text, expected, rest):
    reading = understand(text, lexicons[code], TODAY)
    assert (said(reading), reading.rest) == (expected, rest)


@pytest.mark.parametrize("text", ["30/02/2026", "entro il 31 novembre", "31.6.2027"])
def test_a_day_of_no_calendar_stays_and_is_told(lexicons, text):
    reading = understand(text, lexicons["it"], TODAY)
    assert not reading.filters
    assert reading.rest == text
    assert reading.impossible


def test_a_reading_can_be_refused(lexicons):
    text = "bandi per coop sociali a Taranto sopra 30mila euro"
    readings = understand(text, lexicons["it"], TODAY).filters
    assert [one.words for one in readings] == ["coop sociali", "taranto", "sopra 30 mila euro"]
    left = understand(text, lexicons["it"], TODAY, refused=[readings[0].words])
    assert (said(left), left.rest) == ("region=ITF4&amount=30000", "coop sociali")
    nothing = understand(text, lexicons["it"], TODAY, refused=[one.words for one in readings])
    assert (nothing.filters, nothing.rest) == ((), text)


def test_what_gives_way_says_the_same_again(lexicons):
    """A question is put together anew from what was read and what is left."""
    for text, expected, _rest in ITALIAN:
        reading = understand(text, lexicons["it"], TODAY)
        again = " ".join([*(one.said for one in reading.filters), reading.rest])
        assert said(understand(again, lexicons["it"], TODAY)) == expected, text


@pytest.mark.parametrize("code", list(TABLES))
def test_anything_can_be_read(lexicons, code):
    for text in HOSTILE:
        understand(text, lexicons[code], TODAY)


def test_each_word_is_looked_up_a_few_times(lexicons, monkeypatch):
    """Reading takes a time in proportion to the words: two milliseconds for the longest question."""
    looked_up = 0
    join = phrases_module.joined

    def counting(*args):
        nonlocal looked_up
        looked_up += 1
        return join(*args)

    monkeypatch.setattr(phrases_module, "joined", counting)
    understand("quali bandi aperti in Puglia per cooperative sopra 50000 euro " * 6, lexicons["it"], TODAY)
    assert looked_up < 20 * 60


def test_all_regions_and_capitals_are_heard(lexicons):
    """By themselves, small or capital: but for five capitals that are words as well."""
    unheard = [
        name
        for name, place in towns().values.items()
        if place.main and not understand(name, lexicons["it"], TODAY).filters
    ]
    assert sorted(unheard) == ["fermo", "latina", "massa", "potenza", "prato"]
