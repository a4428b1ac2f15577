"""Server and client of one hello exchange in one process: what a lab does, in plain Python."""
import socket
import threading


def serve(door):
    peer, _ = door.accept()
    with peer:
        peer.recv(1024)
        peer.sendall(b"hello, whoever you are")


with socket.create_server(("127.0.0.1", 0)) as door:
    server = threading.Thread(target=serve, args=(door,))
    server.start()
    with socket.create_connection(door.getsockname()) as client:
        client.sendall(b"hello")
        print(client.recv(1024).decode())
    server.join()
