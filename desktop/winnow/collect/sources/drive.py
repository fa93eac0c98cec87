"""Google Drive: the pictures behind a share link to a file or a folder, without a key or an account."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from winnow.base.counted import counted
from winnow.base.errors import OutsideError, UserError
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Pace, Visit
from winnow.collect.net.addresses import canonical
from winnow.collect.net.refusal import FetchRefused, shown
from winnow.collect.sources.drive_pages import (
    EntryKind,
    Target,
    asks_to_sign_in,
    folder_page,
    in_place_of_file,
    says_automatic,
    target_of,
)
from winnow.collect.sources.interface import waiting_words
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

ENDPOINT = "https://drive.google.com"
MOST_DEPTH = 20
"""Folders within folders; what lies deeper is said and not read."""
_HOSTS = frozenset({"drive.google.com", "docs.google.com", "drive.usercontent.google.com"})
_TYPES = mimetypes.MimeTypes(filenames=())
"""Only what Python itself knows, for a system's own list would make each computer read other files."""
_ORIGIN = "Google Drive"
_NOT_SHARED = (
    "it is not shared with everybody; in Drive, choose Share, then General access, "
    "then 'Anyone with the link', and try again"
)
_SHORT = re.compile(r"[-\w]{25,}", re.ASCII)
"""An id on its own."""
_CLOSED_TITLES = ("sign in", "sign-in", "not found", "access denied")


class NoDriveLink(UserError):
    """A text is no share link that pictures can come from."""

    def __init__(self, link: str, what: str) -> None:
        self.link = link
        self.what = what
        super().__init__(
            f"'{shown(link)}' {what}. Copy the link of a file or a folder from Drive's Share dialogue; "
            "it looks like https://drive.google.com/drive/folders/…"
        )


class DriveFolderClosed(OutsideError):
    """A folder cannot be read: *detail* says why, in words."""

    reason = Reason.NOT_REACHED

    def __init__(self, address: str, detail: str) -> None:
        self.address = address
        self.detail = detail
        super().__init__(f"The Drive folder {shown(address)} cannot be read: {detail}.")


@dataclass(frozen=True, slots=True)
class DriveSource:
    """The file or folder that *link* shares, folders within it included; *endpoint* another server that does the same.

    Raises:
        NoDriveLink: *link* is none.
        FetchRefused: *endpoint* is no address.
    """

    link: str
    endpoint: str = ""

    def __post_init__(self) -> None:
        if self.endpoint.strip():
            canonical(self.endpoint)
        self._target()

    @property
    def manners(self) -> Manners:
        """Asked in English, for its refusals are told apart by their words. robots.txt speaks of search engines, not
        of links that a person was given."""
        return Manners(
            obeys_robots=False,
            headers={"accept-language": "en"},
            at_hosts={host: Pace(2) for host in (*_HOSTS, "www.google.com")},
            keeps_cookies=True,
        )

    def start(self) -> Finds:
        """Return the file, or the folder's page; where the link does not tell which, the link itself."""
        target = self._target()
        if target is None:
            return Finds(visits=(Visit(self._there(self.link)),))
        return self._named(target)

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """Return the files and folders that a folder's page lists.

        A document of Google's own, and a file that its name tells to be no
        picture, are withheld.

        Raises:
            DriveFolderClosed: not shared, or Drive wants no more questions.
        """
        _check_open(visit, answer)
        asked = target_of(visit.address)
        if asked is None:
            return self._resolved(answer)
        page = folder_page(answer.content)
        if not page.title:
            raise DriveFolderClosed(
                visit.address, "Drive's page says nothing; try again later, or open it in a browser"
            )
        if not page.entries and any(words in page.title.casefold() for words in _CLOSED_TITLES):
            raise DriveFolderClosed(visit.address, _NOT_SHARED)
        folder = f"{ENDPOINT}/drive/folders/{asked.id}"
        label = page.title if visit.depth else ""
        pictures, withheld, visits = [], [], []
        for target, name in page.entries:
            if target.kind is EntryKind.FOLDER:
                visits.append(self._folder(target, visit.depth + 1))
                continue
            picture = self._file(target, name, folder, label)
            refusal = _refusal(target, name)
            if refusal:
                withheld.append((picture, Reason.NOT_AN_IMAGE, refusal))
            else:
                pictures.append(picture)
        notes = [] if page.entries else [f"The Drive folder '{page.title}' is empty, or not shared with everybody."]
        if visits and visit.depth >= MOST_DEPTH:
            notes.append(f"{counted(len(visits), 'folder')} of '{page.title}' left out: more than {MOST_DEPTH} deep.")
            visits = []
        return Finds(tuple(pictures), tuple(visits), tuple(withheld), tuple(notes))

    def status_words(self, status: int, retry_after_s: float | None) -> str:
        """See `WordsStatus`."""
        if status in (401, 403):
            return _NOT_SHARED
        if status == 404:
            return "it is gone, or the link is not whole; copy it again"
        if status == 429 or status >= 500:
            return f"Drive answers no more for now ({status}); {waiting_words(retry_after_s)}"
        return ""

    def further_address(self, picture: FoundPicture, answer: Answer) -> str:
        """See `LeadsOn`: past the page that says a file was not scanned for viruses."""
        if not _is_page(answer):
            return ""
        if asks_to_sign_in(answer.address):
            raise PictureRefused(Reason.NOT_REACHED, _NOT_SHARED, picture.file)
        if says_automatic(answer.address):
            raise PictureRefused(Reason.NOT_REACHED, _automatic(None), picture.file)
        page = in_place_of_file(answer.content, answer.address)
        if page.refusal or not page.address:
            raise PictureRefused(Reason.NOT_REACHED, _said(page.refusal, page.title), picture.file)
        if "confirm=" in urlsplit(answer.address).query:
            raise PictureRefused(Reason.NOT_REACHED, "Drive asks for confirmation again and again", picture.file)
        try:
            return self._there(page.address)
        except FetchRefused as refusal:
            raise PictureRefused(
                Reason.NOT_REACHED, f"Drive leads on wrongly: {refusal.detail}", picture.file
            ) from None

    def _target(self) -> Target | None:
        """Return what the link names, None for a link of Drive that does not tell a file from a folder."""
        text = self.link.strip()
        if _SHORT.fullmatch(text):
            return None
        try:
            address = canonical(text if "://" in text else f"https://{text}")
        except FetchRefused as refusal:
            raise NoDriveLink(self.link, f"is no link: {refusal.detail}") from refusal
        host = urlsplit(address).hostname or ""
        if not self.endpoint and host not in _HOSTS:
            raise NoDriveLink(self.link, "is not a link of Google Drive")
        target = target_of(address)
        if target is not None and target.kind is EntryKind.NATIVE:
            raise NoDriveLink(self.link, f"is a document of Google ({target.what}), which is no picture")
        if target is None and not urlsplit(address).path.rstrip("/").endswith("/open"):
            raise NoDriveLink(self.link, "names no file and no folder")
        return target

    def _named(self, target: Target) -> Finds:
        if target.kind is EntryKind.FOLDER:
            return Finds(visits=(self._folder(target, 0),))
        return Finds(pictures=(self._file(target, "", f"{ENDPOINT}/file/d/{target.id}/view", ""),))

    def _resolved(self, answer: Answer) -> Finds:
        """Return what a link that does not tell turned out to be, by where its redirect led."""
        target = target_of(answer.address)
        if target is None:
            raise DriveFolderClosed(answer.address, "Drive does not say what it is; copy the link again")
        if target.kind is EntryKind.NATIVE:
            raise NoDriveLink(self.link, f"is a document of Google ({target.what}), which is no picture")
        return self._named(target)

    def _folder(self, target: Target, depth: int) -> Visit:
        return Visit(self._asked("embeddedfolderview", target), depth)

    def _file(self, target: Target, name: str, page: str, label: str) -> FoundPicture:
        if target.kind is EntryKind.NATIVE:
            address = f"https://docs.google.com/{target.what}/d/{target.id}/"
        else:
            address = self._asked("uc", target)
        return FoundPicture((address,), page=page, title=name, origin=_ORIGIN, label=label, file=name or target.id)

    def _asked(self, what: str, target: Target) -> str:
        parameters = {"id": target.id} | ({"resourcekey": target.key} if target.key else {})
        return canonical(f"{(self.endpoint.strip() or ENDPOINT).rstrip('/')}/{what}?{urlencode(parameters)}")

    def _there(self, address: str) -> str:
        """Return *address* in canonical form, led to the endpoint where one is set; a bare id becomes a link."""
        text = address.strip()
        if _SHORT.fullmatch(text):
            text = f"{ENDPOINT}/open?id={text}"
        whole = canonical(text if "://" in text else f"https://{text}")
        parts = urlsplit(whole)
        if self.endpoint.strip() and parts.hostname in _HOSTS:
            rest = parts._replace(scheme="", netloc="").geturl()
            whole = canonical(f"{self.endpoint.strip().rstrip('/')}{rest}")
        return whole


def _check_open(visit: Visit, answer: Answer) -> None:
    if asks_to_sign_in(answer.address):
        raise DriveFolderClosed(visit.address, _NOT_SHARED)
    if says_automatic(answer.address):
        raise DriveFolderClosed(visit.address, _automatic(None))


def _refusal(target: Target, name: str) -> str:
    """Return why an entry is not even asked for, "" where it is."""
    if target.kind is EntryKind.NATIVE:
        return f"a document of Google ({target.what}), which is no picture"
    told = _TYPES.guess_type(name)[0] or ""
    if told and not told.startswith("image/") and told != "application/octet-stream":
        return f"by its name it is no picture but {told}; it was not downloaded"
    return ""


def _is_page(answer: Answer) -> bool:
    if "content-disposition" in answer.headers:
        return False
    start = answer.content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" in answer.headers.get("content-type", "").lower() or start.startswith(
        (b"<!doctype html", b"<html")
    )


def _automatic(retry_after_s: float | None) -> str:
    return f"Google takes this for an automatic program and answers no more for now; {waiting_words(retry_after_s)}"


def _said(told: str, title: str) -> str:
    """Return what a page in place of a file means."""
    both = f"{told} {title}".casefold()
    if any(word in both for word in ("too many users", "quota", "too many accesses")):
        return (
            "too many people downloaded this file lately, so Drive gives it to nobody for up to 24 hours (its quota); "
            "try again then, or make a copy in your own Drive and share that"
        )
    if any(word in both for word in ("permission", "access denied", "sign in", "not authorized")):
        return _NOT_SHARED
    if "virus" in both or "infected" in both:
        return f"Drive holds it back: {told.rstrip('.')}"
    if told:
        return f"Drive says: {told.rstrip('.')}"
    return "Drive gave a page in place of the file and does not say why; open the link in a browser to see"
