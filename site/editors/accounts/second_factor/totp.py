"""Codes that follow from a key and the time: RFC 6238 with SHA-1, six digits and steps of 30 seconds."""

import base64
import hmac
import secrets
import time
from urllib.parse import quote, urlencode

STEP = 30  # seconds
DIGITS = 6
DRIFT = 1  # steps by which a telephone's clock may differ


def new_key() -> str:
    """A random key of 160 bits, in base32 as applications take it."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code_at(key: str, step: int) -> str:
    """The code of a step of time."""
    digest = hmac.digest(base64.b32decode(key), step.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(key: str, code: str, after: int = 0) -> int | None:
    """The step of time, later than ``after``, whose code this is; None for any other code."""
    now = int(time.time()) // STEP
    steps = range(max(now - DRIFT, after + 1), now + DRIFT + 1)
    return next((step for step in steps if hmac.compare_digest(code_at(key, step), code)), None)


def address(key: str, name: str, issuer: str) -> str:
    """What a QR code holds for the application."""
    asked = urlencode({"secret": key, "issuer": issuer, "digits": DIGITS, "period": STEP}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{name}', safe=':')}?{asked}"
