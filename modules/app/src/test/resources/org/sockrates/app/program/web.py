import os, socket, sys, threading

FOLDER = os.path.realpath(sys.argv[2])

def answer(request):
    path = os.path.realpath(FOLDER + request.split()[1].decode("latin-1"))
    if not path.startswith(FOLDER + os.sep):
        return b"HTTP/1.0 403 Forbidden\r\n\r\n"
    if not os.path.isfile(path):
        return b"HTTP/1.0 404 Not Found\r\n\r\nnothing of that name\n"
    with open(path, "rb") as file:
        page = file.read()
    return b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(page) + page

def serve(peer):
    with peer:
        request = b""
        try:
            while b"\r\n\r\n" not in request and (some := peer.recv(4096)):
                request += some
            if b"\r\n\r\n" in request:
                peer.sendall(answer(request))
        except ConnectionError:
            pass  # the client is gone; the others are not

door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    peer, _ = door.accept()
    threading.Thread(target=serve, args=(peer,), daemon=True).start()
