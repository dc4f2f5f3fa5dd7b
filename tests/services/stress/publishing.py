"""The part that is killed: publishes, changes and unpublishes random pages until then.

    python -m tests.services.stress.publishing

reads from its standard input a line for each process to begin, writes its number, and so starts them without
loading everything anew. They end with it.
"""

import os
import random
import sys


def main() -> None:
    import django

    django.setup()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _publish(random.Random(int(line)))
        print(child, flush=True)
        _bury()


def _bury() -> None:
    """What is left of the processes that were killed since."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _publish(dice: random.Random) -> None:
    """Never returns. Opens its own connections: none was open when it was forked."""
    from news.models import ArticlePage

    numbers = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))
    parent = os.getppid()
    while os.getppid() == parent:
        article = ArticlePage.objects.get(pk=dice.choice(numbers))
        if article.live and dice.random() < 0.4:
            article.unpublish()
        else:
            article.title = f"Notizia {dice.randrange(10**9)}"
            article.save_revision().publish()
    os._exit(0)


if __name__ == "__main__":
    main()
