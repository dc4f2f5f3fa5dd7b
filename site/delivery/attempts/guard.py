"""What stands before each secret: ``begin`` refuses, or counts an attempt until it has ``succeeded``."""

import logging
import math
import unicodedata
from datetime import timedelta

from django.http import HttpRequest
from django.utils.translation import ngettext

from delivery.client_address import sender

from .models import forget, take, take_back
from .rules import ACCOUNT, ADDRESS, Rule, rule

logger = logging.getLogger(__name__)


class TooManyAttemptsError(Exception):
    """Not now: ``wait`` says for how long."""

    def __init__(self, wait: timedelta):
        super().__init__("Too many attempts.")
        self.wait = wait

    @property
    def seconds(self) -> int:
        """For ``Retry-After``."""
        return max(1, math.ceil(self.wait.total_seconds()))

    @property
    def message(self) -> str:
        """In words, the same whether there is such an account or not."""
        if self.seconds <= 90:
            return ngettext(
                "Too many wrong attempts. Please wait %(number)d second, then try again.",
                "Too many wrong attempts. Please wait %(number)d seconds, then try again.",
                self.seconds,
            ) % {"number": self.seconds}
        minutes = math.ceil(self.seconds / 60)
        return ngettext(
            "Too many wrong attempts: this is locked for %(number)d minute. "
            "An administrator can unlock it earlier.",
            "Too many wrong attempts: this is locked for %(number)d minutes. "
            "An administrator can unlock it earlier.",
            minutes,
        ) % {"number": minutes}


class Attempt:
    """One that may be looked at. It counts as wrong until ``succeeded`` is called."""

    def __init__(self, taken: list[tuple[Rule, str]]):
        self._taken = taken

    def succeeded(self) -> None:
        """An account begins anew. An address does not: who has an account could else try others for ever."""
        for each, subject in self._taken:
            (take_back if each.kind == ADDRESS else forget)(each, subject)


def name_of(account: str) -> str:
    """How an account is counted, however its name is typed."""
    return unicodedata.normalize("NFKC", account).casefold().strip()


def begin(request: HttpRequest | None, account: str, kind: str = ACCOUNT) -> Attempt:
    """Count an attempt for an account, or whatever else ``account`` names, and for the sender's address.

    Without a request only for the account. Raises ``TooManyAttemptsError``, without a word of which of the
    two it is.
    """
    subjects = [(rule(kind), name_of(account), "")]
    if request is not None:
        address = sender(request)
        subjects.insert(0, (rule(ADDRESS), address, address))
    taken = []
    for each, subject, shown in subjects:
        wait = take(each, subject, shown)
        if wait > timedelta(0):
            logger.warning("An attempt was refused: too many wrong ones (%s).", each.kind)
            raise TooManyAttemptsError(wait)
        taken.append((each, subject))
    return Attempt(taken)
