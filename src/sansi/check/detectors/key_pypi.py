"""PyPI 令牌 · PyPI token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-pypi",
    title=Both("PyPI 令牌", "PyPI token"),
    why=Both("可以你的名义发布 Python 软件包。", "It publishes Python packages in your name."),
    advice=Both(
        "在账户设置中删除该令牌，检查最近发布的版本。",
        "Delete the token in the account settings, and look at what was published lately.",
    ),
    source="Python Packaging User Guide, API tokens; macaroons (NDSS 2014)",
    forms=(Prefixed(("pypi-AgE", "pypi-AgEN"), r"pypi-AgE[0-9A-Za-z_\-]{50,400}"),),
    hits=(
        "TWINE_PASSWORD=«pypi-AgEIcHlwaS5vcmc"
        + "RTJ2TmFXyzs4j8zc_wCIitcBtkadqFhBX_0amjIvFpemt85BocqsXgm-smV8HXk5FNuyXkodvYe55Sdq"
        + "626EjVe3cR7Ecv8SJ1Ux»",
        "令牌«pypi-AgENdGVzdC5weXBpLm9yZw"
        + "GvZqQPZ3lTNmD5-YHJYN-2JpeoBxli-aiolBw6YkZdPJVnm4kx_WR605bOgoezZNH5Q-AJNvGtYkOGWnVygl3jfWnK»",
    ),
    misses=(
        "pypi-AgEIcHlwaS5vcmcxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "pypi-ceu0HCQ8bJ6zqGPUUjVW",  # no macaroon
    ),
)
