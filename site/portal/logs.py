"""Lines of the log: each with the id of the request in which it was written, as text or as JSON."""

import json
import logging
from datetime import UTC, datetime

from django.db import InterfaceError, OperationalError

from .request_ids import current_id

OUTSIDE = "-"  # of any request


class RequestId(logging.Filter):
    """Of a handler: ``record.request_id`` can be told. What a database that is away has caused is told in one
    line: its traceback says nothing about the code."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current_id() or OUTSIDE
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, OperationalError | InterfaceError):
            record.msg, record.args = f"{record.getMessage()}: {one_line(error)}", ()
            record.exc_info = record.exc_text = None
        return True


class JsonLines(logging.Formatter):
    """One object a line: time (UTC), level, logger, request, message, and a traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(record, "request_id", OUTSIDE),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
