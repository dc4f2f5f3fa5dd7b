"""Counts the values of facets, each as if its own filter were not set, in the request that finds the hits."""

from elasticsearch.dsl import Search
from elasticsearch.dsl.aggs import Filter, FiltersBucket, Terms  # noqa: F401

from search.engines.tantivy.facets import MOST_VALUES
from search.query import FacetCount, SearchQuery

from .matching import Filters
