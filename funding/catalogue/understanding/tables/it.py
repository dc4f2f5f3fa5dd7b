"""Italian."""

from ..table import WordTable

FILTERS = """
status open closing: aperti, aperte, aperto, attivi, attive, attivo, bandi attivi, ancora aperti
status closing: in scadenza, in chiusura, prossimi alla scadenza, che scadono presto
status forthcoming: in arrivo, in uscita, prossima apertura, di prossima apertura, non ancora aperti,
    futuri, prossimi bandi
status closed: chiusi, chiuse, chiuso, scaduti, scadute, scaduto, conclusi, bandi passati
status evaluation: in valutazione
status suspended: sospesi, sospeso
deadline none: senza scadenza, senza scadenze, senza termine, sempre aperti, senza data di scadenza
beneficiary cooperative: cooperative, cooperativa, coop, società cooperativa, società cooperative,
    cooperative e associazioni, non profit, no profit, nonprofit
beneficiary cooperative: coop sociale, coop sociali, cooperativa sociale, cooperative sociali
beneficiary cooperative: cooperativa di lavoro, cooperative di lavoro, cooperativa di produzione e lavoro
beneficiary cooperative: cooperativa agricola, cooperative agricole, coop agricola
beneficiary cooperative: cooperativa di comunità, cooperative di comunità, cooperativa culturale,
    cooperative culturali
beneficiary cooperative: associazione, associazioni, associazione culturale, associazioni culturali,
    associazioni non profit, APS, ODV, associazione di promozione sociale, associazioni di promozione
    sociale, organizzazione di volontariato, organizzazioni di volontariato, onlus, ETS, ente del terzo
    settore, enti del terzo settore, terzo settore
beneficiary cooperative: fondazione, fondazioni
beneficiary cooperative enterprise: impresa sociale, imprese sociali
beneficiary enterprise: ditta individuale, ditte individuali, impresa individuale, imprese individuali
beneficiary enterprise: srl, spa, società di capitali
beneficiary enterprise: imprese, impresa, aziende, azienda
beneficiary consortium: consorzi, consorzio
beneficiary enterprise-network: reti d'impresa, rete d'impresa, reti di impresa, rete di imprese, reti di
    imprese, contratto di rete, contratti di rete
beneficiary public-body: enti pubblici, ente pubblico, enti locali, ente locale, pubblica amministrazione,
    pubbliche amministrazioni, comuni, il comune, un comune, piccoli comuni
beneficiary innovative-sme: startup innovative, startup innovativa, start up innovative, start up
    innovativa, pmi innovative, pmi innovativa
beneficiary new-enterprise: nuove imprese, nuova impresa, imprese da costituire, impresa da costituire,
    neoimprese, aspiranti imprenditori
beneficiary new-youth-enterprise youth-enterprise: imprese giovanili, impresa giovanile, imprese di
    giovani, giovani imprenditori
beneficiary new-women-enterprise women-enterprise: imprese femminili, impresa femminile, imprese di donne,
    imprenditrici
beneficiary professional: professionisti, professionista, liberi professionisti, libero professionista,
    lavoratori autonomi, partita iva, partite iva, freelance
beneficiary university: università, enti di ricerca, ente di ricerca, atenei, centri di ricerca
beneficiary citizen: cittadini, cittadino, privati cittadini, persone fisiche
beneficiary professional-association: studi associati, studio associato
size micro: microimprese, microimpresa, micro imprese, micro impresa
size small: piccole imprese, piccola impresa
size medium: medie imprese, media impresa
size large: grandi imprese, grande impresa
size micro small medium: pmi, piccole e medie imprese, piccola e media impresa, micro piccole e medie
    imprese
sector agriculture: agricoltura, settore agricolo, pesca, aziende agricole, azienda agricola, imprese
    agricole
sector food: agroalimentare, settore alimentare
sector hotels: alberghi, albergo, alberghiero, hotel, strutture ricettive
sector crafts: artigianato, artigiani, imprese artigiane, impresa artigiana
sector trade: commercio, commercianti
sector culture: cultura, settore culturale, settore cultura, settore culturale e creativo
sector construction: edilizia
sector ict: ict, informatica
sector fashion: moda, tessile
sector restaurants: ristorazione, ristoranti, ristorante
sector health: sanità
sector tourism: turismo, settore turistico
purpose liquidity: liquidità
purpose internationalisation: internazionalizzazione
purpose innovation: innovazione, ricerca e innovazione, ricerca e sviluppo
purpose digitalisation: digitalizzazione, transizione digitale, trasformazione digitale
purpose green-transition: transizione ecologica, transizione verde
purpose company-crisis: imprese in crisi, crisi d'impresa
purpose social-inclusion: inclusione sociale
purpose youth-enterprise: imprenditoria giovanile
purpose women-enterprise: imprenditoria femminile
purpose capital: capitalizzazione
aid grant: fondo perduto, a fondo perduto, contributo a fondo perduto, contributi a fondo perduto,
    finanziamento a fondo perduto, finanziamenti a fondo perduto
aid loan: prestiti, prestito, finanziamento agevolato, finanziamenti agevolati, prestiti agevolati,
    prestito agevolato, mutuo, mutui, mutui agevolati, mutuo agevolato
aid tax-relief: credito d'imposta, crediti d'imposta, agevolazione fiscale, agevolazioni fiscali, sgravi
    fiscali, bonus fiscale, tax credit
aid equity: equity, venture capital
aid guarantee: garanzia, garanzie
aid social-contributions: sgravi contributivi, sgravio contributivo, riduzione dei contributi
territory inner-areas: area interna
territory special-economic-zone: zes, zona economica speciale
region IT: tutta Italia, in tutta Italia, nazionali, nazionale, bandi nazionali, territorio nazionale
region EXT: all'estero
region ITC1: piemontese, piemontesi
region ITC2: Val d'Aosta, valdostano, valdostana, valdostani, valdostane
region ITC3: ligure, liguri
region ITC4: lombardo, lombarda, lombardi, lombarde, Brianza
region ITH1 ITH2: Trentino Alto Adige, Trentino Alto Adige Südtirol
region ITH1: Alto Adige, Südtirol, Sudtirolo, Alto Adige Südtirol, altoatesino, altoatesini, altoatesine
region ITH2: Trentino, trentina, trentini, trentine
region ITH3: veneta, veneti, venete
region ITH4: FVG, Friuli, friulano, friulani, friulane, friulana
region ITH5: Romagna, emiliano romagnolo, emiliano romagnole, emiliano romagnoli
region ITI1: toscani, toscane, toscano, Maremma, Garfagnana
region ITI2: umbro, umbra, umbri, umbre
region ITI3: marchigiano, marchigiana, marchigiani, marchigiane
region ITI4: laziale, laziali
region ITF1: abruzzese, abruzzesi
region ITF2: molisano, molisana, molisani, molisane
region ITF3: campano, campani, campane, Cilento, Irpinia
region ITF4: pugliese, pugliesi, Salento
region ITF5: lucano, lucana, lucani, lucane
region ITF6: calabrese, calabresi
region ITG1: siciliano, siciliana, siciliani, siciliane
region ITG2: sardo, sarda, sardi, sarde
region ITF1 ITF2 ITF3 ITF4 ITF5 ITF6 ITG1 ITG2: Mezzogiorno, Sud, Sud Italia, meridione, Italia
    meridionale, regioni del Sud, regioni meridionali
"""

KEPT = """
spazi aperti, spazio aperto, porte aperte, all'aperto, aria aperta, cittadini attivi, cittadinanza attiva,
    invecchiamento attivo, marche da bollo,
banche di garanzia, fondo di garanzia, cultura d'impresa, fare impresa, creare un'impresa, aprire
    un'impresa, avviare un'impresa,
avvio di impresa, mettere su un'impresa, sud del mondo, contributo nazionale, cooperazione internazionale
"""

SPANS = """
today: oggi, in giornata
tomorrow: domani
this-week: questa settimana, settimana in corso, in settimana
next-week: prossima settimana, settimana prossima
this-month: questo mese, mese in corso, mese corrente
next-month: prossimo mese, mese prossimo
this-year: quest'anno, anno in corso
next-year: prossimo anno, anno prossimo
end-week: fine settimana, la fine della settimana
end-month: fine mese, la fine del mese
end-year: fine anno, la fine dell'anno, fine dell'anno
"""

TABLE = WordTable(
    filters=FILTERS,
    kept=KEPT,
    generic="bando, bandi, avviso, avvisi, avviso pubblico, call, chiamata, chiamate, contributo, "
    "contributi, finanziamento, "
    "finanziamenti, incentivo, incentivi, agevolazione, agevolazioni, fondo, fondi, soldi, aiuto,"
    " aiuti, sostegno, "
    "opportunità, misura, misure, sovvenzione, sovvenzioni, pubblico, pubblici, scheda, schede",
    linking="a, ad, al, all, allo, alla, agli, ai, alle, da, dal, dall, dalla, dai, dalle, di, d, del, "
    "dell, dello, della, dei, "
    "degli, delle, in, nel, nell, nello, nella, nei, nelle, su, sul, sulla, sui, sulle, per, con,"
    " tra, fra, il, lo, la, l, "
    "i, gli, le, un, una, uno, e, ed, o, oppure, che, settore, ambito, tipo, rivolti, rivolto, "
    "destinati, destinato, "
    "dedicati, dedicato, riservati, riservato, importo, importi, valore, sono, "
    "regione, regioni, provincia, province, città, zona, territorio, sede, mia, nostra, mio, nostro",
    asking="quali, quale, che, cosa, chi, come, dove, quando, ci, sono, c, è, esistono, esiste, cerco, "
    "cerchiamo, trovare, "
    "trovo, vorrei, voglio, avere, ho, abbiamo, ottenere, sapere, posso, possiamo, possono, "
    "serve, servono, bisogno, "
    "bisogna, fare, dammi, mostrami, mostra, elenco, tutti, tutte, tutto, qualche, alcuni, "
    "disponibili, informazioni, siamo, sono, "
    "adatti, si, mi, per favore, grazie, buongiorno, ancora, attualmente, adesso, ora",
    at="a, ad, comune di, nel comune di, comune d, città di, provincia di, prov di, in provincia di,"
    " presso, vicino a, sede a, "
    "sede in, con sede a, zona di",
    near="in, di, da, d, per, del, della, nel, nella, territorio di",
    negations="non, no, tranne, escluso, esclusa, esclusi, escluse, eccetto, salvo, senza, fuori, meno",
    least="sopra, sopra i, sopra ai, oltre, oltre i, almeno, di almeno, da, dai, da almeno, più di, "
    "minimo, minimo di, con minimo, "
    "superiori a, superiore a, superiori ai, superiore ai, maggiore di, maggiori di, non meno di,"
    " a partire da, "
    "a partire dai, partendo da, dal valore di almeno",
    most="fino a, fino ai, fino ad, sino a, sotto, sotto i, sotto ai, al massimo, massimo, massimo di,"
    " max, meno di, "
    "non più di, inferiori a, inferiore a, inferiori ai, inferiore ai, entro i, entro, minore di,"
    " minori di",
    between="da a, dai ai, tra e, fra e",
    counted="abitanti, dipendenti, addetti, soci, socie, anni, ore, persone, mq, metri, giorni, mesi, "
    "mese, giorno, lavoratori, "
    "occupati, imprese, cooperative, studenti, posti, km, settimane, unità, punti",
    months="gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, "
    "novembre, dicembre",
    ambiguous_months="",
    closing="scade, scadono, scadenza, scadenze, in scadenza, con scadenza, scadenti, chiude, chiudono, "
    "chiusura, in chiusura, "
    "che scadono, che scade, che chiudono, termine, termini",
    opening="apre, aprono, apertura, in apertura, che aprono, che apre, di prossima apertura, in uscita",
    by="entro, entro il, entro la, entro l, fino al, fino a, fino alla, entro e non oltre, entro e "
    "non oltre il, non oltre il, "
    "entro la fine di, entro fine",
    before="prima di, prima del, prima dell, prima della",
    since="dal, dall, dalla, a partire dal, a partire da, da, non prima di, non prima del",
    after="dopo, dopo il, dopo la, dopo l, oltre il",
    on="a, ad, in, il, l, nel, nel mese di, di, del, al, per, per il, nella, questo, a fine, alla, nei, la",
    within="entro, nei prossimi, entro i prossimi, nelle prossime, entro le prossime, in, nel giro di, "
    "tra, fra, prossimi, prossime",
    spans=SPANS,
    units="""
day: giorni, giorno, gg
week: settimane, settimana
month: mesi, mese
""",
    ordinals="o, º",
    plan_parts="""
mission: missione
component: componente
I: investimento, intervento
R: riforma
""",
    questions="""
closes: scadenza, la scadenza di, quando scade, quando chiude, entro quando, fino a quando, data di
    scadenza, scade
opens: quando apre, apertura, data di apertura, da quando, quando si apre
amount: quanto dà, quanto paga, quanto finanzia, quanto si riceve, quanto si può avere, quanti soldi,
    importo, importo massimo,
    contributo massimo, quanto eroga, quanto
beneficiary: chi può chiedere, chi può fare domanda, chi può partecipare, a chi è rivolto, beneficiari,
    destinatari, chi può,
    per chi è
region: dove vale, in quali regioni, in quale regione
cost: spese ammissibili, quali spese, che cosa finanzia, cosa finanzia
grantor: chi eroga, chi finanzia, chi lo finanzia, ente erogatore
application: come si fa domanda, come fare domanda, dove si fa domanda, come chiedere
budget: dotazione, dotazione finanziaria, budget
""",
)
