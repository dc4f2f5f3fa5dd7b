from tests.funding.conftest import full_sheet, make_sheet, ministry, today  # noqa: F401
