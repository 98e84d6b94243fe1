"""What do people say for what the register says? Everyday words and those that stand in its titles and texts.

A word counts also where it is part of what was typed (`办证多少钱`). Rooms and fixtures are in the vocabulary instead.
"""

EVERYDAY: dict[str, tuple[str, ...]] = {
    "多少钱": ("收费",),
    "费用": ("收费",),
    "要钱": ("收费",),
    "几天": ("时限", "日内"),
    "多久": ("时限", "日内"),
    "多长时间": ("时限", "日内"),
    "残疾人": ("无障碍",),
    "残障": ("无障碍",),
    "坐轮椅": ("轮椅",),
    "在哪办": ("到哪里登记", "谁审批"),
    "去哪办": ("到哪里登记", "谁审批"),
    "哪里办": ("到哪里登记", "谁审批"),
    "租房": ("租赁合同", "租期"),
    "房租": ("租期",),
    "抽油烟机": ("油烟",),
    "排烟": ("油烟",),
    "烟囱": ("油烟",),
    "逃生": ("疏散",),
    "老鼠": ("防鼠", "防蝇"),
    "蟑螂": ("防蝇", "防鼠"),
    "苍蝇": ("防蝇",),
    "煤气": ("液化气",),
    "宠物医院": ("动物诊疗",),
    "兽医站": ("动物诊疗",),
    "饭店": ("餐饮",),
    "餐馆": ("餐饮",),
    "小吃": ("小餐饮",),
    "培训班": ("培训",),
    "兴趣班": ("培训",),
    "how much": ("fee", "is free"),
    "cost": ("fee", "is free"),
    "how long": ("days",),
    "disabled": ("accessible", "wheelchair"),
    "restaurant": ("catering",),
    "pet": ("animal",),
    "veterinary": ("vet", "animal"),
    "restroom": ("toilet",),
}
"""In lower case; the words on the right are looked for in titles first, then in texts."""

FILLERS = frozenset("多少几要吗的怎么在哪能办可以有没呢啊得到是我想请问")
"""Characters of a question that name nothing."""
