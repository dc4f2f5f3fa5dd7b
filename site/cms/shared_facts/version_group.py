"""The versions of one page or snippet in the languages, and which of them the others follow."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import SegmentOverride, Translation


@dataclass
class Follower:
    """``synchronised``: written with wagtail-localize, not by hand."""

    instance: models.Model
    synchronised: bool = False

    @cached_property
    def replaced(self) -> frozenset[str]:
        """The paths at which its translator has put something else."""
        if self.instance is None:
            return frozenset()
        overrides = SegmentOverride.objects.filter(
            context__object_id=self.instance.translation_key, locale_id=self.instance.locale_id
        )
        return frozenset(overrides.values_list("context__path", flat=True))


@dataclass(frozen=True)
class LanguageGroup:
    """As the database has them; ``leader`` is the version that the others follow."""

    leader: models.Model
    followers: tuple[Follower, ...]


def group_of(instance: models.Model) -> LanguageGroup | None:
    """None for what stands alone, which costs one query."""
    versions = list(_versions(instance))
    if len(versions) < 2:
        return None
    targets = _targets(instance)
    leader = _first(versions, targets)
    followers = (
        Follower(each, targets.get(each.locale_id, False)) for each in versions if each is not leader
    )
    return LanguageGroup(leader, tuple(followers))


def leader_of(instance: models.Model) -> models.Model | None:
    """The public version that ``instance`` takes its facts from; None where it has its own, as most often:
    so the leader is read whole only if it is another one."""
    if not instance.pk or not _has_versions(instance):
        return None
    versions = list(_versions(instance).only("live", "locale__language_code"))
    if len(versions) < 2:
        return None
    leader = _first(versions, _targets(instance))
    if not leader.live or leader.pk == instance.pk:
        return None
    return _versions(instance).filter(pk=leader.pk).first()


def _has_versions(instance: models.Model) -> bool:
    """Whether it can have any in other languages. An alias follows its original by itself."""
    return isinstance(instance, TranslatableMixin) and not getattr(instance, "alias_of_id", None)


def _versions(instance: models.Model) -> models.QuerySet:
    """In all languages, itself among them."""
    versions = type(instance)._base_manager.order_by("pk")
    if not _has_versions(instance):
        return versions.none()
    versions = versions.filter(translation_key=instance.translation_key)
    if isinstance(instance, Page):
        versions = versions.filter(alias_of__isnull=True)
    return versions.select_related("locale")


def _targets(instance: models.Model) -> dict[int, bool]:
    """The locales that it is translated into, and whether such a translation is synchronised."""
    translated = Translation.objects.filter(source__object_id=instance.translation_key)
    return dict(translated.order_by("enabled").values_list("target_locale_id", "enabled"))


def _first(versions: list[models.Model], targets: dict[int, bool]) -> models.Model:
    """What was never translated from another comes first, then the site's own language, then the oldest."""

    def precedence(version: models.Model) -> tuple:
        is_main = version.locale.language_code == settings.LANGUAGE_CODE
        return version.locale_id in targets, not is_main, version.pk

    return min(versions, key=precedence)
