"""Writes the tables of requirements into README.md and docs/dev/rows.md, as `showroom permits` prints them."""

from pathlib import Path

from showroom.formats import permit_ids, read_permit
from showroom.reports.permit_rows import rows_markdown
from showroom.reports.permits import permits_markdown

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Put each table between its two marks."""
    put(ROOT / "README.md", "permits", permits_markdown([read_permit(permit_id) for permit_id in permit_ids()]))
    put(ROOT / "docs/dev/rows.md", "rows", rows_markdown([read_permit(permit_id, district="none") for permit_id in permit_ids()]))


def put(page: Path, mark: str, table: str) -> None:
    """Write a table between `<!-- mark -->` and `<!-- /mark -->` of a page."""
    before, start, rest = page.read_text(encoding="utf-8").partition(f"<!-- {mark} -->\n")
    _, end, after = rest.partition(f"<!-- /{mark} -->")
    if not (start and end):
        raise SystemExit(f"{page}: put <!-- {mark} --> and <!-- /{mark} --> around the table")
    page.write_text(before + start + table + end + after, encoding="utf-8")


if __name__ == "__main__":
    main()
