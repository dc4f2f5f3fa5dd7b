"""Starts the process that reads, and ends it if it takes too long."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from . import MAX_BYTES, WALL_SECONDS, Reason, Refused, Text

COMMAND = ("-I", "-m", "media.extraction")
# The process learns nothing else of this one's environment: no keys, no addresses of databases.
INHERITED = ("PATH", "LD_LIBRARY_PATH")


def extract(path: Path, kind: str) -> Text:
    """The text of a file of one of ``KINDS``. Raises ``Refused`` with the reason."""
    if path.stat().st_size > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE)
    command = [sys.executable, *COMMAND, str(path), kind]
    environment = {name: os.environ[name] for name in INHERITED if name in os.environ}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(Reason.TOO_SLOW) from error
    if done.returncode:
        slow = done.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
        raise Refused(Reason.TOO_SLOW if slow else Reason.BROKEN, f"ended with {done.returncode}")
    result = json.loads(done.stdout)
    if "refused" in result:
        raise Refused(Reason(result["refused"]), result["detail"])
    return Text(**result)
