import os, signal, socket, sys, threading

FILE = "store.txt"
store, lock = {}, threading.Lock()

def answer(line):
    words = line.split(b" ", 2)
    with lock:
        if len(words) == 3 and words[0] == b"SET":
            store[words[1]] = words[2]
            kept.write(words[1] + b" " + words[2] + b"\n")
            kept.flush()
            return b"OK\n"
        if len(words) == 2 and words[0] == b"GET" and words[1] in store:
            return b"VALUE " + store[words[1]] + b"\n"
    return b"NONE\n"

def serve(peer):
    with peer:
        rest = b""
        try:
            while some := peer.recv(4096):
                *lines, rest = (rest + some).split(b"\n")
                for line in lines:
                    peer.sendall(answer(line))
        except ConnectionError:
            pass

def load():
    if os.path.exists(FILE):
        with open(FILE, "rb") as file:
            for line in file:
                name, value = line.rstrip(b"\n").split(b" ", 1)
                store[name] = value

load()
kept = open(FILE, "ab")
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
door = socket.socket()
door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
door.bind(("127.0.0.1", int(sys.argv[1])))
door.listen()
while True:
    peer, _ = door.accept()
    threading.Thread(target=serve, args=(peer,), daemon=True).start()
