"""Wikimedia Commons: its search, its files and its thumbnails."""

from __future__ import annotations

import re
from typing import Any

from unit.collect.standins.serving import Asked, Reply, StandIn

WIDTHS = (20, 40, 60, 120, 250, 330, 500, 960, 1280, 1920, 3840)
LICENCES = (
    ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0"),
    ("CC0", "http://creativecommons.org/publicdomain/zero/1.0/deed.en"),
    ("Public domain", ""),
    ("CC BY 2.0", "https://creativecommons.org/licenses/by/2.0"),
    ("GFDL", "http://www.gnu.org/copyleft/fdl.html"),
)
_PICTURE = b"\xff\xd8\xff\xe0 a picture"


class CommonsStandIn(StandIn):
    """*count* files match whatever is searched, but 'nothing'; the first *busy* questions are put off."""

    def __init__(self, count: int = 120, busy: int = 0, *, wants_contact: bool = True, page_size: int = 50) -> None:
        super().__init__()
        self.count = count
        self.busy = busy
        self.wants_contact = wants_contact
        self.page_size = page_size

    def page(self, number: int, width: int) -> dict[str, Any]:
        """Return one file: every third is a large original, every seventh small, number 11 a TIFF, 13 was deleted."""
        is_large, is_tiff = number % 3 == 0, number == 11
        name = f"Cat_{number}.{'tif' if is_tiff else 'jpg'}"
        across, down = (6000, 4000) if is_large or is_tiff else (1600, 1200) if number % 7 else (300, 200)
        folder = f"{self.address}/wikipedia/commons"
        thumbnail = f"{folder}/thumb/2/25/{name}/{width}px-{name}{'.jpg' if is_tiff else ''}"
        licence, licence_url = LICENCES[number % len(LICENCES)]
        info = {
            "size": 11863148 if is_large else 25_000_000 if is_tiff else 700_000,
            "width": across,
            "height": down,
            "mime": "image/tiff" if is_tiff else "image/jpeg",
            "user": "Uploader",
            "sha1": f"{number:040x}",
            "thumburl": thumbnail if width < across else f"{folder}/2/25/{name}",
            "thumbwidth": min(width, across),
            "thumbheight": min(width, across) * down // across,
            "url": f"{folder}/2/25/{name}",
            "descriptionurl": f"https://commons.wikimedia.org/wiki/File:{name}",
            "descriptionshorturl": f"https://commons.wikimedia.org/w/index.php?curid={number}",
            "extmetadata": {
                "Artist": {
                    "value": f'<a href="//commons.wikimedia.org/wiki/User:P{number}" title="User:P">P&amp;tr<b>Qs</b> '
                    f"{number}</a><script>alert(1)</script>",
                    "source": "commons-desc-page",
                },
                "ImageDescription": {"value": "<p>A cat,<br>seen from\nfar</p>", "source": "commons-desc-page"},
                "License": {"value": "whatever", "source": "commons-templates", "hidden": ""},
                "LicenseShortName": {"value": licence, "source": "commons-desc-page", "hidden": ""},
                "Restrictions": {"value": "", "source": "commons-desc-page", "hidden": ""},
            },
        }
        if licence_url:
            info["extmetadata"]["LicenseUrl"] = {"value": licence_url, "source": "commons-desc-page", "hidden": ""}
        if number == 17:
            info["extmetadata"] = []
        entry = {"pageid": 1000 + number, "ns": 6, "title": f"File:{name.replace('_', ' ')}", "index": number + 1}
        if number == 13:
            return entry | {"imagerepository": "", "missing": True}
        return entry | {"imagerepository": "local", "imageinfo": [info]}

    def answer(self, asked: Asked) -> Reply:
        agent = asked.headers.get("user-agent", "")
        if self.wants_contact and not re.search(r"https?://|@", agent):
            return Reply.of_html("<p>Please respect our robot policy https://w.wiki/4wJS</p>", 403)
        if asked.path.startswith("/wikipedia/commons/"):
            width = re.search(r"/(\d+)px-", asked.path)
            if width and int(width[1]) not in WIDTHS:
                return Reply.of_html("Use thumbnail steps listed on https://w.wiki/GHai", 429, {"Retry-After": "10"})
            return Reply(200, _PICTURE, {"content-type": "image/jpeg"})
        if asked.path != "/w/api.php":
            return Reply.of_html("Not found", 404)
        if self.busy:
            self.busy -= 1
            code = "maxlag" if self.busy % 2 == 0 else "ratelimited"
            error = {"code": code, "info": "Waiting for 10.64.0.1: 7 seconds lagged.", "host": "10.64.0.1", "lag": 7}
            return Reply.of_json(
                {"error": error, "servedby": "mw1"}, headers={"Retry-After": "5", "X-Database-Lag": "7"}
            )
        return self._searched(asked)

    def _searched(self, asked: Asked) -> Reply:
        query = asked.query
        if query.get("action") != "query" or query.get("generator") != "search" or query.get("gsrnamespace") != "6":
            error = {"code": "badvalue", "info": 'Unrecognized value for parameter "action": x.'}
            return Reply.of_json({"error": error})
        is_second = query.get("formatversion") == "2"
        if query["gsrsearch"].endswith("nothing"):
            return Reply.of_json({"batchcomplete": True if is_second else ""})
        start, size = int(query.get("gsroffset", "0")), min(self.page_size, int(query.get("gsrlimit", "10")))
        end = min(start + size, self.count)
        pages = [self.page(number, int(query["iiurlwidth"])) for number in range(start, end)]
        pages = pages[1::2] + pages[::2]
        listed: Any = pages if is_second else {str(one["pageid"]): one for one in pages}
        content: dict[str, Any] = {"batchcomplete": True, "query": {"pages": listed}}
        if end < self.count:
            content["continue"] = {"gsroffset": end, "continue": "gsroffset||"}
        return Reply.of_json(content)
