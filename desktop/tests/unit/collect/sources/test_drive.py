from __future__ import annotations

import pickle
from collections import Counter

import pytest
from unit.collect.standins.drive import DriveStandIn, File, Folder, Native, Tree
from unit.collect.standins.following import fetched, followed

from winnow.base.errors import OutsideError, UserError
from winnow.collect.finds import Answer, FoundPicture, LeadsOn, Visit, WordsStatus
from winnow.collect.sources.drive import DriveFolderClosed, DriveSource, NoDriveLink
from winnow.collect.sources.drive_pages import EntryKind, target_of
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

ID = "1AbCdEfGhIjKlMnOpQrStUvWxYz_-0123"


@pytest.fixture
def tree():
    """A folder of 60 cats and a folder within it of 55 dogs, with a folder of 5 puppies in that; and other things."""
    tree = Tree()
    puppies = tree.add(Folder("puppies", tuple(tree.add(File(f"puppy {one}.png")) for one in range(5)), key="0-abc"))
    dogs = tree.add(Folder("dogs & more", (*(tree.add(File(f"dog {one}.jpg")) for one in range(55)), puppies)))
    documents = (Native("Notes", "document"), Native("Table", "spreadsheets"))
    others = [tree.add(one) for one in (*documents, File("holiday.mp4"), File("without extension"))]
    cats = tuple(tree.add(File(f"cat <{one}>.jpg")) for one in range(60))
    root = tree.add(Folder("My pets", (dogs, *cats, *others)))
    return tree, root


@pytest.fixture
def stand_in(tree):
    with DriveStandIn(tree[0].things) as server:
        yield server


def _link(root):
    return f"https://drive.google.com/drive/folders/{root}?usp=sharing"


def test_lists_nested_folders_of_more_than_fifty_files_by_names_and_folders(tree, stand_in):
    result = followed(DriveSource(_link(tree[1]), stand_in.address))
    assert Counter(one.label for one in result.pictures) == {"": 61, "dogs & more": 55, "puppies": 5}
    assert [one.file for one in result.pictures][:2] == ["cat <0>.jpg", "cat <1>.jpg"]
    assert len({one.addresses for one in result.pictures}) == 121
    assert [visit.depth for visit in result.visits] == [0, 1, 2]
    assert not result.refused
    assert all(one.page.startswith("https://drive.google.com/drive/folders/") for one in result.pictures)


def test_what_is_no_picture_is_withheld_with_a_reason(tree, stand_in):
    result = followed(DriveSource(_link(tree[1]), stand_in.address))
    told = {one.file: (reason, detail) for one, reason, detail in result.withheld}
    assert set(told) == {"Notes", "Table", "holiday.mp4"}
    assert {reason for reason, _ in told.values()} == {Reason.NOT_AN_IMAGE}
    assert "document" in told["Notes"][1]
    assert "video/mp4" in told["holiday.mp4"][1]
    assert not any("/download" in path for path in stand_in.paths())


def test_a_file_comes_by_its_address_over_redirects(tree, stand_in):
    source = DriveSource(_link(tree[1]), stand_in.address)
    answer = fetched(source, followed(source).pictures[0])
    assert isinstance(answer, Answer)
    assert answer.content.startswith(b"\xff\xd8")


@pytest.fixture
def one_file():
    servers = []

    def serve(state):
        tree = Tree()
        number = tree.add(File("big.jpg", state=state))
        server = DriveStandIn(tree.things)
        server.__enter__()
        servers.append(server)
        return server, DriveSource(f"https://drive.google.com/file/d/{number}/view?usp=sharing", server.address)

    yield serve
    for server in servers:
        server.__exit__()


def test_a_large_file_is_confirmed_once(one_file):
    server, source = one_file("large")
    (picture,) = source.start().pictures
    answer = fetched(source, picture)
    assert isinstance(answer, Answer)
    assert answer.content.startswith(b"\xff\xd8")
    assert server.paths() == ["/uc", "/download", "/download"]
    assert server.asked[-1].headers["cookie"] == "NID=1"


def test_confirmation_without_end_is_said(one_file):
    server, source = one_file("large")
    server.asks_for_ever = True
    refusal = fetched(source, source.start().pictures[0])
    assert isinstance(refusal, PictureRefused)
    assert "again and again" in refusal.detail


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("quota", "up to 24 hours"),
        ("private", "Anyone with the link"),
        ("infected", "infected files"),
        ("puzzling", "does not say why"),
    ],
)
def test_pages_in_place_of_a_file_are_said_in_words(one_file, state, words):
    _server, source = one_file(state)
    refusal = fetched(source, source.start().pictures[0])
    assert isinstance(refusal, PictureRefused)
    assert refusal.reason is Reason.NOT_REACHED
    assert words in refusal.detail


def test_a_link_that_does_not_tell_is_resolved_by_where_it_leads(tree, stand_in):
    things, root = tree
    folder = followed(DriveSource(f"https://drive.google.com/open?id={root}", stand_in.address))
    assert len(folder.pictures) == 121
    bare = followed(DriveSource(root, stand_in.address))
    assert len(bare.pictures) == 121
    a_file = next(number for number, one in things.things.items() if isinstance(one, File))
    (picture,) = followed(DriveSource(f"https://drive.google.com/open?id={a_file}", stand_in.address)).pictures
    assert picture.addresses == (f"{stand_in.address}/uc?id={a_file}",)


def test_a_folder_that_is_not_shared_is_refused_in_words(stand_in):
    source = DriveSource(_link("1" * 33), stand_in.address)
    result = followed(source)
    assert [refusal.status for _, refusal in result.refused] == [404]
    assert isinstance(source, WordsStatus)
    assert "copy it again" in source.status_words(404, None)
    assert "Anyone with the link" in source.status_words(403, None)
    assert "in 10 minutes" in source.status_words(429, 600)


@pytest.mark.parametrize(
    ("address", "content", "words"),
    [
        ("https://accounts.google.com/v3/signin/identifier", b"<title>Sign in</title>", "Anyone with the link"),
        ("https://www.google.com/sorry/index?continue=x", b"<title>Sorry</title>", "automatic"),
        (
            "https://drive.google.com/embeddedfolderview",
            b"<title>Google Drive: Sign-in</title>",
            "Anyone with the link",
        ),
        ("https://drive.google.com/embeddedfolderview", b"<html>", "try again later"),
    ],
)
def test_pages_in_place_of_a_folder_are_refusals(address, content, words):
    visit = Visit(f"https://drive.google.com/embeddedfolderview?id={ID}")
    with pytest.raises(DriveFolderClosed, match=words) as caught:
        DriveSource(_link(ID)).read(visit, Answer(address, 200, {"content-type": "text/html"}, content))
    assert isinstance(caught.value, OutsideError)


def test_an_empty_folder_is_noted():
    visit = Visit(f"https://drive.google.com/embeddedfolderview?id={ID}")
    answer = Answer(visit.address, 200, {}, b"<title>Nothing yet</title>")
    assert "'Nothing yet' is empty" in DriveSource(_link(ID)).read(visit, answer).notes[0]


def test_folders_without_end_are_left_at_some_depth():
    visit = Visit(f"https://drive.google.com/embeddedfolderview?id={ID}", depth=20)
    inner = f'<a href="https://drive.google.com/drive/folders/{ID}">more</a>'
    finds = DriveSource(_link(ID)).read(visit, Answer(visit.address, 200, {}, f"<title>x</title>{inner}".encode()))
    assert not finds.visits
    assert "20 deep" in finds.notes[0]


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        (f"https://drive.google.com/drive/folders/{ID}?usp=sharing", EntryKind.FOLDER),
        (f"https://drive.google.com/drive/u/0/folders/{ID}", EntryKind.FOLDER),
        (f"https://drive.google.com/drive/mobile/folders/{ID}?usp=drive_link", EntryKind.FOLDER),
        (f"https://drive.google.com/folderview?id={ID}", EntryKind.FOLDER),
        (f"https://drive.google.com/file/d/{ID}/view?usp=sharing", EntryKind.FILE),
        (f"https://drive.google.com/file/u/1/d/{ID}/edit", EntryKind.FILE),
        (f"https://drive.google.com/uc?export=download&id={ID}", EntryKind.FILE),
        (f"https://drive.usercontent.google.com/download?id={ID}&confirm=t", EntryKind.FILE),
        (f"https://docs.google.com/uc?id={ID}", EntryKind.FILE),
        (f"drive.google.com/drive/folders/{ID}", EntryKind.FOLDER),
    ],
)
def test_all_forms_of_links_are_understood(link, kind):
    target = target_of(link)
    assert target is not None
    assert (target.kind, target.id) == (kind, ID)
    finds = DriveSource(f"  {link} ").start()
    assert len(finds.visits if kind is EntryKind.FOLDER else finds.pictures) == 1


def test_the_key_of_older_links_goes_along():
    finds = DriveSource(f"https://drive.google.com/drive/folders/{ID}?resourcekey=0-abc&usp=sharing").start()
    assert finds.visits[0].address == f"https://drive.google.com/embeddedfolderview?id={ID}&resourcekey=0-abc"


@pytest.mark.parametrize(
    "link",
    [
        "",
        "my holiday pictures",
        "https://example.org/drive/folders/" + ID,
        "https://drive.google.com.evil.example/drive/folders/" + ID,
        "https://drive.google.com/drive/my-drive",
        f"https://docs.google.com/document/d/{ID}/edit",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0",
        "ftp://drive.google.com/x",
        "http://[::1",
    ],
)
def test_other_links_are_refused_in_words(link):
    with pytest.raises(NoDriveLink, match="Share dialogue") as caught:
        DriveSource(link)
    assert isinstance(caught.value, UserError)


def test_foreign_links_in_a_page_lead_nowhere():
    page = f"""<title>x</title><a href="javascript:alert(1)">a</a><a>b</a><a href="http://[">c</a>
        <a href="https://drive.google.com/file/d/{ID}/view">pic<b>ture</b>.jpg
        <a href="https://drive.google.com/file/d/{ID}/view">again</a>"""
    visit = Visit(f"https://drive.google.com/embeddedfolderview?id={ID}")
    finds = DriveSource(_link(ID)).read(visit, Answer(visit.address, 200, {}, page.encode()))
    assert [one.file for one in finds.pictures] == ["picture.jpg"]
    assert not finds.visits


def test_a_form_that_leads_elsewhere_with_nonsense_is_refused():
    page = (
        b'<!doctype html><form id="download-form" action="file:///etc/passwd"><input name="confirm" value="t"></form>'
    )
    answer = Answer(f"https://drive.google.com/uc?id={ID}", 200, {"content-type": "text/html"}, page)
    with pytest.raises(PictureRefused, match="wrongly"):
        DriveSource(_link(ID)).further_address(FoundPicture((answer.address,)), answer)


def test_has_its_own_cookies_its_pace_and_can_be_pickled():
    source = DriveSource(_link(ID))
    assert isinstance(source, LeadsOn)
    assert source.manners.keeps_cookies
    assert source.manners.pace("drive.google.com").per_host == 2
    assert pickle.loads(pickle.dumps(source)) == source
