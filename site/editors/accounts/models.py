"""The people who log in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor. A model of our own from the first day, because it cannot be swapped later."""
