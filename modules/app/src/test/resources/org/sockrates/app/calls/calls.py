"""Makes the socket calls it is told, a line each, and says in a line what came of each: a count, bytes, or an errno.

The calls are written as the shell has them; p0 to p3 are ports of its own. No call waits, but for a connect.
"""
import errno
import os
import select
import socket
import struct
import sys
import zlib

PORTS = 4
LOWEST_PORT, HIGHEST_PORT = 10000, 32000
LIMIT_SECONDS = 5
HOW = {"in": socket.SHUT_RD, "out": socket.SHUT_WR, "both": socket.SHUT_RDWR}
FLAGS = "SO_REUSEADDR SO_REUSEPORT SO_KEEPALIVE SO_BROADCAST SO_OOBINLINE TCP_NODELAY IP_MULTICAST_LOOP".split()
SENDING = "begin look connect send gather sendto recv recvfrom drain shutdown close".split()
HALVED = ["SO_RCVBUF", "SO_SNDBUF"]  # Linux tells the double, and Java halves it again
OVER_IPV6 = {
    "IP_TOS": (socket.IPPROTO_IPV6, socket.IPV6_TCLASS),
    "IP_MULTICAST_TTL": (socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS),
    "IP_MULTICAST_LOOP": (socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP),
}

sockets = {}
claim = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
first_port = 0


def barrier():
    """Waits until all that was sent over loopback so far, by whatever process, has been received.

    A packet waits in the queue of the processor that sent it, first come, first served. Behind it a datagram of our own
    arrives; what the first one caused (ACK, RST, ICMP) has arrived with a second, and what that caused with a third.
    """
    for processor in processors:
        os.sched_setaffinity(0, {processor})
        for _ in range(3):
            own.send(b"x")
            own.recv(1)


def claimed(port):
    """Whether nobody has these ports, no connection that has just ended, and no other run that looks for some."""
    global claim
    claim.close()
    claim = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        claim.bind("\0sockrates calls at %d" % port)
        for family in (socket.AF_INET, socket.AF_INET6):
            for each in range(port, port + 2 * PORTS):
                for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
                    with socket.socket(family, kind) as probe:
                        probe.bind(("", each))
        return True
    except OSError as taken:
        return taken.errno != errno.EADDRINUSE  # there may be no IPv6


def address(s, host, port):
    if port.startswith("p"):
        port = first_port + int(port[1:])
    return ("::ffff:" + host if s.family == socket.AF_INET6 and ":" not in host else host), int(port)


def told(where):
    """Of the ports the system chose, each run has its own."""
    host, port = where[:2]
    host = "any" if host in ("0.0.0.0", "::") else host.replace("::ffff:", "")
    own_port = first_port <= port < first_port + PORTS
    return host + " " + ("p" + str(port - first_port) if own_port else "0" if port == 0 else "chosen")


def payload(word):
    if word.startswith("#"):
        return bytes(97 + i % 26 for i in range(int(word[1:])))
    return word.strip('"').encode()


def shown(data):
    return f'{len(data)} "{data.decode()}"' if len(data) <= 40 else f"{len(data)} crc {zlib.crc32(data):08x}"


def option(s, name):
    if s.family == socket.AF_INET6 and name in OVER_IPV6:
        return OVER_IPV6[name]
    levels = {"SO": socket.SOL_SOCKET, "TCP": socket.IPPROTO_TCP, "IP": socket.IPPROTO_IP}
    return levels[name.split("_")[0]], getattr(socket, name)


def option_value(s, name):
    if name == "SO_LINGER":
        on, seconds = struct.unpack("ii", s.getsockopt(*option(s, name), 8))
        return str(seconds) if on else "off"
    value = s.getsockopt(*option(s, name))
    if name in FLAGS:
        return "on" if value else "off"
    return str(value // 2 if name in HALVED else value)


def set_option(s, name, value):
    if name == "SO_LINGER":
        s.setsockopt(*option(s, name), struct.pack("ii", value != "off", 0 if value == "off" else int(value)))
    else:
        s.setsockopt(*option(s, name), {"on": 1, "off": 0}.get(value) if name in FLAGS else int(value))


def added(name, s):
    """Without Nagle, or bytes would wait for the clock."""
    if s.type == socket.SOCK_STREAM:
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", LIMIT_SECONDS, 0))
    s.setblocking(False)
    sockets[name] = s
    return s


def connect(s, where):
    s.setblocking(True)
    try:
        s.connect(where)
    finally:
        s.setblocking(False)
    return 0


def drain(s):
    """All that waits, and why there is no more; a datagram that met a closed port is a mark in between."""
    data = b""
    while True:
        try:
            part = s.recv(65536)
            if not part and s.type == socket.SOCK_STREAM:
                return shown(data) + " end"
            data += part
        except ConnectionRefusedError:
            data += b"!"
        except OSError as end:
            return shown(data) + " " + errno.errorcode[end.errno]


def ready(s):
    """What select(2) says of it."""
    if s.fileno() < 0:
        return "EBADF"
    readable, writable, _ = select.select([s], [s], [], 0)
    return ("read" if readable else "") + ("write" if writable else "")


def close(s, reset):
    if reset and s.type == socket.SOCK_STREAM and s.fileno() >= 0:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    s.close()
    return 0


def join(s, group, joins):
    lo = socket.if_nametoindex("lo")
    if ":" in group:
        how = socket.IPV6_JOIN_GROUP if joins else socket.IPV6_LEAVE_GROUP
        s.setsockopt(socket.IPPROTO_IPV6, how, socket.inet_pton(socket.AF_INET6, group) + struct.pack("i", lo))
    else:
        how = socket.IP_ADD_MEMBERSHIP if joins else socket.IP_DROP_MEMBERSHIP
        s.setsockopt(socket.IPPROTO_IP, how, socket.inet_aton(group) + struct.pack("4si", bytes(4), lo))
    return 0


def name(ask):
    try:
        return told(ask())
    except OSError as none:
        return errno.errorcode[none.errno]


def call(word, *rest):
    if word == "socket":
        kind = socket.SOCK_STREAM if rest[0] == "tcp" else socket.SOCK_DGRAM
        added(rest[2], socket.socket(socket.AF_INET6 if "--ipv6" in rest else socket.AF_INET, kind))
        return 0
    if rest[0] not in sockets:
        return "no such socket"
    s, rest = sockets[rest[0]], rest[1:]
    if word == "bind":
        return s.bind(address(s, rest[0].replace("0.0.0.0", "::") if s.family == socket.AF_INET6 else rest[0], rest[1])) or 0
    if word == "listen":
        return s.listen(int(rest[0])) or 0
    if word == "accept":
        newcomer, peer = s.accept()
        added(rest[1], newcomer)
        return told(peer)
    if word == "connect":
        return connect(s, address(s, *rest))
    if word == "send":
        return s.send(payload(rest[0]), socket.MSG_OOB if "--urgent" in rest else 0)
    if word == "gather":
        return s.sendmsg([payload(part) for part in rest])
    if word == "sendto":
        return s.sendto(payload(rest[2]), address(s, *rest[:2]))
    if word == "recv":
        return shown(s.recv(int(rest[0])))
    if word == "recvfrom":
        data, sender = s.recvfrom(int(rest[0]))
        return shown(data) + (" from " + told(sender) if s.type == socket.SOCK_DGRAM else "")
    if word == "drain":
        return drain(s)
    if word == "ready":
        return ready(s)
    if word == "shutdown":
        return s.shutdown(HOW[rest[0]]) or 0
    if word == "close":
        return close(s, "--reset" in rest)
    if word == "names":
        return name(s.getsockname) + ", " + name(s.getpeername)
    if word in ("join", "leave"):
        return join(s, rest[0], word == "join")
    if word == "options":
        return option_value(s, rest[0]) if len(rest) == 1 else set_option(s, *rest) or 0
    raise SystemExit("no such call: " + word)


def begin(port):
    """A fresh run, at these ports."""
    global first_port
    for s in sockets.values():
        close(s, True)
    sockets.clear()
    first_port = port
    return port


def look(port):
    """The same at ports for two: the next ones from here on that are free, below those the system chooses."""
    begin(port)
    while not claimed(first_port):
        begin(first_port + 2 * PORTS if first_port < HIGHEST_PORT else LOWEST_PORT)
    return first_port


own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
own.bind(("127.0.0.1", 0))
own.connect(own.getsockname())
own.settimeout(2 * LIMIT_SECONDS)
processors = sorted(os.sched_getaffinity(0))

OTHER = {"begin": begin, "look": look, "settle": barrier}

sent = True

for line in sys.stdin:
    words = line.split()
    if sent:
        barrier()
    sent = words[0] in SENDING
    try:
        answer = OTHER[words[0]](*map(int, words[1:])) if words[0] in OTHER else call(*words)
    except OSError as failure:
        answer = errno.errorcode[failure.errno].replace("ENOTSUP", "EOPNOTSUPP")
    print(answer, flush=True)
