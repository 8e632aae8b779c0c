"""Responses of the hostile server: odd pages with an article, and responses without one."""

from __future__ import annotations

import gzip
import json
import zlib

from tests.hostile.server import Exchange, Responder, ok, redirect

SENTENCES = (
    "The district closed the quarry lake at Elmsted for the summer after divers found a crack in the dam.",
    "“We do not know how deep it goes,” said Hanne Vogt, the engineer of the water office, on Monday.",
    "Swimmers had collected 2,400 names against the closure, and a band had rehearsed for the opening.",
    "The office expects first results by the end of July and wants to decide in August, Ms. Vogt said.",
)
ARTICLE = (
    "<article><h1>The quarry lake stays closed</h1>"
    + "".join(f"<p>{s}</p>" for s in SENTENCES)
    + "</article>"
)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def page(body: str = ARTICLE, head: str = "", title: str = "The quarry lake stays closed") -> bytes:
    head = f"<meta charset=utf-8><title>{title}</title>{head}"
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


PAGE = page()
ERROR_PAGE = page(
    "<h1>Not here</h1>" + "<p>ERRORPAGE We could not find what you were looking for, sorry.</p>" * 9
)


def slow_body(exchange: Exchange) -> None:
    exchange.send(HEAD + b"\r\n")
    exchange.drip(PAGE, 0.2)


def slow_headers(exchange: Exchange) -> None:
    exchange.drip(HEAD + b"X-Padding: " + b"x" * 10_000, 0.2)


def stalls(exchange: Exchange) -> None:
    exchange.send(HEAD + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE[:200])
    exchange.wait()


def continues(exchange: Exchange) -> None:
    exchange.flood(b"HTTP/1.1 100 Continue\r\n\r\n")


def endless(exchange: Exchange) -> None:
    exchange.send(HEAD + b"\r\n" + PAGE[:400])
    exchange.flood(b"<p>And on it goes.</p>\n" * 3000)


def endless_headers(exchange: Exchange) -> None:
    exchange.send(HEAD)
    exchange.flood(b"X-More: and more\r\n")


def endless_extension(exchange: Exchange) -> None:
    exchange.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;")
    exchange.flood(b"x" * 60_000)


def gzip_bomb(exchange: Exchange) -> None:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    exchange.send(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    for _ in range(1000):
        exchange.send(squeeze.compress(b"<p>bomb bomb bomb</p>" * 50_000))
    exchange.send(squeeze.flush())


def chunked(exchange: Exchange) -> None:
    exchange.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    for start in range(0, len(PAGE), 89):
        part = PAGE[start : start + 89]
        exchange.send(b"%x\r\n%s\r\n" % (len(part), part))
    exchange.send(b"0\r\nX-Trailer: yes\r\n\r\n")


def growing(exchange: Exchange) -> None:
    exchange.send(redirect(exchange.path + "x"))


def cookie_wall(exchange: Exchange) -> None:
    if "Cookie: seen=yes" in exchange.headers:
        exchange.send(ok(PAGE))
    else:
        exchange.send(
            redirect("/cookie").replace(b"Connection", b"Set-Cookie: seen=yes; Path=/\r\nConnection")
        )


def needs_login(exchange: Exchange) -> None:
    right = "authorization: basic dxnlcjpzm2nyzxrwdw==" in exchange.headers.lower()  # user:s3cretpw
    exchange.send(ok(PAGE) if right else ok(b"no", status="401 Unauthorized"))


def status(line: str, *headers: str) -> bytes:
    return ok(ERROR_PAGE, *headers, status=line)


# Responses with an article, by path.
READABLE: dict[str, Responder | bytes] = {
    "/plain": ok(("\n\n".join(SENTENCES)).encode(), kind="text/plain; charset=utf-8"),
    "/markdown": ok(("# Closed\n\n" + "\n\n".join(SENTENCES)).encode(), kind="text/markdown"),
    "/gzip": ok(gzip.compress(PAGE), "Content-Encoding: gzip"),
    "/gzip-twice": ok(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip"),
    "/gzip-not": ok(PAGE, "Content-Encoding: gzip"),
    "/deflate": ok(zlib.compress(PAGE), "Content-Encoding: deflate"),
    "/chunked": chunked,
    "/no-length": HEAD.replace(b"1.1", b"1.0") + b"\r\n" + PAGE,
    "/no-type": HEAD.split(b"\r\n")[0] + b"\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE,
    "/typed-as-text": ok(PAGE, kind="text/plain"),
    "/typed-as-anything": ok(PAGE, kind="application/octet-stream"),
    "/absurd-type": ok(PAGE, kind=";;;charset==;text/html"),
    "/latin-said-utf8-is": ok(PAGE, kind="text/html; charset=iso-8859-1"),
    "/cp1252": ok(PAGE.decode().replace("charset=utf-8", "").encode("cp1252"), kind="text/html"),
    "/utf-16": ok(PAGE.decode().encode("utf-16"), kind="text/html; charset=utf-16"),
    "/unknown-charset": ok(PAGE, kind="text/html; charset=x-none"),
    "/stray-bytes": ok(PAGE.replace(b"summer", b"sum\xff\xfemer"), kind="text/html"),
    "/attachment": ok(PAGE, 'Content-Disposition: attachment; filename="../../pwned.txt"'),
    "/hop": redirect("/hop2", "301 Moved"),
    "/hop2": redirect("../gzip", "308 Permanent Redirect"),
    "/odd-cookies": ok(PAGE, "Set-Cookie: bad\x01=;;;=", *(f"Set-Cookie: c{n}=TRACK" for n in range(60))),
    "/cookie": cookie_wall,
    "/script-redirect": ok(
        page(
            ARTICLE + "<script>location='/beacon'</script>",
            "<meta http-equiv=refresh content='0;url=/beacon'>",
        )
    ),
    "/frames": ok(page(ARTICLE + "<iframe src=/beacon></iframe><img src=/beacon onerror=alert(1)>")),
    "/big-script": ok(page("<script>var s='" + "abcdefgh " * 300_000 + "'</script>" + ARTICLE)),
}

# Responses without one, by path, with words that must be in the message.
REFUSED: dict[str, tuple[Responder | bytes, str]] = {
    "/400": (status("400 Bad Request"), "(400)"),
    "/401": (status("401 Unauthorized", 'WWW-Authenticate: Basic realm="x"'), "password (401)"),
    "/403": (status("403 Forbidden"), "the site refuses this program (403); open the page in a browser"),
    "/404": (status("404 Not Found"), "there is no such page (404); check the address"),
    "/410": (status("410 Gone"), "has been removed (410)"),
    "/429": (status("429 Slow Down", "Retry-After: 3600"), "too many requests (429); try again in 1 hour"),
    "/451": (status("451 No"), "legal reasons (451)"),
    "/500": (status("500 Oops"), "the site has a fault (500); try again later"),
    "/503": (status("503 No", "Retry-After: Fri, 31 Dec 2999 23:59:59 GMT"), "(503); try again next year"),
    "/503-odd": (status("503 No", "Retry-After: -1e999"), "not available now (503); try again later"),
    "/999": (status("999 Denied"), "(999)"),
    "/204": (b"HTTP/1.1 204 No Content\r\n\r\n", "(204)"),
    "/early-hints": (b"HTTP/1.1 103 Early Hints\r\nLink: </beacon>\r\n\r\n" + ok(PAGE), "(103)"),
    "/304": (b"HTTP/1.1 304 Not Modified\r\n\r\n", "(304)"),
    "/206": (status("206 Partial Content", "Content-Range: bytes 0-9/99"), "(206)"),
    "/redirect-loop": (redirect("/redirect-loop-back"), "redirect loop"),
    "/redirect-loop-back": (redirect("/redirect-loop"), "redirect loop"),
    "/redirect-none": (b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "leads nowhere"),
    "/redirect-file": (redirect("file:///etc/passwd"), "a redirect that is not allowed (to file:)"),
    "/redirect-ftp": (redirect("ftp://127.0.0.1/x"), "not allowed (to ftp:)"),
    "/redirect-data": (redirect("data:text/html,<p>DATAREDIRECT</p>"), "not allowed (to data:)"),
    "/redirect-script": (redirect("javascript:alert(1)"), "not allowed (to javascript:)"),
    "/redirect-escape": (redirect("http://127.0.0.1:9/\x1b]0;TITLE\x07"), "(to not a web address)"),
    "/escape-reason": (b"HTTP/1.1 404 \x1b]0;TITLE\x07[/][bold]\r\nContent-Length: 2\r\n\r\nno", "(404)"),
    "/closes": (b"", "broken or breaks off"),
    "/garbage": (b"\x1b]0;TITLE\x07\x00\xff garbage\r\n\r\n", "broken or breaks off"),
    "/other-protocol": (b"SSH-2.0-OpenSSH_9.9\r\n", "broken or breaks off"),
    "/length-too-long": (HEAD + b"Content-Length: 99999\r\n\r\n" + PAGE, "broken or breaks off"),
    "/bad-chunks": (CHUNKED + b"zz\r\n" + PAGE, "broken or breaks off"),
    "/cut-chunks": (CHUNKED + b"%x\r\n" % 99999 + PAGE, "broken or breaks off"),
    "/header-of-1-mb": (HEAD + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n" + PAGE, "broken or breaks off"),
    "/endless-headers": (endless_headers, "broken or breaks off"),
    "/endless-extension": (endless_extension, "broken or breaks off"),
    "/gzip-cut": (ok(gzip.compress(PAGE)[:300], "Content-Encoding: gzip"), "its compression is broken"),
    "/gzip-five": (ok(PAGE, "Content-Encoding: gzip, gzip, gzip, gzip, gzip"), "5 times over, more than 2"),
    "/brotli-unasked": (ok(b"\x8b\x05\x80abc\x03", "Content-Encoding: br"), "unsupported compression (br)"),
    "/gzip-bomb": (gzip_bomb, "too large: more than 8 MB, the limit for a web page; raise --max-size"),
    "/endless": (endless, "too large: more than 8 MB, the limit for a web page"),
    "/length-200-mb": (HEAD + b"Content-Length: 209715200\r\n\r\n", "too large: more than 8 MB"),
    "/video": (HEAD.replace(b"text/html; charset=utf-8", b"video/mp4") + b"\r\n", "not text but a video/mp4"),
    "/png": (ok(b"\x89PNG\r\n\x1a\n", kind="image/png"), "not text but an image/png"),
    "/png-as-page": (ok(b"\x89PNG\r\n\x1a\n" + bytes(900)), "not text but a PNG image"),
    "/json": (ok(json.dumps({"items": [{"title": "x y"}]}).encode(), kind="application/json"), "data (JSON)"),
    "/feed": (ok(b"<?xml version='1.0'?><rss><channel/></rss>", kind="application/rss+xml"), "a feed"),
    "/empty": (ok(b""), "it is empty"),
    "/blank": (ok(b" \r\n\t" * 2000), "it is empty"),
    "/needs-script": (
        ok(
            page(
                "<div id=root></div><noscript>You need to enable JavaScript to run this app."
                "</noscript><script src=/beacon></script>",
                title="App",
            )
        ),
        "needs JavaScript",
    ),
    "/consent": (
        ok(
            page(
                "<h2>Before you continue</h2><p>We use cookies. Click accept all to continue.</p>"
                "<button>Accept all</button>",
                title="Consent",
            )
        ),
        "asks for consent to cookies",
    ),
    "/robots": (
        ok(page("<h1>Just a moment</h1><p>Verify you are human by the action below.</p>", title="Wait")),
        "proof that you are not a robot",
    ),
    "/front-page": (
        ok(
            page(
                "".join(f"<h3><a href=/s{n}>Story {n} about the town</a></h3>" for n in range(40)),
                title="Courier",
            )
        ),
        "no article but a list of 40 links",
    ),
    "/frameset": (ok(b"<html><frameset cols='*'><frame src=/beacon></frameset></html>"), "a set of frames"),
}
