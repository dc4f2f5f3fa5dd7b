"""Regions are chosen on a map of tiles: all of them always in their places, with what each would show."""

import re
from datetime import date
from pathlib import Path

import pytest

from cms.constants import ABROAD
from cms.list_page.choices import FacetChoices, Option
from cms.vocabularies import REGIONS
from funding.catalogue.finder.filters.region_map import SHORT_NAMES, region_map

from .asking import ask_again

ROOT = Path(__file__).parents[2]
LAID_OUT = (ROOT / "site/static/css/components/region_map.css").read_text()


def map_of(**counts):
    return region_map(
        [FacetChoices("region", "Region", [Option(code, code, n) for code, n in counts.items()])]
    )


def test_every_region_has_a_short_name_and_one_place():
    assert set(SHORT_NAMES) == set(REGIONS.codes) - {ABROAD}
    rows = re.search(r"grid-template-areas:\s*((?:\"[^\"]+\"\s*)+);", LAID_OUT)[1]
    placed = re.findall(r"[A-Z]+\d", rows)
    assert sorted(placed) == sorted(SHORT_NAMES), "each region once"
    assert {len(row.split()) for row in re.findall(r'"([^"]+)"', rows)} == {5}
    assert re.findall(r'\[data-region="(\w+)"\] { grid-area: (\w+) }', LAID_OUT) == [
        (code, code) for code in sorted(SHORT_NAMES)
    ]


def test_tiles_are_darker_with_the_count():
    tiles = {tile.option.value: tile.level for tile in map_of(ITC4=10, ITI4=1, ITG2=5).tiles}
    assert (tiles["ITC4"], tiles["ITG2"], tiles["ITI4"], tiles["ITC1"]) == (4, 2, 1, 0)
    assert {tile.level for tile in map_of(ITC4=3, ITI4=3).tiles} == {0, 2}


def test_what_lies_on_no_map_stays_a_list():
    found = map_of(IT=3, ITC4=4, EXT=1)
    assert [one.value for one in found.country] == ["IT"]
    assert [one.value for one in found.others] == ["EXT"]
    assert region_map([]) is None


@pytest.mark.django_db
def test_the_page_has_a_checkbox_for_each_with_its_whole_name(make_sheet, search_index, client):
    make_sheet(closes_on=date(2026, 12, 31), whole_country=True)
    make_sheet(closes_on=date(2026, 12, 31), regions=["ITC4", "EXT"])
    search_index.rebuild()
    html = client.get("/it/bandi/?region=ITG2").content.decode()
    boxes = re.findall(r'name="region" value="(\w+)"\s*(checked)?', html)
    assert sorted(code for code, _ in boxes) == sorted(["IT", *REGIONS.codes])
    assert [code for code, chosen in boxes if chosen] == ["ITG2"]
    tiles = {tile.option.value: tile.option for tile in ask_again(client)["region_map"].tiles}
    assert (tiles["ITC4"].count, tiles["ITG2"].count, tiles["ITC4"].label) == (2, 1, "Lombardy")
    assert "Lombardy" in html and "Included in every number below." in html
