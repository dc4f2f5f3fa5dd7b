"""How amounts, days and hours read in the visitor's language."""

from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, get_decimal_symbol
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# English is written for readers in Europe: 12 December 2026, not December 12.
REGIONAL = {"en": "en_GB"}


def locale() -> Locale:
    """The active language as Babel knows it; Italian where it does not."""
    code = get_language() or "it"
    try:
        return Locale.parse(REGIONAL.get(code, code), sep="-" if "-" in code else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("it")


def number(value: Decimal | int | float) -> str:
    """A number with the language's grouping and at most two decimals: 1.250 or 2,5."""
    return format_decimal(value, format="#,##0.##", locale=locale())


def plain_number(value: Decimal) -> str:
    """A number with the language's grouping and all its decimals, as far as they are not noughts."""
    return format_decimal(value, format="#,##0.###", locale=locale())


def decimal_sign() -> str:
    """What stands before the decimals: a comma in Italian and French, a dot in English."""
    return get_decimal_symbol(locale())


def exact_number(value: Decimal) -> str:
    """An amount without its sign, or one to be corrected: 1.250, or 1.250,50 with both decimals."""
    return format_decimal(value, format="#,##0.00" if value % 1 else "#,##0", locale=locale())


def euro(value: Decimal | int | float) -> str:
    """An amount in euro; cents only where there are any."""
    whole = value == int(value)
    return format_currency(
        value, "EUR", locale=locale(), currency_digits=False, format=_currency_pattern(whole)
    )


def euro_sign_before() -> str:
    """The sign of the euro where it stands before the number, as in English; else empty."""
    return "€" if locale().currency_formats["standard"].pattern.startswith("¤#") else ""


def _currency_pattern(whole: bool) -> str:
    pattern = locale().currency_formats["standard"].pattern.split(";")[0]
    return pattern.replace("0.00", "0") if whole else pattern


def euro_range(minimum: Decimal | None, maximum: Decimal | None) -> str:
    """The range of two amounts, as far as they are known; empty when neither is. A minimum of 0 is none."""
    if maximum is None:
        return _("from %(amount)s") % {"amount": euro(minimum)} if minimum else ""
    if minimum is not None and minimum == maximum:
        return euro(maximum)
    if minimum:
        return _("from €%(least)s to €%(most)s") % {
            "least": exact_number(minimum),
            "most": exact_number(maximum),
        }
    return _("up to %(amount)s") % {"amount": euro(maximum)}


def long_date(day: date) -> str:
    """12 December 2026."""
    return format_date(_local(day), "d MMMM y", locale=locale())


def full_date(day: date) -> str:
    """Saturday 12 December 2026: no Italian preposition before it depends on the number, as "dall’8" does."""
    return format_date(_local(day), "EEEE d MMMM y", locale=locale())


def short_date(day: date) -> str:
    """12 Dec 2026."""
    return format_date(_local(day), "d MMM y", locale=locale())


def month(day: date) -> str:
    """December 2026."""
    return format_date(_local(day), "LLLL y", locale=locale())


def hour(moment: time | datetime) -> str:
    """12:00."""
    return format_time(moment, "HH:mm", locale=locale())


def day_number(day: date) -> str:
    """12, for the large figure at a row's side."""
    return str(_local(day).day)


def day_month(day: date, with_year: bool | None = None) -> str:
    """Dec; the year follows where it is not this year, unless ``with_year`` decides."""
    day = _local(day)
    if with_year is None:
        with_year = day.year != timezone.localdate().year
    return format_date(day, "LLL y" if with_year else "LLL", locale=locale())


def _local(day: date) -> date:
    return timezone.localtime(day).date() if isinstance(day, datetime) and timezone.is_aware(day) else day


def language_in_sentence(language) -> str:
    """The name of a Wagtail locale as it stands within a sentence: "italiano", but "Italian"."""
    name = Locale.parse(language.language_code, sep="-").get_display_name(locale())
    return name or str(language.get_display_name())
