import socket, sys, threading

MOST = 1000
store, lock = {}, threading.Lock()

def answer(line):
    words = line.split(b" ", 2)
    with lock:
        if len(words) == 3 and words[0] == b"SET":
            store[words[1]] = words[2]
            return b"OK\n"
        if len(words) == 2 and words[0] == b"GET":
            return b"VALUE " + store[words[1]] + b"\n" if words[1] in store else b"NONE\n"
    return b"ERROR\n"

def serve(peer):
    with peer:
        line, skipping = b"", False
        try:
            while data := peer.recv(4096):
                for byte in data:
                    if byte == 10:
                        peer.sendall(b"ERROR\n" if skipping else answer(line))
                        line, skipping = b"", False
                    elif len(line) == MOST:
                        skipping = True
                    else:
                        line += bytes([byte])
        except ConnectionError:
            pass

door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    peer, _ = door.accept()
    threading.Thread(target=serve, args=(peer,), daemon=True).start()
