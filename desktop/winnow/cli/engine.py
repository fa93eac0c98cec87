"""The one way in which commands name where their work runs."""

from __future__ import annotations

from argparse import ArgumentParser

from winnow.app.engine.choice import LOCAL


def add_engine(parser: ArgumentParser) -> None:
    """Add ``--engine`` to the options of a command."""
    parser.add_argument(
        "--engine",
        default=LOCAL,
        metavar="WHERE",
        help="local (default), ray (all cores here), ray:N (N workers here) or a cluster's address, ray://HOST:PORT",
    )
