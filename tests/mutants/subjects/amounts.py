"""Faults of amounts as they are written, checked and compared."""

from ..fault import listed

FAULTS = [
    *listed(
        "search/amounts.py",
        "search/test_amounts.py cms/test_written_numbers.py",
        ("if grouped and grouped[2] != grouped[3]:", "if grouped:"),
        ("value > MAX_AMOUNT", "value >= MAX_AMOUNT"),
        ("(_HALF if half else 0)", "0"),
        ('"mila": 1_000,', '"mila": 100,'),
        ('text.replace(",", ".")', 'text.replace(",", "")'),
    ),
    *listed(
        "funding/models/validation.py",
        "funding/test_rules.py",
        ("minimum > maximum:", "minimum >= maximum:"),
        ("value < 0:", "value <= 0:"),
        ("value > 100:", "value >= 100:"),
        ("closes <= opens:", "closes < opens:"),
        ("sheet.budget_left > sheet.budget:", "sheet.budget_left >= sheet.budget:"),
        ("sheet.announced_on > sheet.opens_on:", "sheet.announced_on >= sheet.opens_on:"),
        ("sheet.results_published_on < sheet.opens_on:", "sheet.results_published_on <= sheet.opens_on:"),
        ("day < (opens.replace(day=1)", "day <= (opens.replace(day=1)"),
        ("day < sheet.announced_on:", "day <= sheet.announced_on:"),
    ),
]
