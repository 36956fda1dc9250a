"""One question to one site: what may be reached, and what an answer may cost."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.watch.site import Page, Site, bomb, drip, drip_head, served, wire

from muster.model.errors import Unreadable, Usage
from muster.workflows.watch.addresses import is_public, target
from muster.workflows.watch.wire import Bounds, Proxy, Wire, unpacked

NOW = "2031-06-21T08:00:00+00:00"


@pytest.fixture
def site() -> Iterator[Site]:
    """An invented site."""
    with served() as found:
        yield found


# Every form in which an address inside may be written: this machine, the house, a cloud's own service.
INSIDE = (
    "127.0.0.1", "2130706433", "0x7f000001", "017700000001", "127.1", "0x7f.1", "127.0.0.1.", "0", "0.0.0.0",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]", "[2001:0:4136:e378::]", "[::7f00:1]", "[fe80::1]", "[fd00:ec2::254]", "[fec0::1]",
    "169.254.169.254", "0251.0376.0251.0376", "0xa9fea9fe", "2852039166", "100.64.0.1", "100.100.100.200",
    "10.0.0.1", "172.16.5.5", "192.168.1.1", "192.0.0.192", "168.63.129.16", "198.18.0.1", "224.0.0.1",
    "255.255.255.255", "240.0.0.1", "[ff02::1]", "0177.1", "089", "0x",
)  # fmt: skip


@pytest.mark.parametrize("host", INSIDE)
@pytest.mark.parametrize("proxy", [None, Proxy("socks5h", "127.0.0.1", 9), Proxy("http", "127.0.0.1", 9)])
def test_an_address_inside_is_never_asked(host: str, proxy: Proxy | None) -> None:
    """However it is written, with a proxy as without; no connection is opened to find out."""
    with pytest.raises((Unreadable, Usage)) as told:
        Wire(proxy=proxy).ask(target(f"http://{host}/"), NOW)
    assert not isinstance(told.value, Unreadable) or told.value.reason == "inside"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://gazette.example/", "ftp://gazette.example/", "data:text/html,x",
        "http://user@gazette.example/", "http://user:word@gazette.example/", "http://localhost/",
        "http://localhost./", "http://printer.local/", "http://metadata.google.internal/", "http://router/",
        "http://gazette.example\\@127.0.0.1/", "http://gazette.example/a b", "http://[::1", "http:///x",
        "http://gazette.example:99999/", "http://gazette.example/\r\nX: y", "http://[fe80::1%25eth0]/",
        "http://" + "a" * 2100 + ".example/", "//gazette.example/", "",
    ],
)  # fmt: skip
def test_what_is_no_plain_public_address_is_refused(url: str) -> None:
    """Other schemes, names and passwords in an address, local names and broken ones."""
    with pytest.raises((Usage, Unreadable)):
        wire().ask(target(url), NOW)


def test_public_addresses_are_public() -> None:
    """The check refuses what is inside and nothing else."""
    for each in ("93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"):
        assert is_public(ip_address(each))
    assert target("HTTPS://Gazette.Example.:443/ä?q=ö#x").url == "https://gazette.example/%C3%A4?q=%C3%B6"
    assert target("https://вести.example/").host == "xn--b1agj9af.example"


def test_a_name_that_also_leads_inside_is_refused(site: Site) -> None:
    """One public address among the answers does not open the way to the others."""
    asked = Wire(resolve=lambda _h, _p: ["93.184.216.34", "10.0.0.7"])
    with pytest.raises(Unreadable, match=r"10\.0\.0\.7"):
        asked.ask(target(site.url("/")), NOW)


def test_the_address_that_was_checked_is_the_one_that_is_reached(site: Site) -> None:
    """A name that answers differently the second time (DNS rebinding) is asked once."""
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    site.pages["/"] = Page(b"told")
    got = wire(resolve=lambda _h, _p: next(answers)).ask(target(site.url("/")), NOW)
    assert (got.body, got.ip) == (b"told", "127.0.0.1")
    assert next(answers) == ["10.0.0.7"]


def test_nothing_but_the_question_is_sent(site: Site) -> None:
    """No cookie, no referrer, no language, no name of ours."""
    site.pages["/"] = Page(b"x", more=("Set-Cookie: a=b",))
    for _ in range(2):
        wire().ask(target(site.url("/")), NOW)
    sent = site.asked[1].headers
    assert set(sent) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert "muster" not in str(sent).lower()


@pytest.mark.parametrize("say", [drip, drip_head, lambda _line: time.sleep(3)])
def test_one_clock_runs_for_a_whole_answer(site: Site, say: object) -> None:
    """A server that drips, in the head or the body, or says nothing, is left when the time is over."""
    site.pages["/"] = Page(say=say)  # type: ignore[arg-type]
    began = time.monotonic()
    with pytest.raises(Unreadable) as told:
        wire(bounds=Bounds(seconds=0.6)).ask(target(site.url("/")), NOW)
    assert told.value.reason == "slow"
    assert time.monotonic() - began < 2.0


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(b"x" * 5000), "too large"),
        (Page(b"", more=("Content-Length: 99999999999",)), "too large"),
        (Page(say=lambda line: line.sendall(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")), "no HTTP"),
        (Page(say=lambda line: line.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 90_000)), "no HTTP"),
        (Page(say=lambda line: line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")), "no HTTP"),
        (Page(say=lambda _line: None), "no HTTP"),
    ],
)
def test_an_answer_that_lies_or_does_not_end_is_refused(site: Site, page: Page, reason: str) -> None:
    """Too long, longer than it says, cut off, no HTTP at all."""
    site.pages["/"] = page
    with pytest.raises(Unreadable) as told:
        wire(bounds=Bounds(seconds=2.0, body=4000)).ask(target(site.url("/")), NOW)
    assert told.value.reason == reason


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    """200 MB in 200 KB stop at the cap; what is honestly packed is unpacked."""
    site.pages["/bomb"] = Page(bomb(), more=("Content-Encoding: gzip",))
    site.pages["/text"] = Page(gzip.compress(b"told" * 100), more=("Content-Encoding: gzip",))
    site.pages["/odd"] = Page(b"x", more=("Content-Encoding: br",))
    site.pages["/broken"] = Page(b"\x1f\x8bx", more=("Content-Encoding: gzip",))
    got = {path: wire().ask(target(site.url(path)), NOW) for path in site.pages}
    assert unpacked(got["/text"], Bounds()) == b"told" * 100
    for path, reason in (("/bomb", "bomb"), ("/odd", "packing"), ("/broken", "packing")):
        with pytest.raises(Unreadable) as told:
            unpacked(got[path], Bounds())
        assert told.value.reason == reason


def _own_certificate(folder: Path) -> ssl.SSLContext:
    """The context of a server whose certificate nobody signed but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "gazette.example")])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(day).not_valid_after(day + timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("gazette.example")]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = serialization.Encoding.PEM
    (folder / "own.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(pem)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "own.pem")
    return context


def test_a_certificate_is_checked(site: Site, tmp_path: Path) -> None:
    """One that nobody signed is refused, one of another name too; one that is trusted is believed."""
    site.pages["/"] = Page(b"told")
    own = _own_certificate(tmp_path)

    def secured(line: socket.socket) -> None:
        with own.wrap_socket(line, server_side=True) as safe:
            site.answer(safe)

    trusting = ssl.create_default_context(cafile=str(tmp_path / "own.pem"))
    with served(secured) as door:
        here = door.url("/").replace("http", "https")
        assert wire(context=trusting).ask(target(here), NOW).body == b"told"
        for context, url in ((None, here), (trusting, here.replace("gazette", "courier"))):
            with pytest.raises(Unreadable) as told:
                wire(context=context).ask(target(url), NOW)
            assert told.value.reason == "certificate"


def _read(line: socket.socket, number: int) -> bytes:
    return line.recv(number, socket.MSG_WAITALL)


def test_through_socks_the_name_is_left_to_the_proxy(site: Site) -> None:
    """The proxy is told the name, each host has a circuit of its own, and nothing is looked up here."""
    site.pages["/"] = Page(b"told")
    seen: list[tuple[bytes, bytes]] = []

    def proxy(line: socket.socket) -> None:
        assert _read(line, 4) == b"\x05\x02\x00\x02"
        line.sendall(b"\x05\x02")
        _read(line, 1)
        user = _read(line, _read(line, 1)[0])
        _read(line, _read(line, 1)[0])
        line.sendall(b"\x01\x00")
        assert _read(line, 4) == b"\x05\x01\x00\x03"
        name = _read(line, _read(line, 1)[0])
        _read(line, 2)
        seen.append((user, name))
        line.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        site.answer(line)

    def never(_host: str, _port: int) -> list[str]:
        raise AssertionError("a name was looked up")

    with served(proxy) as door:
        asked = wire(proxy=Proxy.read(f"socks5h://127.0.0.1:{door.port}"), resolve=never)
        for host in ("gazette.example", "courier.example", "abc.onion"):
            assert asked.ask(target(site.url("/", host)), NOW).body == b"told"
    assert [name for _, name in seen] == [b"gazette.example", b"courier.example", b"abc.onion"]
    assert len({user for user, _ in seen}) == 3


def test_through_an_http_proxy_only_host_and_port_are_told(site: Site) -> None:
    """CONNECT, also for plain http; a proxy that refuses is said, and is not passed by."""
    site.pages["/"] = Page(b"told")
    heads: list[bytes] = []

    def proxy(line: socket.socket) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += line.recv(1)
        heads.append(head)
        if b"courier" in head:
            line.sendall(b"HTTP/1.1 403 No\r\n\r\n")
            return
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        site.answer(line)

    with served(proxy) as door:
        asked = wire(proxy=Proxy.read(f"http://127.0.0.1:{door.port}"))
        assert asked.ask(target(site.url("/")), NOW).body == b"told"
        with pytest.raises(Unreadable, match="status 403"):
            asked.ask(target(site.url("/", "courier.example")), NOW)
    assert heads[0].startswith(f"CONNECT gazette.example:{site.port} HTTP/1.1\r\n".encode())
    with pytest.raises(Unreadable):
        asked.ask(target(site.url("/")), NOW)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "given", ["socks4://h:1", "127.0.0.1:9050", "http://u:p@h:1", "socks5h://", "ftp://h"]
)
def test_what_is_no_proxy_is_refused(given: str) -> None:
    """A proxy that cannot be read would mean asking without one."""
    with pytest.raises(Usage):
        Proxy.read(given)
