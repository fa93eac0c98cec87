"""Openverse as it answers who has no key."""

from __future__ import annotations

from typing import Any

from unit.collect.standins.serving import Asked, Reply, StandIn

LICENCES = ("by", "by-sa", "by-nc", "cc0", "pdm", "by-nd", "by-nc-sa", "by-nc-nd")
_KNOWN = {*LICENCES, "sampling+", "nc-sampling+"}
_TYPES = {
    "all": _KNOWN,
    "all-cc": _KNOWN - {"pdm"},
    "commercial": {one for one in _KNOWN if "nc" not in one.split("-")},
    "modification": {one for one in _KNOWN if "nd" not in one.split("-")},
}
_PICTURE = b"\xff\xd8\xff\xe0 a picture"


class OpenverseStandIn(StandIn):
    """*count* pictures match whatever is searched, but 'nothing'; *burst* questions are allowed."""

    def __init__(self, count: int = 100, burst: int = 1000) -> None:
        super().__init__()
        self.count = count
        self.burst = burst
        self._questions = 0

    def result(self, number: int) -> dict[str, Any]:
        """Return one picture; every fifth lacks what may be missing."""
        licence = LICENCES[number % len(LICENCES)]
        is_poor = number % 5 == 4
        identity = f"00000000-0000-4000-8000-{number:012d}"
        mark = "publicdomain/mark" if licence == "pdm" else "publicdomain/zero"
        kind = mark if licence in ("pdm", "cc0") else f"licenses/{licence}"
        version = "1.0" if licence in ("pdm", "cc0") else "2.0"
        return {
            "id": identity,
            "title": None if is_poor else f"Cat \u202enumber\n{number}",
            "indexed_on": "2022-08-27T17:39:48Z",
            "foreign_landing_url": f"https://www.flickr.com/photos/someone/{number}",
            "url": f"{self.address}/static/{number}_b.jpg",
            "creator": None if is_poor else f"Some One {number}",
            "creator_url": None if is_poor else "https://www.flickr.com/people/someone",
            "license": licence,
            "license_version": version,
            "license_url": f"https://creativecommons.org/{kind}/{version}/",
            "provider": "flickr",
            "source": "flickr",
            "category": None,
            "filesize": None if is_poor else 896128,
            "filetype": None if is_poor else "jpg",
            "tags": None if is_poor else [{"accuracy": None, "name": "cat", "unstable__provider": "flickr"}],
            "attribution": "…",
            "fields_matched": ["title"],
            "mature": False,
            "height": None if is_poor else 768,
            "width": None if is_poor else 1024,
            "thumbnail": f"{self.address}/v1/images/{identity}/thumb/",
            "detail_url": f"{self.address}/v1/images/{identity}/",
            "related_url": f"{self.address}/v1/images/{identity}/related/",
            "unstable__sensitivity": [],
        }

    def answer(self, asked: Asked) -> Reply:
        if asked.path.startswith("/static/") or asked.path.endswith("/thumb/"):
            return Reply(200, _PICTURE, {"content-type": "image/jpeg"})
        if asked.path != "/v1/images/":
            return Reply.of_json({"detail": "Not found."}, 404)
        self._questions += 1
        left = max(0, self.burst - self._questions)
        headers = {
            "X-RateLimit-Limit-anon_burst": "20/min",
            "X-RateLimit-Available-anon_burst": str(left),
            "X-RateLimit-Limit-anon_sustained": "200/day",
            "X-RateLimit-Available-anon_sustained": str(left),
        }
        if self._questions > self.burst:
            told = {"detail": "Request was throttled. Expected available in 41 seconds."}
            return Reply.of_json(told, 429, headers | {"Retry-After": "41"})
        refusal = _refusal(asked)
        return refusal if refusal is not None else self._page(asked, headers)

    def _page(self, asked: Asked, headers: dict[str, str]) -> Reply:
        size, page = int(asked.query.get("page_size", "20")), int(asked.query.get("page", "1"))
        allowed = _allowed(asked)
        numbers = [one for one in range(self.count) if LICENCES[one % len(LICENCES)] in allowed]
        if asked.query["q"] == "nothing":
            numbers = []
        numbers = numbers[:240]
        pages = -(-len(numbers) // size)
        content = {
            "result_count": len(numbers),
            "page_count": min(pages, 20),
            "page_size": size,
            "page": page,
            "results": [self.result(one) for one in numbers[(page - 1) * size : page * size]],
        }
        return Reply.of_json(content, headers=headers)


def _refusal(asked: Asked) -> Reply | None:
    if int(asked.query.get("page_size", "20")) > 20:
        told = "page_size may not exceed 20 for unauthorized requests."
        return Reply.of_json({"detail": told}, 401)
    if not 1 <= int(asked.query.get("page", "1")) <= 20:
        return Reply.of_json({"detail": "Pagination depth is limited to 20 pages."}, 401)
    for name, known in (("license", _KNOWN), ("license_type", set(_TYPES))):
        for one in filter(None, asked.query.get(name, "").split(",")):
            if one not in known:
                detail = f"Invalid input given for fields. '{name}' -> License '{one.upper()}' does not exist."
                return Reply.of_json({"error": "InputError", "detail": detail, "fields": [name]}, 400)
    return None


def _allowed(asked: Asked) -> set[str]:
    allowed = set(filter(None, asked.query.get("license", "").split(","))) or set(_KNOWN)
    for one in filter(None, asked.query.get("license_type", "").split(",")):
        allowed &= _TYPES[one]
    return allowed
