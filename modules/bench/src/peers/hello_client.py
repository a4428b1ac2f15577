"""A plain Python hello client: one exchange after the other.

usage: hello_client.py PORT,PORT... EXCHANGES
So many exchanges at each port; what is told is how many a second at the last one.
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


def main(ports, exchanges):
    rates = [rate(port, exchanges) for port in ports]
    print("result exchanges_per_second", rates[-1], flush=True)


main([int(port) for port in sys.argv[1].split(",")], int(sys.argv[2]))
