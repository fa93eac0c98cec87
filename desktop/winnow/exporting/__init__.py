"""What leaves the project: data sets as class folders, models that run without Winnow."""
