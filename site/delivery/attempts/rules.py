"""How many wrong secrets are too many, for an account, an address and a private page."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings


@dataclass(frozen=True)
class Rule:
    """After ``free`` wrong ones each further one waits twice as long as the one before, ``max_pause`` at the
    most; ``limit`` of them lock for ``lock``. After ``memory`` without any, all are forgotten."""

    kind: str
    free: int
    limit: int
    max_pause: timedelta
    lock: timedelta
    memory: timedelta = timedelta(hours=1)

    def pause(self, failures: int) -> timedelta:
        """How long to wait after so many wrong ones."""
        if failures < self.free:
            return timedelta(0)
        # The exponent is bounded: a number of days would not fit a timedelta.
        return min(timedelta(seconds=2 ** min(failures - self.free, 20)), self.max_pause)


ACCOUNT, ADDRESS, CODE, PRIVATE, MAIL = "account", "address", "code", "private", "mail"


def rule(kind: str) -> Rule:
    """The rule of a kind, by the settings."""
    lock = timedelta(minutes=settings.LOGIN_LOCK_MINUTES)
    minute = timedelta(minutes=1)
    match kind:
        case "address":  # many people share one: an office, a school
            limit = settings.LOGIN_ATTEMPTS_PER_ADDRESS
            return Rule(kind, free=limit // 2, limit=limit, max_pause=timedelta(seconds=4), lock=lock)
        case "private":  # the password of a page or a document, from one address
            return Rule(kind, free=5, limit=20, max_pause=minute, lock=lock)
        case "mail":  # mails with a link for a new password, to one address
            return Rule(kind, free=5, limit=5, max_pause=minute, lock=timedelta(hours=1))
        case _:  # the password of an account, or its code of the second factor
            limit = settings.LOGIN_ATTEMPTS_PER_ACCOUNT
            return Rule(kind, free=min(3, limit), limit=limit, max_pause=minute, lock=lock)
