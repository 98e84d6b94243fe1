"""How is it said in Chinese that a clerk's decision cannot be saved? Part of the table of `refusals`."""

REGISTER_SENTENCES = {
    '"{}": parameter "{}" of rule "{}": "{}" is not a length; write metres such as 0.9, or "900 mm"': (
        "“{0}”的数值 {1}：“{3}”不是长度"
    ),
    '"{}": parameter "{}" of rule "{}": "{}" is not a use of the vocabulary{}': "“{0}”的数值 {1}：词汇表里没有“{3}”这种用途",
    '"{}": parameter "{}" of rule "{}": "{}" is not a fixture kind of the vocabulary{}': (
        "“{0}”的数值 {1}：词汇表里没有“{3}”这种设备"
    ),
    '"{}": parameter "{}" of rule "{}": Input should be greater than {}': "“{0}”的数值 {1} 应当大于 {3}",
    '"{}": parameter "{}" of rule "{}": Input should be a valid {}': "“{0}”的数值 {1} 写得不对",
    '"{}": parameter "{}" of rule "{}": {}': "“{0}”的数值 {1} 写得不对（{3}）",
    "see the rule's page": "长度写成 0.9 或 900 mm，个数写数字",
    '"{}": rule "{}" has no parameter "{}"': "“{0}”没有数值 {2}",
    '"{}": rule "{}" needs exactly one of {}': "“{0}”：{2} 只能写一项",
    "keep one of them": "请只留一项",
    '"{}": nothing is decided': "“{}”没有写决定什么",
    "write use:, binding:, parameters: or a text": "请改一项，或整条恢复原样",
    '"{}" has no text in {}': "“{}”缺英文",
    "add {}: …": "请补上这一种语言",
    'decisions[{}].rows[{}].requirement is "{}", which is decided above already': "“{2}”在同一段时间里已有决定",
    "decide about each requirement once for the same days": "同一条要求在同一天只能有一项决定，请改起止日期",
    '"{}" are no initials': "“{}”不是姓名或缩写",
    "write who decides: WL, or 王力": "请写是谁决定的，如 WL 或 王力",
    "was changed by somebody else since it was opened": "打开以后别人改过这个文件",
    "open it again": "请关闭后重新打开",
    "zh_CN is missing": "缺中文",
    "write the Chinese text first": "请先写中文",
    '"{}" is not a date': "“{}”不是日期",
    "write it as 2027-01-01": "请写成 2027-01-01",
    "no district is the default": "没有写明本登记册用哪个地区",
    "write a file with default: true there": "请在那里的一个文件里写 default: true",
    "this list or group is never closed": "括号没有配对",
}
