"""What is there in the morning: the people, an article that nobody has translated, a draft, an English
article that was written by hand, and what waits for its translator: two events, of which one has lost its
picture, a glossary term and a topic.

``python -m`` makes it in the site that the environment names, and reads the password of all people.
"""

import sys
import time

from .people import AUTHOR, PEOPLE

PUBLISHED = "Un archivio per le voci del porto"
DRAFT = "Il programma di gennaio alla Fonderia"
PICTURE_GONE = "Una notte al porto"
WAITING = "Una mattina in fabbrica"
TERM = "Cauzione"
TOPIC = "Teatri storici"
ENGLISH = "A foundry of voices"


def main(password: str) -> None:
    import django

    django.setup()
    from tests.factories.media import picture

    users = {person.login: _user(person, password) for person in PEOPLE}
    _article(users[AUTHOR.login], PUBLISHED, "Duecento registrazioni si ascoltano in rete.").publish()
    _article(users[AUTHOR.login], DRAFT, "Dieci serate, due laboratori.")
    _submitted_event(users[AUTHOR.login], WAITING)
    words = {"term": TERM, "explanation": "Somma lasciata in garanzia.", "slug": "cauzione"}
    _submitted_entry(users[AUTHOR.login], "GlossaryTerm", **words)
    _submitted_entry(users[AUTHOR.login], "Topic", name=TOPIC, slug="teatri-storici")
    gone = picture()
    _submitted_event(users[AUTHOR.login], PICTURE_GONE, picture=gone)
    _delete(gone)
    _article(users[AUTHOR.login], ENGLISH, "Ten evenings.", "en").publish()


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


def _article(owner, title: str, summary: str, language: str = "it"):
    from news.models import ArticlePage, NewsIndexPage

    body = [("text", "<p>Il testo arriva dalla redazione e dice tutto quello che serve sapere.</p>")]
    page = ArticlePage(title=title, summary=summary, body=body, owner=owner, live=False)
    NewsIndexPage.objects.get(locale__language_code=language).add_child(instance=page)
    return page.save_revision(user=owner)


def _submitted_event(owner, title: str, **values) -> None:
    from wagtail.models import Locale

    from news.models import EventIndexPage, EventPage
    from translation.draft_creator import submit

    page = EventPage(title=title, summary="Musica sui moli.", owner=owner, live=False, **values)
    EventIndexPage.objects.get(locale__language_code="it").add_child(instance=page)
    page.save_revision(user=owner).publish()
    submit(EventPage.objects.get(pk=page.pk), [Locale.objects.get(language_code="en")], owner)


def _submitted_entry(owner, kind: str, **values) -> None:
    from django.apps import apps
    from wagtail.models import Locale

    from translation.draft_creator import submit

    italian, english = (Locale.objects.get(language_code=code) for code in ("it", "en"))
    entry = apps.get_model("core", kind)(locale=italian, live=False, **values)
    entry.save()
    entry.save_revision(user=owner).publish()
    entry.refresh_from_db()
    submit(entry, [english], owner)


def _delete(picture) -> None:
    from django.db import IntegrityError

    for _attempt in range(10):
        try:
            return picture.delete()
        except IntegrityError:  # the running site has just made it in another size
            time.sleep(1)
    raise AssertionError("the picture is in use all the time")


if __name__ == "__main__":
    main(sys.stdin.read())
