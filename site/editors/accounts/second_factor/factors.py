"""Turning a second factor on and off, proving it, and who must have one."""

import base64
import hashlib
import re
import secrets

from django.conf import settings
from django.db import transaction
from wagtail.log_actions import log

from editors.accounts.models import RecoveryCode, SecondFactor
from editors.accounts.roles import APPROVERS

from . import totp

NUMBER_OF_CODES = 10
TURNED_ON, TURNED_OFF = "accounts.second_factor_on", "accounts.second_factor_off"
CODES_MADE, CODE_USED = "accounts.recovery_codes_made", "accounts.recovery_code_used"


def is_required(user) -> bool:
    """Whether the site wants a second factor of ``user``: of those who approve, and of superusers."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return user.is_superuser or user.groups.filter(name__in=[role.name for role in APPROVERS]).exists()


@transaction.atomic
def turn_on(user, key: str, step: int) -> list[str]:
    """Keep ``key``, of which the code of ``step`` was shown; the recovery codes. Sessions that are open
    elsewhere must prove it."""
    SecondFactor.objects.update_or_create(user=user, defaults={"key": key, "last_step": step})
    user.second_factor = secrets.token_hex(16)
    user.save(update_fields=["second_factor"])
    log(user, TURNED_ON)
    return _new_codes(user)


@transaction.atomic
def turn_off(user) -> None:
    SecondFactor.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    user.second_factor = ""
    user.save(update_fields=["second_factor"])
    log(user, TURNED_OFF)


@transaction.atomic
def new_codes(user) -> list[str]:
    """Recovery codes in place of those before."""
    log(user, CODES_MADE)
    return _new_codes(user)


def _new_codes(user) -> list[str]:
    RecoveryCode.objects.filter(user=user).delete()
    codes = [_random_code() for _number in range(NUMBER_OF_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(code)) for code in codes)
    return codes


def _random_code() -> str:
    """80 bits, as "abcd-efgh-ijkl-mnop": too many for a digest to be searched through."""
    text = base64.b32encode(secrets.token_bytes(10)).decode().lower()
    return "-".join(text[place : place + 4] for place in range(0, 16, 4))


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def proves(user, typed: str) -> bool:
    """Whether ``typed`` is the present code, or a recovery code. Either is good once."""
    plain = re.sub(r"[\s\-]", "", typed).lower()
    if plain.isascii() and plain.isdigit() and len(plain) == totp.DIGITS:
        return _takes_code(user, plain)
    code = "-".join(plain[place : place + 4] for place in range(0, 16, 4))
    used = RecoveryCode.objects.filter(user=user, digest=_digest(code)).delete()[0] == 1
    if used:
        log(user, CODE_USED, user=user)
    return used


def _takes_code(user, code: str) -> bool:
    factor = SecondFactor.objects.filter(user=user).first()
    if factor is None or (step := totp.step_of(factor.key, code, factor.last_step)) is None:
        return False
    # One statement decides: of two who show the same code at once, one is let in.
    return SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step).update(last_step=step) == 1
