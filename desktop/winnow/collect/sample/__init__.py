"""The sample project's pictures: cats and dogs, drawn by lot.

>>> for progress in make_sample(Path("pets")):  # doctest: +SKIP
...     print(progress.done, "of", progress.total)
"""

from winnow.collect.sample.making import make_sample, planted

__all__ = ["make_sample", "planted"]
