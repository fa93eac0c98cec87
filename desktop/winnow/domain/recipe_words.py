"""What each field of a recipe does, and what its value means for the pictures at hand, a sentence or two each."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from winnow.base.counted import counted
from winnow.domain.fit import FitMode
from winnow.domain.preparation import UNEQUAL
from winnow.domain.recipe import Balance, OptimiserKind, Recipe, RecipeKind, Schedule


@dataclass(frozen=True, slots=True)
class DataFacts:
    """What the sentences need of the split: *classes* are (name, pictures in train); *edge_px* is the median of the
    shorter sides, 0 where it is not known."""

    train: int
    valid: int
    classes: tuple[tuple[str, int], ...]
    edge_px: int = 0

    @property
    def inequality(self) -> float:
        """The largest class divided by the smallest, 1 where there is none."""
        sizes = [size for _name, size in self.classes if size]
        return max(sizes) / min(sizes) if sizes else 1.0


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field of a recipe: its *name* in `Recipe`, its *title* and *value* for people, and what they mean here."""

    name: str
    title: str
    value: str
    words: str


def explained(recipe: Recipe, facts: DataFacts) -> tuple[FieldWords, ...]:
    """Return every field that counts for the recipe's kind, in the order in which a person decides on them."""
    return tuple(
        FieldWords(name, title, value(recipe), words(recipe, facts))
        for name, title, counts, value, words in _FIELDS
        if counts(recipe)
    )


def sentence(name: str, recipe: Recipe, facts: DataFacts) -> str:
    """Return what the field *name* of `Recipe` does and means for *facts*; "" where the kind has no use for it."""
    return next((one.words for one in explained(recipe, facts) if one.name == name), "")


def steps_per_epoch(recipe: Recipe, facts: DataFacts) -> int:
    """Return how many batches one pass over train has."""
    return math.ceil(facts.train / recipe.batch_size)


def _kind(recipe: Recipe, facts: DataFacts) -> str:
    fewest = min((size for _name, size in facts.classes), default=0)
    if recipe.kind is RecipeKind.QUICK:
        return (
            "The network stays as it is; only its last layer learns, from features that are stored once. "
            f"Takes seconds, and is hard to beat with {counted(facts.train, 'training picture')} "
            f"(fewest in a class: {fewest})."
        )
    if recipe.kind is RecipeKind.FINE_TUNE:
        enough = "enough" if fewest >= 100 else "few: it may be no better than Quick"
        return (
            "All weights learn, from a network that already knows pictures. Good from about 100 pictures a class; "
            f"the smallest here has {fewest}, which is {enough}."
        )
    return (
        "A network that knows nothing learns all from your pictures. Shows what pretraining is worth; "
        f"it needs thousands a class, and the smallest here has {fewest}. The right choice for CIFAR-10's 32 pixels."
    )


def _network(recipe: Recipe, _facts: DataFacts) -> str:
    if recipe.own is not None:
        return "Your own class. Its code runs with your rights on this computer, so it is run only as you trusted it."
    return "The shape of the network, and for Quick and Fine-tune what it has learned before. Larger is slower."


def _size(recipe: Recipe, facts: DataFacts) -> str:
    size = recipe.fit.size
    words = f"Every picture becomes {size} × {size} pixels. Twice the size takes four times as long."
    if facts.edge_px and facts.edge_px < size:
        words += (
            f" Your pictures are smaller (typically {facts.edge_px} pixels): they are enlarged, which adds no detail."
        )
    return words


def _epochs(recipe: Recipe, facts: DataFacts) -> str:
    steps = steps_per_epoch(recipe, facts)
    times = counted(recipe.epochs, "time")
    words = f"Each of the {facts.train} training pictures is seen {times}, in {recipe.epochs * steps}"
    words += f" steps of {steps} an epoch."
    if recipe.epochs * steps < 50:
        words += " That is very few steps: more epochs or a smaller batch let it learn more."
    return words


def _batch(recipe: Recipe, facts: DataFacts) -> str:
    steps = steps_per_epoch(recipe, facts)
    words = (
        f"So many pictures make one step: {counted(steps, 'step')} an epoch. Small batches learn more from few "
        "pictures, large ones keep the processor busier."
    )
    if recipe.batch_size > max(1, facts.train // 8):
        words += f" {recipe.batch_size} is more than an eighth of your {facts.train} pictures: too few steps to learn."
    return words


def _rate(recipe: Recipe, _facts: DataFacts) -> str:
    words = "How far each step goes. Too high and the loss jumps or runs away, too low and nothing is learned in time."
    if recipe.kind is RecipeKind.FINE_TUNE:
        words += (
            f" The last layer learns at {recipe.learning_rate:g}, falling layer by layer to "
            f"{recipe.learning_rate / 100:g} at the first, which knows edges and colours already."
        )
    return words


_SCHEDULES: dict[Schedule, Callable[[Recipe], str]] = {
    Schedule.ONE_CYCLE: lambda recipe: (
        f"Rises for {recipe.warm_up:.0%} of the steps, then falls to almost nothing by the last one: "
        "the run must go to its end to be at its best."
    ),
    Schedule.COSINE: lambda recipe: (
        f"Rises evenly for {recipe.warm_up:.0%} of the steps, then falls along a cosine to nothing at the end."
    ),
    Schedule.STEP: lambda recipe: f"Falls to a tenth after every {counted(recipe.period(), 'epoch')}.",
    Schedule.CONSTANT: lambda _recipe: "Stays the same, so a run can be made longer; it ends less settled than others.",
    Schedule.PLATEAU: lambda recipe: (
        f"Falls to a tenth when the valid loss has not fallen for {counted(recipe.plateau_epochs, 'epoch')}. "
        "It reacts to valid, so valid is a little less of a surprise to it."
    ),
    Schedule.RESTARTS: lambda recipe: (
        f"A cosine to nothing that starts again after every {counted(recipe.period(), 'epoch')}: "
        "each restart may leave a poor minimum; the accuracy dips there for a while."
    ),
}


def _schedule(recipe: Recipe, _facts: DataFacts) -> str:
    return "How the learning rate goes over the run. " + _SCHEDULES[recipe.schedule](recipe)


def _optimiser(recipe: Recipe, _facts: DataFacts) -> str:
    if recipe.optimiser is OptimiserKind.SGD:
        return (
            f"Steps follow the gradient with Nesterov momentum {recipe.momentum:g}. It wants a learning rate "
            "10 to 100 times that of AdamW."
        )
    if recipe.optimiser is OptimiserKind.ADAM:
        return "Each weight has its own step size. Weight decay works through the gradient here; AdamW does it better."
    return "Each weight has its own step size, and weight decay works apart from it. Forgiving of the learning rate."


def _decay(recipe: Recipe, facts: DataFacts) -> str:
    strong = " That is strong." if recipe.weight_decay > 0.3 else ""
    few = " With so few pictures it guards against learning them by heart." if facts.train < 500 else ""
    return f"Pulls weights towards zero a little at each step; biases and normalisation are left alone.{strong}{few}"


def _early(recipe: Recipe, facts: DataFacts) -> str:
    if not recipe.early_stop_epochs:
        return "Off: the run goes to its end, and the weights of its best epoch are kept anyway."
    words = f"Ends the run when valid has not been better for {counted(recipe.early_stop_epochs, 'epoch')}."
    if recipe.schedule in (Schedule.ONE_CYCLE, Schedule.COSINE):
        words += (
            " This schedule is at its best at its end, which a stop before it never reaches: "
            "train again with fewer epochs instead."
        )
    if facts.valid:
        words += f" One picture of {facts.valid} in valid is {100 / facts.valid:.2g} % of its accuracy."
    return words


def _smoothing(recipe: Recipe, facts: DataFacts) -> str:
    if not recipe.label_smoothing:
        return "Off: the label is taken as certain, and losses can be compared between runs."
    rest = recipe.label_smoothing / max(1, len(facts.classes))
    return (
        f"The label counts {1 - recipe.label_smoothing + rest:.2f} and the other classes {rest:.2f} each: less "
        "overconfident, but the training loss cannot come near 0, nor be compared with a run without."
    )


def _mixup(recipe: Recipe, _facts: DataFacts) -> str:
    if not recipe.mixup:
        return "Off. It helps long runs on many pictures; below some 20,000 it seldom does."
    return (
        f"Two pictures are laid over each other, in shares drawn around alpha {recipe.mixup:g}, and so are their "
        "labels. The training accuracy means little then; look at valid."
    )


def _cutmix(recipe: Recipe, _facts: DataFacts) -> str:
    if not recipe.cutmix:
        return "Off. Like mixup, it is for long runs on many pictures."
    return (
        f"A rectangle of another picture is put into each, of a size drawn around alpha {recipe.cutmix:g}, and labels "
        "are shared out by area. The training accuracy means little then; look at valid."
    )


def _clip(recipe: Recipe, _facts: DataFacts) -> str:
    if not recipe.clip_norm:
        return "Off: a single odd batch can throw the weights far off."
    return f"A gradient longer than {recipe.clip_norm:g} is shortened to it, so that one odd batch cannot do harm."


def _ema(recipe: Recipe, facts: DataFacts) -> str:
    if not recipe.ema:
        return "Off: valid looks at the weights as they are."
    steps = 1 / (1 - recipe.ema)
    total = recipe.epochs * steps_per_epoch(recipe, facts)
    last = counted(round(steps), "step")
    words = f"Valid looks at, and the run keeps, the mean of the weights over about the last {last}."
    if steps > total / 3:
        words += f" The whole run has {total}: choose a smaller value, or the mean remembers its beginning."
    return words


def _balance(recipe: Recipe, facts: DataFacts) -> str:
    ratio = facts.inequality
    equal = f"The largest class has {ratio:.1f} times the pictures of the smallest"
    if recipe.balance is Balance.NONE:
        return f"{equal}; every picture counts the same."
    if ratio < UNEQUAL:
        return f"{equal}, which is near enough: every picture counts the same."
    if recipe.balance is Balance.WEIGHTS:
        return f"{equal}; a picture of a rare class counts more in the loss, so that all classes weigh the same."
    return f"{equal}; rare classes are drawn more often, so that a batch has about as many of each."


def _frozen(recipe: Recipe, _facts: DataFacts) -> str:
    if not recipe.frozen_epochs:
        return "All weights learn from the first step; the untrained last layer may spoil the others at first."
    rest = max(0, recipe.epochs - recipe.frozen_epochs)
    return f"In the first {recipe.frozen_epochs} the last layer learns alone; in the other {rest} all weights do."


def _views(recipe: Recipe, facts: DataFacts) -> str:
    if not recipe.views:
        return "Off: the features of each picture as it is."
    return (
        f"The features of {counted(recipe.views, 'varied view')} of each of the {facts.train} pictures are taken once "
        "and kept; each epoch draws one of them, or the picture as it is."
    )


def _variations(recipe: Recipe) -> list[str]:
    how = recipe.augmentation
    cuts = recipe.fit.mode is FitMode.RANDOM_RESIZED_CROP and how.min_area < 1
    parts = [f"a part of at least {how.min_area:.0%} of it"] if cuts else []
    parts += [f"mirrored in {how.flip_share:.0%} of the cases"] if how.flip and how.flip_share else []
    parts += [f"turned by up to {how.rotate_degrees:g}°"] if how.rotate_degrees else []
    parts += [f"lighter, darker or paler by up to {how.light:.0%}"] if how.light else []
    parts += [f"blurred by up to {how.blur:g} pixels"] if how.blur else []
    return parts + ([f"with a patch missing in {how.erase:.0%} of the cases"] if how.erase else [])


def _variation(recipe: Recipe) -> str:
    kinds = _variations(recipe)
    return counted(len(kinds), "kind") if kinds else "off"


def _augmentation(recipe: Recipe, _facts: DataFacts) -> str:
    parts = _variations(recipe)
    if not parts:
        return "Off: every epoch sees the same pixels, and learns them by heart sooner."
    return f"Every epoch sees each training picture otherwise: {', '.join(parts)}. Valid and test are never varied."


def _seed(recipe: Recipe, _facts: DataFacts) -> str:
    return (
        f"Which order, which variations, which first weights. The same seed gives the same run on one computer; "
        f"the difference between {recipe.seed} and {recipe.seed + 1} shows how much is luck."
    )


def _device(recipe: Recipe, _facts: DataFacts) -> str:
    if recipe.device == "auto":
        return "A graphics card where there is one that can train, else the processor."
    if recipe.device.startswith("ray"):
        return (
            "Workers of a Ray cluster share every batch; batch and learning rate stay as they are. "
            "Quick is trained here all the same: it takes seconds."
        )
    return "Where it trains; if that is not there, the processor is used, and the run says so."


def _always(_recipe: Recipe) -> bool:
    return True


def _whole(recipe: Recipe) -> bool:
    return recipe.kind is not RecipeKind.QUICK


_Row = tuple[
    str, str, Callable[[Recipe], bool], Callable[[Recipe], str], Callable[[Recipe, DataFacts], str]
]  # name, title, whether it counts, value, words

_FIELDS: tuple[_Row, ...] = (
    ("kind", "Recipe", _always, lambda one: one.kind.value, _kind),
    (
        "network",
        "Network",
        _always,
        lambda one: one.network if one.own is None else f"{one.own.class_name} of {one.own.file}",
        _network,
    ),
    ("fit", "Input size", _always, lambda one: f"{one.fit.size} px, {one.fit.mode.value}", _size),
    ("epochs", "Epochs", _always, lambda one: str(one.epochs), _epochs),
    (
        "frozen_epochs",
        "Frozen epochs",
        lambda one: one.kind is RecipeKind.FINE_TUNE,
        lambda one: str(one.frozen_epochs),
        _frozen,
    ),
    ("batch_size", "Batch size", _always, lambda one: str(one.batch_size), _batch),
    ("learning_rate", "Learning rate", _always, lambda one: f"{one.learning_rate:g}", _rate),
    ("schedule", "Schedule", _always, lambda one: one.schedule.value, _schedule),
    ("optimiser", "Optimiser", _always, lambda one: one.optimiser.value, _optimiser),
    ("weight_decay", "Weight decay", _always, lambda one: f"{one.weight_decay:g}", _decay),
    ("early_stop_epochs", "Early stop", _always, lambda one: str(one.early_stop_epochs or "off"), _early),
    ("label_smoothing", "Label smoothing", _always, lambda one: f"{one.label_smoothing:g}", _smoothing),
    ("mixup", "Mixup", _whole, lambda one: f"{one.mixup:g}", _mixup),
    ("cutmix", "Cutmix", _whole, lambda one: f"{one.cutmix:g}", _cutmix),
    ("clip_norm", "Gradient clipping", _always, lambda one: f"{one.clip_norm:g}", _clip),
    ("ema", "Weight averaging", _always, lambda one: f"{one.ema:g}", _ema),
    ("balance", "Unequal classes", _always, lambda one: one.balance.value, _balance),
    ("augmentation", "Variation", lambda one: _whole(one) or one.views > 0, _variation, _augmentation),
    ("views", "Stored views", lambda one: one.kind is RecipeKind.QUICK, lambda one: str(one.views), _views),
    ("seed", "Seed", _always, lambda one: str(one.seed), _seed),
    ("device", "Device", _always, lambda one: one.device, _device),
)
