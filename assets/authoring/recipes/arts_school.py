"""What dresses the arts school: pupils' pictures, instruments, a still life, the hall's curtain, how many each room holds?"""

import math

import drawn_pictures as drawn
from dressing import Dressing, framed, mirror
from recipe import Outside, Recipe
from shapely.geometry import Polygon

from showroom.modelling.catalogue import ware
from showroom.modelling.catalogue.dressing import greenery, music, studio, waiting, walls
from showroom.modelling.solids import Body

RED, BLUE, GREEN, PURPLE, TEAL = (196, 60, 40), (30, 92, 170), (60, 130, 70), (98, 74, 150), (46, 122, 116)
CAPACITY = (
    ("美术教室", 67, 22, (6.72, 8.6), 180),
    ("舞蹈教室", 99, 16, (15.36, 8.6), 180),
    ("排练厅", 92, 23, (5.05, 10.4), 0),
    ("钢琴教室", 40, 10, (17.5, 10.4), 0),
    ("器乐教室", 40, 10, (22.3, 10.4), 0),
)
"""Room, square metres, students at most, where its sign hangs beside the door, turn."""
NOTICES = (
    ("S-corridor", "靠右慢行", ["不追不跑", "书包不放走道", "听到警铃跟着老师走"], GREEN, (2.6, 10.4, 1.35), 0, 0.36),
    ("S-corridor", "消防宣传", ["不玩火", "弯腰捂鼻走楼梯", "不坐电梯", "到楼下集合点名"], RED, (26.2, 10.4, 1.35), 0, 0.36),
    ("S-waiting", "家长须知", ["请在等候区等候", "凭接送卡接孩子", "20 点 30 分前下课"], BLUE, (4.8, 6.95, 1.35), -90, 0.36),
    ("S-waiting", "收费公示", ["预收不超过三个月", "不超过五千元", "退费七日内办理"], PURPLE, (4.8, 4.05, 1.35), -90, 0.32),
    ("S-office", "教职员工公示", ["专职教师 8 人", "全部经过背景查询", "每年复查一次"], BLUE, (0.0, 2.4, 1.4), 90, 0.34),
    ("S-office", "防火巡查", ["每月一次大检查", "开课前一次", "培训时两小时一次"], RED, (0.0, 3.0, 1.4), 90, 0.34),
    ("S-art", "用完请归位", ["洗净画笔", "颜料盖好盖子", "画架靠墙"], TEAL, (5.0, 1.85, 1.35), 90, 0.3),
    ("S-dance", "课前准备", ["换舞鞋", "热身十分钟", "首饰摘下来"], PURPLE, (13.2, 7.55, 1.5), 90, 0.36),
    ("S-music-1", "练琴公约", ["关门再练", "爱护琴键", "二十点以后不练"], BLUE, (14.1, 15.15, 1.4), 90, 0.34),
    ("S-music-2", "乐器使用", ["轻拿轻放", "用后放回架上", "弦断了告诉老师"], GREEN, (23.9, 13.6, 1.4), -90, 0.34),
    ("S-rehearsal", "汇报演出", ["每月最后一个周六", "家长凭票入场", "最多二十三人同台"], RED, (2.9, 16.6, 1.4), 90, 0.42),
    ("S-toilet-lobby", "文明如厕", ["便后冲水", "洗手二十秒", "小心地滑"], TEAL, (24.1, 12.2, 1.35), 90, 0.32),
)
"""Space, title, lines, colour, lower middle on the wall, turn, width."""


def dress(school: Dressing) -> None:
    """Add everything beyond the plan."""
    corridor(school)
    waiting_area(school)
    offices(school)
    art(school)
    dance(school)
    rehearsal(school)
    pianos(school)
    strings(school)
    toilets(school)
    stores_and_stairs(school)
    for space, title, lines, colour, at, turn, wide in NOTICES:
        school.notice(space, title, lines, colour, at, turn, wide=wide)


def corridor(school: Dressing) -> None:
    """How many each room holds beside its door, pupils' pictures, the hydrant."""
    for room, area, most, (x, y), turn in CAPACITY:
        rect = drawn.poster(school.sheet, room, [f"{area} 平方米", f"限 {most} 人"], TEAL)
        sign = framed(rect, 0.27, 0.36, frame="aluminium", rim=0.01)
        school.add("capacity signs", sign, (x, y, 1.4), turn, group="signs", space="S-corridor")
    for seed, x in enumerate((7.5, 8.3, 10.4, 11.2), 30):
        own = studio.canvas(school.sheet, seed, wide=0.5, high=0.64)
        school.add("pictures", own, (x, 8.6, 1.35), 180, group="furniture", space="S-corridor")
    school.add("pictures", walls.photographs(school.sheet), (9.6, 10.4, 1.25), 0, group="furniture", space="S-corridor")
    for seed, x in enumerate((17.3, 18.0, 20.9, 21.6, 25.35), 40):
        own = studio.canvas(school.sheet, seed, wide=0.5, high=0.64)
        school.add("pictures", own, (x, 8.6, 1.35), 180, group="furniture", space="S-corridor")
    name = school.sheet.label("浪花艺术学校", ground=(36, 96, 150), ink=(250, 250, 248), height=96, aspect=1.76)
    school.add("name", framed(name, 1.0, 0.57), (0.0, 9.5, 1.4), 90, group="signs", space="S-corridor")
    last = studio.canvas(school.sheet, 46, wide=0.7, high=0.9)
    school.add("pictures", last, (28.0, 9.5, 1.2), -90, group="furniture", space="S-corridor")
    school.add("hydrant", walls.hydrant(school.sheet), (14.6, 10.4, 0.75), 0, group="furniture", space="S-corridor")


def waiting_area(school: Dressing) -> None:
    """What parents see while they wait: screen, board, toys, books, water, the box with the escape rope."""
    room, sheet = "S-waiting", school.sheet
    name = sheet.label("浪花艺术学校", ground=(36, 96, 150), ink=(250, 250, 248), height=96, aspect=1.76)
    school.add("screen", walls.television(sheet, name), (0.72, 3.6, 1.35), 180, group="furniture", space=room)
    school.add("notice board", walls.notice_board(sheet, "课程与公示"), (0.85, 8.4, 1.05), 0, group="furniture", space=room)
    things = Body().add(waiting.children_table(), (2.75, 4.9, 0)).add(waiting.water_dispenser(), (2.85, 3.8, 0), 180)
    things.add(waiting.toy_box(), (3.15, 5.95, 0), 20).add(greenery.tree(1.9), (0.4, 4.05, 0))
    things.add(waiting.queue_screen(sheet), (1.4, 6.5, 1.05), 90).add(greenery.vase(), (1.35, 5.25, 1.05))
    school.add("waiting things", things, group="furniture", space=room)
    school.add("clock", walls.clock(), (4.8, 5.4, 2.3), -90, group="furniture", space=room)
    photos = Body().add(studio.canvas(sheet, 51, wide=0.6, high=0.76), (4.8, 5.4, 1.3), -90)
    school.add("pictures", photos, group="furniture", space=room)
    rope = Body().slab("safety-red", (-0.2, -0.16, 0), (0.2, 0, 0.36), bevel=0.012)
    rope.picture(
        "signs", (-0.17, -0.1615, 0.1), (0.34, 0, 0), (0, 0, 0.16), sheet.label("逃生绳", ground=(204, 32, 28), ink=(250, 250, 248))
    )
    school.add("escape rope", rope, (0.0, 7.55, 0.75), 90, group="furniture", space=room)


def offices(school: Dressing) -> None:
    """Files and licence in the office, the cameras' pictures in the monitoring room."""
    office = Body().add(ware.computer(), (1.2, 1.66, 0.75), 180).add(waiting.filing_cabinet(), (2.42, 0.6, 0), -90)
    office.add(waiting.filing_cabinet(), (2.42, 1.1, 0), -90).add(waiting.bookcase(), (0.25, 0.8, 0), 90)
    office.add(greenery.vase(seed=6), (0.75, 1.75, 0.75))
    school.add("office things", office, group="furniture", space="S-office")
    paper = drawn.licence(school.sheet, "办学许可证", ["浪花艺术学校", "舞蹈、音乐、美术", "同一时段 60 人"])
    school.add(
        "licence", framed(paper, 0.42, 0.31, frame="brass", rim=0.02), (0.0, 1.75, 1.45), 90, group="signs", space="S-office"
    )
    school.add("monitors", waiting.monitors(school.sheet), (4.8, 1.7, 1.15), -90, group="furniture", space="S-monitoring")
    desk = Body().add(ware.computer(), (4.4, 1.7, 0.75), -90).add(ware.cup(), (4.3, 2.2, 0.75))
    school.add("monitoring things", desk, group="furniture", space="S-monitoring")


def art(school: Dressing) -> None:
    """The still life all draw, wet pictures, canvases along the walls."""
    room, sheet = "S-art", school.sheet
    things = Body().add(studio.still_life(), (9.0, 4.1, 0), 30).add(studio.drying_rack(sheet), (12.62, 1.1, 0), -90)
    things.add(studio.leaning_canvases(sheet), (13.0, 6.3, 0), -90).add(studio.leaning_canvases(sheet), (8.2, 8.4, 0), 0)
    things.add(studio.paint_pots(), (12.55, 3.2, 0.75), -90).add(studio.brushes(), (12.5, 3.75, 0.75))
    things.add(studio.brushes(), (12.7, 2.75, 0.75)).add(greenery.snake_plant(), (5.35, 0.3, 0))
    things.add(colour_wheel(), (9.0, 0.0, 1.2), 180)
    school.add("studio things", things, group="furniture", space=room)
    board = walls.white_board(sheet, ("今日课程", "1. 观察明暗", "2. 静物写生", "3. 互相讲评"))
    school.add("board", board, (10.6, 8.4, 0.95), 0, group="furniture", space=room)
    for seed, y in enumerate((6.0, 6.75), 80):
        own = studio.canvas(sheet, seed, wide=0.5, high=0.64)
        school.add("pupils' pictures", own, (13.0, y, 1.2), -90, group="furniture", space=room)
    for x, y, turn in ((13.0, 4.2, -90), (8.3, 8.4, 0), (5.0, 5.6, 90)):
        school.add("pupils' pictures", studio.gallery(sheet), (x, y, 1.05), turn, group="furniture", space=room)


def colour_wheel() -> Body:
    """A board with the circle of colours, its lower middle at the origin."""
    body = Body().slab("white", (-0.45, -0.02, 0), (0.45, 0, 0.9), bevel=0.008)
    colours = ("yellow", "orange", "red", "flower", "purple", "blue", "sky-blue", "teal", "green", "leaf")
    for k, colour in enumerate(colours):
        turns = [2 * math.pi * (k + part / 3) / len(colours) for part in range(4)]
        rim = [(0.38 * math.cos(turn), -0.022, 0.45 + 0.38 * math.sin(turn)) for turn in turns]
        hub = [(0.13 * math.cos(turn), -0.022, 0.45 + 0.13 * math.sin(turn)) for turn in (turns[3], turns[0])]
        body.faces(colour, [[*rim, *hub]])
    return body


def dance(school: Dressing) -> None:
    """Shoes, mats, balls, loudspeakers, the words over the mirrors."""
    room, sheet = "S-dance", school.sheet
    words = sheet.label("浪 花 朵 朵  舞 出 精 彩", ground=(246, 244, 240), ink=(150, 62, 96), height=90)
    banner = Body().picture("signs", (-2.6, -0.004, 0), (5.2, 0, 0), (0, 0, 0.5), words)
    school.add("words", banner, (19.1, 8.4, 2.75), 0, group="signs", space=room)
    things = Body().add(studio.mats(), (13.62, 0.55, 0), 90).add(studio.gym_ball(), (14.35, 0.45, 0))
    things.add(studio.gym_ball(finish="flower"), (15.1, 0.42, 0)).add(music.loudspeaker(), (24.55, 8.05, 0), -40)
    things.add(music.loudspeaker(), (13.6, 8.0, 0), 40)
    school.add("dance things", things, group="furniture", space=room)
    for x in (15.12, 22.98):
        school.add("shoes", studio.ballet_shoes(), (x, 8.4, 1.45), 0, group="furniture", space=room)
    for x in (16.45, 19.35):
        school.add("bags", walls.hooks(count=2), (x, 0.0, 0.6), 180, group="furniture", space=room)
    for k, finish in enumerate(("sky-blue", "flower", "purple", "teal", "yellow", "green", "flower", "sky-blue")):
        x, y = 16.4 + 1.75 * (k % 4), 3.0 + 2.3 * (k // 4)
        mat = Body().slab(finish, (x - 0.32, y - 0.9, 0.002), (x + 0.32, y + 0.9, 0.014), bevel=0.003)
        school.add("mats", mat, group="furniture", space=room)
    for seed, (x, y, turn) in enumerate(((13.2, 2.9, 90), (13.2, 5.3, 90), (25.1, 3.9, -90), (25.1, 6.2, -90)), 20):
        picture = framed(drawn.landscape(school.sheet, seed), 1.2, 0.8, frame="white")
        school.add("pictures", picture, (x, y, 1.75), turn, group="furniture", space=room)
    school.add("clock", walls.clock(radius=0.2), (25.1, 1.6, 2.3), -90, group="furniture", space=room)


def rehearsal(school: Dressing) -> None:
    """A red curtain behind drums, zither, microphones and loudspeakers."""
    room = "S-rehearsal"
    wave = [(0.09 + 0.05 * math.sin(k * 1.05), 12.0 + 6.8 * k / 90) for k in range(91)]
    folds = Body().prism("red", Polygon([(0.0, 12.0), *wave, (0.0, 18.8)]), 0.06, 3.4)
    rail = Body().tube("black", [(13.75, 11.9, 3.46), (13.75, 18.9, 3.46)], 0.03, sides=8)
    curtain = Body()
    curtain.add(folds, (13.86, 30.8, 0), 180)
    school.add("curtain", curtain.add(rail), group="furniture", space=room)
    words = school.sheet.label("浪 花 汇 报 演 出", ground=(160, 36, 34), ink=(250, 226, 150), height=90)
    banner = Body().slab("red", (-1.9, -0.03, 0), (1.9, 0, 0.62), bevel=0.006)
    banner.picture("signs", (-1.8, -0.032, 0.06), (3.6, 0, 0), (0, 0, 0.5), words)
    school.add("words", banner, (13.9, 15.4, 3.6), -90, group="signs", space=room)
    things = Body().add(music.drums(), (12.5, 17.3, 0), -80).add(music.zither(), (11.5, 15.4, 0), -90)
    things.add(music.piano_stool(), (12.15, 15.4, 0), 90).add(music.microphone(), (10.9, 14.9, 0), -90)
    things.add(music.microphone(), (10.9, 16.2, 0), -90).add(music.music_stand(school.sheet), (10.4, 13.2, 0), 90)
    for y in (12.35, 18.55):
        things.add(music.loudspeaker(), (13.1, y, 0), -90)
    things.add(music.piano_stool(), (12.62, 13.6, 0), 90)
    school.add("hall things", things, group="furniture", space=room)
    for x in (6.6, 10.6):
        school.add("pictures", walls.photographs(school.sheet), (x, 10.6, 1.3), 180, group="furniture", space=room)
    for seed, y in enumerate((12.2, 13.4, 14.6), 60):
        own = studio.canvas(school.sheet, seed, wide=0.6, high=0.78)
        school.add("pictures", own, (2.9, y, 1.4), 90, group="furniture", space=room)


def pianos(school: Dressing) -> None:
    """Stools, board, stands and a plant."""
    room, sheet = "S-music-1", school.sheet
    things = Body().add(music.piano_stool(), (16.75, 16.6, 0), 90).add(music.piano_stool(), (17.85, 14.4, 0), 90)
    things.add(music.music_stand(sheet), (16.6, 13.1, 0), 180).add(ware.plant(1.25, seed=7), (18.5, 18.6, 0))
    things.add(waiting.bookcase(wide=0.8, high=1.4), (14.32, 11.2, 0), 90)
    school.add("piano room things", things, group="furniture", space=room)
    board = walls.white_board(sheet, ("今日课程", "1. 音阶与琶音", "2. 小奏鸣曲", "3. 四手联弹"))
    school.add("board", board, (14.12, 13.4, 0.95), 90, group="furniture", space=room)


def strings(school: Dressing) -> None:
    """Zithers, guitars on the floor, violins on the wall, a stand before every chair."""
    room, sheet = "S-music-2", school.sheet
    things = Body().add(music.piano_stool(), (22.85, 15.6, 0), 90)
    for x, y, turn in ((20.55, 14.25, 30), (21.5, 14.0, 0), (22.45, 14.25, -30)):
        things.add(music.music_stand(sheet), (x, y, 0), turn + 180)
    for x in (20.5, 22.5):
        things.add(music.zither(), (x, 17.6, 0)).add(music.piano_stool(), (x, 18.15, 0))
    for y, finish in ((12.3, "oak"), (13.1, "orange")):
        things.add(music.guitar(finish=finish), (19.42, y, 0), 90)
    for y in (14.6, 15.2, 15.8):
        things.add(music.violin(), (19.13, y, 1.25), 90)
    school.add("string room things", things, group="furniture", space=room)
    board = walls.white_board(sheet, ("今日课程", "1. 调弦", "2. 渔舟唱晚", "3. 合奏练习"))
    school.add("board", board, (23.88, 12.2, 0.95), -90, group="furniture", space=room)


def toilets(school: Dressing) -> None:
    """Screens between the pans, mirrors over the basins, rails beside the accessible one."""
    for room, y in (("S-toilet-f", 13.6), ("S-toilet-m", 16.4)):
        things = Body().slab("light-grey", (26.95, y + 1.085, 0.14), (28.0, y + 1.115, 1.9), bevel=0.006)
        things.slab("aluminium", (26.97, y + 1.09, 0), (27.0, y + 1.11, 0.14))
        things.add(mirror(0.5, 0.7), (26.45, y, 1.15), 180)
        school.add("toilet dressing", things, group="furniture", space=room)
    y = 10.6
    rails = Body().add(mirror(0.5, 0.8), (26.4, y, 1.05), 180)
    rails.tube("chrome", [(27.25, y, 0.72), (27.25, y + 0.08, 0.72), (27.95, y + 0.08, 0.72), (27.95, y, 0.72)], 0.016)
    rails.tube("chrome", [(28.0, y + 0.98, 0.72), (27.3, y + 0.98, 0.72), (27.3, y + 0.98, 0.62), (28.0, y + 0.98, 0.56)], 0.016)
    school.add("toilet dressing", rails, group="furniture", space="S-toilet-acc")
    lobby = Body().add(greenery.snake_plant(), (24.4, 18.7, 0))
    for seed, y in enumerate((13.4, 14.9, 16.4), 70):
        lobby.add(studio.canvas(school.sheet, seed), (24.1, y, 1.4), 90)
    school.add("lobby dressing", lobby, group="furniture", space="S-toilet-lobby")


def stores_and_stairs(school: Dressing) -> None:
    """Props, mats, and which storey one is on."""
    props = Body().add(ware.carton(0.4, 0.32, 0.28), (0.5, 17.85, 0)).add(ware.crate("red", 0.42, 0.32, 0.26), (1.1, 17.8, 0), 8)
    school.add("props", props, group="furniture", space="S-props")
    school.add("mats", studio.mats().add(studio.gym_ball(), (0.75, 0, 0)), (26.1, 1.22, 0), group="furniture", space="S-mats")
    storey = school.sheet.label("二 楼", ground=(20, 138, 74), ink=(250, 250, 248), height=90, aspect=1.6)
    for space, at, turn in (("S-stair-west", (0.0, 11.4, 1.6), 90), ("S-stair-east", (28.0, 7.7, 1.6), -90)):
        school.add("storey sign", framed(storey, 0.48, 0.3, frame="aluminium", rim=0.01), at, turn, group="signs", space=space)


RECIPE = Recipe(
    id="arts-school",
    dress=dress,
    outside=Outside(lambda: drawn.street(11), bottom=-5.0),
    sheet=4096,
    pictures=("dance", "waiting", "art"),
    panoramas=("rehearsal",),
)
