"""What never gets into a log or a report of an error: links that open something, and what visitors send."""

import logging
import re

# Django's one-time tokens, and values that it has signed.
_TOKEN = re.compile(r"\b[0-9a-z]{5,9}-[0-9a-f]{32,64}\b|[\w\-.]+:[\w\-]{5,8}:[\w\-]{27,86}\b")
# The account in a link for a new password; what a query calls a secret.
_ACCOUNT = re.compile(r"(/password_reset/confirm/)[^/\s\"']+")
_NAMES = "token|key|code|password|secret|signature|sig|email|next"
_QUERY = re.compile(rf"([?&](?:{_NAMES})=)[^&\s\"']+", re.IGNORECASE)
HIDDEN = "…"


def hide_secrets(text: str) -> str:
    """``text``, such as an address or a line of a log, without what opens something."""
    text = _TOKEN.sub(HIDDEN, text)
    text = _ACCOUNT.sub(rf"\1{HIDDEN}", text)
    return _QUERY.sub(rf"\1{HIDDEN}", text)


class HideSecrets(logging.Filter):
    """Of a handler: each line goes through ``hide_secrets``."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = hide_secrets(record.getMessage()), ()
        return True


def sentry_options() -> dict:
    """For ``sentry_sdk.init``: errors only, without who the visitor was and what was sent."""
    return {
        "send_default_pii": False,
        "max_request_body_size": "never",
        "include_local_variables": False,
        "max_breadcrumbs": 0,  # they hold lines of the log and questions to the database
        "traces_sample_rate": 0,
        "before_send": without_visitor,
    }


def without_visitor(event: dict, hint: dict) -> dict:
    """An event of Sentry's with method and path of the request, and nothing else of it."""
    request = event.pop("request", None) or {}
    address = hide_secrets(request.get("url", "").partition("?")[0])
    event["request"] = {"method": request.get("method", ""), "url": address}
    for name in ("user", "breadcrumbs"):
        event.pop(name, None)
    for message in (event.get("logentry") or {}, *(event.get("exception") or {}).get("values", ())):
        for name in ("message", "formatted", "value"):
            if isinstance(message.get(name), str):
                message[name] = _without_address(hide_secrets(message[name]))
        message.pop("params", None)
    return event


def _without_address(text: str) -> str:
    """An error of a mail server names whom it has refused."""
    return re.sub(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", HIDDEN, text)
