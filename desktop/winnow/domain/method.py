"""The ways of clustering that there are, by scikit-learn's names, with what each of their settings means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from winnow.base.counted import counted
from winnow.base.errors import UserError

Setting = int | float | str
Settings = Mapping[str, Setting]


class MethodUnknown(UserError):
    """There is no way of clustering of a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is no method {name!r}. Choose one of these: {', '.join(METHODS)}.")


class SettingUnusable(UserError):
    """A method has no such setting, or not such a value of it."""

    def __init__(self, method: str, setting: str, why: str) -> None:
        self.method, self.setting, self.why = method, setting, why
        super().__init__(f"{method} cannot be made with {setting}: {why}.")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One setting of a method; numbers are *low* to *high*, words are one of *choices*."""

    name: str
    default: Setting
    about: str
    low: float = 0
    high: float = 0
    choices: tuple[str, ...] = ()

    def checked(self, method: str, value: Setting) -> Setting:
        """Return *value* in the type of the default.

        Raises:
            SettingUnusable: it is none of the choices, no number, or out of range.
        """
        if self.choices:
            if value not in self.choices:
                raise SettingUnusable(method, f"{self.name} {value}", f"choose {', '.join(self.choices)}")
            return value
        try:
            number = float(value)
        except ValueError as error:
            raise SettingUnusable(method, f"{self.name} {value}", "it is no number") from error
        if isinstance(self.default, int) and not number.is_integer():
            raise SettingUnusable(method, f"{self.name} {value}", "it is no whole number")
        if not self.low <= number <= self.high:
            raise SettingUnusable(method, f"{self.name} {value}", f"it is not within {self.low:g} to {self.high:g}")
        return int(number) if isinstance(self.default, int) else number


@dataclass(frozen=True, slots=True)
class Method:
    """A way of clustering: *name* is scikit-learn's class name, *words* what people call it."""

    name: str
    words: str
    about: str
    parameters: tuple[Parameter, ...]
    takes_k: bool = True
    """Whether the number of clusters is chosen beforehand."""
    leaves_noise: bool = False
    """Whether pictures may end up in no cluster."""
    whole_up_to: int = 0
    """The most pictures that it clusters itself; of more it takes a sample. 0: as many as there are."""
    bytes_per_pair: float = 0.0
    """Memory for each pair of pictures."""
    s_per_pair: float = 0.0
    """Seconds for each pair of pictures, measured on one core of a small computer."""
    s_per_number: float = 0.0
    """Seconds for each picture, dimension and cluster."""

    def settings(self, given: Settings) -> dict[str, Setting]:
        """Return all settings, those of *given* checked, the others by default.

        Raises:
            SettingUnusable: there is no such setting, or not such a value of it.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise SettingUnusable(self.name, name, f"its settings are {', '.join(known) or 'none'}")
        return {name: one.checked(self.name, given.get(name, one.default)) for name, one in known.items()}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a clustering will roughly take; *sampled* is the size of the sample, 0 where all take part."""

    seconds: float
    memory_bytes: float
    sampled: int = 0

    @property
    def is_heavy(self) -> bool:
        """Whether a person should be told before it begins."""
        return self.seconds > 60 or self.memory_bytes > 2e9 or self.sampled > 0


def cost_of(method: Method, images: int, dim: int, k: int, settings: Settings | None = None) -> Cost:
    """Return what clustering *images* pictures of *dim* numbers costs: its order of magnitude, on a quiet machine."""
    given = method.settings(settings or {})
    sampled = method.whole_up_to if method.whole_up_to and images > method.whole_up_to else 0
    n = sampled or images
    reduced = int(given.get("pca", 0))
    dims = min(dim, reduced) if reduced else dim
    clusters = k if method.takes_k else max(10, k)
    seconds = 2.0 + n * n * method.s_per_pair + n * dims * clusters * method.s_per_number
    if reduced and reduced < dim:
        seconds += n * dim * 1e-7
    return Cost(seconds, n * n * method.bytes_per_pair + images * dim * 8, sampled)


def cost_words(method: Method, images: int, dim: int, k: int, settings: Settings | None = None) -> str:
    """Return the cost as one sentence for people."""
    cost = cost_of(method, images, dim, k, settings)
    words = f"About {_time(cost.seconds)} and {_memory(cost.memory_bytes)} of memory for {_count(images)} images"
    if cost.sampled:
        words += (
            f": {method.words} compares every pair of images, so it clusters a sample of {_count(cost.sampled)},"
            " and the others join the cluster of their nearest neighbours"
        )
    return words + "."


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\u2009")


def method_called(name: str) -> Method:
    """Return the method *name*.

    Raises:
        MethodUnknown: there is none.
    """
    if name not in METHODS:
        raise MethodUnknown(name)
    return METHODS[name]


def _time(seconds: float) -> str:
    if seconds < 90:
        return counted(max(1, round(seconds / 5) * 5 if seconds > 5 else round(seconds)), "second")
    return counted(round(seconds / 60), "minute") if seconds < 5400 else f"{seconds / 3600:.1f} hours"


def _memory(size: float) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"


def _pca(default: int) -> Parameter:
    return Parameter(
        "pca",
        default,
        "Reduce the features to so many principal components first; 0 takes them as they are."
        " Distances say little in a thousand dimensions, so methods that look at density want few.",
        0,
        512,
    )


_N_INIT = Parameter("n_init", 10, "How often it starts anew from other centres; the tightest result is kept.", 1, 100)
_INIT = Parameter("init", "k-means++", "How the first centres are chosen.", choices=("k-means++", "random"))
_MAX_ITER = Parameter("max_iter", 300, "The most rounds of moving the centres.", 1, 10_000)

METHODS: dict[str, Method] = {
    method.name: method
    for method in (
        Method(
            "KMeans",
            "K-Means",
            "Round clusters of similar spread about k centres. Fast, and a good first try.",
            (_N_INIT, _INIT, _MAX_ITER, _pca(0)),
            s_per_number=5e-8,
        ),
        Method(
            "MiniBatchKMeans",
            "Mini-Batch K-Means",
            "K-Means on small random batches: a little looser, many times faster. For tens of thousands.",
            (
                Parameter("batch_size", 1024, "How many images each step looks at.", 10, 100_000),
                Parameter("n_init", 3, "How many sets of first centres are tried.", 1, 100),
                _INIT,
                Parameter("max_iter", 100, "The most rounds through all images.", 1, 10_000),
                _pca(0),
            ),
            s_per_number=1e-8,
        ),
        Method(
            "BisectingKMeans",
            "Bisecting K-Means",
            "Splits the loosest cluster in two until there are k: more even sizes, and a family tree.",
            (
                Parameter("n_init", 3, "How often each split is tried.", 1, 100),
                Parameter(
                    "bisecting_strategy",
                    "biggest_inertia",
                    "Which cluster is split next: the loosest or the largest.",
                    choices=("biggest_inertia", "largest_cluster"),
                ),
                _pca(0),
            ),
            s_per_number=3e-8,
        ),
        Method(
            "AgglomerativeClustering",
            "Agglomerative (Ward)",
            "Joins the two nearest clusters again and again until k are left. Shapes need not be round.",
            (
                Parameter(
                    "linkage",
                    "ward",
                    "What 'nearest' means: least growth of spread (ward), mean distance, farthest or nearest pair.",
                    choices=("ward", "average", "complete", "single"),
                ),
                Parameter(
                    "metric",
                    "euclidean",
                    "How far two images are apart; ward needs euclidean.",
                    choices=("euclidean", "cosine", "manhattan"),
                ),
                _pca(0),
            ),
            whole_up_to=10_000,
            bytes_per_pair=8,
            s_per_pair=6e-7,
        ),
        Method(
            "GaussianMixture",
            "Gaussian mixture",
            "Clusters as clouds of their own width and direction; every image goes to the likeliest.",
            (
                Parameter(
                    "covariance_type",
                    "full",
                    "How free a cloud's shape is: any ellipsoid, the same for all, along the axes, or a ball.",
                    choices=("full", "tied", "diag", "spherical"),
                ),
                Parameter("n_init", 1, "How often it starts anew.", 1, 50),
                Parameter("max_iter", 100, "The most rounds.", 1, 10_000),
                Parameter("reg_covar", 1e-6, "Added to every width, so that no cloud shrinks to a point.", 0, 1),
                _pca(50),
            ),
            s_per_number=3e-6,
        ),
        Method(
            "Birch",
            "BIRCH",
            "Gathers images in a tree of small balls in one pass, then clusters the balls. Little memory.",
            (
                Parameter("threshold", 0.5, "The largest radius of a ball; smaller makes more of them.", 0.001, 2),
                Parameter("branching_factor", 50, "The most balls in one knot of the tree.", 2, 1000),
                _pca(50),
            ),
            s_per_number=1e-7,
        ),
        Method(
            "SpectralClustering",
            "Spectral",
            "Cuts the graph of neighbours where it is thinnest: finds long and winding clusters.",
            (
                Parameter(
                    "affinity",
                    "nearest_neighbors",
                    "What joins two images: being near neighbours, or a bell curve of their distance.",
                    choices=("nearest_neighbors", "rbf"),
                ),
                Parameter("n_neighbors", 10, "How many neighbours each image is joined with.", 2, 200),
                Parameter("gamma", 1.0, "How narrow the bell curve is (rbf).", 0.001, 1000),
                _pca(50),
            ),
            whole_up_to=5_000,
            bytes_per_pair=24,
            s_per_pair=2e-7,
        ),
        Method(
            "HDBSCAN",
            "HDBSCAN",
            "Dense regions of any shape and density; finds their number itself and leaves strays out.",
            (
                Parameter("min_cluster_size", 10, "The fewest images that make a cluster.", 2, 10_000),
                Parameter("min_samples", 5, "How many neighbours make a place dense; more leaves more out.", 1, 1_000),
                Parameter(
                    "cluster_selection_method",
                    "eom",
                    "Prefer large, lasting clusters (eom) or small, even ones (leaf).",
                    choices=("eom", "leaf"),
                ),
                Parameter("cluster_selection_epsilon", 0.0, "Clusters nearer than this are one.", 0, 2),
                _pca(20),
            ),
            takes_k=False,
            leaves_noise=True,
            whole_up_to=20_000,
            bytes_per_pair=0,
            s_per_pair=6e-8,
        ),
        Method(
            "DBSCAN",
            "DBSCAN",
            "Regions where images lie within a distance of each other; leaves strays out.",
            (
                Parameter("eps", 0.0, "How near neighbours are; 0 finds it from the distances to neighbours.", 0, 2),
                Parameter("min_samples", 5, "How many neighbours make a place dense.", 1, 1_000),
                _pca(20),
            ),
            takes_k=False,
            leaves_noise=True,
            whole_up_to=20_000,
            bytes_per_pair=8,
            s_per_pair=4e-8,
        ),
        Method(
            "OPTICS",
            "OPTICS",
            "Like DBSCAN for regions of different density; slower.",
            (
                Parameter("min_samples", 5, "How many neighbours make a place dense.", 2, 1_000),
                Parameter("min_cluster_size", 10, "The fewest images that make a cluster.", 2, 10_000),
                Parameter("xi", 0.02, "How steep the fall of density is at a cluster's border.", 0.001, 0.5),
                _pca(20),
            ),
            takes_k=False,
            leaves_noise=True,
            whole_up_to=5_000,
            bytes_per_pair=0,
            s_per_pair=2e-6,
        ),
        Method(
            "MeanShift",
            "Mean Shift",
            "Every image climbs to the nearest peak of density; each peak is a cluster.",
            (
                Parameter("bandwidth", 0.0, "How far an image looks; 0 finds it from the distances.", 0, 2),
                Parameter(
                    "quantile",
                    0.05,
                    "Which share of all distances counts as near, where the bandwidth is found.",
                    0.01,
                    1,
                ),
                _pca(10),
            ),
            takes_k=False,
            whole_up_to=2_000,
            bytes_per_pair=8,
            s_per_pair=1.2e-5,
        ),
        Method(
            "AffinityPropagation",
            "Affinity propagation",
            "Images vote for which of them stand for the others; finds the number of clusters itself.",
            (
                Parameter("damping", 0.7, "How slowly votes change; raise it where it does not settle.", 0.5, 0.99),
                Parameter("max_iter", 300, "The most rounds of voting.", 10, 5_000),
                Parameter(
                    "preference",
                    0.0,
                    "How readily an image stands for others; 0 takes the median similarity, lower makes fewer"
                    " clusters.",
                    -10_000,
                    0,
                ),
                _pca(50),
            ),
            takes_k=False,
            whole_up_to=3_000,
            bytes_per_pair=40,
            s_per_pair=2.5e-6,
        ),
    )
}
"""By name; the first is the default."""
