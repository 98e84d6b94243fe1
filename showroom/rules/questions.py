"""What do we ask when the application leaves out a fact? One sentence a key of the application file."""

from showroom.domain.text import Text

QUESTIONS: dict[str, Text] = {
    "items": Text.of("经营哪些食品项目？", "Which food items will be sold?"),
    "premises.storey_level": Text.of("场所在第几层？", "On which storey are the premises?"),
    "premises.building_use": Text.of("所在建筑是什么用途？", "What is the building used for?"),
    "premises.dedicated_flue": Text.of("是否有专用烟道？", "Is there a dedicated flue?"),
    "premises.adjoins_dwelling": Text.of("上下或相邻楼层是否有住宅？", "Does the storey adjoin dwellings?"),
    "premises.high_rise": Text.of("所在建筑是否为高层建筑？", "Is the building a high-rise?"),
    "premises.fire_class": Text.of("建筑耐火等级是几级？", "Which fire resistance class has the building?"),
    "premises.sprinklered": Text.of("是否全部设置自动喷水灭火系统？", "Are the premises fully sprinklered?"),
    "premises.own_exit": Text.of("场所有没有自己独立的出口？", "Have the premises an exit of their own?"),
    "premises.shared_passage": Text.of("通道是否与住户或别家共用？", "Is a passage shared with residents or others?"),
    "premises.lpg": Text.of("是否使用瓶装液化石油气？", "Is bottled LPG used?"),
    "premises.building_storeys": Text.of("所在建筑一共几层？", "How many storeys has the building?"),
    "room.persons": Text.of("这一间最多容纳多少人？", "How many persons at most are in this room?"),
    "storey.persons": Text.of("本层最多有多少人？", "How many persons at most are on this storey?"),
    "premises.entrance_to": Text.of(
        "出入口开向街道、院内还是楼内门厅？", "Does the entrance open to the street, a yard or a lobby?"
    ),
    "clinic.kind": Text.of("申报的是动物诊所还是动物医院？", "Is it to be a clinic or a hospital?"),
    "clinic.surgery": Text.of("做不做手术？", "Are operations done?"),
    "clinic.imaging": Text.of("有没有X光机等影像设备？", "Is there imaging such as X-rays?"),
    "people.vets": Text.of("有多少名执业兽医师？", "How many licensed vets are there?"),
    "people.seats": Text.of("有多少个座位？", "How many seats are there?"),
    "people.staff": Text.of("同时有多少名工作人员？", "How many staff at one time?"),
    "people.students": Text.of("同一时段最多有多少名学员？", "How many students at most at one time?"),
    "people.children": Text.of("学员中是否有儿童？", "Are children among the students?"),
    "site.nearby": Text.of(
        "五百米内有哪些污染源、养殖场、市场、住宅或学校，各距多远？",
        "Which pollution sources, farms, markets, dwellings or schools lie within 500 m, and how far?",
    ),
    "declared.ware_cleaning": Text.of("餐用具用化学消毒还是热力消毒？", "Is ware disinfected chemically or by heat?"),
    "premises.area": Text.of("场所证明文件上的经营面积是多少？", "Which area do the papers of the premises state?"),
    "role: staff": Text.of("员工从哪扇门进入食品处理区？", "By which door do staff enter the handling area?"),
}


def question(key: str) -> Text:
    """Return the question behind a key; the key itself where no sentence was written for it."""
    return QUESTIONS.get(key) or Text.of(key, key)
