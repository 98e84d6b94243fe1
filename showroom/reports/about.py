"""What is a form about? Premises, plan, permit, day and case: the same facts and the same stamp on every form and every page."""

from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.reports import words
from showroom.reports.outlines import polygon_of

_SAID = {
    "premises": Text.of("场所名称", "Premises"),
    "unnamed": Text.of("（未命名）", "(no name)"),
    "plan": Text.of("图纸文件", "Plan file"),
    "hash": Text.of("图纸指纹", "Plan fingerprint"),
    "as_of": Text.of("依据日期", "As of"),
    "area": Text.of("室内面积", "Inner area"),
    "version": Text.of("清单版本", "Version of the list"),
    "case": Text.of("受理编号", "Case no."),
}


PAGE = Text.of("第 {page} 页，共 {total} 页", "Page {page} of {total}")
"""How a page says which it is."""


def said(key: str, language: str) -> str:
    """Return the label of one of the facts."""
    return _SAID[key].in_(language)


def name_of_premises(review: Review, language: str) -> str:
    """Return what the plan calls the premises, else its file, else that they have no name."""
    return review.plan.name or words.plan_file(review.plan.source.path) or _SAID["unnamed"].in_(language)


def facts_of(review: Review, language: str, case_number: str) -> list[tuple[str, str]]:
    """Return the facts as pairs of label and value; the case is left out where it has no number yet."""
    plan = review.plan
    area = sum(polygon_of(space).area for space in plan.spaces if space.use != "outdoor")
    values = {
        "premises": plan.name or _SAID["unnamed"].in_(language),
        "plan": words.plan_file(plan.source.path) or "—",
        "area": f"{words.number(area, 'm²')} m²",
        "hash": plan.source.sha256[:16] or "—",
        "as_of": review.as_of.isoformat(),
        "version": f"{review.permit.id} {review.permit.version.isoformat()}",
        "case": case_number,
    }
    return [(_SAID[key].in_(language), value) for key, value in values.items() if value]


def stamp_of(review: Review, language: str, case_number: str) -> str:
    """Return what ties every page to its case: number, day, first digits of the plan's hash."""
    parts = [f"{_SAID['case'].in_(language)} {case_number}"] if case_number else []
    parts.append(f"{_SAID['as_of'].in_(language)} {review.as_of.isoformat()}")
    if review.plan.source.sha256:
        parts.append(f"SHA-256 {review.plan.source.sha256[:16]}")
    return "  ·  ".join(parts)
