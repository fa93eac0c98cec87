"""The sample project's pictures: cats and dogs, drawn by lot, with a real crawl's mess among them."""

from winnow.collect.sample.catalogue import planted
from winnow.collect.sample.making import make_sample

__all__ = ["make_sample", "planted"]
