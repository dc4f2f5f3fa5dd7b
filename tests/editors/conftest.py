from tests.cms.conftest import anna, article, bruno, login_as  # noqa: F401
