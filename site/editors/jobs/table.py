"""The jobs that the clock asks for: what ``manage.py run_due`` runs, and how often."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Job:
    """A command of ``manage.py`` with its arguments, every so often, or once a day ``at`` an hour in Rome.

    It is ended when it takes longer than ``limit``; until then no other machine begins it.
    """

    command: str
    limit: timedelta
    every: timedelta = DAY
    at: time | None = None

    def next_due(self, now: datetime) -> datetime:
        """The moment (aware) at which it is due again, once it has begun at ``now``."""
        if self.at is None:
            return now + self.every
        today = datetime.combine(now.astimezone(ROME).date(), self.at, ROME)
        return today if today > now else datetime.combine(today.date() + DAY, self.at, ROME)


JOBS = (
    Job("publish_scheduled", every=timedelta(minutes=1), limit=timedelta(minutes=10)),
    Job("sync_search", every=timedelta(minutes=5), limit=timedelta(minutes=30)),
    Job("prune_messages", at=time(2), limit=timedelta(minutes=30)),
    Job("prune_search_counts", at=time(2, 10), limit=timedelta(minutes=30)),
    Job("prune_db_task_results --backend background", at=time(2, 20), limit=timedelta(minutes=30)),
    Job("clearsessions", at=time(2, 30), limit=timedelta(minutes=30)),
    Job("prune_imports", at=time(2, 35), limit=timedelta(minutes=30)),
    Job("prune_attempts", at=time(2, 40), limit=timedelta(minutes=30)),
    Job("check_links", at=time(3), limit=timedelta(hours=6)),
)
