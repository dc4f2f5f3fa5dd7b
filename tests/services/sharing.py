"""One of several web processes, told line by line what to do; says how often Django was asked for the page.

python -m tests.services.sharing
"""

import sys

import django  # noqa: F401

from cms import cache_version
from portal.wsgi import application


def main() -> None:
    pages = application.application
    asked, inner = [], pages.application
    pages.application = lambda *arguments: asked.append(1) or inner(*arguments)
    for line in sys.stdin:
        if line.strip() == "publish":
            cache_version.bump()
        else:
            _get(line.strip())
        print(len(asked), flush=True)


def _get(path: str) -> None:
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "HTTP_HOST": "127.0.0.1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": sys.stdin.buffer,
        "wsgi.errors": sys.stderr,
    }
    statuses = []
    b"".join(application(environ, lambda status, headers, exc_info=None: statuses.append(status)))
    if not statuses[0].startswith("200"):
        raise SystemExit(f"{path} answers {statuses[0]}")


if __name__ == "__main__":
    main()
