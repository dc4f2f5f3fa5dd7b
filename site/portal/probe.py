"""``python -m portal.probe``: ends with 0 if the web server of this machine is ready, for containers."""

import sys
import urllib.error
import urllib.request

from portal.server import address

SECONDS = 8


def main() -> None:
    host, port = address()
    host = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    try:
        urllib.request.urlopen(f"http://{host}:{port}/health/ready", timeout=SECONDS)
    except (urllib.error.URLError, OSError) as reason:
        sys.exit(f"Not ready: {reason}")


if __name__ == "__main__":
    main()
