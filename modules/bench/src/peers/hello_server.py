"""A plain Python hello server: one peer after the other, or a thread a connection.

usage: hello_server.py iterative|threads PORTS
It serves at several ports, each for a while, and prints them.
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


def main(style, ports):
    doors = [socket.create_server(("127.0.0.1", 0), backlog=128) for _ in range(ports)]
    threads = [threading.Thread(target=serve, args=(door, style)) for door in doors]
    for thread in threads:
        thread.start()
    print("port", *(door.getsockname()[1] for door in doors), flush=True)


main(sys.argv[1], int(sys.argv[2]))
