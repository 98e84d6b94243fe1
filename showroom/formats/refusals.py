"""How is the refusal of a file said in Chinese? One table: what readers write in English, and the same for a visitor.

`{}` stands for whatever is filled in: a name, a number, a suffix. A sentence that is not in the table stays English.
"""

import re
from functools import lru_cache

from showroom.domain.errors import Problem
from showroom.formats.refusals_models import MODEL_SENTENCES
from showroom.formats.refusals_register import REGISTER_SENTENCES
from showroom.formats.refusals_results import RESULT_SENTENCES

SENTENCES = {
    # the file itself
    "this is a folder; one {} was expected": "这是一个文件夹，应当选择一个文件",
    "name a file inside it": "请选择文件夹里的那个文件",
    "this is not an ordinary file": "这不是普通文件",
    "name the {} itself, as it lies on the disk": "请选择磁盘上的文件本身",
    "the {} is too large: {} MB; at most {} MB can be read": "文件太大：{1} MB，最多可读 {2} MB",
    "the {} is too large: {}": "文件太大：{1}",
    "split it, or leave out what does not belong to the premises": "请分成几个文件，或删去与本店无关的内容",
    "there is no such file": "没有这个文件",
    'check the path; there is no folder "{}" either': "请核对路径；文件夹“{}”也不存在",
    "check the path": "请核对路径",
    'did you mean "{}"?': "是不是“{}”？",
    "check the name and the folder": "请核对文件名和文件夹",
    "part of this path is a file, not a folder": "路径中有一段是文件，不是文件夹",
    "this file may not be read": "没有读取这个文件的权限（可能已加锁）",
    "ask for permission to read it, or copy it to a folder of your own": "请申请读取权限，或复制到自己的文件夹再试",
    "the file could not be read: {}": "文件无法读取（{}）",
    "check the path and the disk": "请核对路径，检查磁盘或 U 盘",
    "the {} grew beyond {} MB while it was read": "读取时文件还在变大，已超过 {1} MB",
    "try again": "请再试一次",
    "the {} is empty": "文件是空的",
    "check that it was saved or copied completely": "请确认文件已完整保存或复制",
    'a file ending in "{}" cannot be {}': "后缀为“{}”的文件不能用在这里",
    "a file without a suffix cannot be {}": "文件没有后缀，不知道是什么格式",
    "known suffixes: {}": "可用的后缀：{}",
    # reading apart
    "the process that reads files could not be started ({})": "读图程序无法启动（{}）",
    "start again": "请重新启动本程序",
    "the drawing holds more than can be handled": "图纸内容太多，无法处理",
    "reading was cancelled": "读图已取消",
    "choose the file again to read it": "需要时请重新选择这个文件",
    "reading took more than {} seconds and was stopped": "读图超过 {} 秒，已停止",
    "keep only the plan of the premises in the file, purge the rest, and try again": (
        "请只保留本店的平面图，清理（PURGE）其余内容后再试"
    ),
    "the drawing needs more memory than one file may take": "读这张图需要的内存超出允许范围",
    "reading took too much of the machine and was stopped": "读图占用的资源过多，已停止",
    "the reader stopped over this file": "读到这个文件时程序中断",
    "open it in a drawing program, save it again, and try once more": "请在绘图软件中打开、重新保存后再试",
    # DXF
    "this is a DWG drawing with the suffix of a DXF": "这是 DWG 图纸，只是后缀改成了 DXF",
    "save it as DXF in the drawing program": "请在绘图软件中另存为 DXF",
    "this is not a DXF drawing": "这不是 DXF 图纸",
    "export the plan as DXF and check that this is the file": "请把平面图导出为 DXF，并确认选对了文件",
    "the drawing is damaged and could not be repaired ({})": "图纸文件已损坏，无法修复（{}）",
    "open it in a drawing program and save it as DXF again": "请在绘图软件中打开，重新存为 DXF",
    "the drawing breaks off: its end mark (EOF) is missing": "图纸文件不完整：缺少结束标记（EOF）",
    "copy or export it again, completely": "请重新完整地复制或导出",
    "the drawing holds more than {} things": "图纸中的图元超过 {} 个",
    "the drawing shows more than {} doors and windows": "图纸中的门窗超过 {} 处",
    "the blocks of this drawing put more than {} things into it": "图块展开后图元超过 {} 个",
    "keep only the plan of the premises and purge the rest": "请只保留本店的平面图，清理（PURGE）其余内容",
    "keep only the plan of the premises": "请只保留本店的平面图",
    # SVG and GeoJSON
    "this is no well-formed {} ({})": "{} 文件格式有误（{}）",
    "export it again, completely": "请重新完整导出",
    "this is not an SVG drawing": "这不是 SVG 图纸",
    "export the plan as SVG and check the file": "请把平面图导出为 SVG，并核对文件",
    "the file holds more than {} elements": "文件中的元素超过 {} 个",
    "the drawing's repeated parts put more than {} things into it": "重复引用展开后图元超过 {} 个",
    "groups are nested more than {} deep": "编组嵌套超过 {} 层",
    "ungroup it and save it again": "请取消编组后重新保存",
    "the file declares XML entities, which are not needed": "文件声明了用不到的 XML 实体，出于安全不予读取",
    "the file refers to another file through an XML entity": "文件通过 XML 实体引用了别的文件，出于安全不予读取",
    "save it again without them": "请去掉后重新保存",
    "save it again without it": "请去掉后重新保存",
    "keep only what belongs to the premises": "请只保留与本店有关的内容",
    "look at this part of the drawing": "请检查图纸的这一处",
    "this is no GeoJSON feature collection": "这不是 GeoJSON 要素集合",
    'write {"type": "FeatureCollection", "features": […]}': '应写成 {"type": "FeatureCollection", "features": […]}',
    "this GeoJSON does not say that it is in local metres, so it means longitude and latitude": (
        "GeoJSON 没有注明用的是本地米制坐标，只能当作经纬度，不能使用"
    ),
    'add "showroom": {"format": 1, "unit": "m"} where the coordinates are metres': (
        '坐标确为米时，请加上 "showroom": {"format": 1, "unit": "m"}'
    ),
    "the file holds more than {} features": "文件中的要素超过 {} 个",
    "this text is not written in UTF-8": "文本不是 UTF-8 编码",
    "save it again with the encoding UTF-8": "请用 UTF-8 编码重新保存",
    "this is not JSON ({})": "JSON 格式有误（{}）",
    "export the file again": "请重新导出文件",
    "the file contains {}, which is no number": "文件中有 {}，不是数",
    "every coordinate is an ordinary number of metres": "每个坐标都应是普通的数，单位为米",
    "the file is nested too deeply": "文件嵌套太深",
    "export the plan again": "请重新导出平面图",
    "this feature cannot be used ({})": "这个要素无法使用（{}）",
    'write {"type": "Feature", "id": …, "properties": {…}, "geometry": {"type": …, "coordinates": […]}}': (
        '应写成 {"type": "Feature", "id": …, "properties": {…}, "geometry": {"type": …, "coordinates": […]}}'
    ),
    # nothing to check
    "no room was found in this drawing": "图中没有找到房间",
    "no room was found in this drawing; {} ends of walls meet nothing": "图中没有找到房间；{} 处墙线端头没有相接",
    "{} wall lines and {} doors, but no room was found in this drawing": "图中有 {} 条墙线、{} 扇门，但没有围出房间",
    "{} wall lines and {} doors, but no room was found in this drawing; {} ends of walls meet nothing": (
        "图中有 {} 条墙线、{} 扇门，但没有围出房间；{} 处墙线端头没有相接"
    ),
    "draw one closed polyline for each room on a layer named SPACE, ROOM or 房间 and put the room's name inside it as a text, "
    "or draw walls on a layer named WALL or 墙 that close round each room but for its doors and windows": (
        "请在名为 SPACE、ROOM 或“房间”的图层上，为每个房间画一条闭合多段线，并把房间名作为文字写在里面；"
        "或在名为 WALL 或“墙”的图层上画墙，除门窗外把每个房间围合"
    ),
    # pictures and other outputs
    "the file could not be written: {}": "文件无法写出（{}）",
    "name another file, or make room and ask for permission to write there": "请换一个文件名，或腾出空间、申请写入权限",
    "pictures are drawn as PNG or SVG": "图片只能存为 PNG 或 SVG",
    "name the file something.png or .svg": "请把文件命名为 .png 或 .svg",
    **RESULT_SENTENCES,
    **REGISTER_SENTENCES,
    **MODEL_SENTENCES,
}


def in_chinese(sentence: str) -> str | None:
    """Return a reader's sentence in Chinese, or `None` where the table does not know it."""
    for pattern, chinese in _patterns():
        if found := pattern.fullmatch(sentence):
            return chinese.format(*found.groups()) if found.re.groups else chinese
    return None


def problem_said(problem: Problem, language: str) -> tuple[str, ...]:
    """Return the lines a person reads: in Chinese with the English after it where Chinese is wanted and known, else English."""
    if language != "zh_CN" or (reason := in_chinese(problem.reason)) is None:
        return (str(problem),)
    remedy = (in_chinese(problem.remedy) or problem.remedy) if problem.remedy else ""
    place = f"{problem.place}：" if problem.place else ""
    return f"{place}{reason}{'；' if remedy else ''}{remedy}", str(problem)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL), said) for english, said in SENTENCES.items()
    )
