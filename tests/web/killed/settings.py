"""Settings of the site that is killed: the real ones, and one page and one job more."""

from sansi.web.settings import *  # noqa: F403 - all of them

INSTALLED_APPS = [*INSTALLED_APPS, "tests.web.killed"]  # noqa: F405 - as above
ROOT_URLCONF = "tests.web.killed.urls"
