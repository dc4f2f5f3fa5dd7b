"""``python -m tests.services.guesses_at_once``: twelve threads guess one password at once; each is counted.

Prints how many were looked at. Of twelve at the same moment that are three: the others have to wait.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

GUESSES = 12


def main() -> None:
    django.setup()
    from django.db import connections  # Django is set up first

    from delivery.attempts.guard import TooManyAttemptsError, begin
    from delivery.attempts.models import AttemptCount

    AttemptCount.objects.all().delete()
    together = Barrier(GUESSES)

    def guess(_number: int) -> bool:
        together.wait()
        try:
            begin(None, "ada")
        except TooManyAttemptsError:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(GUESSES) as pool:
        looked_at = sum(pool.map(guess, range(GUESSES)))
    print(looked_at, AttemptCount.objects.get().failures)


if __name__ == "__main__":
    main()
