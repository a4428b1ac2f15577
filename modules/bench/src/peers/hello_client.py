"""A plain Python hello client: one exchange after the other, counted after a warm-up.

usage: hello_client.py WARM_UP_PORT PORT EXCHANGES
"""
import socket
import sys
import time

REPLY_BYTES = 22


def exchange(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        server.connect(("127.0.0.1", port))
        server.sendall(b"hello")
        got = 0
        while got < REPLY_BYTES:
            got += len(server.recv(1024))


def rate(port, exchanges):
    start = time.perf_counter()
    for _ in range(exchanges):
        exchange(port)
    return exchanges / (time.perf_counter() - start)


def main(first, second, exchanges):
    rate(first, exchanges)
    print("result exchanges_per_second", rate(second, exchanges), flush=True)


main(*map(int, sys.argv[1:]))
