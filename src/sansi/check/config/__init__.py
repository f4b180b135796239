"""单位设置 · What an organisation sets for itself: the text of a `sansi.toml`, and its own rules.

Pure: text in, settings out; who opens the file is somebody else.
"""

from sansi.check.config.reader import parse
from sansi.check.config.settings import Config, ConfigError, Problem

__all__ = ["Config", "ConfigError", "Problem", "parse"]
