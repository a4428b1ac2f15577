"""A peer nobody of this house wrote: Python's sockets, used as a student uses them. Says what it saw, a line each."""
import socket
import sys

LARGEST = {socket.AF_INET: 65507, socket.AF_INET6: 65527}


def said(*words):
    print(*words, flush=True)


def to_the_end(connection):
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def tcp_client(family, host, port):
    with socket.socket(family, socket.SOCK_STREAM) as s:
        s.settimeout(10)
        s.connect((host, port))
        said("local", s.getsockname()[1])
        s.sendall(b"hello")
        s.sendall(b"x" * 200_000)
        s.shutdown(socket.SHUT_WR)
        answer = to_the_end(s)
        said("answer", answer[:5].decode(), len(answer))


def tcp_server(family, host):
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.settimeout(10)
        door.bind((host, 0))
        door.listen(5)
        said("port", door.getsockname()[1])
        connection, peer = door.accept()
        with connection:
            connection.settimeout(10)
            said("from", peer[1])
            question = to_the_end(connection)
            said("question", question[:5].decode(), len(question))
            connection.sendall(question.upper())


def udp_client(family, host, port):
    with socket.socket(family, socket.SOCK_DGRAM) as s:
        s.settimeout(10)
        for message in (b"hello", b"", b"x" * LARGEST[family]):
            s.sendto(message, (host, port))
            answer, sender = s.recvfrom(65536)
            said("answer", len(answer), answer == message, sender[1] == port)


def udp_server(family, host):
    with socket.socket(family, socket.SOCK_DGRAM) as s:
        s.settimeout(10)
        s.bind((host, 0))
        said("port", s.getsockname()[1])
        for _ in range(3):
            message, sender = s.recvfrom(65536)
            said("from", sender[1], "got", len(message))
            s.sendto(message.upper(), sender)


role, host, *port = sys.argv[1:]
family = socket.AF_INET6 if ":" in host else socket.AF_INET
{"tcp client": tcp_client, "tcp server": tcp_server, "udp client": udp_client, "udp server": udp_server}[role](
    family, host, *map(int, port))
