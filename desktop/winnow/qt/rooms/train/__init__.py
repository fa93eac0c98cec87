"""Train: choose a recipe, watch the run learn, compare it with those before."""
