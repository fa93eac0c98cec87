"""The map: pictures as points on a plane."""
