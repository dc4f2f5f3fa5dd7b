"""Amounts and shares as they are read: by the rules of each language, without cents where there are none.

No Django here.
"""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, format_decimal


def euro(amount: Decimal, language: str) -> str:
    """``250.000 €`` in Italian, ``€250,000`` in English."""
    locale = _locale(language)
    digits = 0 if amount == amount.to_integral_value() else 2
    pattern = locale.currency_formats["standard"]
    return format_currency(
        amount, "EUR", format=_with_digits(pattern.pattern, digits), locale=locale, currency_digits=False
    )


def percent(share: Decimal, language: str) -> str:
    """``80%``, ``12,5%``: the share is in hundredths already."""
    return f"{format_decimal(share, format='#,##0.##', locale=_locale(language))}%"


def _with_digits(pattern: str, digits: int) -> str:
    return pattern.replace("0.00", "0" if digits == 0 else "0.00")


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
