"""A plain Python hello server: one peer after the other, or a thread a connection.

usage: hello_server.py iterative|threads
It serves at two ports, one to warm up and one to be measured at.
"""
import socket
import sys
import threading

REPLY = b"hello, whoever you are"


def converse(peer):
    with peer:
        while peer.recv(1024):
            peer.sendall(REPLY)


def serve(door, style):
    while True:
        peer, _ = door.accept()
        if style == "threads":
            threading.Thread(target=converse, args=(peer,), daemon=True).start()
        else:
            converse(peer)


def main(style):
    first = socket.create_server(("127.0.0.1", 0), backlog=128)
    second = socket.create_server(("127.0.0.1", 0), backlog=128)
    print("port", first.getsockname()[1], second.getsockname()[1], flush=True)
    threading.Thread(target=serve, args=(first, style), daemon=True).start()
    serve(second, style)


main(sys.argv[1])
