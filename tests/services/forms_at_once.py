"""``python -m tests.services.forms_at_once``: the form of a new topic is sent twice at once, five times over.

So it is when a connection breaks while the site is at work. Prints how many topics were made: five.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

ROUNDS = 5
AT_ONCE = 2


def main() -> None:
    django.setup()
    from django.contrib.auth import get_user_model
    from django.db import connections  # Django is set up first
    from django.test import Client

    from cms.models import Topic

    editor = get_user_model().objects.create_superuser("forms-at-once")
    before = Topic.objects.count()
    together = Barrier(AT_ONCE)

    def send(number: int) -> None:
        client = Client(headers={"accept": "application/json", "host": "127.0.0.1"})
        client.force_login(editor)
        words = {"name": f"Musica {number}", "slug": f"musica-{number}", "form_key": f"it.{number:032}"}
        together.wait()
        try:
            client.post("/admin/snippets/core/topic/add/", words)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number in range(ROUNDS):
            list(pool.map(send, [number] * AT_ONCE))
    print(Topic.objects.count() - before)


if __name__ == "__main__":
    main()
