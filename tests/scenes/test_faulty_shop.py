"""The shop in which everything is wrong that the documents show a report of."""

from datetime import date

from showroom import home
from showroom.formats import read_application, read_permit
from showroom.review import review_plan

FOLDER = home.scenes() / "hot-food-shop" / "variants"


def test_the_faulty_variant_misses_what_it_was_made_to_miss() -> None:
    """Every deliberate mistake of the plan is found, among them the escape door short of two centimetres."""
    application = read_application(FOLDER / "faulty.application.yaml")
    found = review_plan(FOLDER / "faulty.plan.yaml", read_permit("food-catering"), application, as_of=date(2026, 11, 23)).findings
    assert {finding.requirement for finding in found if finding.outcome == "not_met"} >= {
        "fire.door.clear-width",
        "fire.exit-door.ground-width",
        "fire.corridor.width",
        "food-catering.toilet.no-direct-door",
        "food-catering.sinks.raw",
        "food-catering.sinks.ware",
        "food-catering.handwash.near-entrance",
        "food-catering.coldroom.required-by-item",
        "food-catering.site.pollution-distance",
    }
