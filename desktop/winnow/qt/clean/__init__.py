"""Copies, doubtful and odd pictures, reviewed: panels that Sort mounts."""
