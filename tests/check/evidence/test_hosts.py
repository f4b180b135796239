"""Real domains are told from code, and somebody's address from nobody's."""

from __future__ import annotations

import pytest

from sansi.check.evidence.hosts import ipv6_groups, placeholder_domain, public_ipv4, public_ipv6, real_domain


@pytest.mark.parametrize(
    ("name", "real"),
    [
        ("163.com", "163.com"),
        ("Mail.RUC.edu.cn", "mail.ruc.edu.cn"),
        ("163.com.Next", "163.com"),
        ("bar.baz", ""),
        ("-a.com", ""),
        ("a..com", ""),
        ("com", ""),
    ],
)
def test_a_domain_ends_in_a_real_top_level(name: str, real: str) -> None:
    assert real_domain(name) == real


@pytest.mark.parametrize(
    "domain", ["example.com", "mail.example.org", "a.test", "company.com", "your-domain.cn"]
)
def test_reserved_domains_are_placeholders(domain: str) -> None:
    assert placeholder_domain(domain)


@pytest.mark.parametrize("domain", ["163.com", "examples.dev", "testing.com"])
def test_other_domains_are_not(domain: str) -> None:
    assert not placeholder_domain(domain)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("113.57.22.9", True),
        ("172.15.0.1", True),
        ("172.16.0.1", False),
        ("100.64.3.3", False),
        ("255.255.255.0", False),
        ("8.8.8.8", False),
        ("113.057.22.9", False),
        ("113.57.22.256", False),
    ],
)
def test_an_ipv4_address_is_somebodys_or_nobodys(address: str, public: bool) -> None:
    assert public_ipv4(address) is public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("2408:8207:18a2::1f3c", True),
        ("2001:db8::1", False),
        ("3fff:1::1", False),
        ("2001:10::1", False),
        ("2001:4860:4860::8888", False),
        ("fe80::1", False),
        ("2408::1::2", False),
        ("2408:1:2:3:4:5:6:7:8", False),
        ("2408:1:2:3:4:5:6:7::8", False),
        ("2408:xyz::1", False),
        ("2408::g", False),
    ],
)
def test_an_ipv6_address_is_somebodys_or_nobodys(address: str, public: bool) -> None:
    assert public_ipv6(address) is public


def test_ipv6_groups_fill_the_gap() -> None:
    assert ipv6_groups("2400::1") == [0x2400, 0, 0, 0, 0, 0, 0, 1]
    assert ipv6_groups("::") == [0] * 8
