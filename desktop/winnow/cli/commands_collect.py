"""Commands that bring pictures from the network."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from winnow.cli.account import network_account
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.pipelines.wishes import Wish


def options_of_crawl(parser: ArgumentParser) -> None:
    parser.add_argument("addresses", nargs="+", metavar="URL", help="the address of a page to begin at")
    parser.add_argument("--depth", type=int, default=1, metavar="N", help="follow links this far (default 1)")
    _add_max_images(parser, 1000)
    parser.add_argument("--same-site", action="store_true", help="read no pages of other sites")
    parser.add_argument(
        "--allow-private", action="store_true", help="ask addresses of this machine and of private networks as well"
    )
    _add_user_agent(parser)


def crawl(args: Namespace, terminal: Terminal) -> Reply:
    """Collect the pictures of web pages; once more, it goes on, or looks for what is new."""
    from winnow.app.pipelines.wishes import PagesWish

    _check_counts(args)
    if args.depth < 0:
        args.wrong("argument --depth: must not be negative")
    addresses = tuple(
        dict.fromkeys(address if "://" in address else f"https://{address}" for address in args.addresses)
    )
    wish = PagesWish(
        addresses,
        depth=args.depth,
        same_site=args.same_site,
        max_images=args.max_images,
        allow_private=args.allow_private,
        user_agent=args.user_agent,
    )
    return _collected(args, terminal, wish, "Crawl")


def options_of_search(parser: ArgumentParser) -> None:
    parser.add_argument("search", metavar="openverse|commons|inaturalist", help="which search to ask")
    parser.add_argument("query", metavar="QUERY", help="what to search for")
    _add_max_images(parser, 200)
    parser.add_argument(
        "--license",
        "--licence",
        dest="licence",
        default="",
        metavar="CODE,CODE",
        help="only pictures under these, e.g. by,by-sa,cc0; or: commercial, modification",
    )
    _add_endpoint(parser)
    _add_user_agent(parser)


def search(args: Namespace, terminal: Terminal) -> Reply:
    """Collect the pictures that an image search finds."""
    from winnow.app.pipelines.wishes import SearchWish

    _check_counts(args)
    wish = SearchWish(
        args.search.strip().lower(),
        args.query,
        licence=args.licence,
        max_images=args.max_images,
        endpoint=args.endpoint,
        user_agent=args.user_agent,
    )
    return _collected(args, terminal, wish, "Search")


def options_of_drive(parser: ArgumentParser) -> None:
    parser.add_argument("link", metavar="LINK", help="the share link of a file or a folder")
    _add_max_images(parser, 0)
    _add_endpoint(parser)
    _add_user_agent(parser)


def drive(args: Namespace, terminal: Terminal) -> Reply:
    """Collect the pictures of a Google Drive share link."""
    from winnow.app.pipelines.wishes import DriveWish

    _check_counts(args)
    wish = DriveWish(args.link, max_images=args.max_images, endpoint=args.endpoint, user_agent=args.user_agent)
    return _collected(args, terminal, wish, "Drive")


def _collected(args: Namespace, terminal: Terminal, wish: Wish, title: str) -> Reply:
    from winnow.app.pipelines.collecting import begin, collect
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        source_id = begin(session, wish)
        terminal.run(title, lambda: collect(session, source_id))
        return network_account(session, source_id)


def _add_max_images(parser: ArgumentParser, default: int) -> None:
    words = f"at most N pictures (default {default})" if default else "at most N pictures (default: all)"
    parser.add_argument("--max-images", type=int, default=default, metavar="N", help=words)


def _add_endpoint(parser: ArgumentParser) -> None:
    parser.add_argument("--endpoint", default="", metavar="URL", help="ask another server that speaks the same")


def _add_user_agent(parser: ArgumentParser) -> None:
    parser.add_argument("--user-agent", default="", metavar="TEXT", help="how to name oneself to servers")


def _check_counts(args: Namespace) -> None:
    if args.max_images < 0:
        args.wrong("argument --max-images: must not be negative")
