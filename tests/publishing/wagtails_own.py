"""Wagtail without us: its own part of the work on the same page, to compare with."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from unittest import mock

from django.db.models import signals as of_models
from django.dispatch import Signal
from wagtail import hooks
from wagtail import signals as of_wagtail

OURS = tuple(
    f"{package}."
    for package in (
        *("cms", "delivery", "demo", "editors", "media", "open_data", "portal", "translation"),
        *("home", "news", "funding", "stories", "search"),
    )
)


@contextmanager
def wagtails_own() -> Iterator[None]:
    """Nothing of ours listens, is hooked in, logs or looks at what is saved."""
    with ExitStack() as stack:
        for signal in _signals():
            stack.enter_context(_only_theirs(signal))
        stack.enter_context(_hooks_of_theirs())
        stack.enter_context(mock.patch("funding.models.parts.changes.log_changes", _noting_nothing))
        yield


def _signals() -> list[Signal]:
    known = [*vars(of_models).values(), *vars(of_wagtail).values()]
    return [signal for signal in known if isinstance(signal, Signal)]


@contextmanager
def _only_theirs(signal: Signal) -> Iterator[None]:
    before = signal.receivers
    signal.receivers = [one for one in before if not _is_ours(_function(one))]
    signal.sender_receivers_cache.clear()
    try:
        yield
    finally:
        signal.receivers = before
        signal.sender_receivers_cache.clear()


def _function(receiver: tuple):
    reference = receiver[1]
    return reference() if hasattr(reference, "__callback__") else reference


@contextmanager
def _hooks_of_theirs() -> Iterator[None]:
    hooks.search_for_hooks()
    theirs = {name: [one for one in found if not _is_ours(one[0])] for name, found in hooks._hooks.items()}
    with mock.patch.object(hooks, "_hooks", theirs):
        yield


def _is_ours(function) -> bool:
    return getattr(function, "__module__", "").startswith(OURS)


def _noting_nothing(sheet, update_fields, row):
    return nullcontext()
