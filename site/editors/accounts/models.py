"""The people who log in, and what they prove it with beside their password."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An editor. A model of our own from the first day, because it cannot be swapped later.

    ``second_factor`` names the present second factor, so that a session knows without a query whether it was
    proved; empty without one.
    """

    second_factor = models.CharField(max_length=32, blank=True, editable=False)


class SecondFactor(models.Model):
    """The key that a person shares with an application that shows codes (TOTP), in base32.

    ``last_step`` is the step of time of the last code that was taken: none is taken twice.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="factor")
    key = models.CharField(max_length=64)
    last_step = models.BigIntegerField(default=0)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("second factor")
        verbose_name_plural = _("second factors")

    def __str__(self):
        return str(self.user)


class RecoveryCode(models.Model):
    """A code for the day on which the telephone is lost, good once; only its digest is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")

    def __str__(self):
        return str(self.user)


class RoleSetUp(models.Model):
    """The permissions that a role had when its group was last set up, as "app.codename": what it has beside
    these has come with an update, and what its group lacks of them an administrator has taken away."""

    role = models.CharField(max_length=150, unique=True)
    permissions = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.role
