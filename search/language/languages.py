"""How each language is read: a new language is a line in the table. Every engine reads by it.

Text is split at everything that is neither letter nor digit, put into lower case, freed of stop words, folded
(accents dropped), freed of ``dropped`` and stemmed, in this order. So "M1C3I1.3" is "m1c3i1" beside "3".
"""

from dataclasses import dataclass, field

from .place_names import ENGLISH, FRENCH, ITALIAN, words_of


@dataclass(frozen=True)
class Language:
    """``name`` is that of its Snowball stemmer and list of stop words. ``dropped`` are the words beside those
    that say nothing: articles and particles elided before an apostrophe, where a word is split, and stop
    words typed without their accent. ``asking`` are those that people ask with, without accents: they say
    nothing beside others, and are looked for when they stand alone. ``endings`` are those that the stemmer
    keeps apart though the words are one, and ``short_endings`` those of words that are too short for it:
    ``a/b`` both ways, ``a>b`` only from the first to the second.

    ``inflections`` are the endings of the forms of one word (number), ``long_inflections`` those of words
    that keep at least ``long_from`` letters before them (gender, verbs): in shorter ones they join
    strangers. A word with an ending of ``alone`` has no shorter one. ``irregular`` are whole words: forms
    that their endings do not tell. ``twins`` are what is left of two nouns without their last vowel ("caso,
    casi" and "casa, case"): each has its own plural, by the endings of ``twin_inflections`` alone. ``parted``
    tells that the stemmer keeps some of these forms apart. ``place_names`` are the words of names of
    places, which have no other form. ``generic`` are words for what this site is about, which no page needs
    to have where anything else is asked."""

    name: str = ""
    dropped: str = ""
    # What follows is not part of how an index is made.
    asking: str = field(default="", repr=False)
    endings: str = field(default="", repr=False)
    short_endings: str = field(default="", repr=False)
    inflections: str = field(default="", repr=False)
    long_inflections: str = field(default="", repr=False)
    long_from: int = field(default=5, repr=False)
    alone: str = field(default="", repr=False)
    irregular: str = field(default="", repr=False)
    generic: str = field(default="", repr=False)
    twins: str = field(default="", repr=False)
    twin_inflections: str = field(default="", repr=False)
    parted: bool = field(default=True, repr=False)
    place_names: frozenset[str] = field(default=words_of(ITALIAN), repr=False)


LANGUAGES = {
    "it": Language(
        "italian",
        "l un d s c m t v n gl all agl dall dagl dell degl nell negl sull sugl coll quest quell ch anch com "
        "dov senz e piu perche cosi gia cioe sara puo",
        "quali quale qual cosa cos che come dove quando quanto quanti quante quanta chi ci sono esiste "
        "esistono cerco cerchiamo cercando cercare trovo trovare vorrei vorremmo voglio vogliamo avere ho "
        "abbiamo ottenere ricevere sapere capire posso possiamo possono potrei serve servono bisogna devo "
        "dobbiamo fare faccio finanziare dammi mostrami elenco tutti tutte qualche alcuni alcune disponibili "
        "informazioni riguardo tipo sui per fa fanno significa significato vuol dire aperti attivi scadenza "
        "scadenze scade scadono chiude chiudono apre aprono da paga pagano eroga erogano cercano cercate",
        "ficio/fici tore>trice tori>trici ano/ani ano/ana eto/ete eti/ete s>",
        "e/i o/i a/e",
        "o/i a/e e/i io/i co/chi chio/chi go/ghi ghio/ghi ca/che ga/ghe ccia/cce ncia/nce gia/ge",
        "o/a o/e ia/i ie/i co/che ci/che ca/ci go/ghe gi/ghe ga/gi i/o i/a "
        "are/ato are/ata are/ati are/ate are/ando are>a are>ano are>i "
        "tore>trice tori>trici "
        "ere/uto ere/uta ere/uti ere/ute ere/endo ere>e ere>ono ire/ito ire/ita ire/iti ire/ite ire/endo "
        "ire>e ire>ono ire/isce ire/iscono",
        alone="chi ghi che ghe ca ga",
        generic="bando bandi avviso avvisi contributo contributi finanziamento finanziamenti incentivo "
        "incentivi agevolazione agevolazioni sovvenzione sovvenzioni soldi opportunita",
        irregular="ala/ali arma/armi belga/belgi clima/climi collega/colleghi dogma/dogmi poeta/poeti "
        "tema/temi socio/socia/soci/socie figlio/figlia/figli/figlie amico/amica/amici/amiche",
        twins="balen ball band bust cas cav cer colp cors cost fil foss gamb mass mazz mess mod mostr not "
        "pal palm pann partit past pezz piant port post punt razz regol scop soffitt stamp suol tapp tass "
        "tavol test tort tratt vel",
        twin_inflections="o/i a/e",
    ),
    "en": Language(
        "english",
        "s t d m ll re ve don doesn isn aren wasn weren from our your his her its how what which who we you "
        "he she i has have had were been can do does",
        "what which who where when how why whether get getting find finding obtain obtaining look looking "
        "search searching want wants need needs like would could should may might any some tell me show give "
        "us list all about open currently current mean means available there information please my "
        "closing closes close much pay pays opens",
        "isation/ization isations/izations ise/ize ises/izes ised/ized ising/izing yse/yze our/or ours/ors "
        "tre/ter tres/ters ence/ense ences/enses ogue/og ogues/ogs amme/am ammes/ams man/men child/children "
        "ae/e",
        "",
        "/s s/ses x/xes z/zes ch/ches sh/shes o/oes y/ies",
        "/ing /ed e/ing e/ed y/ied s/ing s/ed es/ing es/ed ies/ied ing/ed",
        4,
        generic="call calls funding grant grants money",
        place_names=words_of(ITALIAN, ENGLISH),
        parted=False,
    ),
    "fr": Language(
        "french",
        "l d j m n s t c qu jusqu lorsqu puisqu quoiqu a ou ete etre meme tres apres deja",
        "quel quelle quels quelles comment pourquoi quand combien existe existent cherche cherchons trouver "
        "obtenir veux voudrais voulons peut puis pouvons faut montrez tous toutes disponibles",
        "teur/trice teurs/trices",
        "",
        "/s /x al/aux el/elle els/elles en/enne ens/ennes on/onne ons/onnes",
        "/e /es s/es s/e er/e er/ee er/es er/ees er/ant if/ive ifs/ives eux/euse eur/euse",
        generic="appel appels aide aides subvention subventions financement financements",
        place_names=words_of(ITALIAN, FRENCH),
    ),
}
DEFAULT = Language()


def language_of(code: str) -> Language:
    """The table's line for a language code such as ``it`` or ``fr-ch``."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.split("-")[0], DEFAULT)
