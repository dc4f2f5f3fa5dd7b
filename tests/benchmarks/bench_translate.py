"""``python -m tests.benchmarks.bench_translate [few many]``: a branch of the tree submitted for translation.

Pages with a body of several blocks and two topics each, as drafts in English. The longer branch is stopped
halfway and taken up again.
"""

import sys
import time
from uuid import uuid4

from .scratch import scratch_site

FEW, MANY = 50, 100
MAX_RATIO = 2.3


def main(few: int = FEW, many: int = MANY) -> None:
    with scratch_site("translate"):
        from search.index.rebuild import rebuild
        from tests.factories.pages import site_tree

        tree = site_tree()
        rebuild("it")
        rebuild("en")
        _submit(_branch(tree, 3), tree.english.locale)  # what is read and made once
        print(f"{'translation of a branch':<28}{'seconds':>10}{'SQL':>10}")
        seconds, queries = {}, {}
        for number in (few, many):
            seconds[number], queries[number] = _submit(_branch(tree, number), tree.english.locale)
            print(f"{f'{number} pages':<28}{seconds[number]:>10.1f}{queries[number]:>10}", flush=True)
        again = _stopped_halfway(_branch(tree, many), tree.english.locale)
        print(f"{f'{many}, stopped halfway':<28}{again}")
        ratio, asked = seconds[many] / seconds[few], queries[many] / queries[few]
        missed = "" if ratio <= MAX_RATIO * many / few / 2 else "  MISSED"
        print(f"{many} : {few} = {ratio:.2f} of the time, {asked:.2f} of the queries{missed}")
        print(f"pledged: linear (at most {MAX_RATIO * many / few / 2:.1f}), resumable")


def _branch(tree, number: int):
    """A page and others below it, ``number`` in all."""
    from cms.models import PageTopic, Topic
    from home.models import StandardPage
    from tests.factories import pages

    topics = [Topic.objects.create(name=f"Tema {number} {n}", slug=f"tema-{uuid4()}") for n in range(2)]
    body = [("heading", "Un titolo"), *(("text", f"<p>Una frase, la {n}.</p>") for n in range(4))]
    root = pages.add(StandardPage, tree.home, title=f"Ramo di {number}", body=body)
    for place in range(number - 1):
        leaf = pages.add(StandardPage, root, title=f"Foglia {place}", summary=f"Frase {place}.", body=body)
        leaf.topic_links = [PageTopic(topic=topic, locale=topic.locale) for topic in topics]
        leaf.save_revision().publish()
    return StandardPage.objects.get(pk=root.pk)


def _submit(root, locale) -> tuple[float, int]:
    from tests.publishing.ways import Counting
    from translation.tree import progress, translate_tree

    with Counting() as counting:
        began = time.perf_counter()
        translate_tree(root, locale)
        seconds = time.perf_counter() - began
    done, total = progress(root, locale)
    assert done == total
    return seconds, counting.queries


def _stopped_halfway(root, locale) -> str:
    """How far it came, and how much the second run had left."""
    from translation.tree import progress, translate_tree

    _done, total = progress(root, locale)
    left = iter(range(total // 2 - 1))

    def stop(page) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    try:
        translate_tree(root, locale, each=stop)
    except KeyboardInterrupt:
        first = progress(root, locale)[0]
    return f"{first} submitted, then {translate_tree(root, locale)} by the second run"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
