"""A story to look at."""

import pytest

from cms.models import Organisation
from tests.factories import pages


@pytest.fixture
def pantacon(tree):
    """A story of which everything is known."""
    body = Organisation.objects.create(
        name="Consorzio Rete di Imprese",
        slug="consorzio-rete",
        short_name="Consorzio Rete",
        place="Mantova",
        region="ITC4",
        sector="culture",
        since=2009,
        website="https://consorzio.example.org",
    )
    return pages.story(
        tree.stories,
        title="Insieme si va oltre",
        slug="insieme",
        summary="Come una rete è cresciuta.",
        organisation=body,
        challenge="<p>Da sole non ce la facevano.</p>",
        solution="<p>Hanno fatto <b>rete</b>.</p>",
        results="<ul><li>Nuovi clienti</li></ul>",
        key_figures=[("figure", {"value": "3", "unit": "anni", "label": "di lavoro comune"})],
        quotation="Da soli si arriva prima, insieme più lontano.",
        quotation_name="Anna Neri",
        quotation_role="presidente",
        video_link="https://www.youtube.com/watch?v=abcdefghijk",
    )
