"""A plain Python hello client: one exchange after the other, counted after a warm-up.

usage: hello_client.py PORT WARM_MILLIS WINDOW_MILLIS
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


def count(port, seconds):
    exchanges = 0
    start = time.perf_counter()
    now = start
    while now - start < seconds:
        exchange(port)
        exchanges += 1
        now = time.perf_counter()
    return exchanges / (now - start)


def main(port, warm, window):
    count(port, warm / 1000)
    print("result exchanges_per_second", count(port, window / 1000), flush=True)


main(*map(int, sys.argv[1:]))
