"""What is there in the morning: the people, an article that nobody has translated, and a draft.

``python -m`` makes it in the site that the environment names, and reads the password of all people.
"""

import sys

from .people import AUTHOR, PEOPLE

PUBLISHED = "Un archivio per le voci del porto"
DRAFT = "Il programma di gennaio alla Fonderia"


def main(password: str) -> None:
    import django

    django.setup()
    users = {person.login: _user(person, password) for person in PEOPLE}
    _article(users[AUTHOR.login], PUBLISHED, "Duecento registrazioni si ascoltano in rete.").publish()
    _article(users[AUTHOR.login], DRAFT, "Dieci serate, due laboratori.")


def _user(person, password: str):
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from wagtail.users.models import UserProfile

    user = get_user_model().objects.create_user(
        person.login,
        f"{person.login}@example.org",
        password,
        first_name=person.first_name,
        last_name=person.last_name,
    )
    user.groups.add(Group.objects.get(name=person.role))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "it"
    profile.save()
    return user


def _article(owner, title: str, summary: str):
    from news.models import ArticlePage, NewsIndexPage

    body = [("text", "<p>Il testo arriva dalla redazione e dice tutto quello che serve sapere.</p>")]
    page = ArticlePage(title=title, summary=summary, body=body, owner=owner, live=False)
    NewsIndexPage.objects.get(locale__language_code="it").add_child(instance=page)
    return page.save_revision(user=owner)


if __name__ == "__main__":
    main(sys.stdin.read())
