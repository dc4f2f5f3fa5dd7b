"""Closed lists of single fields of a sheet: too short, and too much of one field, for the vocabularies."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetKind(models.TextChoices):
    CALL = "call", _("Call")
    NOTICE = "notice", _("Public notice")
    INCENTIVE = "incentive", _("Incentive")
    PNRR = "pnrr", _("PNRR measure")
    PRIZE = "prize", _("Prize")
    EU_CALL = "eu-call", _("European call")


class Cumulation(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    PARTLY = "partly", _("Partly")


class AidRegime(models.TextChoices):
    DE_MINIMIS = "de-minimis", _("De minimis")
    EXEMPTION = "exemption", _("Block exemption")
    NOTIFIED = "notified", _("Notified aid")
    NONE = "none", _("Not State aid")


class YesNo(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class CupIssuer(models.TextChoices):
    APPLICANT = "applicant", _("The applicant")
    ADMINISTRATION = "administration", _("The administration")


# By the codes of ``funding.domain.eligibility.requirements.ABOUT``.
REQUIREMENT_TOPICS = [
    ("beneficiary", _("Kind of body or legal form")),
    ("women", _("Women in the majority")),
    ("youth", _("Young people in the majority")),
    ("age", _("How long ago it was founded")),
    ("size", _("Size")),
    ("region", _("Place")),
    ("sector", _("Sector or ATECO code")),
    ("amount", _("Amount")),
    ("other", _("Something else")),
]
