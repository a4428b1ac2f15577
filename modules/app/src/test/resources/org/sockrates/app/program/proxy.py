import socket, sys, threading

def hand_on(here, there):
    try:
        while some := here.recv(4096):
            there.sendall(some)
        there.shutdown(socket.SHUT_WR)
    except OSError:
        for end in here, there:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it is gone already

def serve(client):
    with client:
        try:
            upstream = socket.create_connection(("127.0.0.1", int(sys.argv[2])))
        except OSError:
            return  # nobody is there; the client is told by the end
        with upstream:
            back = threading.Thread(target=hand_on, args=(upstream, client))
            back.start()
            hand_on(client, upstream)
            back.join()

door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    client, _ = door.accept()
    threading.Thread(target=serve, args=(client,)).start()
