"""The checklist on a phone: one file, filled in by a real browser, its result read back. Skipped where no Chromium is installed."""

import base64
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from showroom import home
from showroom.domain.review import Review
from showroom.formats import read_application, read_permit, read_result, read_vocabulary
from showroom.reports import WRITERS, Handover
from showroom.reports.lines import lines_of
from showroom.reports.phone_html import checklist_html
from showroom.reports.returned import compare
from showroom.review import review_plan

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


@pytest.fixture(scope="module")
def promised() -> Review:
    """Return the check of the hot-food shop that the showroom shows."""
    scene = home.scenes() / "hot-food-shop"
    declared = read_application(scene / "premises.application.yaml")
    return review_plan(scene / "premises.plan.yaml", read_permit("food-catering"), declared, as_of=date(2026, 11, 24))


def test_the_form_asks_for_nothing_outside(promised: Review) -> None:
    """The file names no address, forbids itself the network, and is small enough for a phone."""
    made = WRITERS["checklist"][".html"](promised, Handover("zh_CN", case_number="WH-1"))
    text = made.decode()
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"'](?!#)", text)
    assert set(re.findall(r"https?://[^\"'\s<)]+", text)) <= {"http://www.w3.org/2000/svg"}
    assert len(made) < 4_000_000


@pytest.mark.parametrize("evil", ["</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<!--", "\u2028\x00"])
def test_no_text_of_a_plan_becomes_markup(review: Review, evil: str) -> None:
    """Whatever premises and case are called, they are text: no tag of theirs stands in the form."""
    plain = checklist_html(review, read_vocabulary(), "zh_CN", "x").decode()
    named = review.revise(plan=review.plan.revise(name=evil))
    text = checklist_html(named, read_vocabulary(), "zh_CN", evil).decode()
    for tag in ("<script", "<img", "<!--", "</script"):
        assert text.count(tag) == plain.count(tag)


@pytest.fixture(scope="module")
def browser():
    """Return a headless Chromium, or skip with the reason."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if _CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def phone(browser, promised: Review, tmp_path: Path):
    """Return a page of phone size with the form open, offline; complaints of the page fail the test."""
    form = tmp_path / "form.html"
    form.write_bytes(WRITERS["checklist"][".html"](promised, Handover("zh_CN", case_number="WH-2026-7")))
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.goto(form.as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    yield page
    context.close()
    assert not said


def test_a_filled_in_form_comes_back(phone, promised: Review, tmp_path: Path) -> None:
    """Ticks, a value, a note, a photo and a signature made on the phone are read back and held against the plan."""
    lines = lines_of(promised, read_vocabulary(), "zh_CN")
    door = next(line for line in lines if line.item.requirement.id == "fire.door.clear-width")
    article = phone.locator(f'article[data-key="{door.key}"]')
    article.locator("input[value=not_met]").check(force=True)
    article.locator(".value").fill("0.76")
    article.locator(".remark").fill("门框加厚了")
    picture = tmp_path / "shot.png"
    picture.write_bytes(_PIXEL)
    article.locator("input[type=file]").set_input_files(picture)
    article.locator(".photos img").wait_for()
    phone.locator("#inspector").fill("王 / 李")
    pad = phone.locator("#signature")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    phone.mouse.move(box["x"] + 20, box["y"] + 20)
    phone.mouse.down()
    phone.mouse.move(box["x"] + 200, box["y"] + 90, steps=5)
    phone.mouse.up()
    with phone.expect_download() as handed:
        phone.locator("#hand-back").click()
    path = tmp_path / "back.result.json"
    handed.value.save_as(path)
    read = read_result(path)
    assert (read.case, read.inspector, read.notes) == ("WH-2026-7", "王 / 李", ())
    (answer,) = read.answers
    assert (answer.key, answer.answer, answer.measured, answer.note) == (door.key, "not_met", 0.76, "门框加厚了")
    assert answer.photos[0].content.startswith(b"\xff\xd8\xff")
    assert read.signature.startswith(b"\x89PNG")
    comparison = compare(promised, [(path.name, read)], read_vocabulary(), "zh_CN")
    assert [one.line.key for one in comparison.lines if one.state == "differs"] == [door.key]


def test_nothing_is_lost_when_the_page_is_closed(phone) -> None:
    """What was ticked is there again after the page was opened anew; only what is open can be shown alone."""
    first = phone.locator("article[data-key]").first
    first.locator("input[value=met]").check(force=True)
    phone.wait_for_selector("html[data-kept=yes]")
    phone.reload()
    phone.wait_for_selector("html[data-ready=yes]")
    assert first.locator("input[value=met]").is_checked()
    phone.locator("#only-open").click()
    assert not first.is_visible()


def test_every_target_is_large_enough_for_a_finger(phone) -> None:
    """Buttons, choices and fields are at least 44 pixels tall, and nothing is wider than the phone."""
    heights = phone.eval_on_selector_all(
        "button, .choices span, input:not([type=radio]):not([type=file]), textarea, .button",
        "all => all.filter(one => one.offsetParent).map(one => one.getBoundingClientRect().height)",
    )
    assert min(heights) >= 44
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
