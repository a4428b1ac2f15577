"""A plain Python hello server: one peer after the other, or a thread a connection.

usage: hello_server.py iterative|threads
"""
import socket
import sys
import threading

REPLY = b"hello, whoever you are"


def converse(peer):
    with peer:
        while peer.recv(1024):
            peer.sendall(REPLY)


def main(style):
    with socket.create_server(("127.0.0.1", 0), backlog=128) as door:
        print("port", door.getsockname()[1], flush=True)
        while True:
            peer, _ = door.accept()
            if style == "threads":
                threading.Thread(target=converse, args=(peer,), daemon=True).start()
            else:
                converse(peer)


main(sys.argv[1])
