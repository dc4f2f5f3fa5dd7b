"""Invented calls in the format of incentivi.gov.it, for benchmarks: seeded, so that two runs are alike."""

import csv
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from cms.vocabularies import AID_FORMS, BENEFICIARIES, COSTS, PURPOSES, REGIONS, SECTORS, SIZES
from funding.imports.readers.incentivi import COLUMNS

LISTS = {
    "Obiettivo_Finalita": PURPOSES,
    "Dimensioni": SIZES,
    "Tipologia_Soggetto": BENEFICIARIES,
    "Forma_agevolazione": AID_FORMS,
    "Costi_Ammessi": COSTS,
    "Settore_Attivita": SECTORS,
    "Regioni": REGIONS,
}
WORDS = ("contributi", "cooperative", "innovazione", "cultura", "territorio", "energia", "turismo", "ricerca")
BODIES = ("Regione", "Camera di Commercio", "Fondazione", "Comune di", "Agenzia")


def calls(count: int, seed: int = 1) -> Iterator[dict]:
    """Records as the JSON has them; an empty field is left out."""
    dice = random.Random(seed)
    for number in range(1, count + 1):
        opens = date(2024, 1, 1) + timedelta(days=dice.randrange(900))
        least = dice.randrange(0, 20) * 1000
        record = {
            "ID_Incentivo": str(number),
            "Titolo": f"Bando {number} - {_words(dice, 9)}",
            "Descrizione": f"Cos'è {_text(dice)} A chi si rivolge {_text(dice)} Cosa prevede {_text(dice)}",
            "Data_apertura": f"{opens}T00:00:00",
            "Note_di_apertura_chiusura": _words(dice, 12),
            "Spesa_Ammessa_min": str(least),
            "Spesa_Ammessa_max": str(least + dice.randrange(1, 500) * 1000),
            "Agevolazione_Concedibile_max": f"{dice.randrange(1000, 900000)}.50",
            "Codici_ATECO": "; ".join(f"{dice.randrange(10, 99)}.{dice.randrange(10, 99)}" for _ in range(9)),
            "Soggetto_Concedente": f"{dice.choice(BODIES)} {dice.randrange(120)}",
            "Base_normativa_primaria": f"Legge {_words(dice, 20)}",
            "Provvedimento_attuativo": f"Determina {number}",
            "Stanziamento_incentivo": f"{dice.randrange(10, 9000)}000,00",
            "Link_istituzionale": f"https://example.org/bandi/{number}",
            "Data_ultimo_aggiornamento": f"{opens}T10:00:00Z",
        }
        if dice.random() < 0.8:
            record["Data_chiusura"] = f"{opens + timedelta(days=dice.randrange(20, 400))}T00:00:00"
        for name, vocabulary in LISTS.items():
            names = list(dict.fromkeys(term.source_names[0] for term in vocabulary))
            record[name] = dice.sample(names, dice.randrange(1, min(6, len(names))))
        yield record


def write_json(path: Path, count: int, seed: int = 1) -> Path:
    path.write_text(json.dumps(list(calls(count, seed)), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_csv(path: Path, count: int, seed: int = 1) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for record in calls(count, seed):
            writer.writerow({name: _cell(value) for name, value in record.items()})
    return path


def _cell(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ",".join(item.replace(",", "\\,") for item in value)


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))


def _text(dice: random.Random) -> str:
    return " ".join(f"{_words(dice, 14).capitalize()}." for _ in range(5))
