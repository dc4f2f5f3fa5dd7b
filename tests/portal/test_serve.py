"""``python -m portal.serve`` tells its address once somebody can go there."""

import socket

from portal import serve


def test_the_address_is_told_once_the_port_answers(capsys):
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        number = port.getsockname()[1]
        assert not serve._announce_once("127.0.0.1", number)
        assert not capsys.readouterr().out
        port.listen()
        assert serve._announce_once("127.0.0.1", number)
    assert f"http://127.0.0.1:{number}/admin/" in capsys.readouterr().out
