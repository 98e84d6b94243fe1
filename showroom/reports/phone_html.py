"""How does the checklist work on a phone? One HTML file with everything in it: tick, measure, photograph, sign, hand one file back.

It needs no network and asks for none (its own content policy forbids it). Every text is escaped; what the script needs of the form
is JSON in which no tag can begin.
"""

import json
from html import escape
from importlib.resources import files

from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.site_result import ANSWERS, NOTE_LENGTH
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import words
from showroom.reports.about import facts_of, said
from showroom.reports.lines import Line, lines_of, marked_on
from showroom.reports.spots import Spots, has_spot
from showroom.reports.svg import draw_plan

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
_SAID = {
    "title": Text.of("现场核查表", "Site inspection checklist"),
    "intro": Text.of(
        "每一项已按图纸预先判定。逐项勾选、量一量、拍照；写下的内容立刻存在这部手机里，不用网络。",
        "Every line was judged beforehand from the plan. Tick, measure, take photos; all is kept on this phone, without a network.",
    ),
    "inspector": Text.of("核查人员", "Inspector"),
    "day": Text.of("核查日期", "Day"),
    "only_open": Text.of("只看未填", "Open ones"),
    "plan": Text.of("平面图", "Plan"),
    "measured": Text.of("图上", "On the plan"),
    "required": Text.of("要求", "Required"),
    "where": Text.of("位置：", "Where: "),
    "remedy": Text.of("怎么改：", "To mend it: "),
    "how": Text.of("怎么查：", "How to look: "),
    "evidence": Text.of("留证：", "Evidence: "),
    "source": Text.of("依据：", "Source: "),
    "answer": Text.of("现场结论", "Found on site"),
    "value": Text.of("现场实测", "Measured on site"),
    "note": Text.of("备注", "Note"),
    "photo": Text.of("拍照", "Take a photo"),
    "given": Text.of("已提交", "Handed in"),
    "lacking": Text.of("缺", "Lacking"),
    "done_step": Text.of("已办", "Done"),
    "not_yet": Text.of("未办", "Not yet"),
    "sign": Text.of("签名（用手指写）", "Signature (write with a finger)"),
    "unsign": Text.of("重写", "Again"),
    "hand_back": Text.of("导出结果", "Hand back"),
    "anew": Text.of("清空重来", "Begin anew"),
}
_SCRIPT = {
    "done": Text.of("已填 {0} / {1}", "{0} of {1} done"),
    "remove": Text.of("删除这张照片", "Remove this photo"),
    "not_kept": Text.of(
        "这部手机不让网页保存内容：请不要关闭页面，填完马上导出。",
        "This phone keeps nothing for the page: do not close it, and hand back when done.",
    ),
    "no_photo": Text.of("这张照片打不开，请重拍。", "This photo cannot be opened; take it again."),
    "enough_photos": Text.of("每项最多 6 张照片。", "At most 6 photos a line."),
    "sure": Text.of("清空这张表里填的全部内容？", "Clear everything written on this form?"),
}


def checklist_html(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the form as one HTML file in `language`."""

    def text(key: str) -> str:
        return escape(_SAID[key].in_(language))

    title = f"{text('title')} · {escape(review.permit.title.in_(language))}"
    facts = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in facts_of(review, language, ""))
    lines = lines_of(review, vocabulary, language)
    spots = Spots(review.plan, vocabulary, language)
    form = {
        "permit": review.permit.id, "permit_version": review.permit.version.isoformat(), "plan_sha256": review.plan.source.sha256,
        "as_of": review.as_of.isoformat(), "case": case_number, "file_name": _file_name(review, case_number),
        "words": {key: value.in_(language) for key, value in _SCRIPT.items()},
    }  # fmt: skip
    page = f"""<!DOCTYPE html>
<html lang="{language.replace("_", "-")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{title}</title>
<style>{_part("form.css")}</style>
</head>
<body>
<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>{_symbols(spots)}</defs></svg>
<header class="page">
<h1>{text("title")}</h1>
<p class="permit">{escape(review.permit.title.in_(language))}</p>
<p class="small">{text("intro")}</p>
<dl class="facts">{facts}</dl>
<div class="who">
<label class="field">{escape(said("case", language))}<input id="case" maxlength="100" autocomplete="off"></label>
<label class="field">{text("inspector")}<input id="inspector" maxlength="100" autocomplete="off"></label>
<label class="field">{text("day")}<input id="day" type="date"></label>
</div>
</header>
<div class="note" id="note" role="status" hidden></div>
<nav class="bar"><output id="done"></output>
<button type="button" id="only-open" aria-pressed="false">{text("only_open")}</button></nav>
<progress id="progress" max="{len(lines)}" value="0"></progress>
<main>
{_plans(review, vocabulary, language)}
{_sections(lines, spots, language)}
<h2>{text("sign")}</h2>
<article><canvas id="signature" aria-label="{text("sign")}"></canvas>
<p><button type="button" id="unsign">{text("unsign")}</button></p></article>
</main>
<footer class="page"><button type="button" id="begin-anew">{text("anew")}</button>
<button type="button" id="hand-back" class="main">{text("hand_back")}</button></footer>
<script type="application/json" id="form">{_json(form)}</script>
<script>{_part("form.js")}</script>
</body>
</html>
"""
    return words.clean(page).encode()


def _part(name: str) -> str:
    return files("showroom.reports").joinpath("phone", name).read_text("utf-8")


def _json(value: object) -> str:
    """Return JSON in which no tag and no comment can begin, whatever the texts say."""
    written = json.dumps(value, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return written


def _file_name(review: Review, case_number: str) -> str:
    kept = "".join(char for char in case_number if char.isalnum() or char in "-_")
    return f"{review.permit.id}-{kept or review.plan.source.sha256[:8] or 'plan'}"


def _symbols(spots: Spots) -> str:
    return "".join(
        f'<g id="storey-{index}">{"".join(drawing.sheet.elements)}</g>' for index, drawing in enumerate(spots.storeys.values())
    )


def _plans(review: Review, vocabulary: Vocabulary, language: str) -> str:
    shown = []
    for storey in review.plan.storeys:
        here = marked_on(review, storey.id)
        svg = draw_plan(
            review.plan, storey_id=storey.id, findings=[finding for _, finding in here], numbers=[number for number, _ in here],
            language=language, width_px=900, vocabulary=vocabulary,
        ).svg  # fmt: skip
        drawn = svg[svg.index("<svg") :].replace("<svg ", '<svg class="plan" ', 1)
        name = f" · {escape(storey.id)}" if len(review.plan.storeys) > 1 else ""
        shown.append(f'<h2>{escape(_SAID["plan"].in_(language))}{name}</h2><div class="planbox">{drawn}</div>')
    return "\n".join(shown)


def _sections(lines: tuple[Line, ...], spots: Spots, language: str) -> str:
    parts: list[str] = []
    section = ""
    for line in lines:
        if line.section != section:
            parts.append(f"{'</section>' if section else ''}<section data-part><h2>{escape(line.section)}</h2>")
            section = line.section
        parts.append(_line(line, spots, language))
    return "\n".join(parts) + ("</section>" if section else "")


def _line(line: Line, spots: Spots, language: str) -> str:
    def label(key: str) -> str:
        return escape(_SAID[key].in_(language))

    rows = [
        f'<h3><span class="number">{escape(line.number)}</span>{escape(line.title)}</h3>',
        f'<p class="asked">{escape(line.text)}</p>',
    ]
    if line.outcome is not None:
        told = " · ".join(part for part in (line.weight, line.reason) if part)
        mark = f"{words.SYMBOL[line.outcome]} {line.verdict}"
        rows.append(
            f'<p><span class="verdict {line.outcome.value}">{escape(mark)}</span> <span class="small">{escape(told)}</span></p>'
        )
        rows.append(f"<p>{escape(line.found)}</p>")
    if line.measured and line.required:
        pairs = (("measured", line.measured), ("required", line.required))
        rows.append('<div class="figures">' + "".join(f"<span>{label(k)}<b>{escape(v)}</b></span>" for k, v in pairs) + "</div>")
    if line.finding is not None and has_spot(line.finding):
        storey = list(spots.storeys).index(spots.storey_of(line.finding))
        spot = spots.svg(line.finding, 1.6, 420, drawn=f'<use href="#storey-{storey}"/>')
        rows.append(spot.replace("<svg ", '<svg class="spot" role="img" ', 1))
    looking = line.outcome is not Outcome.NOT_APPLICABLE
    details = {
        "remedy": line.remedy, "where": line.where, "how": line.how if looking and line.how != line.found else "",
        "evidence": line.evidence if looking else "", "source": f"{line.source} · {line.standing}",
    }  # fmt: skip
    rows += [f'<p class="small">{label(key)}{escape(value)}</p>' for key, value in details.items() if value]
    if line.also:
        rows.append(f'<p class="small">{escape(line.also)}</p>')
    rows.append(_answers(line, language))
    return f'<article data-key="{escape(line.key)}" data-number="{escape(line.number)}">{"".join(rows)}</article>'


def _answers(line: Line, language: str) -> str:
    """Return the fields the inspector fills in."""

    def label(key: str) -> str:
        return escape(_SAID[key].in_(language))

    choices = {answer: escape(text.in_(language)) for answer, text in ANSWERS.items()}
    if line.asks == "paper":
        choices = {"met": label("given"), "not_met": label("lacking")}
    elif line.asks == "step":
        choices = {"met": label("done_step"), "not_met": label("not_yet")}
    radios = "".join(
        f'<label><input type="radio" name="{escape(line.key)}" value="{answer}"><span>{text}</span></label>'
        for answer, text in choices.items()
    )
    fields = [f"<fieldset><legend>{label('answer')}</legend><div class='choices'>{radios}</div></fieldset>"]
    if line.asks == "measure":
        unit = f" ({escape(line.unit)})" if line.unit else ""
        number = '<input class="value" type="number" inputmode="decimal" min="0" step="any">'
        fields.append(f'<label class="field">{label("value")}{unit}{number}</label>')
    fields.append(
        f'<label class="field">{label("note")}<textarea class="remark" rows="2" maxlength="{NOTE_LENGTH}"></textarea></label>'
    )
    if line.asks != "step":
        camera = '<input type="file" accept="image/*" capture="environment">'
        fields.append(f'<div class="photos"></div><span class="button file">{label("photo")}{camera}</span>')
    return "".join(fields)
