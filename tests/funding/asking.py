"""Asking the finder in tests, and reading its answer."""


def ask_again(client, query: str = "", path: str = "/it/bandi/"):
    """The context of the finder's page for ``query``, from the index as it is."""
    response = client.get(f"{path}?{query}")
    assert response.status_code == 200, query
    return response.context


def titles(context) -> list[str]:
    return [sheet.title for sheet in context["sheets"]]


def counts(context, name: str) -> dict[str, int]:
    """The counts of one facet by value, as the page shows them."""
    shown = {facet.name: facet.options for facet in context["facets"]}
    return {
        option.value: option.count for option in shown.get(name) or _planned(context["plan"].missions, name)
    }


def _planned(branches, name: str) -> list:
    """The options of one level of the recovery plan."""
    return [
        option
        for branch in branches
        for option in ([branch.option] if branch.name == name else _planned(branch.branches, name))
    ]
