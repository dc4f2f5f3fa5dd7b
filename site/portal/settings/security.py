"""What guards the admin, the visitors and the files: every value with the setting that changes it."""

import os
import stat
from pathlib import Path

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE

from media import storage_address

env = environ.Env()

# What any process writes below DATA_DIR is for the user of the site alone, from its first moment.
os.umask(0o077)
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700


def close_to_others(folder: Path) -> None:
    """Take from others what an older version has left them, if the folder is ours; never such as ``/tmp``.
    One that is still to be made is closed by the umask."""
    if not folder.exists():
        return
    state = folder.stat()
    if state.st_uid == os.geteuid() and not state.st_mode & stat.S_ISVTX:
        folder.chmod(0o700)


# How many proxies of ours stand in front and add to X-Forwarded-For; 0: nobody is believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

# Of one sender: by the minute, messages of the contact form by the hour. 0 is no limit.
LIMITS = {
    "searches": env.int("LIMIT_SEARCHES", default=3000),
    "suggestions": env.int("LIMIT_SUGGESTIONS", default=6000),
    "exports": env.int("LIMIT_EXPORTS", default=600),
    "comparisons": env.int("LIMIT_COMPARISONS", default=3000),  # and eligibility checks
    "mails": env.int("LIMIT_MAILS", default=20),  # that are sent because somebody asks
    "messages": env.int("LIMIT_MESSAGES", default=20),
}
# What may be sent: to the admin by an editor (a file of calls has 64 MiB at the most), or by anybody, and
# elsewhere.
BODIES = {
    "editors": {"bytes": 70 * 1024 * 1024, "fields": 40_000},
    "log-in": {"bytes": 2 * 1024 * 1024, "fields": 5_000},
    "visitors": {"bytes": 1024 * 1024, "fields": 1_000},
}
# Of an address too, which the server ends at 64 kB.
DATA_UPLOAD_MAX_NUMBER_FIELDS = BODIES["editors"]["fields"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # bytes of fields that are no files

# Who is told of a hole, as an address (mailto:security@example.org, or https), and until when that is true.
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")
SECURITY_POLICY = env("SECURITY_POLICY", default="")  # where the organisation says how it deals with reports

# What a browser offers and this site never asks for.
_NEVER_ASKED_FOR = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope magnetometer "
    "microphone midi payment picture-in-picture publickey-credentials-get usb xr-spatial-tracking"
)
PERMISSIONS_POLICY = ", ".join(f"{name}=()" for name in _NEVER_ASKED_FOR.split())

# --- Accounts ---------------------------------------------------------------------------------------------
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "editors.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
LOGIN_ATTEMPTS_PER_ACCOUNT = env.int("LOGIN_ATTEMPTS_PER_ACCOUNT", default=10)
LOGIN_ATTEMPTS_PER_ADDRESS = env.int("LOGIN_ATTEMPTS_PER_ADDRESS", default=60)
LOGIN_LOCK_MINUTES = env.int("LOGIN_LOCK_MINUTES", default=15)
# Of administrators and editors-in-chief; everybody may have one.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
WAGTAILADMIN_USER_LOGIN_FORM = "editors.accounts.logging_in.AdminLogInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "editors.accounts.logging_in.NewPasswordMailForm"
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds; the link in a mail

# --- Sessions and cookies ---------------------------------------------------------------------------------
SESSION_COOKIE_AGE = 12 * 3600  # seconds after the log-in, whatever is done meanwhile
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # until the browser is closed
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # Wagtail's scripts read it

# --- Headers ----------------------------------------------------------------------------------------------
UPLOADS = storage_address.named(env("MEDIA_URL_STORAGE", default=""))
_PICTURES = [SELF, "data:", *([UPLOADS.public] if UPLOADS else [])]
_VIDEOS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
_report_uri = env("CSP_REPORT_URI", default="")
_REPORTS = {"report-uri": _report_uri} if _report_uri else {}

SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    # Documents have a stricter policy of Wagtail's own.
    "EXCLUDE_URL_PREFIXES": ["/documents/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": _PICTURES,
        "frame-src": _VIDEOS,
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        **_REPORTS,
    },
}
# Wagtail's admin has scripts and styles within its pages, and shows pictures that are not yet sent.
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [*_PICTURES, "blob:"],
    "frame-src": [SELF, *_VIDEOS],
    "frame-ancestors": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "object-src": [NONE],
    **_REPORTS,
}
# What the admin would break if it were enforced: told to the browser's console, and to CSP_REPORT_URI.
ADMIN_POLICY_WISHED = {**ADMIN_POLICY, "script-src": [SELF], "style-src": [SELF]}
