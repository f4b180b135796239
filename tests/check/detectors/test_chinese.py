"""Places where two readings of Chinese text are possible, and which one is taken."""

from __future__ import annotations

import pytest

from sansi.check import Confidence, check


def found(text: str, *, hints: bool = False) -> list[tuple[str, str]]:
    return [(f.rule, f.text) for f in check(text) if hints or f.confidence is not Confidence.POSSIBLE]


@pytest.mark.parametrize(
    "text",
    [
        "kernel: [13073.184965] eth0",  # a fraction of two groups
        "Call 1-830-555-0199 now",  # another country's code
        "+49 15223344556",  # the same
        "料号|品名\n15846502055|螺栓\n15100755032|轴承",  # a column of part numbers
        "编号 A-15846502055",  # part of a code
    ],
)
def test_what_looks_like_a_mobile_and_is_not(text: str) -> None:
    assert "cn-mobile" not in dict(found(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("请打+861752-1293-889找她", "+861752-1293-889"),
        ("caller=18632023856 time=3", "18632023856"),
        ("13\u200b9\u200b12345678", "13\u200b9\u200b12345678"),
        ("139.1234.5678", "139.1234.5678"),
        ("+86 139 1234 5678", "+86 139 1234 5678"),
        ("86 139 1234 5678 是他的", "86 139 1234 5678"),
        ("86-13912345678 是他的", "86-13912345678"),
    ],
)
def test_mobiles_in_unusual_dress(text: str, number: str) -> None:
    assert ("cn-mobile", number) in found(text)


def test_a_list_of_names_behind_one_label() -> None:
    assert found("报名者：叶敏、程霞、孙昊") == [
        ("cn-name", "叶敏"),
        ("cn-name", "程霞"),
        ("cn-name", "孙昊"),
    ]


def test_a_list_of_names_ends_at_an_officer_or_a_word() -> None:
    assert found("报名者：叶敏、程霞局长") == [("cn-name", "叶敏")]
    assert found("报名者：叶敏、程霞飞机票") == [("cn-name", "叶敏")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("大家好，我叫陈思远", "陈思远"),
        ("承租人高振东与房东约定如下", "高振东"),
        ("寻人启事：范大勇，男，72岁", "范大勇"),
        ("翁铭远\n手机：17326470250", "翁铭远"),
        ("姓名：涂 超", "涂 超"),
        ("姓名\t电话\n段　华\t见附件", "段　华"),
        ('{"name": "崔阳楠", "tel": "17326470250"}', "崔阳楠"),
        ("尤子轩 17326470250 住院", "尤子轩"),
        ("17326470250尤子轩浙江省杭州市西湖区文三路1号", "尤子轩"),
    ],
)
def test_names_tied_to_a_person(text: str, name: str) -> None:
    assert ("cn-name", name) in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("何杰的身份证号是11010519491231002X。", "何杰"),  # 的 is in no name
        ("车辆过户：原车主扎西·多吉（11010519491231002X）", "扎西·多吉"),  # nor is the label before it
        ("2、木拉提·叶尔肯，男，35岁，住在村里", "木拉提·叶尔肯"),
        ("我是张伟。手机13812345678", "张伟"),  # of another sentence, and beyond doubt
        ("陈静\n  \n13812345678", "陈静"),
        ("联系电话：13812345678（找 陈静）", "陈静"),
        ("| 13812345678 | 中国建设银行 陈静 |", "陈静"),
    ],
)
def test_names_told_from_what_stands_beside_them(text: str, name: str) -> None:
    assert [what for rule, what in found(text) if rule == "cn-name"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "李建国，男，1970年生，现任市民政局局长",  # an officer's career
        "姓名：李某某",  # masked by a word
        "姓名：*建国",  # masked by a star
        "局长 李建国 13912345678",  # an officer, whoever's the number
        "申请人：李建国局长",  # an officer, behind a label
        "家长王小明说",  # a spoken label, and nothing of the person's own
        "李老师、张老师。手机13812345678",  # a list is no form
        "请家长和孩子。手机13812345678",  # 和 goes on with the sentence
        "结果已经张贴。手机13812345678",  # a word of the sentence before, hardly a name
        "在很长的一行没有姓名的文字之后\n13812345678",  # no name fills the line above
        "科室\t联系人\t办公电话\n信访科\t房明远\t0310-8293177",  # a table of officers
    ],
)
def test_names_that_are_not_tied(text: str) -> None:
    assert "cn-name" not in dict(found(text))


def test_a_passport_beside_a_name_or_with_a_country() -> None:
    assert ("cn-passport", "G52849225") in found("旅客：欧佳慧 G52849225")
    assert "cn-passport" not in dict(found("美国护照 E51827493"))
    assert "cn-passport" not in dict(found("护照 E51827493-A"))


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("【机密】", "【机密】"),
        ("关于某事【秘密】", "【秘密】"),
        ("正文\n\n\n\n\n\n\n\n\f绝密\n", "绝密"),
        ("SECRET\nsubject", "SECRET"),
    ],
)
def test_grades_without_a_star(text: str, marking: str) -> None:
    assert ("doc-secrecy-marking", marking) in found(text)


@pytest.mark.parametrize(
    "text", ["他说【机密】的事还多", "the SECRET garden blooms", "一\n" * 9 + "绝密\n完"]
)
def test_words_that_are_no_grade(text: str) -> None:
    assert "doc-secrecy-marking" not in dict(found(text))


def test_a_second_grade_on_the_line_is_found_too() -> None:
    assert [text for _, text in found("SECRET//SI and CONFIDENTIAL//NOFORN")] == [
        "SECRET//SI",
        "CONFIDENTIAL//NOFORN",
    ]


def test_a_plate_as_an_order_number_is_none() -> None:
    assert found("订单号：浙A12B45") == []


def test_an_empty_cell_of_a_wechat_column_is_passed_over() -> None:
    assert [text for _, text in found("姓名,微信\n陈思远,无\n段玉华,duan_yh90")] == [
        "陈思远",
        "段玉华",
        "duan_yh90",
    ]


def test_a_wechat_label_inside_a_word_counts_for_nothing() -> None:
    assert found("mywechat: abcdef12") == []
    assert found("xwxid_a1b2c3d4e5f6") == []


def test_an_address_goes_on_behind_its_first_numbers() -> None:
    address = "成都市武侯区环城南路120号紫荆小区第17幢5单元23楼西户"

    assert ("cn-address", address) in found(f"家庭住址：{address}")
    assert ("cn-address", "阳光花园5栋2单元301室") in found("昨天把快递放到阳光花园5栋2单元301室了")


def test_an_address_of_many_parts_and_a_short_city() -> None:
    long = "成都市武侯区环城南路120号紫荆小区17幢翠竹苑5单元荷花楼23号"

    assert ("cn-address", long) in found(f"家庭住址：{long}，快递放门口")
    assert ("cn-address", long) in found(f"昨天去了{long}")
    assert ("cn-address", "杭州文三路138号3幢501室") in found("快递放杭州文三路138号3幢501室")


def test_an_empty_cell_of_a_qq_column_is_passed_over() -> None:
    assert [text for _, text in found("姓名,QQ\n陈思远,无\n段玉华,345678912")] == [
        "陈思远",
        "段玉华",
        "345678912",
    ]


def test_a_village_without_a_number_needs_a_person() -> None:
    assert found("调研组来到信宜市白云镇红旗村") == []
    assert ("cn-address", "信宜市白云镇红旗村") in found("信宜市白云镇红旗村，电话13912345678")
    assert found("白云镇红旗村", hints=True) == []


def test_tables_of_one_cell_a_line() -> None:
    table = "姓名\n性别\n微信号\n陈思远\n男\nchensy_88\n段玉华\n女\nduan_yh90\n"

    assert [text for _, text in found(table)] == ["陈思远", "chensy_88", "段玉华", "duan_yh90"]


def test_tables_of_html_over_several_lines() -> None:
    rows = "".join(f"<tr>\n<td>{n}</td>\n<td>{w}</td>\n</tr>\n" for n, w in (("陈思远", "chensy_88"),))
    table = f"<table>\n<tr>\n<th>姓名</th>\n<th>微信号</th>\n</tr>\n{rows}</table>"

    assert [text for _, text in found(table)] == ["陈思远", "chensy_88"]
    assert found(table.replace("姓名", "甲").replace("微信号", "乙")) == []


def test_a_table_without_a_header_types_nothing() -> None:
    table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>13912345678</td></tr></table>"

    assert [f.confidence for f in check(table)] == [Confidence.LIKELY]


def test_a_line_of_dashes_parts_no_table() -> None:
    table = "姓名 | 微信\n--- | ---\n陈思远 | chensy_88\n--- | ---\n段玉华 | duan_yh90\n丁子涵 | 13912345678"

    assert [text for _, text in found(table)] == [
        "陈思远", "chensy_88", "段玉华", "duan_yh90", "丁子涵", "13912345678"
    ]  # fmt: skip


def test_rows_longer_or_shorter_than_their_header() -> None:
    assert ("cn-mobile", "13912345678") in found("姓名,电话\n陈思远,见附件,13912345678")
    assert [text for _, text in found("姓名,备注,微信\n陈思远,无\n段玉华,无,duan_yh90")] == [
        "陈思远",
        "段玉华",
        "duan_yh90",
    ]
    assert found("姓名,微信\n段玉华,无\n" + "x" * 3_000 + ",chensy_88") == [("cn-name", "段玉华")]


def test_a_bare_road_is_nobodys_address() -> None:
    assert found("在人民路12号", hints=True) == []


def test_a_finding_brings_the_words_of_its_rule() -> None:
    (finding,) = check("手机13912345678")

    assert finding.why.zh
    assert finding.advice.en
    assert finding.title.in_("zh-CN") == "手机号码"
    assert finding.where.as_dict() == {"kind": "text", "line": 1, "column": 3}


def test_an_address_goes_down_to_a_detail() -> None:
    assert found("家庭住址：浙江省杭州市西湖区", hints=True) == []
    assert found("家庭住址：浙江省杭州市西湖区文三路12号3幢501室")[0][0] == "cn-address"


def test_where_an_office_sits_is_at_most_a_hint() -> None:
    assert found("地址：杭州市西湖区文三路12号行政服务中心") == []
    assert found("地址：杭州市西湖区文三路图书馆12号", hints=True) == []
    rows = "陈思远,无,杭州市西湖区文三路12号\n段玉华,见附件二第三页,杭州市西湖区文三路14号"
    assert "cn-address" not in dict(found(f"姓名,备注,单位地址\n{rows}"))
    assert [t for r, t in found(f"姓名,备注,家庭住址\n{rows}") if r == "cn-address"] == [
        "杭州市西湖区文三路12号",
        "杭州市西湖区文三路14号",
    ]


def test_a_landline_is_private_where_the_column_says_so() -> None:
    assert ("cn-landline", "0571-87654321") in found("姓名,家庭电话\n陈思远,0571-87654321")
    assert "cn-landline" not in dict(found("单位,总机\n信息中心,0571-87654321"))
    assert "cn-landline" not in dict(found("家庭电话 NL91 ABNA 0571 8765 4321"))
    assert "cn-landline" not in dict(found("家庭电话 0571-87654321转801"))  # who has extensions is an office


def test_eighteen_digits_are_a_credit_code_only_under_its_label() -> None:
    digits = "113301000000000152"  # its check character is right; it may as well be an order's number
    assert "cn-uscc" not in dict(found(digits, hints=True))
    assert ("cn-uscc", digits) in found(f"统一社会信用代码：{digits}")


def test_a_card_number_parted_by_what_nobody_sees_stands_without_a_label() -> None:
    plain = "6222020200112233354"
    for parted in (plain, "\u200b".join((plain[:5], plain[5:]))):
        assert ("payment-card", parted) in found(f"转到 {parted} 就行")


def test_a_cell_of_html_is_read_without_quotes_and_tags() -> None:
    row = "<tr><td><b>“陈思远” </b></td><td>0571-87654321</td></tr>"
    table = f"<table><tr><th>姓名</th><th>家庭电话</th></tr>{row}</table>"

    assert found(table) == [("cn-name", "陈思远"), ("cn-landline", "0571-87654321")]
    assert "cn-landline" not in dict(found(table.replace("家庭电话", "总机")))
    # A label that stands in a row is the header of nothing below it.
    assert found(table.replace("0571-87654321", "微信号")) == [("cn-name", "陈思远")]
