"""Names of places: regions and the capitals of Italy's provinces, in the languages of the site.

A name is no form of another word: it is matched as it is, never put right into another word, and has no other
word's synonyms. The words of a name are known one by one, so that it may be typed with a hyphen or without.
ISTAT counts 20 regions and 107 such capitals (some share a province).
"""

from .text import typed_words

REGIONS = """
Abruzzo, Basilicata, Calabria, Campania, Emilia-Romagna, Friuli-Venezia Giulia, Lazio, Liguria,
Lombardia, Marche, Molise, Piemonte, Puglia, Sardegna, Sicilia, Toscana, Trentino-Alto Adige,
Umbria, Valle d'Aosta, Veneto
"""
# Lands that people name beside them, and the capitals.
LANDS = """
Romagna, Friuli, Trentino, Alto Adige, Südtirol, Salento, Cilento, Irpinia, Maremma, Garfagnana,
Brianza
"""
CAPITALS = """
Agrigento, Alessandria, Ancona, Andria, Aosta, Arezzo, Ascoli Piceno, Asti, Avellino, Bari,
Barletta, Belluno, Benevento, Bergamo, Biella, Bologna, Bolzano, Brescia, Brindisi, Cagliari,
Caltanissetta, Campobasso, Carbonia, Carrara, Caserta, Catania, Catanzaro, Cesena, Chieti, Como,
Cosenza, Cremona, Crotone, Cuneo, Enna, Fermo, Ferrara, Firenze, Foggia, Forlì, Frosinone, Genova,
Gorizia, Grosseto, Iglesias, Imperia, Isernia, L'Aquila, La Spezia, Latina, Lecce, Lecco, Livorno,
Lodi, Lucca, Macerata, Mantova, Massa, Matera, Messina, Milano, Modena, Monza, Napoli, Novara,
Nuoro, Oristano, Padova, Palermo, Parma, Pavia, Perugia, Pesaro, Pescara, Piacenza, Pisa, Pistoia,
Pordenone, Potenza, Prato, Ragusa, Ravenna, Reggio Calabria, Reggio Emilia, Reggio nell'Emilia,
Rieti, Rimini, Roma, Rovigo, Salerno, Sassari, Savona, Siena, Siracusa, Sondrio, Taranto, Teramo,
Terni, Torino, Trani, Trapani, Trento, Treviso, Trieste, Udine, Urbino, Varese, Venezia, Verbania,
Vercelli, Verona, Vibo Valentia, Vicenza, Viterbo
"""
ENGLISH = """
Aosta Valley, Apulia, Florence, Genoa, Leghorn, Lombardy, Mantua, Milan, Naples, Padua, Piedmont,
Rome, Sardinia, Sicily, Syracuse, Tuscany, Turin, Venice, South Tyrol
"""
FRENCH = """
Abruzzes, Bologne, Calabre, Campanie, Émilie-Romagne, Florence, Frioul-Vénétie Julienne, Gênes,
Latium, Ligurie, Lombardie, Mantoue, Marches, Milan, Naples, Padoue, Piémont, Pouilles, Rome,
Sardaigne, Sicile, Toscane, Trente, Turin, Val d'Aoste, Venise, Vénétie
"""
ITALIAN = ",".join((REGIONS, LANDS, CAPITALS))
# Names that are their land's adjective as well: "venete" asks for what is of Veneto.
ADJECTIVES = frozenset(["trentino", "veneto"])
SPOKEN = {"en": (ITALIAN, ENGLISH), "fr": (ITALIAN, FRENCH)}
# Words of names that are ordinary words by themselves.
ORDINARY = frozenset(["alto", "d", "di", "giulia", "l", "la", "nell", "south", "val", "valle", "valley"])


def names_of(*lists: str) -> list[str]:
    """The names in some of these lists."""
    return [" ".join(name.split()) for names in lists for name in names.split(",")]


def spoken(language: str) -> list[str]:
    """The names that those know who speak a language, such as ``it`` or ``fr-ch``."""
    return names_of(*SPOKEN.get(language.split("-")[0], (ITALIAN,)))


def words_of(*lists: str) -> frozenset[str]:
    """The folded words that name places in some of these lists."""
    words = {word for name in names_of(*lists) for word in typed_words(name)}
    return frozenset(words - ORDINARY)
