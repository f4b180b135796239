from bench.results import joined

SPEED = "# Speed · 速度\n\nfast\n"
FILES = "# Files · 文件\n\n## Part\n\nslow\n"


def test_parts_follow_each_other_whichever_ran_first():
    assert joined(joined("", FILES), SPEED) == f"{SPEED}\n{FILES}"


def test_a_run_replaces_its_own_part_only():
    assert joined(f"{SPEED}\n{FILES}", FILES.replace("slow", "quick")) == f"{SPEED}\n{FILES}".replace(
        "slow", "quick"
    )
