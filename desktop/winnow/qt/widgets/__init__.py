"""Widgets of every room: values in, signals out; they decide nothing."""
