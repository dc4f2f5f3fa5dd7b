"""Settings of the search that cannot be right are told at every start, before anything is asked."""

import pytest

from search.checks import check_settings
from search.engines import get_engine
from search.engines.base import Misconfigured
from search.engines.elasticsearch.connection import Connection


def told(settings, **changes):
    for name, value in changes.items():
        setattr(settings, name, value)
    return [error.msg for error in check_settings(None)]


def test_without_settings_there_is_nothing_to_tell(settings):
    assert told(settings) == []
    assert told(settings, ELASTICSEARCH_URL="https://user:pass@search.example.org:9200") == []


@pytest.mark.parametrize(
    "url",
    [
        "localhost:9200",
        "http://",
        "ftp://example.org",
        "http://host:nine",
        "x",
        "http://[::1",
        "http://anna:a/b@host",
    ],
)
def test_an_address_that_cannot_be_read_is_told(settings, url):
    [message] = told(settings, ELASTICSEARCH_URL=url)
    assert "ELASTICSEARCH_URL" in message
    with pytest.raises(Misconfigured):
        get_engine()


def test_certificates_that_are_not_there_are_told(settings, tmp_path):
    [message] = told(
        settings, ELASTICSEARCH_URL="https://example.org", ELASTICSEARCH_CA=str(tmp_path / "no.pem")
    )
    assert "no.pem" in message


def test_the_place_of_the_cluster_is_told_without_its_secret():
    connection = Connection("https://anna:segreto@one.example.org,https://two.example.org:9201/es")
    assert connection.location == "https://one.example.org:443, https://two.example.org:9201/es"


@pytest.mark.parametrize(
    ("url", "header"),
    [
        ("http://anna:pa%40ss@127.0.0.1:9200", "Basic YW5uYTpwYUBzcw=="),
        ("http://api-key:YWJjOmRlZg==@127.0.0.1:9200", "ApiKey YWJjOmRlZg=="),
    ],
)
def test_credentials_come_from_the_address(url, header):
    assert Connection(url).client._headers["authorization"] == header
