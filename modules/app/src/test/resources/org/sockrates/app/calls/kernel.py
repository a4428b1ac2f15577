"""Says which TCP and UDP sockets of a process the kernel has, a line each time it is told a process: as ss does, by sock_diag(7).

A row is: who, protocol, state, Recv-Q, Send-Q, own address, peer; "own" where the process has it, "-" for no peer. Of others
only those at a port that is asked for.
"""
import os
import re
import socket
import struct
import sys

NETLINK_SOCK_DIAG = 4
NLMSG_ERROR = 2
SOCK_DIAG_BY_FAMILY = 20
DUMP = 0x301
IN_USE = 0xFFFFFFFF & ~(1 << 6)  # TIME-WAIT no process has, and there may be thousands
STATES = " ESTAB SYN-SENT SYN-RECV FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT UNCONN CLOSE-WAIT LAST-ACK LISTEN CLOSING".split(" ")
HEADER = struct.Struct("=IHHII")


def inodes(process):
    """The sockets among its files."""
    folder = "/proc/%s/fd" % process
    for name in os.listdir(folder):
        try:
            link = re.fullmatch(r"socket:\[(\d+)]", os.readlink(folder + "/" + name))
        except FileNotFoundError:
            continue  # it has closed it meanwhile
        if link:
            yield int(link[1])


def dump(family, protocol):
    """The kernel's inet_diag_msg of each socket."""
    request = struct.pack("=BBBBI48x", family, protocol, 0, 0, IN_USE)
    diag.send(HEADER.pack(HEADER.size + len(request), SOCK_DIAG_BY_FAMILY, DUMP, 1, 0) + request)
    while True:
        data = diag.recv(1 << 18)
        while data:
            length, kind = HEADER.unpack_from(data)[:2]
            if kind == NLMSG_ERROR:
                error = struct.unpack_from("=i", data, HEADER.size)[0]
                raise OSError(-error, "sock_diag of protocol %d" % protocol)
            if kind != SOCK_DIAG_BY_FAMILY:
                return
            yield data[HEADER.size:length]
            data = data[(length + 3) & ~3:]


def address(family, host, port):
    if port == 0:
        return "-"
    text = socket.inet_ntop(family, host[:4] if family == socket.AF_INET else host)
    return ("[%s]:%d" if ":" in text else "%s:%d") % (text, port)


def rows(process, first, last):
    own = set(inodes(process))
    for family in (socket.AF_INET, socket.AF_INET6):
        for word, protocol in (("tcp", socket.IPPROTO_TCP), ("udp", socket.IPPROTO_UDP)):
            for row in dump(family, protocol):
                ports = struct.unpack("!HH", row[4:8])
                receive_queue, send_queue, _, inode = struct.unpack("=4I", row[56:72])
                who = "own" if inode in own else "other" if inode else "nobody"
                if who == "own" or any(first <= port <= last for port in ports):
                    ends = address(family, row[8:24], ports[0]), address(family, row[24:40], ports[1])
                    yield " ".join((who, word, STATES[row[1]], str(receive_queue), str(send_queue)) + ends)


diag = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG)
for line in sys.stdin:
    print("; ".join(sorted(rows(*map(int, line.split())))), flush=True)
