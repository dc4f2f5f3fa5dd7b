"""The engines that the contract is tested against: a line here lets another one join."""

from search.engines.tantivy import TantivyEngine

ENGINES = {"tantivy": lambda folder: TantivyEngine(folder)}
