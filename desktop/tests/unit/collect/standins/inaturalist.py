"""iNaturalist: its observations."""

from __future__ import annotations

from typing import Any

from unit.collect.standins.serving import Asked, Reply, StandIn

CODES = ("cc-by-nc", "cc0", "cc-by", None, "cc-by-nc-nd")


class INaturalistStandIn(StandIn):
    """*count* observations with ids 10, 20, 30 …, each of two photos under two licences."""

    def __init__(self, count: int = 250) -> None:
        super().__init__()
        self.count = count

    def observation(self, number: int) -> dict[str, Any]:
        photos = [
            {
                "id": number * 100 + at,
                "license_code": CODES[(number + at) % len(CODES)],
                "url": f"{self.address}/photos/{number * 100 + at}/square.jpg?1604959657",
                "attribution": f"(c) person {number}, some rights reserved",
                "original_dimensions": {"width": 1536, "height": 2048},
                "flags": [{"flag": "copyright infringement"}] if number == 7 else [],
            }
            for at in range(2)
        ]
        return {
            "id": (number + 1) * 10,
            "quality_grade": "research",
            "taxon": {"id": 41955, "name": "Felis catus", "preferred_common_name": "Domestic Cat"},
            "photos": photos,
        }

    def answer(self, asked: Asked) -> Reply:
        if asked.path != "/v1/observations":
            return Reply.of_json({"error": "Not Found", "status": 404}, 404)
        query = asked.query
        if not {"id_above", "per_page", "photo_license"} <= set(query) or int(query["per_page"]) > 200:
            return Reply.of_json({"error": "Unprocessable", "status": 422}, 422)
        licences = set(query["photo_license"].split(","))
        numbers = range(0 if query["taxon_name"] == "Nothing at all" else self.count)
        every = [self.observation(number) for number in numbers]
        # An observation comes whole when one of its photos is under a licence asked for.
        matching = [
            one
            for one in every
            if one["id"] > int(query["id_above"]) and licences & {photo["license_code"] for photo in one["photos"]}
        ]
        size = int(query["per_page"])
        return Reply.of_json({"total_results": len(matching), "page": 1, "per_page": size, "results": matching[:size]})
