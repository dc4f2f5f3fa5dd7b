"""``python -m portal.serve``: bring everything up to date, say where it is, and serve it.

Each step looks first whether there is anything to do, so that the second start takes seconds. With
``--reload`` the development server answers instead, with auto-reload and the debug page.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import django
import waitress
from django.conf import settings
from django.core.management import CommandError, call_command, execute_from_command_line

from portal import fonts
from search.language import word_list

ADDRESS = os.environ.get("HOST", "127.0.0.1")
THREADS = 4
# Bytes. Room for a filter with ten thousand values, which the finder cuts with a notice.
MAX_HEADERS_LENGTH = 512 * 1024
# Bytes of an answer that wait for a slow visitor: more than any page has, and little of a file of all calls.
MAX_UNSENT = 1024 * 1024


def main(arguments: list[str]) -> None:
    """Prepare, then serve until Ctrl-C or a SIGTERM."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    reload = "--reload" in arguments
    # The development server starts itself a second time; the first has prepared everything.
    if not os.environ.get("RUN_MAIN"):
        _prepare(reload)
    port = int(os.environ.get("PORT", "8000"))
    beside = [] if os.environ.get("RUN_MAIN") else [_start_worker(), _start("run_due", "--loop")]
    try:
        if reload:
            sys.argv = ["manage.py", "runserver", f"{ADDRESS}:{port}"]
            execute_from_command_line(sys.argv)
        else:
            _serve(port)
    finally:
        _end(beside)


def _prepare(reload: bool) -> None:
    began = time.monotonic()
    _step("Fonts")
    fonts.make(fonts.default_folder())
    _step("Lists of words")
    word_list.make(word_list.default_folder())
    django.setup()
    _step("Database")
    call_command("migrate", verbosity=0, interactive=False)
    if not reload:
        _collect_static()
    if "demo" in settings.INSTALLED_APPS:
        _step("Demonstration content")
        call_command("load_demo")
    call_command("open_site")
    call_command("setup_roles")
    _step("Search index")
    _bring_search_up_to_date()
    call_command("extract_attachments", verbosity=0)
    print(f"Ready after {time.monotonic() - began:.0f} s.")


def _bring_search_up_to_date() -> None:
    """The site is served without its search as well, and says so."""
    try:
        call_command("rebuild_search", if_needed=True)
    except CommandError as reason:
        print(reason, file=sys.stderr)


def _collect_static() -> None:
    """Only when a source is newer than what was collected last."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    folders = (settings.ROOT / "site" / "static", settings.DATA_DIR / "fonts")
    sources = [path for folder in folders for path in folder.rglob("*")]
    newest = max(path.stat().st_mtime for path in [*sources, settings.ROOT / "requirements.txt"])
    if manifest.exists() and manifest.stat().st_mtime >= newest:
        return
    _step("Static files")
    call_command("collectstatic", verbosity=0, interactive=False)
    os.utime(manifest)


def _serve(port: int) -> None:
    from portal.wsgi import application  # it starts Django, which must be prepared first

    _announce(port)
    # A SIGTERM ends it as Ctrl-C does: what is being answered is answered to its end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    waitress.serve(
        application,
        host=ADDRESS,
        port=port,
        threads=THREADS,
        max_request_header_size=MAX_HEADERS_LENGTH,
        outbuf_high_watermark=MAX_UNSENT,
        clear_untrusted_proxy_headers=False,
        ident=None,
    )


def _start_worker() -> subprocess.Popen:
    """A process of its own for what takes long, such as an import from the admin."""
    options = ("--backend", "background", "--interval", "2", "--no-reload", "--verbosity", "0")
    return _start("db_worker", *options)


def _start(*command: str) -> subprocess.Popen:
    """A command of ``manage.py`` in a process of its own, which ends with this one."""
    return subprocess.Popen([sys.executable, str(settings.ROOT / "manage.py"), *command])


def _end(processes: list[subprocess.Popen]) -> None:
    """Ctrl-C reaches them as well, and a second signal would break off the task at hand."""
    end = time.monotonic() + 3
    for process in processes:
        try:
            process.wait(timeout=max(0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.terminate()


def _announce(port: int) -> None:
    base = f"http://{ADDRESS}:{port}"
    print(f"\nThe site:      {base}/\nFor editors:   {base}/admin/")
    login = settings.DATA_DIR / "demo-login.txt"
    if login.exists():
        print(f"Demo editor:   {login.read_text().strip()}  (kept in {login})")
    print("Ctrl-C ends it.\n", flush=True)


def _step(name: str) -> None:
    print(f"· {name}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
