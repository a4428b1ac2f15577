"""A plain Python hello client: one exchange after the other.

usage: hello_client.py PORT,PORT... EXCHANGES
So many exchanges at each port; what is told is how many a second at the second half of the ports.
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


def rate(ports, exchanges):
    start = time.perf_counter()
    for port in ports:
        for _ in range(exchanges):
            exchange(port)
    return len(ports) * exchanges / (time.perf_counter() - start)


def main(ports, exchanges):
    half = len(ports) // 2
    rate(ports[:half], exchanges)
    print("result exchanges_per_second", rate(ports[half:], exchanges), flush=True)


main([int(port) for port in sys.argv[1].split(",")], int(sys.argv[2]))
