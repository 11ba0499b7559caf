"""Invented names: places that exist, firms and persons that don't."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class District:
    """A district of Wuhan with the offices that appear on sheets."""

    name: str
    division: str
    registry: str
    tax_office: str
    recommender: str
    roads: tuple[str, ...]


def _district(name: str, division: str, roads: tuple[str, ...], zone: str = "") -> District:
    place = zone or f"武汉市{name}"
    office = zone or f"武汉市{name}"
    return District(
        name,
        division,
        f"{place}市场监督管理局",
        f"国家税务总局{office}税务局",
        f"{place}经济和信息化局" if not zone else f"{zone}管理委员会",
        roads,
    )


DISTRICTS: tuple[District, ...] = (
    _district(
        "东湖新技术开发区",
        "420111",
        ("高新大道", "光谷三路", "关山大道", "佛祖岭一路", "软件园东路"),
        "武汉东湖新技术开发区",
    ),
    _district("江岸区", "420102", ("解放大道", "石桥一路", "百步亭花园路")),
    _district("汉阳区", "420105", ("龙阳大道", "四新大道", "琴台大道")),
    _district("武昌区", "420106", ("中北路", "友谊大道", "和平大道")),
    _district("洪山区", "420111", ("珞狮南路", "文化大道", "雄楚大道")),
    _district("东西湖区", "420112", ("金山大道", "五环大道", "径河街张柏路")),
    _district("蔡甸区", "420114", ("凤凰路", "知音湖大道", "奓山街常福路")),
    _district("江夏区", "420115", ("文化路", "阳光大道", "藏龙大道")),
    _district(
        "经济技术开发区",
        "420113",
        ("东风大道", "沌口路", "车城大道"),
        "武汉经济技术开发区",
    ),
)

_STARS = "瀚云楚岳澜璟昊曜衡枢睿珩泽霖锐钧恒拓擎墨辰琢启屹骋弘晟淼"
_ENDS = "图智源程砺衡测芯序维界流象络铸工构力算视造聆明远析联联合"
FIELDS = (
    "智能科技",
    "工业软件",
    "数字技术",
    "智能装备",
    "信息技术",
    "自动化",
    "工业智能",
    "数据技术",
)
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕欧阳"
_GIVEN = [
    "建国",
    "志强",
    "文博",
    "晓峰",
    "海燕",
    "丽华",
    "思远",
    "浩然",
    "雨桐",
    "明哲",
    "俊杰",
    "国栋",
    "晓东",
    "玉兰",
    "子轩",
    "慧敏",
    "永刚",
    "佳怡",
    "鹏程",
    "立新",
    "红梅",
    "家豪",
    "静",
    "磊",
    "婷",
    "凯",
    "颖",
    "涛",
    "倩",
    "勇",
    "锦程",
    "若溪",
    "嘉树",
    "云帆",
    "景行",
    "致远",
    "书涵",
    "逸飞",
    "望舒",
]
_FIRMS = ("楚衡", "江汉信达", "荆诚", "汉正", "鄂兴华", "长江中瑞", "光谷立诚", "九通正信")


@dataclass(frozen=True)
class Trade:
    """An industry of the form with what a model of it does."""

    label: str
    """The tick of the form."""
    words: str
    """What the company's scope says about it."""
    scenes: tuple[str, ...]
    data: str


TRADES: tuple[Trade, ...] = (
    Trade(
        "原材料",
        "冶金、化工、建材行业",
        ("热轧钢板表面缺陷识别", "水泥窑炉能效优化", "磷化工工艺参数寻优"),
        "产线图像、工艺曲线与质检记录",
    ),
    Trade(
        "装备制造",
        "装备制造、船舶、轨道交通行业",
        ("大型船用曲轴故障诊断", "数控机床刀具寿命预测", "轨道车辆焊缝质量检测"),
        "设备振动、电流波形与维修工单",
    ),
    Trade(
        "消费品（包括生物医药等）",
        "食品、纺织、医药行业",
        ("中药饮片智能分选", "白酒发酵过程决策", "针织面料瑕疵识别"),
        "原料检测、批次生产与感官评价记录",
    ),
    Trade(
        "电子信息",
        "光电子、显示、集成电路行业",
        ("显示面板缺陷检测", "光模块耦合工艺优化", "晶圆量测异常分析"),
        "量测图像、设备日志与良率数据",
    ),
    Trade(
        "软件和信息服务业",
        "工业软件与信息服务行业",
        ("工业知识问答", "工业设计图纸生成", "安全生产隐患研判"),
        "行业标准、工艺文档与运维日志",
    ),
)


def person(random: Random) -> str:
    """A name of two or three characters, now and then with a double surname."""
    surname = random.choice(_SURNAMES[:-2])
    if random.random() < 0.03:
        surname = "欧阳"
    return surname + random.choice(_GIVEN)


def brand(random: Random) -> str:
    """Two characters that no firm is meant by."""
    return random.choice(_STARS) + random.choice(_ENDS)


def company(random: Random, brand_name: str) -> str:
    """A company name with its place."""
    field = random.choice(FIELDS)
    form = random.choices(("有限公司", "股份有限公司", "有限责任公司"), (75, 15, 10))[0]
    place = random.choices(("武汉", "湖北", "武汉市"), (60, 30, 10))[0]
    if random.random() < 0.15:
        return f"{brand_name}{field}（{place[:2]}）{form}"
    return f"{place}{brand_name}{field}{form}"


def audit_firm(random: Random) -> tuple[str, str]:
    """Name and short name of an accounting firm."""
    short = random.choice(_FIRMS)
    return random.choice(
        (
            (f"{short}会计师事务所（普通合伙）", short),
            (f"湖北{short}会计师事务所有限责任公司", short),
            (f"{short}会计师事务所（特殊普通合伙）湖北分所", short),
            (f"武汉{short}会计师事务所有限公司", short),
        )
    )
