"""人与地址 · Synthetic people: names, addresses, mailboxes, chat ids, and the bodies they deal with."""

from __future__ import annotations

from random import Random

from bench.accuracy.numbers import digits, qq
from bench.accuracy.words import words

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢"
    "路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
COMPOUND = words("欧阳 上官 司马 诸葛 司徒 皇甫 东方 尉迟 令狐 慕容 夏侯 公孙 长孙 轩辕 端木 南宫 呼延 宇文")
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国梅兰辉志鹏飞宇浩然子涵欣怡梓萱雨晨思远嘉诚俊熙文博佳琪雅婷晓东海燕春花"
    "凤荣德贵福祥永康振家成林金龙树根生水旺长青云峰立新学良少华小红翠莲淑珍惠芬彩虹月娥素琴美玲亚楠若曦亦凡沐阳景行知远一诺可馨语桐昊天铭泽"
)
_WORDS = words(
    "建国 建华 志强 志明 国庆 国强 桂兰 桂英 秀兰 秀珍 淑芬 淑华 玉兰 玉梅 春梅 海燕 红梅 丽娟 小燕 晓丽 文静 "
    "雅琴 子轩 浩然 梓涵 欣怡 诗涵 一鸣 俊杰 宇轩 思琪 雨桐 嘉怡 佳慧 德福 永贵 金凤 来娣 招娣 大勇 二牛 长根 "
    "水生 福根 爱民 卫东 援朝 跃进 学军 向阳 美霞 彩云 凤英 树林 家栋 立军 艳红 亚男 胜利"
)
_DOTTED = words(
    "阿依古丽·买买提 古丽娜尔·艾合买提 买买提江·吐尔逊 阿卜杜拉·热合曼 迪丽努尔·阿布都 努尔兰·哈力别克 "
    "艾山江·玉素甫 巴特尔·苏和 扎西·多吉 热依汗古丽·依明 木拉提·叶尔肯 玛依拉·沙吾提"
)


def name(rng: Random) -> str:
    """Two to four characters, now and then longer with a middle dot."""
    kind = rng.choices(("two", "word", "three", "compound", "dotted"), (22, 34, 34, 7, 3))[0]
    if kind == "dotted":
        text = rng.choice(_DOTTED)
        return text.replace("·", rng.choice("··•・"))
    if kind == "compound":
        return rng.choice(COMPOUND) + "".join(rng.sample(_GIVEN, rng.choice((1, 1, 2))))
    surname = rng.choice(SURNAMES)
    if kind == "word":
        return surname + rng.choice(_WORDS)
    return surname + "".join(rng.sample(_GIVEN, 1 if kind == "two" else 2))


PLACES = (
    ("北京市", "", "朝阳区 海淀区 丰台区 西城区"), ("上海市", "", "浦东新区 徐汇区 闵行区 杨浦区"),
    ("天津市", "", "南开区 河西区 武清区"), ("重庆市", "", "渝中区 江北区 万州区"),
    ("湖北省", "武汉市", "武昌区 洪山区 江岸区"), ("湖北省", "黄冈市", "黄州区 蕲春县 麻城市"),
    ("湖北省", "恩施土家族苗族自治州", "恩施市 利川市 建始县"), ("湖南省", "长沙市", "岳麓区 雨花区 浏阳市"),
    ("湖南省", "怀化市", "溆浦县 辰溪县"), ("广东省", "广州市", "天河区 越秀区 番禺区"),
    ("广东省", "深圳市", "南山区 福田区 龙岗区"), ("广东省", "茂名市", "信宜市 化州市"),
    ("四川省", "成都市", "武侯区 青羊区 双流区"), ("四川省", "达州市", "宣汉县 大竹县"),
    ("浙江省", "杭州市", "西湖区 余杭区 萧山区"), ("浙江省", "温州市", "乐清市 瑞安市"),
    ("江苏省", "南京市", "鼓楼区 玄武区 江宁区"), ("江苏省", "徐州市", "沛县 丰县 邳州市"),
    ("安徽省", "阜阳市", "颍上县 临泉县 太和县"), ("安徽省", "合肥市", "蜀山区 包河区"),
    ("河南省", "郑州市", "金水区 二七区 新密市"), ("河南省", "周口市", "太康县 商水县 鹿邑县"),
    ("河北省", "石家庄市", "长安区 裕华区"), ("河北省", "邯郸市", "永年区 大名县"),
    ("山东省", "济南市", "历下区 历城区"), ("山东省", "菏泽市", "曹县 单县 郓城县"),
    ("陕西省", "西安市", "雁塔区 碑林区 长安区"), ("陕西省", "汉中市", "城固县 勉县"),
    ("辽宁省", "沈阳市", "和平区 铁西区"), ("黑龙江省", "哈尔滨市", "南岗区 道里区"),
    ("吉林省", "长春市", "朝阳区 绿园区"), ("云南省", "昆明市", "五华区 官渡区"),
    ("云南省", "昭通市", "镇雄县 彝良县"), ("贵州省", "贵阳市", "南明区 云岩区"),
    ("贵州省", "毕节市", "七星关区 织金县"), ("江西省", "赣州市", "于都县 兴国县"),
    ("福建省", "福州市", "鼓楼区 仓山区"), ("福建省", "泉州市", "晋江市 安溪县"),
    ("甘肃省", "兰州市", "城关区 七里河区"), ("山西省", "太原市", "小店区 迎泽区"),
    ("广西壮族自治区", "南宁市", "青秀区 武鸣区"), ("新疆维吾尔自治区", "乌鲁木齐市", "天山区 沙依巴克区"),
    ("内蒙古自治区", "赤峰市", "红山区 宁城县"), ("宁夏回族自治区", "银川市", "兴庆区 金凤区"),
    ("海南省", "海口市", "龙华区 美兰区"), ("西藏自治区", "拉萨市", "城关区 堆龙德庆区"),
)  # fmt: skip
_ROADS = words(
    "中南路 人民路 解放大道 建设路 和平里大街 文化西路 珞喻路 学院路 长江路 中山北路 朝阳北路 延安西路 天府大道 "
    "民族大道 五一大道 滨河东路 新华街 友谊大道 黄河路 光谷大道 科技二路 古北路 虹桥路 迎宾大道 幸福路 芙蓉中路 "
    "体育西路 湖滨南路 团结东路 香樟街 站前路 环城南路"
)
_ESTATES = words(
    "阳光花园 万科金域蓝湾 恒大绿洲 翠湖名苑 紫荆小区 保利香槟国际 金地格林小城 机电宿舍 水岸新城 和平小区 "
    "碧桂园凤凰城 锦绣江南 中海国际社区 铁路家属院 纺织新村 融创玖樟台 安居苑 学府佳园 龙湖春江郦城 书香门第 "
    "天通苑北二区 曹杨八村 田林十二村"
)
_TOWNS = words(
    "八里河镇 白云镇 石桥乡 柳河镇 大坪乡 青山镇 三岔镇 马头镇 杨集镇 龙泉街道 黄土岭乡 双河镇 吴店镇 花园口乡"
)
_VILLAGES = words(
    "王庄村 李家湾村 大桥村 石门村 前进村 赵楼村 上湾村 新塘村 枫树坪村 黄泥坳村 小河口村 张台村 红旗村 "
    "栗树园村"
)
_CHINESE = "一二三四五六七八九十"


def _room(rng: Random) -> str:
    floor, door = rng.randint(1, 28), rng.randint(1, 6)
    number = f"{floor}{door:02d}"
    block, unit = rng.randint(1, 36), rng.randint(1, 5)
    return rng.choice((
        f"{block}栋{unit}单元{number}室", f"{block}栋{unit}单元{number}", f"{block}号楼{unit}单元{number}室",
        f"{block}幢{number}室", f"{block}栋{number}", f"{block}-{unit}-{number}", f"{block}号楼{number}",
        f"{rng.choice('ABCD')}座{number}室", f"{rng.choice('ABC')}区{block}栋{number}房", f"{block}期{unit}栋{number}",
        f"第{block}幢{unit}单元{floor}楼{rng.choice('东西中')}户",
    ))  # fmt: skip


def _street(rng: Random, district: str) -> str:
    road, number = rng.choice(_ROADS), rng.randint(1, 980)
    estate = rng.choice(_ESTATES)
    lane = f"{rng.randint(1, 90)}号{rng.randint(1, 18)}{rng.randint(1, 4):02d}室"
    hutong = rng.choice(("东四三条", "帽儿胡同", "烟袋斜街", "方家胡同", "大石桥胡同"))
    xiang = rng.choice(("石板巷", "仁厚里", "青年里", "三元里", "槐树巷", "打铜巷"))
    dorm = f"{rng.randint(1, 20)}号宿舍楼{rng.randint(101, 630)}室"
    garden = f"{rng.choice('梅兰竹菊')}园{rng.randint(1, 9)}舍{rng.randint(101, 630)}"
    return rng.choices((
        f"{road}{number}号{_room(rng)}", f"{estate}{_room(rng)}", f"{road}{number}号{estate}{_room(rng)}", f"{road}{number}弄{lane}",
        f"{hutong}{number}号" + rng.choice(("", "院", "院3号楼2门501", "旁门")),
        f"{xiang}{number}号" + rng.choice(("", f"{rng.randint(2, 8)}楼", f"之{rng.choice(_CHINESE[:4])}")),
        rng.choice(("理工大学", "师范大学", "财经学院", "职业技术学院")) + rng.choice((f"东校区{dorm}", f"学生公寓{dorm}", garden)),
        f"{road}{number}号" + ("" if district else "院内平房3号"),
    ), (5, 5, 8, 3, 2, 2, 2, 2))[0]  # fmt: skip


def _rural(rng: Random) -> str:
    group, number, han = rng.randint(1, 14), rng.randint(1, 300), rng.choice(_CHINESE)
    hamlet = rng.choice(("上湾", "下屋", "老屋", "塘边"))
    tail = rng.choice((
        f"{group}组", f"{group}组{number}号", f"{han}组", f"{number}号", f"第{han}村民小组", f"{hamlet}组{number}号",
        f"{rng.choice(('张家', '李家', '杨树'))}屯{number}号", f"{han}社{number}号", "",
    ))  # fmt: skip
    return rng.choice(_TOWNS) + rng.choice(_VILLAGES) + tail


def address(rng: Random) -> str:
    """Where somebody lives: from the province down, or from as far up as people bother to write."""
    province, city, districts = rng.choice(PLACES)
    district = rng.choice(districts.split())
    rural = (district[-1] in "县市" and rng.random() < 0.8) or rng.random() < 0.1
    rest = _rural(rng) if rural else _street(rng, district)
    gap = " " if rng.random() < 0.06 else ""
    full = gap.join(p for p in (province, city, district, rest) if p)
    return rng.choices((full, city.removesuffix("市") + district + rest if city else full, (city or province) + district + rest,
                        district + rest), (12, 1, 6, 4))[0]  # fmt: skip


def office_address(rng: Random) -> str:
    """Where a body works: published on purpose, so never to be found."""
    province, city, districts = rng.choice(PLACES)
    tail = rng.choice(
        ("", "行政服务中心3楼", "政务大厅一楼", "市民之家2号厅", "综合楼5楼508室", "办公楼412室", "1号楼")
    )
    return (
        f"{city or province}{rng.choice(districts.split())}{rng.choice(_ROADS)}{rng.randint(1, 400)}号{tail}"
    )


_PINYIN = words("wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo")
_GIVENS = words(
    "wei fang jing lei qiang min tao chao xiaoming jianguo zihan yuxuan haoran meiling dong yan hui bo"
)
_HOSTS = words(
    "qq.com 163.com 163.com 126.com gmail.com outlook.com sina.com foxmail.com icloud.com hotmail.com yeah.net "
    "139.com sohu.com aliyun.com vip.qq.com mails.tsinghua.edu.cn stu.xjtu.edu.cn huayun-tech.com.cn "
    "yonghe-group.cn"
)


def email(rng: Random) -> str:
    """The mailbox of one person."""
    family, given = rng.choice(_PINYIN), rng.choice(_GIVENS)
    host = rng.choice(_HOSTS)
    if host == "qq.com" and rng.random() < 0.7:
        return f"{qq(rng)}@qq.com"
    local = rng.choice((
        f"{family}{given}{rng.randint(1, 999)}", f"{family}.{given}", f"{given}_{family}{rng.randint(60, 99)}",
        f"{family}{given[0]}{digits(rng, 4)}", f"{given}.{family}", f"{family}{rng.randint(1980, 2006)}", f"{family}-{given}",
    ))  # fmt: skip
    return f"{local}@{host}"


def wechat(rng: Random) -> str:
    """A WeChat id as chosen by a person, or as given by the system."""
    family, given = rng.choice(_PINYIN), rng.choice(_GIVENS)
    text = rng.choice((
        f"{family}{given}{rng.randint(10, 9999)}", f"{family}_{given}{rng.randint(1, 99)}", f"{given}-{family}{rng.randint(10, 99)}",
        "wxid_" + "".join(rng.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(14)),
        f"{given.capitalize()}{rng.randint(1980, 2012)}", f"{given[0]}{family[0]}{digits(rng, 6)}", f"{family}{given}_{digits(rng, 3)}",
    ))  # fmt: skip
    return text if len(text) >= 6 else text + digits(rng, 4)
