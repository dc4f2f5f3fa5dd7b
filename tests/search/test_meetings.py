"""What a group of synonyms meets, said to those who keep it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from search import check_synonyms
from search.language.overlaps import kinds_said
from search.models import SynonymGroup
from tests.factories import pages
from tests.factories.pages import site_tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]
LIST = "/admin/snippets/search/synonymgroup/"
ADD = f"{LIST}add/"


@pytest.fixture(autouse=True)
def no_other_groups():
    SynonymGroup.objects.all().delete()


def refused(*terms, **fields):
    with pytest.raises(ValidationError) as found:
        SynonymGroup(language="it", terms="\n".join(terms), **fields).full_clean()
    return " ".join(found.value.message_dict["terms"])


def test_forms_of_one_word_are_no_synonyms():
    assert "forms of one word" in refused("museo", "musei")
    SynonymGroup(language="it", terms="fiera\nfiere\nmanifestazione").full_clean()


def test_what_finds_each_other_already_is_named():
    SynonymGroup.objects.create(language="it", terms="coop\ncooperativa\nsocietà cooperativa")
    assert "“coop, cooperativa, società cooperativa”" in refused("cooperativa", "coop")
    SynonymGroup(language="en", terms="cooperativa\ncoop").full_clean()


def test_a_circle_of_one_way_lists_is_named():
    SynonymGroup.objects.create(language="it", terms="trattore\nmacchina", one_way=True)
    assert "“trattore, macchina” leads back to “macchina”" in refused("macchina", "trattore", one_way=True)


def test_the_name_of_a_region_in_small_letters_is_refused():
    assert "“marche” is the name of a region" in refused("brand", "marche")
    SynonymGroup(language="it", terms="Marche\nmarchigiano").full_clean()


def test_a_group_may_be_changed_as_it_is():
    group = SynonymGroup.objects.create(language="it", terms="coop\ncooperativa")
    group.full_clean()


def test_the_list_tells_what_is_to_be_corrected_in_a_group_of_before(
    admin_client, django_assert_max_num_queries
):
    SynonymGroup.objects.create(language="en", terms="company\nenterprise\nfirm", one_way=True)
    SynonymGroup.objects.create(language="en", terms="firm\nenterprise\ncompany", one_way=True)
    for number in range(40):
        SynonymGroup.objects.create(language="en", terms=f"lonely{number}\nsingle{number}")
    with django_assert_max_num_queries(30):
        page = admin_client.get(LIST).content.decode()
    assert page.count("leads back to") == 2


def test_the_upgrade_renews_the_shipped_lists_of_0_4_1_and_leaves_those_that_were_edited():
    newer = import_module("search.migrations.0005_synonyms_since_0_4_1")
    SynonymGroup.objects.create(language="it", terms="azienda\nimpresa", one_way=True)
    SynonymGroup.objects.create(language="it", terms="impresa\nazienda\nditta\nsocietà", one_way=True)
    SynonymGroup.objects.create(language="en", terms="firm\nenterprise\ncompany\nours", one_way=True)
    newer.bring_up_to_date(apps, None)
    newer.bring_up_to_date(apps, None)
    kept = {(group.language, str(group), group.one_way) for group in SynonymGroup.objects.all()}
    assert kept == {
        ("it", "impresa, azienda", False),
        ("it", "impresa, ditta, società", True),
        ("it", "cooperazione, cooperativa", True),
        ("it", "mutuo, prestito, finanziamento agevolato, mutuo agevolato", True),
        ("it", "digital, digitale, digitalizzazione", True),
        ("en", "firm, enterprise, company, ours", True),
    }


def test_what_was_typed_stays_beside_the_message(admin_client):
    form = {"language": "it", "terms": "museo\nmusei"}
    page = admin_client.post(ADD, form).content.decode()
    assert "forms of one word" in page
    assert "museo\nmusei" in page.replace("\r", "")


def test_after_saving_it_is_said_which_other_words_and_lists_are_met(admin_client, search_index):
    tree = site_tree()
    pages.article(tree.news, title="Un aiuto", slug="aiuto", summary="Tre buoni per tutti")
    search_index.rebuild()
    SynonymGroup.objects.create(language="it", terms="assegno\nbonifico")
    form = {"language": "it", "terms": "buono\nassegno\nMarche\nprato\nPMI"}
    page = admin_client.post(ADD, form, follow=True).content.decode()
    assert "“buono” also meets: buoni." in page
    assert "“assegno” is also in another list: “assegno, bonifico”." in page
    assert "“Marche” has a capital, as names have" in page
    assert "“prato” is also the name of a place." in page
    assert "“PMI”" not in page.partition("<form")[0]


def test_a_phrase_of_words_of_kinds_is_noticed():
    assert kinds_said("finanziamento agevolazione", "it")
    assert kinds_said("story of success", "en")
    assert not kinds_said("finanziamento agevolato", "it")
    assert not kinds_said("finanziamento", "it")


def test_the_shipped_groups_meet_nothing_that_they_should_not(tmp_path):
    assert list(check_synonyms.all_faults()) == []
    (tmp_path / "it.yaml").write_text("- [avviso bando, marche]\n- [uno, due]\n- [due, uno]\n")
    found = "\n".join(check_synonyms.all_faults(tmp_path))
    assert all(text in found for text in ("“avviso bando” is said by", "region", "already: “due, uno”"))
