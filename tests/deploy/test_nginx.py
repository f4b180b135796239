"""The example for nginx, run by a real nginx in front of a small server: what it lets through, and what it keeps."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "deploy/nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
HOST = "sansi.example.gov.cn"
BIG = 5 << 20

needs_nginx = pytest.mark.skipif(NGINX is None, reason="no nginx on this machine")


class _Site(BaseHTTPRequestHandler):
    """Answers with the headers it was sent, or, below /big, with a long body."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        said = b"x" * (8 << 20) if self.path.startswith("/big") else str(self.headers).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """One that does not mind when somebody goes before the answer is out."""

    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        pass


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def certificate(folder: Path) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(
        name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1)
    ).sign(key, hashes.SHA256())
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )


class Front:
    """An nginx with the example, in a folder of its own, on ports of its own."""

    def __init__(self, folder: Path, upstream: int, text: str) -> None:
        self.folder, self.port, self.plain = folder, free_port(), free_port()
        self.process: subprocess.Popen[str] | None = None
        self.bodies, self.answers = folder / "body", folder / "proxy"
        certificate(folder)
        for there, here in (
            ("127.0.0.1:8000", f"127.0.0.1:{upstream}"),
            ("/etc/ssl/sansi/", f"{folder}/"),
            ("/var/log/sansi/", f"{folder}/"),
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("listen [::]:443", f"listen [::1]:{self.port}"),
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
            ("listen [::]:80;", f"listen [::1]:{self.plain};"),
        ):
            assert there in text
            text = text.replace(there, here)
        if not socket.has_ipv6 or not Path("/proc/net/if_inet6").read_text(encoding="ascii"):
            text = re.sub(r"(?m)^\s+listen \[::1\].*\n", "", text)
        self.conf = folder / "nginx.conf"
        self.conf.write_text(
            f"pid {folder}/pid; error_log {folder}/main.log; worker_processes 1; daemon off;\n"
            + ("user root;\n" if folder.owner() == "root" else "")
            + f"events {{}}\nhttp {{ client_body_temp_path {self.bodies}; proxy_temp_path {self.answers};\n"
            f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{text}\n}}\n",
            encoding="utf-8",
        )

    def run(self, *more: str) -> subprocess.Popen[str]:
        command = [str(NGINX), "-c", str(self.conf), "-p", str(self.folder), "-e", f"{self.folder}/e", *more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return self.process

    def ask(
        self, method: str = "GET", path: str = "/", body: bytes | None = None, **headers: str
    ) -> tuple[int, str]:
        context = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        context.check_hostname = False
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=20)
        connection.request(method, path, body, {"Host": HOST, **headers})
        answer = connection.getresponse()
        try:
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def kept(self) -> list[str]:
        """Temporary files that are open: their names are gone as soon as they are made."""
        assert self.process
        pid = self.process.pid
        workers = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        opened = [str(fd.readlink()) for w in workers for fd in Path(f"/proc/{w}/fd").iterdir()]
        return [name for name in opened if name.startswith((str(self.bodies), str(self.answers)))]


@pytest.fixture(scope="module")
def site() -> Iterator[int]:
    server = _Server(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def started(folder: Path, site: int, text: str) -> Iterator[Front]:
    front = Front(folder, site, text)
    process = front.run()
    for _ in range(100):
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", front.port)) == 0:
                break
        time.sleep(0.05)
    try:
        yield front
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory, site: int) -> Iterator[Front]:
    yield from started(tmp_path_factory.mktemp("nginx"), site, EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture
def buffering(tmp_path: Path, site: int) -> Iterator[Front]:
    """The example without the line that keeps bodies in memory."""
    text = re.sub(r"(?m)^\s+client_body_buffer_size .*\n", "", EXAMPLE.read_text(encoding="utf-8"))
    yield from started(tmp_path, site, text)


@needs_nginx
def test_nginx_takes_the_example(tmp_path: Path, site: int) -> None:
    process = Front(tmp_path, site, EXAMPLE.read_text(encoding="utf-8")).run("-t")
    said = process.communicate(timeout=20)[0]

    assert process.returncode == 0, said
    assert "warn" not in said


@needs_nginx
def test_who_visits_is_written_anew_and_the_scheme_is_told(front: Front) -> None:
    status, seen = front.ask(**{"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "http"})

    assert status == 200
    assert "X-Forwarded-For: 127.0.0.1\n" in seen.replace("\r", "")
    assert "192.0.2.7" not in seen
    assert "X-Forwarded-Proto: https" in seen
    assert f"Host: {HOST}" in seen


@needs_nginx
def test_plain_http_is_sent_to_https(front: Front) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", front.plain, timeout=10)
    connection.request("GET", "/a?b=c", headers={"Host": HOST})
    answer = connection.getresponse()
    connection.close()

    assert (answer.status, answer.headers["Location"]) == (308, f"https://{HOST}/a?b=c")


@needs_nginx
def test_a_body_that_is_too_big_is_refused(front: Front) -> None:
    assert front.ask("POST", "/accounts/login/", b"x" * (2 << 20))[0] == 413


def half_sent(front: Front) -> list[str]:
    """What nginx has written while most of a long draft is there and the rest is not."""
    plain = socket.create_connection(("127.0.0.1", front.port), timeout=20)
    context = ssl.create_default_context(cafile=str(front.folder / "fullchain.pem"))
    context.check_hostname = False
    with context.wrap_socket(plain) as s:
        s.sendall(f"POST /api/v1/check HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: {BIG}\r\n\r\n".encode())
        s.sendall(b"x" * (BIG - 1000))
        time.sleep(0.5)
        found = front.kept()
        s.sendall(b"x" * 1000)
        assert s.recv(1 << 16).startswith(b"HTTP/1.1 200")
    return found


@needs_nginx
def test_a_draft_is_never_written_to_the_disk(front: Front) -> None:
    assert half_sent(front) == []


@needs_nginx
def test_without_its_line_it_would_be(buffering: Front) -> None:
    assert half_sent(buffering) != []


@needs_nginx
def test_an_answer_is_never_written_to_the_disk(front: Front) -> None:
    plain = socket.create_connection(("127.0.0.1", front.port), timeout=20)
    context = ssl.create_default_context(cafile=str(front.folder / "fullchain.pem"))
    context.check_hostname = False
    with context.wrap_socket(plain) as s:
        s.sendall(f"GET /big HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        time.sleep(0.5)

        assert front.kept() == []


@needs_nginx
def test_the_log_has_no_query(front: Front) -> None:
    front.ask(path="/verify?q=canary-7391")
    time.sleep(0.2)
    text = (front.folder / "access.log").read_text(encoding="utf-8")

    assert "/verify 200" in text
    assert "canary" not in text


@needs_nginx
def test_a_flood_at_the_sign_in_is_throttled_and_other_pages_are_not(front: Front) -> None:
    assert [front.ask(path="/accounts/login/")[0] for _ in range(40)].count(429) > 5
    assert front.ask()[0] == 200


def test_only_sansi_says_what_browsers_may_do() -> None:
    directives = re.sub(r"(?m)#.*$", "", EXAMPLE.read_text(encoding="utf-8"))

    assert "add_header" not in directives
