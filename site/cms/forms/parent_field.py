"""The forms in which an editor chooses a parent for a page: the choice is of the page's own language."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms import Script
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm, MoveForm
from wagtail.admin.widgets import AdminPageMoveChooser
from wagtail.coreutils import cautious_slugify, find_available_slug
from wagtail.models import Page

from ..constants import TRANSLATE
from .parents import fits, refusal, strangers

ROOM_FOR_A_NUMBER = 6  # at the end of an address that others have already


def check(pages: Iterable[Page], parent: Page, user, branches: bool = False) -> None:
    """Refuse a parent of another language, say why, and offer to translate instead; and one that takes no
    pages of the kind.

    ``branches``: the pages below are made anew as well, and are looked at.
    """
    for page in pages:
        wrong = strangers(page, parent) if branches else [page][: not fits(page, parent)]
        if wrong:
            raise ValidationError(format_html("{}{}", refusal(wrong[0], parent), _offer(wrong[0], user)))
        if not page.specific_class.can_exist_under(parent):
            kind = page.specific_class.get_verbose_name()
            values = {"place": parent.get_admin_display_title(), "page": page.title, "kind": kind}
            raise ValidationError(
                _("“%(place)s” takes no pages of this kind: %(kind)s. Choose another place for “%(page)s”.")
                % values
            )


def check_elsewhere(pages: Iterable[Page], parent: Page) -> None:
    """Refuse a parent below which all of ``pages`` stand already."""
    if stand_below(pages, parent):
        raise ValidationError(
            _("It stands below “%(place)s” already: choose another place."), "same", {"place": parent}
        )


def stand_below(pages: Iterable[Page], parent: Page) -> bool:
    pages = list(pages)
    return bool(pages) and all(page.is_child_of(parent) for page in pages)


def _offer(page: Page, user) -> str:
    if not user.has_perm(TRANSLATE):
        return ""
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return format_html(' <a href="{}">{}</a>', address, _("Translate this page"))


class OwnLanguageCopyForm(CopyForm):
    """Proposes the title that the heading names, and an address that is free."""

    class Media:
        js = [Script("js/admin/copy.js", type="module")]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, of_page in (("new_title", "title"), ("new_slug", "slug")):
            longest = self.page._meta.get_field(of_page).max_length
            self.fields[name].max_length = longest
            self.fields[name].validators.append(MaxLengthValidator(longest))
        self.fields["new_title"].initial = self.page.get_admin_display_title()
        self.fields["new_slug"].initial = find_available_slug(self.page.get_parent(), self.page.slug)
        self.fields["new_slug"].required = False
        field = self.fields["new_parent_page"]
        # This one tells the chooser which page it is about.
        field.widget = AdminPageMoveChooser(
            target_models=field.widget.target_models,
            can_choose_root=True,
            user_perms="copy_to",
            pages_to_move=[self.page.pk],
        )

    def clean(self):
        self._find_free_address()
        cleaned = super().clean()
        parent = cleaned.get("new_parent_page")
        if parent:
            try:
                check([self.page], parent, self.user, branches=bool(cleaned.get("copy_subpages")))
            except ValidationError as error:
                # The reason in place of what follows from it, such as a missing permission.
                self.errors.pop("new_parent_page", None)
                self.add_error("new_parent_page", error)
        return cleaned

    def _find_free_address(self) -> None:
        """Of the new title, or of the page where the title stays; what somebody wrote by hand is left."""
        given, title = self.cleaned_data.get("new_slug"), self.cleaned_data.get("new_title", "")
        by_title = cautious_slugify(title)[: self.fields["new_slug"].max_length - ROOM_FOR_A_NUMBER]
        by_itself = {"", by_title, self.page.slug, self.fields["new_slug"].initial}
        if given is None or given not in by_itself or self.has_error("new_title"):
            return
        retitled = title != self.fields["new_title"].initial
        parent = self.cleaned_data.get("new_parent_page") or self.page.get_parent()
        wanted = by_title if retitled and by_title else self.page.slug
        self.cleaned_data["new_slug"] = find_available_slug(parent, wanted)


class OwnLanguageMoveForm(MoveForm):
    user = None

    def clean_new_parent_page(self):
        parent = self.cleaned_data["new_parent_page"]
        check([self.page_to_move], parent, self.user)
        check_elsewhere([self.page_to_move], parent)
        return parent
