"""Google Drive as it shows shared files and folders to who has no account."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from unit.collect.standins.serving import Asked, Reply, StandIn

_LOOKS = 'style="margin:0" class="goog-inline-block"'


@dataclass(frozen=True, slots=True)
class File:
    """One file; *state* is small, large (asks for confirmation), quota, private, infected or puzzling."""

    name: str
    content: bytes = b"\xff\xd8\xff\xe0 a picture"
    state: str = "small"


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder; what is in it by ids, which are at least 25 characters."""

    name: str
    children: tuple[str, ...] = ()
    key: str = ""
    """Its resource key: without it, it is not found."""


@dataclass(frozen=True, slots=True)
class Native:
    """A document of Google's own: *what* is document, spreadsheets, presentation or forms."""

    name: str
    what: str


@dataclass
class Tree:
    """What is on the drive, by ids as long as Drive's own."""

    things: dict[str, File | Folder | Native] = field(default_factory=dict)

    def add(self, thing: File | Folder | Native) -> str:
        word = re.sub(r"[^A-Za-z0-9]", "_", thing.name.partition(".")[0])
        number = f"1{len(self.things):03d}-{word}"[:33].ljust(33, "x")
        self.things[number] = thing
        return number


class DriveStandIn(StandIn):
    """Serves *things*. Downloads take place at another path, as they do at another host of Google's."""

    def __init__(self, things: Mapping[str, File | Folder | Native]) -> None:
        super().__init__()
        self.things = dict(things)
        self.folder_status = 200
        self.asks_for_ever = False
        self.closed: set[str] = set()
        """Folders that are not shared."""

    def answer(self, asked: Asked) -> Reply:
        thing = self.things.get(asked.query.get("id", ""))
        if asked.path == "/embeddedfolderview":
            return self._folder(asked, thing)
        if asked.path == "/open" and thing is not None:
            where = "drive/folders" if isinstance(thing, Folder) else "file/d"
            end = "" if isinstance(thing, Folder) else "/view"
            return Reply(302, b"", {"location": f"/{where}/{asked.query['id']}{end}"})
        if asked.path.startswith(("/drive/folders/", "/file/d/", "/v3/signin/")):
            return Reply.of_html("<!DOCTYPE html><html><head><title>Google Drive</title></head></html>")
        if asked.path == "/uc" and isinstance(thing, File):
            location = f"/download?id={asked.query['id']}&export=download"
            if thing.state == "private":
                location = "/v3/signin/identifier?continue=x"
            return Reply(303, b"", {"location": location, "set-cookie": "NID=1; Path=/"})
        if asked.path == "/download" and isinstance(thing, File):
            return self._download(asked, thing)
        return Reply.of_html("<title>Error 404 (Not Found)!!1</title>", 404)

    def _folder(self, asked: Asked, thing: File | Folder | Native | None) -> Reply:
        if self.folder_status != 200:
            return Reply.of_html("Sorry", self.folder_status)
        if asked.query["id"] in self.closed:
            return Reply.of_html("<title>Google Drive - Access Denied</title>", 403)
        if not isinstance(thing, Folder) or asked.query.get("resourcekey", "") != thing.key:
            return Reply.of_html("<title>Error 404 (Not Found)!!1</title>", 404)
        entries = "".join(self._entry(number, self.things[number]) for number in thing.children)
        return Reply.of_html(
            f"<!DOCTYPE html><html><head><title>{html.escape(thing.name)}</title></head><body>"
            f'<div class="flip-list-header">Name</div><div class="flip-entries">{entries}</div></body></html>'
        )

    def _entry(self, number: str, thing: File | Folder | Native) -> str:
        if isinstance(thing, Folder):
            key = f"?resourcekey={thing.key}" if thing.key else ""
            link = f"https://drive.google.com/drive/folders/{number}{key}"
        elif isinstance(thing, Native):
            link = f"https://docs.google.com/{thing.what}/d/{number}/edit?usp=drive_web"
        else:
            link = f"https://drive.google.com/file/d/{number}/view?usp=drive_web"
        name = html.escape(thing.name)
        return (
            f'<div class="flip-entry" id="entry-{number}" tabindex="0" role="link"><div class="flip-entry-info">'
            f'<a href="{html.escape(link)}" target="_blank"><div {_LOOKS}><img alt="Image" '
            f'src="https://lh3.googleusercontent.com/x"/></div><div class="flip-entry-title">{name}</div></a>'
            "</div></div>"
        )

    def _download(self, asked: Asked, file: File) -> Reply:
        pages = {
            "quota": ("Google Drive - Quota exceeded", "Too many users have viewed or downloaded this file recently. "
                      "Please try accessing the file again later."),
            "infected": ("Google Drive - Infected file", "Only the owner can download infected files."),
        }  # fmt: skip
        if file.state in pages:
            title, words = pages[file.state]
            return Reply.of_html(
                f'<!DOCTYPE html><html><head><title>{title}</title></head><body><p class="uc-error-caption">Sorry, you '
                f'can&#39;t view or download this file at this time.</p><p class="uc-error-subcaption">{words}</p>'
            )
        if file.state == "puzzling":
            return Reply.of_html("<!DOCTYPE html><html><body>Something new</body></html>")
        is_confirmed = asked.query.get("confirm") == "t" and asked.query.get("uuid") == "c0ffee"
        if file.state == "large" and (not is_confirmed or self.asks_for_ever):
            return Reply.of_html(_interstitial(asked.query["id"], file.name))
        told = f"attachment; filename=\"{file.name}\"; filename*=UTF-8''{file.name}"
        return Reply(200, file.content, {"content-type": "image/jpeg", "content-disposition": told})


def _interstitial(number: str, name: str) -> str:
    hidden = {"id": number, "export": "download", "confirm": "t", "uuid": "c0ffee"}
    fields = "".join(f'<input type="hidden" name="{key}" value="{value}">' for key, value in hidden.items())
    return (
        "<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning</title></head><body>"
        '<p class="uc-warning-caption">Google Drive can&#39;t scan this file for viruses.</p>'
        f'<p class="uc-warning-subcaption"><span class="uc-name-size"><a href="/open?id={number}">'
        f"{html.escape(name)}</a> (30M)</span> is too large for Google to scan for viruses.</p>"
        '<form id="download-form" '
        'action="https://drive.usercontent.google.com/download" method="get"><input type="submit" '
        f'id="uc-download-link" value="Download anyway"/>{fields}</form></body></html>'
    )
