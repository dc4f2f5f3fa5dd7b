"""What editors enter and import as a redirect: nothing that can never act, or that leads nowhere."""

from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.redirects import forms as theirs
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.management.commands import import_redirects
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .addresses import has_route, is_answered, is_fixed, is_public, key, page_at
from .following import follow, own_path, page_of

NO_TARGET = gettext_lazy(
    "Write a whole address, such as https://example.org/page/, or a path of this site, such as /it/notizie/."
)


class TargetField(forms.URLField):
    """A whole address, or the path of one of this site, which begins with a slash."""

    widget = forms.TextInput  # a browser refuses a path in a field of addresses
    default_error_messages = {"invalid": NO_TARGET}

    def clean(self, value):
        value = (value or "").strip()
        return value if _is_path(value) else super().clean(value)


def _is_path(text: str) -> bool:
    return text.startswith("/") and not text.startswith("//") and not set(text) & set(' \\<>"')


class RedirectForm(theirs.RedirectForm):
    """Wagtail's, for the form, the import in the admin, and ``manage.py import_redirects``."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        link = self.fields["redirect_link"]
        self.fields["redirect_link"] = TargetField(
            required=False,
            label=link.label,
            help_text=link.help_text,
            max_length=link.max_length,
            assume_scheme="https",
        )

    def clean_old_path(self) -> str:
        """The path alone, as a browser asks for it; a whole address must be one of this site."""
        entered = self.cleaned_data["old_path"].strip()
        if "://" not in entered:
            # A name with a dot before the first slash is a host: "www.example.org/bandi".
            first, slash, _rest = entered.lstrip("/").partition("/")
            entered = ("//" if slash and "." in first else "/") + entered.lstrip("/")
        parts = urlsplit(entered)
        if parts.netloc and not any(own_path(entered, site) for site in Site.objects.all()):
            raise ValidationError(_("“%s” is not an address of this site.") % parts.netloc)
        return key(("/" + parts.path.lstrip("/")) + (f"?{parts.query}" if parts.query else ""))

    def clean(self):
        super().clean()
        data = self.cleaned_data
        if self.errors:
            return data
        site = data.get("site") or Site.objects.filter(is_default_site=True).first()
        if site is not None:
            if _is_path(data.get("redirect_link", "")):
                data["redirect_link"] = site.root_url + data["redirect_link"]
            old_path = data["old_path"]
            self._check_start(old_path, site)
            self._check_end(data, old_path, site)
        return data

    def _check_start(self, old_path: str, site: Site) -> None:
        path = _path(old_path)
        page, rest = page_at(path, site) or (None, [])
        if page and page.live and (not rest or has_route(page, "/".join(rest))):
            text = _("The page “%s” is at this address: the redirect would never act.")
            self.add_error("old_path", text % page.get_admin_display_title())
        elif is_fixed(path):
            self.add_error(
                "old_path", _("The site itself answers at this address: the redirect would never act.")
            )

    def _check_end(self, data: dict, old_path: str, site: Site) -> None:
        page, link = data.get("redirect_page"), data.get("redirect_link")
        if page and link:
            self.add_error("redirect_link", _("Choose a page or enter an address, not both."))
        elif page:
            self._check_page(page, old_path)
        elif link:
            self._check_link(data, link, old_path, site)
        elif not self.errors:
            self.add_error("redirect_page", _("Choose a page or enter an address to lead to."))

    def _check_page(self, page: Page, old_path: str) -> None:
        title = page.get_admin_display_title()
        if page.url is None:
            self.add_error("redirect_page", _("“%s” is no page of this site’s public part.") % title)
        elif not page.live:
            self.add_error(
                "redirect_page", _("“%s” is not published: the redirect would lead nowhere.") % title
            )
        elif key(urlsplit(page.url).path) == old_path.split("?")[0]:
            self.add_error("redirect_page", _("This redirect would lead to itself."))

    def _check_link(self, data: dict, link: str, old_path: str, site: Site) -> None:
        """The address of a public page is kept as that page, so that its renaming is followed."""
        path = own_path(link, site)
        if path is None or "redirect_link" in self.errors:
            return
        if key(path) == old_path.split("?")[0]:
            self.add_error("redirect_link", _("This redirect would lead to itself."))
        elif page := page_of(link, site):
            data["redirect_page"], data["redirect_link"] = page, ""
        elif restricted := _restricted_at(_path(path), site):
            text = _(
                "“%s” is restricted, the public cannot read it. If the redirect is to lead there all the "
                "same, choose the page above."
            )
            self.add_error("redirect_link", text % restricted.get_admin_display_title())
        elif not is_answered(_path(path), site):
            self._check_next(old_path, path, site)

    def _check_next(self, old_path: str, path: str, site: Site) -> None:
        """No page is there: another redirect must lead on, and not back to where this one begins."""
        if circle := _circle(old_path, path, site, self.instance.pk):
            way = " → ".join(circle)
            self.add_error("redirect_link", format_html("{} {}", _("This would lead in a circle:"), way))
        elif follow(path, "", site) is None:
            self.add_error("redirect_link", _("There is nothing at this address that the public can read."))


def _path(path: str) -> str:
    """``path`` without its query, with a slash at its end unless it names a file."""
    path = path.split("?")[0]
    return path if path.endswith("/") or "." in path.rsplit("/", 1)[-1] else f"{path}/"


def _restricted_at(path: str, site: Site) -> Page | None:
    page, rest = page_at(path, site) or (None, [])
    return page if page and not rest and page.live and not is_public(page) else None


def _circle(start: str, path: str, site: Site, changed: int | None) -> list[str]:
    """The paths from ``start`` by way of ``path`` back to one that was passed; empty where it ends."""
    start, passed = start.split("?")[0], [start.split("?")[0]]
    while key(path) not in passed:
        passed.append(key(path))
        others = Redirect.get_for_site(site).exclude(pk=changed)
        row = others.filter(old_path=key(path)).order_by("-site").first()
        target = row and (row.redirect_page.url if row.redirect_page else row.redirect_link)
        path = own_path(target, site) if target else None
        if path is None:
            return []
    return [*passed, key(path)]


def put_in_place() -> None:
    """Wagtail has no setting for it."""
    views.RedirectForm = import_redirects.RedirectForm = RedirectForm
    views.CreateView.form_class = views.EditView.form_class = RedirectForm
