"""A peer for rdt-sw, rdt-gbn and rdt-sr, written from docs/rdt.md alone; Python 3 and nothing else.

  rdt_peer.py client PROTOCOL PORT SENT_BYTES    sends, ends, takes the answer to its end
  rdt_peer.py server PROTOCOL SENT_BYTES         takes a question to its end, then sends, ends

Says what it saw, a line each: its port, and how many bytes with which CRC-32 it sent and received.
"""
import math
import random
import secrets
import socket
import struct
import sys
import time
import zlib

HEADER = struct.Struct(">BBHIIII")
VERSION, DATA, ACK, RESET = 1, 1, 2, 3
OPEN, BYTES, END = b"\1", b"\2", b"\3"
ASKING = OPEN + bytes(79)
ROOM = 262_144 // 1_399
WINDOW = 64
NUMBERS = 1 << 32
FIRST, LEAST, MOST, GRANULARITY = 0.2, 0.01, 4.0, 0.001
OPENING, SILENCE = 30.0, 100.0


def pack(kind, window, connection, number, following, payload=b""):
    bare = HEADER.pack(VERSION, kind, window, connection, number, following, 0) + payload
    return bare[:16] + struct.pack(">I", zlib.crc32(bare)) + payload


def unpack(packet):
    """Type, window, connection, number, next and payload; None where it is no whole packet."""
    if not 20 <= len(packet) <= 1_420:
        return None
    version, kind, window, connection, number, following, checksum = HEADER.unpack_from(packet)
    whole = zlib.crc32(packet[:16] + b"\0\0\0\0" + packet[20:]) == checksum
    return (kind, window, connection, number, following, packet[20:]) if whole and version == VERSION and kind in (
        DATA, ACK, RESET) else None


def steps(number, to):
    return (to - number) % NUMBERS


class Timeout:
    """RFC 6298, with what the page adds."""

    def __init__(self):
        self.now = FIRST
        self.smoothed = self.variation = None
        self.rest = math.inf

    def measured(self, trip):
        if self.smoothed is None:
            self.smoothed, self.variation = trip, trip / 2
        else:
            self.variation += (abs(self.smoothed - trip) - self.variation) / 4
            self.smoothed += (trip - self.smoothed) / 8
        self.now = self.rest = min(MOST, max(LEAST, self.smoothed + max(GRANULARITY, 4 * self.variation)))

    def progressed(self, at_most):
        if self.smoothed is None:
            self.rest = min(self.rest, max(FIRST, at_most + GRANULARITY))
        self.now = min(MOST, max(self.rest, self.now / 2))

    def rang(self):
        self.now = min(MOST, self.now * 2)


class Outstanding:
    def __init__(self, number, packet, now, due):
        self.number, self.packet, self.first, self.sent, self.due = number, packet, now, now, due
        self.again = self.acknowledged = False


class Conversation:
    def __init__(self, door, there, protocol, connection, asks):
        self.door, self.there, self.protocol, self.connection, self.asks = door, there, protocol, connection, asks
        self.window = 1 if protocol == "rdt-sw" else WINDOW
        self.next_out = self.next_in = connection
        self.timeout = Timeout()
        self.outstanding, self.early, self.waiting = [], {}, [ASKING if asks else OPEN]
        self.peer_window, self.shut, self.backed_off = self.window, False, 0.0
        self.open_came = self.end_came = False
        self.received = bytearray()
        self.heard = time.monotonic()

    # --- what is said

    def say_all(self, data):
        self.waiting += [BYTES + data[at:at + 1_399] for at in range(0, len(data), 1_399)] + [END]

    def is_open(self):
        """Whether both ends know: who listened is told by an acknowledgement of its OPEN, or by what follows OPEN."""
        told = self.next_in != (self.connection + 1) % NUMBERS or (self.waiting[:1] != [OPEN] and not self.outstanding)
        return self.open_came and (self.asks or told)

    def go_on(self):
        now = time.monotonic()
        while self.waiting and len(self.outstanding) < min(self.window, max(1, self.peer_window)):
            if self.waiting[0][:1] != OPEN and not self.is_open():
                break
            packet = pack(DATA, ROOM, self.connection, self.next_out, 0, self.waiting.pop(0))
            if not self.outstanding:
                self.heard = now
            self.outstanding.append(Outstanding(self.next_out, packet, now, now + self.timeout.now))
            self.next_out = (self.next_out + 1) % NUMBERS
            self.door.sendto(packet, self.there)

    def again(self, which, now):
        for one in which:
            one.again, one.sent, one.due = True, now, now + self.timeout.now
            self.door.sendto(one.packet, self.there)
        if which and self.protocol == "rdt-gbn":
            self.restart(now)

    def restart(self, now):
        for one in self.outstanding:  # one timer, from the oldest
            one.due = now + self.timeout.now

    def missing(self):
        return [one for one in self.outstanding if not one.acknowledged]

    def rings(self):
        now = time.monotonic()
        due = [one for one in self.missing() if one.due <= now]
        if self.outstanding and now - self.heard >= (SILENCE if self.is_open() else OPENING):
            self.door.sendto(pack(RESET, 0, self.connection, 0, 0), self.there)
            sys.exit("the other end is silent")
        if due:
            if self.protocol != "rdt-sr" or any(one.sent >= self.backed_off for one in due):
                self.timeout.rang()
                self.backed_off = now
            self.again(self.outstanding if self.protocol == "rdt-gbn" else due, now)

    # --- what is heard

    def acknowledged(self, window, number, following):
        now = time.monotonic()
        opens, self.shut, self.peer_window = self.shut and window > 0, window == 0, window
        if self.outstanding:
            first = self.outstanding[0].number
            if self.protocol == "rdt-gbn":
                count = steps(first, following)
                if 0 < count <= len(self.outstanding):
                    self.learn(self.outstanding[count - 1], now)
                    del self.outstanding[:count]
                    self.restart(now)
            elif steps(first, number) < len(self.outstanding):
                one = self.outstanding[steps(first, number)]
                if not one.acknowledged:
                    one.acknowledged = True
                    self.learn(one, now)
                while self.outstanding and self.outstanding[0].acknowledged:
                    del self.outstanding[0]
        if opens:
            self.again(self.missing(), now)

    def learn(self, one, now):
        if one.again:
            self.timeout.progressed(now - one.first)
        else:
            self.timeout.measured(now - one.sent)

    def data(self, number, payload):
        ahead = steps(self.next_in, number)
        if self.end_came and ahead < NUMBERS // 2:
            about = (self.next_in - 1) % NUMBERS
            self.door.sendto(pack(ACK, ROOM, self.connection, about, self.next_in), self.there)
            return
        if ahead == 0 or (self.protocol == "rdt-sr" and ahead < WINDOW):
            self.early[number] = payload
            while self.next_in in self.early:
                self.deliver(self.early.pop(self.next_in))
                self.next_in = (self.next_in + 1) % NUMBERS
            ours = True
        else:
            ours = self.protocol == "rdt-sr" and steps(number, self.next_in) <= WINDOW
        about = number if ours else (self.next_in - 1) % NUMBERS
        self.door.sendto(pack(ACK, ROOM, self.connection, about, self.next_in), self.there)

    def deliver(self, message):
        if message[:1] == OPEN:
            self.open_came = True
        elif message[:1] == BYTES and not self.end_came:
            self.received += message[1:]
        elif message[:1] == END:
            self.end_came = True

    def heard_packet(self, kind, window, number, following, payload):
        answer = number == self.connection and payload == OPEN
        if kind == DATA and self.asks and not self.open_came and not answer:
            return
        self.heard = time.monotonic()
        if kind == RESET:
            sys.exit("reset" if self.is_open() else "refused")
        elif kind == ACK:
            self.acknowledged(window, number, following)
        else:
            self.data(number, payload)

    # --- time

    def turn(self, longest=1.0):
        """Does what can be done, then waits for a packet or until something is due."""
        self.rings()
        self.go_on()
        due = min((one.due for one in self.missing()), default=time.monotonic() + longest)
        self.door.settimeout(max(0.0005, min(longest, due - time.monotonic())))
        try:
            packet, sender = self.door.recvfrom(2_048)
        except socket.timeout:
            return
        parts = unpack(packet)
        if parts is None:
            return
        kind, window, connection, number, following, payload = parts
        if sender == self.there and connection == self.connection:
            self.heard_packet(kind, window, number, following, payload)
        elif kind != RESET:
            self.door.sendto(pack(RESET, 0, connection, 0, 0), sender)

    def until(self, holds):
        while not holds():
            self.turn()

    def linger(self):
        """The other end may not know that its last word came."""
        end = time.monotonic() + 3 * self.timeout.now
        while time.monotonic() < end:
            self.turn(max(0.0005, end - time.monotonic()))


def accept(door, protocol):
    """The first that opens a connection; whoever else says something is told that there is none."""
    while True:
        packet, sender = door.recvfrom(2_048)
        parts = unpack(packet)
        if parts is None or parts[0] == RESET:
            continue
        kind, window, connection, number, following, payload = parts
        if kind == DATA and number == connection and payload == ASKING:
            conversation = Conversation(door, sender, protocol, connection, False)
            conversation.heard_packet(kind, window, number, following, payload)
            return conversation
        door.sendto(pack(RESET, 0, connection, 0, 0), sender)


def said(word, data):
    print(word, len(data), "%08x" % zlib.crc32(data), flush=True)


def main(role, protocol, *numbers):
    door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    door.bind(("127.0.0.1", 0))
    print("port", door.getsockname()[1], flush=True)
    data = random.Random(role + protocol).randbytes(int(numbers[-1]))
    if role == "client":
        there = ("127.0.0.1", int(numbers[0]))
        conversation = Conversation(door, there, protocol, secrets.randbits(32), True)
        conversation.say_all(data)
    else:
        conversation = accept(door, protocol)
        conversation.until(lambda: conversation.end_came)
        conversation.say_all(data)
    conversation.until(lambda: conversation.end_came and not conversation.waiting and not conversation.outstanding)
    said("sent", data)
    said("received", conversation.received)
    conversation.linger()


main(*sys.argv[1:])
