"""The attack: everything at once, from 127.0.0.1, until this process is ended.

    python -m tests.services.stress.attacker PORT SEED [KIND]

A process of its own: it must not slow down whoever measures.
"""

import random
import select
import socket
import sys
import threading
import time

HALF_OPEN, SEARCHES, DEAF, HUGE = 120, 20, 8, 4
BODY = 50 * 1024 * 1024
BEGUN = (
    b"",
    b"GET /it/ HT",
    b"GET /it/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-a: ",
    b"POST /it/contatti/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nname=",
    b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\nname=",
    b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nna",
)
WORDS = ("contributi", "cooperative", "innovazione", "cultura", "territorio", "energia", "turismo", "teatri")
EXPORTS = ("/it/bandi/export.json?status=any", "/it/bandi/export.csv?status=any")
PAUSE = 0.1  # seconds after a refusal; a quicker attacker would only use up this machine


def connect(port: int, source: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=60, source_address=(source, 0))


def half_open(port: int, _dice: random.Random, number: int = HALF_OPEN) -> None:
    """So many unfinished requests at any time: one that is ended is begun anew."""
    opened: list[socket.socket] = []
    while True:
        while len(opened) < number:
            opened.append(connect(port))
            opened[-1].sendall(BEGUN[len(opened) % len(BEGUN)])
        ended = select.select(opened, [], [], 1)[0]
        for connection in ended:
            connection.close()
        opened = [connection for connection in opened if connection not in ended]


def search(port: int, dice: random.Random) -> None:
    words = "+".join(dice.choices(WORDS, k=8))
    address = dice.choice((f"/api/search/?q={words}&page=", f"/it/cerca/?q={words}&page="))
    answer = _asked(port, f"GET {address}{dice.randrange(1, 9)} HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    if b" 200 " not in answer[:20]:
        time.sleep(PAUSE)


def ask_and_never_read(port: int, dice: random.Random) -> None:
    with connect(port) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(f"GET {dice.choice(EXPORTS)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        time.sleep(10)


def send_much(port: int, dice: random.Random) -> None:
    address = dice.choice(("/it/", "/it/contatti/", "/admin/login/"))
    with connect(port) as connection:
        head = f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {BODY}\r\n\r\n"
        connection.sendall(head.encode())
        for _ in range(BODY // 65536):
            connection.sendall(b"a" * 65536)
        connection.recv(1000)
    time.sleep(PAUSE)


def _asked(port: int, head: str) -> bytes:
    with connect(port) as connection:
        connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


def _again_and_again(attack, port: int, dice: random.Random) -> None:
    while True:
        try:
            attack(port, dice)
        except OSError:
            time.sleep(PAUSE)


def main() -> None:
    port, dice = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    kinds = {half_open: 1, search: SEARCHES, ask_and_never_read: DEAF, send_much: HUGE}
    threads = [
        threading.Thread(target=_again_and_again, args=(attack, port, random.Random(dice.random())))
        for attack, number in kinds.items()
        for _ in range(number)
        if attack.__name__ in (sys.argv[3:] or attack.__name__)
    ]
    for thread in threads:
        thread.start()


if __name__ == "__main__":
    main()
