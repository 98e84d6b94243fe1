"""What dresses the hot-food shop: pendants over the tables, the menu, landscapes, plants, crockery, notices in the kitchen?"""

import drawn_pictures as drawn
from dressing import (
    Dressing,
    door_curtain,
    downlight,
    framed,
    jars,
    pavement,
    pendant,
    wall_shelf,
)
from recipe import Outside, Recipe

from showroom.modelling.catalogue import ware
from showroom.modelling.solids import Body

DINING, CEILING = "S-dining", 3.0
RED, BLUE, GREEN, PURPLE = (196, 60, 40), (30, 92, 170), (60, 130, 70), (98, 74, 150)
MENU = [
    ("招牌", [("鲅鱼饺子", 32), ("家常炖鱼", 58), ("辣炒蛤蜊", 36), ("墨鱼红烧肉", 62)]),
    ("家常", [("麻婆豆腐", 22), ("鱼香肉丝", 28), ("清炒时蔬", 18), ("土豆炖牛肉", 46)]),
    ("汤饭", [("疙瘩汤", 16), ("海带豆腐汤", 18), ("米饭", 2), ("手擀面", 15)]),
]
NOTICES = (
    ("S-dining", "文明用餐", ["请勿吸烟", "节约粮食", "公筷公勺", "光盘行动"], (60, 120, 96), (2.41, 4.9, 1.42), 0, 0.42),
    ("S-cooking", "生进熟出", ["原料→切配→烹饪", "成品经出菜口送出", "不回流、不交叉"], RED, (2.32, 7.42, 1.35), 90, 0.36),
    (
        "S-cooking",
        "洗手六步",
        ["掌心相对", "手背交叉", "掌心交错", "指背揉搓", "拇指旋转", "指尖掌心"],
        BLUE,
        (6.8, 5.5, 1.35),
        -90,
        0.3,
    ),
    (
        "S-cutting",
        "生熟分开",
        ["红：生肉  蓝：熟食", "绿：蔬菜", "刀具砧板不混用", "用后清洗消毒"],
        GREEN,
        (8.3, 9.1, 1.35),
        -90,
        0.36,
    ),
    ("S-raw", "进货查验", ["索证索票", "查验保质期", "做好台账"], BLUE, (3.36, 10.4, 1.35), 0, 0.28),
    (
        "S-ware",
        "餐具洗消",
        ["一洗 二消", "三冲 四保洁", "有效氯 250 mg/L", "浸泡 5 分钟以上"],
        PURPLE,
        (2.2, 7.35, 1.35),
        -90,
        0.34,
    ),
)
"""Space, title, lines, colour, lower middle on the wall, turn, width."""


def dress(shop: Dressing) -> None:
    """Add everything beyond the plan."""
    ceiling_of_the_dining_room(shop)
    walls_of_the_dining_room(shop)
    goods(shop)
    kitchen(shop)
    back_rooms(shop)
    for space, title, lines, colour, at, turn, wide in NOTICES:
        shop.notice(space, title, lines, colour, at, turn, wide=wide)
    shop.add("pavement", pavement(shop.plan), group="other", space=None)


def ceiling_of_the_dining_room(shop: Dressing) -> None:
    """Pendants over every table and the counter, downlights between, four beams."""
    spots = [(x, y, 1.98) for x in (1.05, 3.2, 5.35) for y in (0.98, 3.4)]
    spots += [(10.5, y, 1.95) for y in (0.78, 1.76, 2.74, 3.72)] + [(6.85, 3.85, 2.15), (7.75, 3.85, 2.15)]
    for x, y, z in spots:
        shop.add("pendants", pendant(CEILING - z - 0.26), (x, y, z), group="lamps", space=DINING)
    for x in (2.1, 4.3, 6.9, 8.9):
        for y in (0.4, 2.2, 4.5):
            shop.add("downlights", downlight(), (x, y, CEILING), group="lamps", space=DINING)
    for x in (2.12, 4.28, 6.45, 8.7):
        beam = Body().slab("walnut", (x - 0.08, 0.0, CEILING - 0.19), (x + 0.08, 4.9, CEILING), without="tfb")
        shop.add("beams", beam, group="ceiling", space=DINING)


def walls_of_the_dining_room(shop: Dressing) -> None:
    """The menu, landscapes, the licence and the curtain before the corridor."""
    menu = drawn.menu(shop.sheet, "渔港小厨 · 今日菜单", MENU, "现点现做 · 明厨亮灶 · 欢迎监督")
    shop.add("menu board", framed(menu, 1.6, 0.8), (7.22, 4.9, 1.52), group="signs", space=DINING)
    for number, y in enumerate((1.2, 3.4)):
        picture = framed(drawn.landscape(shop.sheet, 3 + number), 0.96, 0.64, frame="black")
        shop.add("pictures", picture, (11.4, y, 1.42), -90, group="furniture", space=DINING)
    wide = framed(drawn.landscape(shop.sheet, 8), 1.2, 0.8, frame="black")
    shop.add("pictures", wide, (0.0, 3.75, 1.4), 90, group="furniture", space=DINING)
    licence = drawn.licence(shop.sheet, "食品经营许可证", ["经营者：渔港小厨", "项目：热食类食品制售", "公示于就餐区"])
    shop.add("pictures", framed(licence, 0.42, 0.31, frame="brass", rim=0.02), (10.93, 4.9, 1.4), group="furniture", space=DINING)
    shop.add("door curtain", door_curtain(shop.sheet, "渔港小厨"), (8.475, 4.993, 2.265), group="furniture", space=DINING)


def goods(shop: Dressing) -> None:
    """Plants, what stands on the counter, plates and dishes in the hatches."""
    for seed, (x, y, high) in enumerate(((6.5, 0.33, 1.15), (0.34, 4.5, 1.3), (11.02, 4.52, 1.25))):
        shop.add("plants", ware.plant(high, seed=seed + 2), (x, y, 0), group="furniture", space=DINING)
    shop.add("plants", ware.plant(0.42, seed=9), (6.62, 3.85, 1.05), group="furniture", space=DINING)
    counter = Body().add(ware.plates(0.09, 5), (7.96, 3.8, 1.05)).add(ware.teapot(), (6.95, 3.74, 1.05), 200)
    for x in (6.9, 7.0, 7.06):
        counter.add(ware.cup(), (x, 3.96 - (x - 6.9), 1.05))
    shop.add("reception goods", counter, group="furniture", space=DINING)
    hatch = Body().add(ware.plates(0.1, 9), (3.62, 5.03, 0.955)).add(ware.plates(0.1, 7), (3.86, 5.03, 0.955))
    for x, filling in ((4.5, "soup"), (4.78, "leaf"), (5.06, "red")):
        hatch.add(ware.plate(0.12), (x, 4.96, 0.955)).add(ware.bowl(0.085, filling=filling), (x, 4.96, 0.965))
    shop.add("serving hatch goods", hatch, group="kitchen", space="S-cooking")
    used = Body().add(ware.plates(0.1, 6), (0.8, 5.02, 0.955)).add(ware.bowl(0.07), (1.1, 5.03, 0.955))
    shop.add("used ware", used, group="kitchen", space="S-ware")


def kitchen(shop: Dressing) -> None:
    """The rail of ladles over the range; boards, jars and a cabbage in the cutting room."""
    y = 8.1
    rail = Body().tube("chrome", [(3.0, y - 0.05, 1.5), (5.35, y - 0.05, 1.5)], 0.01)
    for k, x in enumerate((3.25, 3.45, 3.66, 4.55, 4.75, 4.95, 5.15)):
        rail.tube("chrome", [(x, y - 0.055, 1.5), (x, y - 0.055, 1.24)], 0.006, sides=6)
        if k % 2:
            rail.lathe("steel", (x, y - 0.06, 1.17), [(0, 0), (0.045, 0.03), (0.05, 0.07)], sides=12)
        else:
            rail.slab("steel", (x - 0.04, y - 0.06, 1.14), (x + 0.04, y - 0.052, 1.25))
    shop.add("kitchen dressing", rail, group="kitchen", space="S-cooking")
    bench = Body().add(wall_shelf(1.3), (8.15, 8.22, 1.42), 180).add(jars("linen soup terracotta brass"), (7.4, 8.34, 1.445))
    for k, finish in enumerate(("green", "red", "blue", "white")):
        bench.slab(finish, (7.0 + k * 0.06, 8.26, 1.445), (7.018 + k * 0.06, 8.46, 1.75))
    bench.add(ware.board("green", 0.42, 0.3), (7.2, 8.55, 0.82), 176)
    bench.lathe("leaf", (7.55, 8.57, 0.84), [(0, 0), (0.09, 0.03), (0.07, 0.1), (0, 0.13)], sides=10)
    shop.add("cutting dressing", bench, group="kitchen", space="S-cutting")


def back_rooms(shop: Dressing) -> None:
    """Hooks and a bench for the staff; rail and paper in the toilet."""
    changing = Body().slab("oak", (6.92, 5.62, 1.86), (6.945, 6.42, 1.94))
    for y in (5.74, 6.02, 6.3):
        changing.tube("chrome", [(6.945, y, 1.9), (7.0, y, 1.88), (7.01, y, 1.92)], 0.008, sides=6)
    changing.slab("oak", (8.02, 5.6, 0.4), (8.3, 6.1, 0.44), bevel=0.01)
    for y in (5.66, 6.04):
        changing.slab("frame", (8.06, y - 0.02, 0), (8.26, y + 0.02, 0.4))
    shop.add("changing dressing", changing, group="furniture", space="S-changing")
    toilet = Body().tube("chrome", [(11.4, 5.35, 0.75), (11.32, 5.35, 0.75), (11.32, 6.0, 0.75), (11.4, 6.0, 0.75)], 0.016)
    toilet.add(Body().cylinder("paper", (0, 0, -0.05), 0.055, 0.1, sides=14).placed(tilt=90), (10.12, 5.13, 0.75))
    shop.add("toilet dressing", toilet, group="furniture", space="S-toilet")


RECIPE = Recipe(
    id="hot-food-shop",
    dress=dress,
    without=frozenset({"S-dining lamps"}),
    outside=Outside(lambda: drawn.street(5)),
    pictures=("dining", "entrance", "kitchen"),
    panoramas=("dining",),
)
