"""What dresses the noodle shop: pendants over the tables, the menu, notices, bowls in the hatches, flour and jars?"""

import drawn_pictures as drawn
from dressing import Dressing, downlight, framed, jars, mirror, pavement, pendant, wall_shelf
from recipe import Outside, Recipe

from showroom.modelling.catalogue import ware
from showroom.modelling.catalogue.dressing import walls
from showroom.modelling.solids import Body

HALL, CEILING = "S-dining", 3.0
RED, BLUE, GREEN, PURPLE, TEAL = (196, 60, 40), (30, 92, 170), (60, 130, 70), (98, 74, 150), (60, 120, 96)
MENU = [
    ("汤面", [("海鲜面", 22), ("牛肉面", 26), ("鸡蛋面", 12), ("酸汤面", 14)]),
    ("拌面", [("炸酱面", 15), ("葱油面", 12), ("麻酱面", 14), ("热干面", 13)]),
    ("小炒", [("土豆丝", 16), ("青椒肉丝", 28), ("西红柿鸡蛋", 18), ("米饭", 2)]),
]
NOTICES = (
    (HALL, "食品安全承诺", ["原料可追溯", "餐具必消毒", "不用过期食品", "欢迎监督"], RED, (3.86, 2.9, 1.5), 0, 0.24),
    (HALL, "食品添加剂公示", ["食用碱：和面", "用量登记在册"], BLUE, (4.15, 2.9, 1.5), 0, 0.24),
    (HALL, "健康证明", ["从业人员 3 人", "证件当年有效"], GREEN, (4.44, 2.9, 1.5), 0, 0.24),
    (HALL, "文明用餐", ["请勿吸烟", "节约粮食", "光盘行动"], TEAL, (1.6, 2.9, 1.42), 0, 0.3),
    (
        "S-raw",
        "洗手六步",
        ["掌心相对", "手背交叉", "掌心交错", "指背揉搓", "拇指旋转", "指尖掌心"],
        BLUE,
        (4.02, 3.4, 1.3),
        90,
        0.28,
    ),
    ("S-raw", "生熟分开", ["红：生肉  蓝：熟食", "绿：蔬菜", "刀具砧板不混用"], GREEN, (4.02, 5.3, 1.45), 90, 0.28),
    ("S-ware", "餐具洗消", ["一洗 二消", "三冲 四保洁", "有效氯 250 mg/L", "浸泡 5 分钟以上"], PURPLE, (1.7, 5.25, 1.35), -90, 0.3),
    ("S-cooking", "燃气安全", ["管道天然气", "人走火灭", "每班检查阀门"], RED, (1.82, 5.0, 1.45), 90, 0.26),
)
"""Space, title, lines, colour, lower middle on the wall, turn, width."""


def dress(shop: Dressing) -> None:
    """Add everything beyond the plan."""
    hall(shop)
    counter_and_hatches(shop)
    kitchen(shop)
    toilet(shop)
    for space, title, lines, colour, at, turn, wide in NOTICES:
        shop.notice(space, title, lines, colour, at, turn, wide=wide)
    shop.add("pavement", pavement(shop.plan), group="other", space=None)


def hall(shop: Dressing) -> None:
    """Pendants over the tables, downlights, the menu, a picture, plants, chopsticks on the tables."""
    for x, y in ((1.05, 0.85), (2.85, 0.85), (4.45, 0.85), (0.42, 2.15)):
        shop.add("pendants", pendant(CEILING - 2.24, shade="red"), (x, y, 1.98), group="lamps", space=HALL)
        shop.add("table ware", Body().add(ware.chopsticks(), (x, y, 0.75)), group="furniture", space=HALL)
    for x in (0.9, 2.4, 4.2, 5.95, 7.0):
        shop.add("downlights", downlight(), (x, 2.3, CEILING), group="lamps", space=HALL)
    for x in (5.95, 7.0):
        shop.add("downlights", downlight(), (x, 0.6, CEILING), group="lamps", space=HALL)
    menu = drawn.menu(shop.sheet, "巷口面馆 · 今日供应", MENU, "热汤热面 · 现点现煮")
    shop.add("menu board", framed(menu, 1.3, 0.65), (2.7, 2.9, 2.17), group="signs", space=HALL)
    picture = framed(drawn.landscape(shop.sheet, 6), 0.84, 0.56, frame="black")
    shop.add("pictures", picture, (0.0, 0.85, 1.4), 90, group="furniture", space=HALL)
    shop.add("clock", walls.clock(), (5.95, 2.9, 2.05), 0, group="furniture", space=HALL)
    shop.add("plants", ware.plant(1.1, seed=4), (7.2, 0.3, 0), group="furniture", space=HALL)


def counter_and_hatches(shop: Dressing) -> None:
    """The licence, what stands on the counter, noodles in one hatch and used bowls in the other."""
    paper = drawn.licence(shop.sheet, "小餐饮登记证", ["经营者：巷口面馆", "项目：热食类食品制售", "有效期：三年"])
    shop.add("pictures", framed(paper, 0.36, 0.27, frame="brass", rim=0.02), (3.52, 2.9, 1.55), group="furniture", space=HALL)
    shop.add("counter goods", Body().add(ware.teapot(), (3.9, 2.6, 1.05), 200), group="furniture", space=HALL)
    served = Body()
    for x, filling in ((2.35, "soup"), (2.68, "leaf"), (3.0, "red")):
        served.add(ware.bowl(0.095, filling=filling), (x, 2.97, 0.955))
    shop.add("serving hatch goods", served, group="kitchen", space="S-cooking")
    used = Body().add(ware.bowl(0.08), (0.8, 2.99, 0.955)).add(ware.bowl(0.08), (1.05, 3.0, 0.955))
    shop.add("used ware", used, group="kitchen", space="S-ware")


def kitchen(shop: Dressing) -> None:
    """Boards and a cabbage where raw food is cut, jars on a shelf, bowls for serving, flour in the store."""
    cutting = Body().add(ware.board("green", 0.4, 0.28), (4.32, 4.75, 0.82), 90)
    cutting.lathe("leaf", (4.3, 4.72, 0.84), [(0, 0), (0.08, 0.03), (0.065, 0.09), (0, 0.12)], sides=10)
    cutting.add(ware.board("red", 0.36, 0.26), (4.32, 5.2, 0.82), 88)
    shop.add("cutting dressing", cutting, group="kitchen", space="S-raw")
    spices = Body().add(wall_shelf(1.0), (3.15, 3.1, 1.5), 180).add(jars("linen soup terracotta brass red"), (2.25, 3.22, 1.525))
    spices.add(ware.plates(0.1, 6), (2.3, 3.42, 0.82)).add(ware.bowl(0.095), (2.62, 3.4, 0.82)).add(
        ware.bowl(0.095), (2.86, 3.38, 0.82)
    )
    shop.add("serving dressing", spices, group="kitchen", space="S-cooking")
    flour = Body().add(ware.carton(0.36, 0.3, 0.24), (6.35, 5.48, 0.12)).slab("oak", (6.14, 5.32, 0), (6.56, 5.66, 0.12))
    shop.add("store goods", flour, group="kitchen", space="S-store")


def toilet(shop: Dressing) -> None:
    """Mirror and paper."""
    things = Body().add(mirror(0.4, 0.55), (6.12, 4.02, 1.2), 90)
    things.add(Body().cylinder("paper", (0, 0, -0.05), 0.055, 0.1, sides=14).placed(tilt=90), (7.4, 3.85, 0.75), 90)
    shop.add("toilet dressing", things, group="furniture", space="S-toilet")


RECIPE = Recipe(
    id="small-eatery",
    dress=dress,
    without=frozenset({"S-dining lamps"}),
    outside=Outside(lambda: drawn.street(8)),
    pictures=("entrance", "counter", "cooking"),
    panoramas=("dining",),
)
