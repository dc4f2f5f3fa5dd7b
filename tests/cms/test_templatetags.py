"""What every template may use."""

import json
from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from cms.formats.video import embed_address


def render(source: str, **context) -> str:
    with override("en"):
        return Template(source).render(Context(context))


def test_a_missing_fact_is_said_to_be_missing():
    assert render("{{ fact|or_unknown }}", fact="") == '<span class="unknown">not indicated</span>'
    assert render("{{ fact|or_unknown }}", fact=0) == "0"
    assert "not indicated" in render("{% amount_range None None %}")


def test_filters_leave_nothing_where_there_is_nothing():
    assert render("{{ day|long_date }}{{ amount|euro }}", day=None, amount=None) == ""


def test_structured_data_cannot_end_its_script():
    html = render(
        "{% jsonld data %}", data={"name": "</script><script>alert(1)</script> & è", "on": date(2026, 1, 2)}
    )
    assert html.count("</script>") == 1
    text = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text) == {"name": "</script><script>alert(1)</script> & è", "on": "2026-01-02"}
    assert render("{% jsonld data %}", data=None) == ""


def test_a_large_day_is_a_machine_readable_day():
    html = render("{% large_day day True %}", day=date(2026, 12, 5))
    assert '<time class="day" datetime="2026-12-05">5 <small>Dec 2026' in " ".join(html.split())
    assert render("{% large_day day %}", day=None).strip() == ""


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ?si=x", "www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ", "embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/12345", "player.vimeo.com/video/12345"),
        ("https://evil.example/watch?v=dQw4w9WgXcQ", ""),
        ("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", ""),
        ("https://www.youtube.com/watch?v=%22onload=x", ""),
        ("", ""),
    ],
)
def test_only_known_sites_play_inside_the_page(address, player):
    assert player in embed_address(address) if player else embed_address(address) == ""


def test_a_host_reads_as_people_say_it():
    assert render("{{ url|host }}", url="https://www.example.org/a?b") == "example.org"


def test_anchors_are_addresses_even_of_signs():
    assert render("{{ text|anchor }}", text="Chi può chiedere?") == "chi-puo-chiedere"
    assert render("{{ text|anchor }}", text="!?") == "section"


def test_related_pages_come_in_titled_groups():
    page = SimpleNamespace(
        display_title="A <b>", url="/a/", badge=None, card_label="", related_heading="Stories"
    )
    html = render('{% include "components/related.html" %}', groups={"story": [page], "news": []})
    assert "<h3>Stories</h3>" in html
    assert "A &lt;b&gt;" in html
    assert "News" not in html
    assert render('{% include "components/related.html" %}', groups={}).strip() == ""


def test_the_section_of_a_page_is_found_by_its_address():
    page_context = SimpleNamespace(
        sections=[SimpleNamespace(url="/it/bandi/"), SimpleNamespace(url="/it/storie/")]
    )
    tag = "{% section_url page %}"
    assert (
        render(tag, page=SimpleNamespace(url="/it/storie/una/"), page_context=page_context) == "/it/storie/"
    )
    assert render(tag, page=SimpleNamespace(url=None), page_context=page_context) == ""
