"""What a recipe is chosen by: the facts of the split, the networks there are, and the starting point for a kind."""

from __future__ import annotations

from dataclasses import dataclass, replace

from winnow.app.queries.preparing import frame_sizes, preparation
from winnow.app.queries.samples import labels_in_use, learnable
from winnow.base.paths import networks_folder
from winnow.domain.recipe import Recipe, RecipeKind, default_recipe
from winnow.domain.recipe_words import DataFacts
from winnow.domain.split import Part
from winnow.store import splits
from winnow.store.database import Reader
from winnow.vision.networks import MODELS


@dataclass(frozen=True, slots=True)
class OfferedNetwork:
    """One network to choose: *kinds* of recipe it can do; *download_bytes* must be fetched before its first use."""

    name: str
    words: str
    about: str
    edge_px: int
    """The input size that its weights were learned with; 0: any."""
    kinds: tuple[RecipeKind, ...]
    license: str = ""
    source: str = ""
    download_bytes: int = 0


_UNTAUGHT = (
    OfferedNetwork(
        "small-cnn", "Small CNN", "Eight convolutions, to see how much a small one learns.", 0, (RecipeKind.SCRATCH,)
    ),
    OfferedNetwork(
        "resnet-18",
        "ResNet-18",
        "The field's usual first network without pretraining; its start is made for small pictures where they are.",
        0,
        (RecipeKind.SCRATCH,),
    ),
)


def offered_networks() -> tuple[OfferedNetwork, ...]:
    """Return every network, the default of each kind before others; asks the disk for what is fetched."""
    taught = []
    for model in MODELS.values():
        size = 0
        if model.weights is not None and not (networks_folder() / model.weights.file).exists():
            size = model.weights.size_bytes
        taught.append(
            OfferedNetwork(
                model.name,
                model.words,
                model.about,
                model.edge_px,
                tuple(RecipeKind),
                model.license,
                model.source,
                size,
            )
        )
    return (*taught, *_UNTAUGHT)


def recipe_facts(connection: Reader) -> DataFacts:
    """Return what the sentences about a recipe need of the split in force; nothing counted where there is none."""
    number = splits.current_id(connection)
    if number is None:
        return DataFacts(0, 0, ())
    rows = learnable(connection, splits.get(connection, number))
    train = [row for row in rows if row.part is Part.TRAIN]
    edges = sorted(min(size) for size in frame_sizes(connection, rows))
    names = {int(label.id): label.name for label in labels_in_use(connection, rows)}
    counts = dict.fromkeys(names, 0)
    for row in train:
        counts[row.label_id] += 1
    return DataFacts(
        train=len(train),
        valid=len(rows) - len(train),
        classes=tuple((name, counts[number]) for number, name in names.items()),
        edge_px=edges[len(edges) // 2] if edges else 0,
    )


def starting_recipe(connection: Reader, kind: RecipeKind, facts: DataFacts | None = None) -> Recipe:
    """Return the defaults of *kind* for the split in force, with what was chosen in Split for every run.

    *facts* are those of `recipe_facts`, where they were asked for already.
    """
    facts = recipe_facts(connection) if facts is None else facts
    recipe = default_recipe(kind, max(1, facts.train), facts.edge_px)
    prepared = preparation(connection).applied(recipe)
    if kind is RecipeKind.SCRATCH and recipe.fit.size == _SMALLEST_PX:
        # Of 32 pixels little is left once they are turned and cut as larger ones are.
        prepared = replace(prepared, augmentation=recipe.augmentation)
    return prepared


_SMALLEST_PX = 32
