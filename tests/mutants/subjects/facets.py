"""Faults of the finder's facets: their values, their order, what a sheet counts for."""

from ..fault import listed

FAULTS = [
    *listed(
        "funding/catalogue/finder/filters/facet_choices.py",
        "funding/test_finder_choices.py funding/test_finder.py funding/test_facets.py",
        ("return value != WHOLE_COUNTRY, known.index(value)", "return known.index(value)"),
        ("by_value[ANY] = sum(by_value.values())", "by_value[ANY] = 0"),
        (" if one.value != IN_TIME}", "}"),
        ("(facet for facet in FACETS if not facet.nested)", "FACETS"),
        ("by_value.get(value, 0), value in chosen,", "by_value.get(value, 0), False,"),
    ),
    *listed(
        "funding/catalogue/facets.py",
        "funding/test_facets.py funding/test_finder.py funding/test_documents.py funding/test_parameters.py",
        ("if code != ABROAD), *abroad)", "), *abroad)"),
        ("if sheet.public_grantor else ()", "if False else ()"),
        (".get(value.casefold())", ".get(value)"),
        ("if len(text) <= 40 else None", "if True else None"),
        (
            'slug__in=slugs, live=True).values_list("slug", "name")',
            'slug__in=slugs).values_list("slug", "name")',
        ),
    ),
]
