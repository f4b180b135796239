"""检查 · The engine: text in, findings out. No network, no disk, no log, nothing kept."""

from sansi.check.engine import Checker, check, load
from sansi.check.model import Both, Category, Confidence, Finding, Rule, Severity

__all__ = ["Both", "Category", "Checker", "Confidence", "Finding", "Rule", "Severity", "check", "load"]
