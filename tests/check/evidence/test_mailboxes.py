"""A body's mailbox is named for a task, a person's for the person."""

from __future__ import annotations

import pytest

from sansi.check.evidence.mailboxes import nobody, role

BODIES = """
service@163.com support@a.com office@a.cn hr@a.com xxgk@beijing.gov.cn wlj_bgs@163.com press.office@un.org jobs-cn@a.com
bangongshi@sina.com zhaopin2023@foxmail.com beijing.support@a.com dangban@a.cn 12345@a.gov.cn sz12345@sz.gov.cn
sfgw@tj.gov.cn nju@nju.edu.cn sansi-cn@sansi.org xinfang+web@a.gov.cn yjs@pku.edu.cn hdqjwbgs@163.com 12345@qq.com
no-reply@a.com it-support@a.com customer.service@bank.com yzxx@a.gov.cn
"""
PEOPLE = """
zhang.wei@163.com zhangwei@beijing.gov.cn 3482917@qq.com zx1990@163.com dean.winters@a.com zhang.hr@a.com lihua@pku.edu.cn
wang12345@qq.com j.smith@office.com anna.berg@posteo.de lxm@pku.edu.cn zhang@zhang.com zy12345x@163.com
"""


@pytest.mark.parametrize("address", BODIES.split())
def test_a_body_has_this_mailbox(address: str) -> None:
    local, _, domain = address.partition("@")

    assert role(local, domain)


@pytest.mark.parametrize("address", PEOPLE.split())
def test_a_person_has_this_mailbox(address: str) -> None:
    local, _, domain = address.partition("@")

    assert not role(local, domain)


@pytest.mark.parametrize("local", ["user", "your.name", "xxx", "x.x", "%s", "yourname123"])
def test_nobody_has_this_mailbox(local: str) -> None:
    assert nobody(local)


@pytest.mark.parametrize("local", ["zhangsan", "usher", "3482917"])
def test_somebody_may_have_this_mailbox(local: str) -> None:
    assert not nobody(local)
