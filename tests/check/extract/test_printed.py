"""The lines of a picture become one text in the order in which people read them."""

from __future__ import annotations

import pytest

from sansi.check import check
from sansi.check.extract.pictures.printed import segment_of
from sansi.check.extract.reader import Character, Line
from sansi.check.place import Box, ImagePlace


def place(box: Box) -> ImagePlace:
    return ImagePlace(box)


def line(text: str, x: float, y: float, *, size: float = 20, lean: float = 0) -> Line:
    """A line of characters as wide as half their height for ASCII, as their height for Han."""
    characters = []
    for c in text:
        wide = size / 2 if c < "\x7f" else size
        characters.append(Character(c, (x, y + lean * x, x + wide, y + size + lean * x)))
        x += wide
    return Line(tuple(characters), 0.99)


def text_of(*lines: Line) -> str:
    return "".join(s.text for s in segment_of(lines, place))


def turned(
    lines: tuple[Line, ...], quarter: int, width: float = 1000, height: float = 1000
) -> tuple[Line, ...]:
    def turn(box: Box) -> Box:
        left, top, right, bottom = box
        for _ in range(quarter):  # clockwise
            left, top, right, bottom = height - bottom, left, height - top, right
        return left, top, right, bottom

    return tuple(
        Line(tuple(Character(c.text, turn(c.box)) for c in one.characters), one.sure) for one in lines
    )


TABLE = (
    line("姓名", 20, 10), line("身份证号", 200, 10), line("手机号", 500, 10),
    line("张三", 20, 50), line("110105190102031231", 200, 50), line("13800000000", 500, 50),
)  # fmt: skip
WRITTEN = "姓名\t身份证号\t手机号\n张三\t110105190102031231\t13800000000\n"


def test_cells_side_by_side_are_parted_by_tabs() -> None:
    assert text_of(*TABLE) == WRITTEN
    assert text_of(*reversed(TABLE)) == WRITTEN


@pytest.mark.parametrize("quarter", range(4))
def test_a_turned_page_is_read_the_way_it_was_written(quarter: int) -> None:
    assert text_of(*turned(TABLE, quarter)) == WRITTEN


def test_rows_of_a_leaning_page_stay_together() -> None:
    rows = [
        line(t, x, y, lean=0.06)
        for y in (10, 50, 90, 130)
        for t, x in (("张三丰说", 20), ("13800000000", 700))
    ]

    assert text_of(*rows) == "张三丰说\t13800000000\n" * 4


def test_a_wide_gap_in_a_line_parts_cells() -> None:
    one, other = line("张三", 20, 10), line("13800000000", 300, 10)

    assert text_of(Line(one.characters + other.characters, 0.9)) == "张三\t13800000000\n"


def test_a_number_broken_in_its_cell_is_joined_in_its_row() -> None:
    cells = (
        line("身份证号", 200, 10), line("姓名", 20, 10),
        line("11010519010", 200, 50), line("张三", 20, 62), line("2031231", 200, 74),
        line("14010519730", 200, 130), line("李四", 20, 142), line("7288417", 200, 154),
    )  # fmt: skip

    assert text_of(*cells) == "姓名\t身份证号\n张三\t110105190102031231\n李四\t140105197307288417\n"


def test_a_cell_is_joined_with_its_own_rest_not_with_its_neighbours() -> None:
    cells = (
        line("买买提", 100, 50), line("11010519010", 200, 50), line("13800000000", 500, 62), line("江", 100, 74),
        line("2031231", 200, 74),
    )  # fmt: skip

    assert "110105190102031231\t13800000000" in text_of(*cells)


def test_rows_as_near_as_the_lines_of_a_cell_are_told_apart_by_what_makes_a_number() -> None:
    halves = ("110105190102", "031231", "140105197307", "288417")
    cells = [line(t, 200, 50 + 24 * n) for n, t in enumerate(halves)]
    names = (line("张三", 20, 62), line("李四", 20, 110))

    assert text_of(*cells, *names) == "张三\t110105190102031231\n李四\t140105197307288417\n"


def test_lines_of_a_bubble_keep_their_break_which_the_rules_read_across() -> None:
    text = text_of(line("身份证号：1101051901", 100, 10), line("02031231 谢谢", 100, 38))

    assert text == "身份证号：1101051901\n02031231 谢谢\n"
    assert [f.rule for f in check(text)] == ["cn-resident-id"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("邮箱：zhang.san@qq.c", "om 谢谢", "zhang.san@qq.com"),
        ("邮箱：zhang.san", "@example-mail.cn", "zhang.san@example-mail.cn"),
        ("邮箱：zhang.san@mails.tsing", "hua.edu.cn。", "zhang.san@mails.tsinghua.edu.cn"),
        ("邮箱：zhang.san@example.com", ".cn", "zhang.san@example.com.cn"),
    ],
)
def test_a_mailbox_broken_at_the_end_of_a_line_is_joined(above: str, below: str, joined: str) -> None:
    assert joined in text_of(line(above, 100, 10), line(below, 100, 38))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("zhang@163.com", "li@163.com"),
        ("zhang@163.com", "hello"),
        ("zhang@163.com", "13800000000"),
        ("see you", "tomorrow.morning"),
        ("13800000000", "1380000"),
        ("12", "34"),
    ],
)
def test_what_is_whole_already_is_not_joined(above: str, below: str) -> None:
    assert text_of(line(above, 100, 10), line(below, 100, 38)) == f"{above}\n{below}\n"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("13800000000", "zhang@example-mail.cn"),
        ("13800000000", "li@a-b.cn"),
        ("+86 138 0000 0000", "li@a-b.cn"),
        ("1380000-0000", "88@a-b.cn"),
        ("1,280.00", "li@a-b.cn"),
        ("zhangsan", "zhangsan@example-mail.cn"),
    ],
)
def test_a_value_above_a_mailbox_is_no_part_of_it(above: str, below: str) -> None:
    # The cell beside them keeps the two from being lines of one paragraph.
    text = text_of(line("联系", 20, 24), line(above, 200, 10), line(below, 200, 38))

    assert above + below not in text
    assert f"{below}\n" in text


def test_a_mailbox_whose_rest_looks_whole_is_joined_where_its_line_was_full() -> None:
    assert "zhang.sanfeng@a-b.cn" in text_of(line("邮箱：zhang.san", 100, 10), line("feng@a-b.cn", 100, 38))
    assert "1234567890@a-b.cn" in text_of(line("邮箱：12345", 100, 10), line("67890@a-b.cn", 100, 38))


@pytest.mark.parametrize(
    ("above", "below"),
    [("13800000000", "li@a-b.cn"), ("zhangsan-2024", "li@a-b.cn"), ("62220212", "62220213")],
)
def test_values_of_neighbouring_rows_of_a_table_are_not_joined(above: str, below: str) -> None:
    cells = (line("电话", 20, 10), line(above, 200, 10), line("邮箱", 20, 38), line(below, 200, 38))

    assert text_of(*cells) == f"电话\t{above}\n邮箱\t{below}\n"


def test_a_row_of_broken_cells_is_joined_where_one_beside_them_is_not_broken() -> None:
    cells = (
        line("张三", 20, 10), line("62220212345", 200, 10), line("zhang.san@a", 500, 10),
        line("67894", 200, 38), line("-b.cn", 500, 38),
    )  # fmt: skip

    assert text_of(*cells) == "张三\t6222021234567894\tzhang.san@a-b.cn\n"


def test_a_number_that_did_not_fill_its_line_is_whole() -> None:
    text = text_of(line("签字", 20, 24), line("88123", 200, 10), line("4567891234567", 200, 38))

    assert "4567891234567\n" in text


def test_two_columns_of_running_text_come_one_after_the_other() -> None:
    left, right = "这一栏的文字写满了整整一行才会换行", "另一栏的文字也写满了整整一行换行"
    lines = [line(t, x, 10 + 30 * n) for n in range(5) for t, x in ((left, 10), (right, 500))]

    assert text_of(*lines) == f"{left}\n" * 5 + f"{right}\n" * 5


def test_what_is_found_has_the_box_of_its_characters() -> None:
    (segment,) = segment_of(TABLE, place)
    start = segment.text.index("13800000000")

    assert segment.locate(start, start + 11) == ImagePlace((500, 50, 610, 70))
    both = segment.text.index("张三")
    assert segment.locate(both, start + 11) == ImagePlace((20, 50, 610, 70))
    assert segment.locate(len(segment.text), len(segment.text)) == ImagePlace((600, 50, 610, 70))


def test_nothing_read_is_no_segment() -> None:
    assert segment_of((), place) == []
    assert segment_of((Line((), 1.0), line("  ", 0, 0)), place) == []
