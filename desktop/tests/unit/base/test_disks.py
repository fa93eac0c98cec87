"""What a disk is said to be."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from winnow.base.disks import disk_words, file_system, is_on_network

MOUNTS = r"""
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /home/me/share rw shared:7 - cifs //server/share rw
31 22 0:41 / /home/me/share/own rw - ext4 /dev/sdb1 rw
32 22 0:42 / /mnt/two\040words rw - nfs4 server:/x rw
33 22 0:43 / /mnt/ssh rw - fuse.sshfs me@host: rw
34 22 0:44 / /mnt/stick rw - vfat /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/pets.winnow", "ext4"),
        ("/home/me/share/pets.winnow", "cifs"),
        ("/home/me/shared/pets.winnow", "ext4"),
        ("/home/me/share/own/pets.winnow", "ext4"),
        ("/mnt/two words/pets.winnow", "nfs4"),
        ("/mnt/ssh", "fuse.sshfs"),
        ("/mnt/stick/a", "vfat"),
    ],
)
def test_the_nearest_mount_tells_the_file_system(folder: str, kind: str) -> None:
    assert file_system(Path(folder), MOUNTS) == kind


def test_the_disk_of_the_tests_is_of_this_computer(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)


def test_a_folder_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    gone = tmp_path / "stick" / "pets.winnow"
    words = disk_words(gone, errno.ENOENT)
    assert str(gone) in words
    assert "no longer there" in words
    assert "Bring it back" in words


def test_a_full_disk_is_said_to_be_full_with_what_is_free(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    words = disk_words(tmp_path, errno.ENOSPC)
    assert f"The disk of {tmp_path} is full" in words
    assert f"{free / 1e6:.0f}"[:2] in words
    assert "Free some space" in words


def test_other_causes_are_named(tmp_path: Path) -> None:
    assert "read but not written" in disk_words(tmp_path, errno.EROFS)
    assert "another file system" in disk_words(tmp_path, errno.EFBIG)
    assert "(the cable broke)" in disk_words(tmp_path, errno.EIO, "the cable broke")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a superuser may write everywhere")
def test_a_folder_of_somebody_else_is_found_without_a_number(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "read but not written" in disk_words(tmp_path)
    finally:
        tmp_path.chmod(0o700)
