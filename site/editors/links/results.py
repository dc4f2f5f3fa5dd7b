"""What one check says, and when a link counts as broken; pure."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from cms.constants import ROME

GONE = (404, 410)
# Not a word about the page: these answer a browser, or another time.
NO_ANSWER = (401, 403, 405, 407, 423, 429, 451, 999)

TIMEOUT, UNKNOWN_HOST, UNREACHABLE, CERTIFICATE = "timeout", "unknown-host", "unreachable", "certificate"
PRIVATE, LOOP, NONSENSE, ROBOTS = "private", "loop", "nonsense", "robots"
PROBLEMS = {
    TIMEOUT: _("no answer in time"),
    UNKNOWN_HOST: _("the server’s name is not known"),
    UNREACHABLE: _("the server cannot be reached"),
    CERTIFICATE: _("the server’s certificate is not valid"),
    PRIVATE: _("not an address of the public internet"),
    LOOP: _("sent on too many times"),
    NONSENSE: _("the answer makes no sense"),
    ROBOTS: _("the site asks robots not to look"),
}


@dataclass(frozen=True)
class LinkCheck:
    """The status of the last answer, or the problem that kept it away; redirects followed on the way."""

    status: int | None = None
    problem: str = ""
    redirects: int = 0

    @property
    def failed(self) -> bool:
        if self.problem:
            return self.problem != ROBOTS
        return self.status is None or (self.status >= 400 and self.status not in NO_ANSWER)

    @property
    def conclusive(self) -> bool:
        """Whether it says anything about the page, be it good or bad."""
        return self.problem != ROBOTS and self.status not in NO_ANSWER


def failing_since(before: datetime | None, outcome: LinkCheck, now: datetime) -> datetime | None:
    """The first of the failures that have not ended; an answer that says nothing changes nothing."""
    if not outcome.conclusive:
        return before
    return (before or now) if outcome.failed else None


def is_broken(since: datetime | None, outcome: LinkCheck, now: datetime) -> bool:
    """Broken is what is clearly gone, or has failed on two days (Europe/Rome)."""
    if since is None or not outcome.failed:
        return False
    return outcome.status in GONE or since.astimezone(ROME).date() < now.astimezone(ROME).date()


def reason(status: int | None, problem: str) -> str:
    """Why it is broken, in words."""
    if problem:
        return str(PROBLEMS.get(problem, problem))
    if status in GONE:
        return _("the page is gone (%(status)s)") % {"status": status}
    return _("the server answers with an error (%(status)s)") % {"status": status}
