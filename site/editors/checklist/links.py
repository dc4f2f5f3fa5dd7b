"""Texts of links that say nothing about where they lead. No Django."""

import re

VAGUE = {
    "it": {
        *("qui", "clicca qui", "cliccare qui", "clicca", "cliccando qui", "a questo link", "questo link"),
        *("al seguente link", "link", "il link", "leggi", "leggi qui", "leggi tutto", "leggi di più"),
        *("continua", "continua a leggere", "scopri", "scopri di più", "vai", "vai al sito", "sito"),
        *("altro", "pagina", "questa pagina", "dettagli", "maggiori informazioni", "ulteriori informazioni"),
        *("approfondisci", "scarica", "scarica qui", "download", "vedi", "vedi qui", "info", "documento"),
    },
    "en": {
        *("here", "click here", "click", "this link", "link", "the link", "read", "read more", "more"),
        *("learn more", "find out more", "see more", "see here", "continue", "continue reading", "go"),
        *("website", "page", "this page", "details", "more information", "more info", "info", "download"),
        *("download here", "document", "this"),
    },
    "fr": {
        *("ici", "cliquez ici", "cliquer ici", "ce lien", "lien", "lire", "lire plus", "lire la suite"),
        *("en savoir plus", "voir", "voir plus", "plus", "suite", "page", "cette page", "site", "détails"),
        *("plus d’informations", "télécharger", "télécharger ici", "document"),
    },
}

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def is_vague(text: str, language: str) -> bool:
    """Whether a link reads like "click here": nobody who hears only the links knows where it leads."""
    plain = _EDGES.sub("", " ".join(text.split())).casefold().replace("'", "’")
    return plain in VAGUE.get(language, ())


def is_address(text: str) -> bool:
    """Whether a link's text is a bare address, which a screen reader spells out."""
    return bool(_ADDRESS.fullmatch(text.strip()))
