"""A page of a list that there is not: what is said is true, also where the list is empty."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]
TRUE = {"There is no page “%s”: this is page 1.", "There is no page “%s”: this is the first one."}


@pytest.mark.parametrize("number", ["99", "0", "due"])
@pytest.mark.parametrize("name", ["news", "events", "projects", "funding", "stories"])
def test_of_a_list_without_results(client, tree, name, number):
    response = client.get(f"{getattr(tree.english, name).url}?page={number}")
    [notice] = response.context["notices"]
    assert notice in {text % number for text in TRUE}
    assert notice in response.content.decode()


@pytest.mark.parametrize("number", ["99", "0", "due"])
def test_of_a_search_without_results(client, tree, number):
    response = client.get(f"/en/search/?q=niente&page={number}")
    assert response.context["notices"] == [f"There is no page “{number}”: this is page 1."]
