"""What holds everywhere. What differs by machine comes from the environment; nothing is required."""

import zoneinfo
from urllib.parse import urlsplit

import environ
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from cms.constants import ROME
from portal import environment
from portal.environment import ROOT

from .security import *  # noqa: F403
from .security import UPLOADS, close_to_others

env = environ.Env()

# What changes while the site runs, and what is built from the code of this release.
DATA_DIR, BUILD_DIR = environment.data_dir(), environment.build_dir()
close_to_others(DATA_DIR)

environment.read_secret_files()
DEBUG = environment.flag("DEBUG", False)
BASE_URL = environment.web_address("BASE_URL", f"http://127.0.0.1:{env('PORT', default='8000')}")

# --- Applications, from the top floor to the ground -------------------------------------------------------
INSTALLED_APPS = [
    "home",
    "news",
    "funding",
    "stories",
    "search",
    "editors.backups",
    "editors.jobs",
    "editors.links",
    "editors.dashboard",
    "cms",
    "editors",
    "delivery",
    "media",
    "editors.accounts",
    "translation",
    "delivery.redirects",
    "delivery.attempts",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "editors.accounts.people.PeopleConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v2",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "csp",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",  # for its Italian: the admin says how long ago something was
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.health.answer_first",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "delivery.middleware.modern_headers",
    "delivery.middleware.cache_headers",
    "csp.middleware.CSPMiddleware",
    "delivery.routing.prime_site",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "delivery.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "editors.accounts.sessions.people",
    "delivery.bodies.bodies",
    "delivery.middleware.admin_policy",
    "delivery.middleware.editors_language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "editors.unsaved_input.keep_what_was_typed",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "delivery.redirects.middleware.redirects",
]

# A line of the log for each request, by its path; and lines as text, or as JSON for whoever gathers them.
ACCESS_LOG = environment.flag("ACCESS_LOG", False)
LOG_FORMAT = environment.choice("LOG_FORMAT", "text", ("text", "json"))

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["cms.templatetags.page_tags", "media.templatetags.pictures"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "delivery.page_context.page_context",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------------------------------------
DATABASES = {
    "default": environment.parsed(
        "DATABASE_URL",
        lambda: env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}"),
        "ENGINE",
        ("postgresql", "sqlite3"),
        "postgres://user:password@host:5432/name, or sqlite:////folder/db.sqlite3",
    )
}
_is_server = DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3"
DATABASES["default"]["PASSWORD"] = environment.password(
    "DATABASE_PASSWORD", "DATABASE_URL", _is_server, DATABASES["default"].get("PASSWORD") or ""
)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
    }
    # Seconds. To open the file anew for each request takes a tenth of what a page takes.
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)

if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # Connections are kept, and tried before they are used again: the database may have been restarted.
    DATABASES["default"] = {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **DATABASES["default"],
    }
    # Seconds for an address at which nobody answers.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)

CACHE_URL = env("CACHE_URL", default="")
CACHES = {
    "default": environment.parsed(
        "CACHE_URL",
        lambda: env.cache("CACHE_URL", default="locmemcache://"),
        "BACKEND",
        ("RedisCache", "LocMemCache"),
        "redis://:password@host:6379/0",
    ),
    # Where a shared one is away, what must be counted is counted here.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"},
}
_is_server = CACHES["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
_cache_password = environment.password(
    "CACHE_PASSWORD", "CACHE_URL", _is_server, (_is_server and urlsplit(CACHE_URL).password) or ""
)
if _is_server:
    _options = {"password": _cache_password} if _cache_password else {}
    CACHES["default"] |= {"BACKEND": "delivery.shared_cache.SharedCache", "OPTIONS": _options}
    # Finished pages; nothing in there is ever run (no pickle).
    _options = _options | {"serializer": "delivery.page_store.PageSerializer"}
    CACHES["pages"] = CACHES["default"] | {"KEY_PREFIX": "page", "OPTIONS": _options}
# How often each process looks in the database whether something public has changed.
CACHE_VERSION_SECONDS = 2
# How long a cache in front shows a page that it has: at any time, and then only while the site does not
# answer. With the seconds above 30 in all: what is withdrawn is shown for no longer (decision 0022).
FRONT_CACHE_FRESH_SECONDS, FRONT_CACHE_GRACE_SECONDS = 10, 18
# Of finished pages that each process keeps at the most.
PAGE_CACHE_BYTES = environment.whole_number("PAGE_CACHE_MB", 48, low=1, high=4096) * 1024 * 1024
EMAIL_CONFIG = environment.parsed(
    "EMAIL_URL",
    lambda: env.email("EMAIL_URL", default="consolemail://"),
    "EMAIL_BACKEND",
    ("EmailBackend",),
    "smtp+tls://user:password@mail.example.org:587",
)
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = (
    env("DEFAULT_FROM_EMAIL", default="") or f"noreply@{urlsplit(BASE_URL).hostname}"
)

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# Files that programs ask for by a fixed name, such as /favicon.ico.
WHITENOISE_ROOT = ROOT / "site" / "root"
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
STATIC_ROOT = BUILD_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [
    ROOT / "site" / "static",
    *([("fonts", BUILD_DIR / "fonts")] if (BUILD_DIR / "fonts").is_dir() else []),
    ("handbook", ROOT / "docs" / "screenshots"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "delivery.static_files.StaticFilesStorage"},
}
# Uploaded files go into an object storage where one is named.
if UPLOADS:
    STORAGES["default"] = {"BACKEND": "media.storage.ObjectStorage", "OPTIONS": UPLOADS.options()}

# --- Languages and time: the first language is the source, a further one is one more line -----------------
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("it", _("Italian")),
    ("en", _("English")),
]
LANGUAGE_CODE = LANGUAGES[0][0]
LANGUAGE_COOKIE_NAME = "language"  # set by the switch, read at the address without a language
LOCALE_PATHS = [ROOT / "site" / "locale", ROOT / "site" / "wagtail_locale"]
FORMAT_MODULE_PATH = "portal.formats"
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = ROME.key

# What is submitted for translation stays a draft until a translator publishes it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Translations by a machine are offered where one is named; the first that is set.
LIBRETRANSLATE_URL = env("LIBRETRANSLATE_URL", default="")
DEEPL_KEY = env("DEEPL_KEY", default="")
if LIBRETRANSLATE_URL or DEEPL_KEY:
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "translation.machine.CheckedTranslator",
        "OPTIONS": {
            "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
            "OPTIONS": {
                "LIBRETRANSLATE_URL": LIBRETRANSLATE_URL.rstrip("/"),
                "API_KEY": env("LIBRETRANSLATE_KEY", default=""),
                "TIMEOUT": 30,
            },
        }
        if LIBRETRANSLATE_URL
        else {
            "CLASS": "wagtail_localize.machine_translators.deepl.DeepLTranslator",
            "OPTIONS": {"AUTH_KEY": DEEPL_KEY},
        },
    }

# --- Background tasks -------------------------------------------------------------------------------------
# What takes long waits in the database for `manage.py db_worker --backend background`. Wagtail's own small
# tasks are done at once, so that the admin needs no worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# --- Search -----------------------------------------------------------------------------------------------
# Without an address the embedded engine answers. A user named `api-key` has a key for its password.
ELASTICSEARCH_URL = env("ELASTICSEARCH_URL", default="")
ELASTICSEARCH_CA = env("ELASTICSEARCH_CA", default="")  # a file of certificates to trust
ELASTICSEARCH_PREFIX = env("ELASTICSEARCH_PREFIX", default="intreccio")  # tells sites on one cluster apart
SEARCH_INDEX_DIR = DATA_DIR / "search"
# Words that exist, by `python -m search.language.word_list`; without them more words are put right.
SEARCH_WORDS_DIR = BUILD_DIR / "words"
SEARCH_SELF_REPAIR = True  # a missing or damaged index is rebuilt in the background

# --- Links -------------------------------------------------------------------------------------------------
LINK_CHECK_LOOPBACK = False  # only tests ask this very machine; other private addresses never are

# --- Wagtail ----------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Intreccio"
WAGTAILADMIN_BASE_URL = BASE_URL
# Titles have accents; addresses are read aloud, typed and printed.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "editors.admin_search"}}
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PictureForm"
WAGTAILIMAGES_AVIF_QUALITY = 40
WAGTAILIMAGES_WEBP_QUALITY = 60
WAGTAILDOCS_DOCUMENT_MODEL = "media.Attachment"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.AttachmentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]  # no SVG: docs/decisions/0012
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "rtf", "txt", "xlsx", "zip"]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# By place: "localtime" or "Factory", which the machine's list has too, is a zone to no browser.
WAGTAIL_USER_TIME_ZONES = SimpleLazyObject(
    lambda: sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")
)
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "private/password.html"
WAGTAILREDIRECTS_AUTO_CREATE = False  # delivery.redirects does it
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 1000

LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"  # of readers; the admin has its own
SILENCED_SYSTEM_CHECKS = []
