"""What is written on the walls of the animal hospital: its name, its vets, the notices of its rooms?"""

from PIL import Image, ImageDraw

from showroom.modelling.signs import Rect, SignSheet, font

RED, BLUE, GREEN, PURPLE, TEAL, AMBER = (196, 60, 40), (30, 92, 170), (60, 130, 70), (98, 74, 150), (46, 120, 112), (190, 120, 30)
WAITING, SURGERY = "S-waiting", "S-surgery"
VETS = (
    ("林 海 燕", "执业兽医师 · 院长", "备案 样板-001"),
    ("周 明 川", "执业兽医师 · 外科", "备案 样板-002"),
    ("何 小 满", "执业兽医师 · 猫科", "备案 样板-003"),
)
"""Three made-up vets: name, post, number."""
NOTICES = (
    (WAITING, "候诊须知", ["犬在西侧，猫在东侧", "犬请牵绳", "猫请放在箱里", "先登记，后候诊"], TEAL, (5.6, 0.47, 1.42), -90, 0.42),
    (WAITING, "收费公示", ["挂号 20 元", "血常规 80 元", "B 超 150 元", "免疫 80 元起"], BLUE, (5.6, 1.13, 1.42), -90, 0.42),
    (WAITING, "文明养犬", ["每年打狂犬疫苗", "出门牵绳", "粪便带走"], GREEN, (0.0, 0.55, 1.42), 90, 0.42),
    ("S-pharmacy", "药品管理", ["处方药凭处方", "麻醉药双人双锁", "近效期先用", "账物相符"], BLUE, (6.82, 0.0, 1.35), 180, 0.36),
    ("S-pharmacy", "冷链记录", ["每天 9 时、17 时", "2 至 8 ℃", "超温马上上报"], TEAL, (5.8, 3.0, 1.4), 90, 0.3),
    (
        "S-consulting-1",
        "犬的免疫",
        ["6 至 8 周：第一针", "隔 3 至 4 周再打", "狂犬：满 3 月龄", "以后每年加强"],
        TEAL,
        (7.8, 2.12, 1.3),
        90,
        0.36,
    ),
    ("S-consulting-1", "驱虫日历", ["体外：每月一次", "体内：三月一次", "按体重用药"], AMBER, (7.8, 2.72, 1.3), 90, 0.36),
    (
        "S-consulting-2",
        "猫的免疫",
        ["8 至 9 周：第一针", "隔 3 至 4 周再打", "狂犬：满 3 月龄", "检查前先安静"],
        PURPLE,
        (10.6, 2.12, 1.3),
        90,
        0.36,
    ),
    ("S-consulting-2", "给猫时间", ["让它自己出箱", "轻声、慢动", "毛巾盖住再抱"], TEAL, (13.2, 2.2, 1.3), -90, 0.36),
    (
        "S-isolation",
        "隔离室须知",
        ["进门穿隔离衣", "用具不出这间", "出门先洗手", "每天消毒两次"],
        RED,
        (15.6, 1.45, 1.35),
        -90,
        0.42,
    ),
    ("S-laboratory", "化验流程", ["贴标签，核对", "两小时内检测", "样品冷藏", "废液进废液桶"], BLUE, (2.0, 8.5, 1.35), 90, 0.36),
    ("S-imaging", "照片子之前", ["无关人员退出", "关好门", "穿好铅衣", "戴剂量计"], AMBER, (4.2, 8.74, 1.35), 90, 0.36),
    ("S-prep", "外科洗手", ["指尖到肘上", "洗 3 分钟", "指尖朝上冲", "无菌巾擦干"], BLUE, (8.06, 10.2, 1.35), 0, 0.36),
    (SURGERY, "手术前核对", ["哪一只、哪一侧", "禁食够不够", "麻醉机自检", "纱布器械清点"], TEAL, (11.3, 8.2, 1.35), -90, 0.42),
    ("S-ward", "住院须知", ["每天查房两次", "探视到前台登记", "笼牌跟着动物走"], PURPLE, (13.8, 7.3, 1.4), -90, 0.36),
    ("S-waste", "诊疗废物", ["利器另放", "装到四分之三", "扎口、贴签、登记", "存放不过两天"], AMBER, (15.6, 9.25, 1.35), -90, 0.42),
    ("S-waste", "交接登记", ["日期、重量、袋数", "双方签字", "登记留三年"], BLUE, (15.6, 8.72, 1.35), -90, 0.36),
)
"""Space, title, lines, colour, lower middle on the wall, turn, width."""


def name_board(sheet: SignSheet) -> Rect:
    """Place the hospital's name, white on teal, with a paw on either side, on the sheet."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=TEAL)
        pen.text((wide / 2, high * 0.42), "海 风 动 物 医 院", fill=(252, 252, 248), font=font(62), anchor="mm")
        pen.text((wide / 2, high * 0.83), "SEA BREEZE ANIMAL HOSPITAL", fill=(206, 232, 226), font=font(20), anchor="mm")
        for x in (52, wide - 52):
            y = high * 0.56
            pen.ellipse((x - 20, y - 12, x + 20, y + 22), fill=(252, 252, 248))
            for dx, dy in ((-26, -14), (-10, -28), (10, -28), (26, -14)):
                pen.ellipse((x + dx - 8, y + dy - 10, x + dx + 8, y + dy + 10), fill=(252, 252, 248))

    return sheet.place(("hospital name",), 640, 128, draw)


def vets_board(sheet: SignSheet) -> Rect:
    """Place the board that names the vets, each with an outline of a person, on the sheet."""

    def draw(picture: Image.Image) -> None:
        pen = ImageDraw.Draw(picture)
        wide, high = picture.size
        pen.rectangle((0, 0, wide, high), fill=(248, 249, 247))
        pen.rectangle((0, 0, wide, 50), fill=BLUE)
        pen.text((wide / 2, 25), "执业兽医师公示", fill=(255, 255, 255), font=font(32), anchor="mm")
        for k, (name, post, number) in enumerate(VETS):
            x = wide * (k + 0.5) / len(VETS)
            pen.rectangle((x - 44, 64, x + 44, 166), fill=(216, 228, 236))
            pen.pieslice((x - 38, 126, x + 38, 206), 180, 360, fill=(250, 250, 250))
            pen.polygon([(x - 10, 127), (x + 10, 127), (x, 150)], fill=TEAL)
            pen.ellipse((x - 19, 78, x + 19, 124), fill=(232, 196, 168))
            pen.pieslice((x - 21, 74, x + 21, 116), 180, 360, fill=(52, 44, 40))
            pen.rectangle((x - 44, 166, x + 44, 208), fill=(248, 249, 247))
            pen.text((x, 186), name, fill=(38, 40, 44), font=font(25), anchor="mm")
            pen.text((x, 216), post, fill=(70, 74, 80), font=font(17), anchor="mm")
            pen.text((x, 242), number, fill=(70, 74, 80), font=font(16, bold=False), anchor="mm")

    return sheet.place(("vets",), 520, 260, draw)
