package org.sockrates.shell.explain;

import java.util.List;

/** Words that tables, drawings and labs use, and that are neither a state, a label nor a figure of TCP's. */
final class ShownWords {
    static final List<Explained> ALL = List.of(
            new Explained("CREATED", "status", "a socket, and nothing else yet", """
            The program's word: the kernel's table has no row of it before it is bound. bind, connect or sendto comes next."""),
            new Explained("BOUND", "status", "it has an address of its own, and no more", """
            The program's word: of a TCP socket that neither listens nor connects /proc/net/tcp has no row; newer kernels \
            tell of it in  ss -B . Bound is not listening: whoever connects is refused. (A UDP socket that is bound \
            receives: UNCONN.)"""),
            new Explained("CLOSED", "status", "it had a connection, and the kernel knows of none any more", """
            The program's word, behind a reset, a connection given up, or one that both ends have ended. In RFC 9293 \
            CLOSED is no state but the lack of one; ss says UNCONN, or shows nothing. What came may still be received; then close is all that is left to do."""),
            new Explained("Recv-Q", "status", "bytes that have arrived and that nobody has received yet", """
            An end of stream counts as one more. UDP counts kernel memory, which is more than the payload. Of a socket \
            that listens: connections that wait for accept."""),
            new Explained("Send-Q", "status", "bytes that were sent and that the peer has not acknowledged", """
            Those that have not left yet, for want of window, are among them; a SYN or a FIN counts as one more. Of UDP: kernel \
            memory of what has not left this machine yet. Of a socket that listens: the backlog."""),
            new Explained("backlog", "status", "how many connections may wait for accept", """
            listen's number. Linux takes one more, then leaves a SYN unanswered, and the client tries again after a second. \
            At most net.core.somaxconn."""),
            new Explained("SYN", "ladder", "asks for a connection, or with an ACK says yes to it", """
            In a ladder S, and S. with an ACK. It tells the number before the first byte's, since it counts as a byte itself \
            (RFC 9293 §3.4)."""),
            new Explained("ACK", "ladder", "says which byte is expected next: all before it has arrived", """
            In a ladder a dot; every segment has it but the first and some resets. It says nothing of what came behind a gap: SACK does \
            (RFC 9293 §3.4)."""),
            new Explained("PSH", "ladder", "with it a send ends: hand the bytes up now", """
            In a ladder P. Linux sets it within a long send, too: on the last segment of each piece that it hands to its device \
            at once, and after half a window. No mark of a message's end: two sends \
            may share a segment, and one send may take many (RFC 9293 §3.9.1.2)."""),
            new Explained("FIN", "ladder", "its sender has nothing more to say", """
            In a ladder F. It ends one direction, and counts as a byte, so that it is acknowledged like one. The peer reads \
            an end of stream, and may still speak (RFC 9293 §3.6)."""),
            new Explained("RST", "ladder", "there is no such connection, or none any more", """
            In a ladder R. Of a closed port: ECONNREFUSED. Later: ECONNRESET, and what was on its way is lost. Nobody \
            answers it (RFC 9293 §3.5.2), but for one in the window whose number is not the next: to that an ACK goes back, and it is not \
            believed (RFC 5961 §3.2)."""),
            new Explained("URG", "ladder", "urgent data: a pointer says where it ends", """
            In a ladder U. The pointer names the byte behind it (RFC 9293 §3.1). One byte of it can be read past all the others; Java reads it in its place in the stream, or not at \
            all (SO_OOBINLINE). New programs should not use it (RFC 9293 §3.8.5)."""),
            new Explained("MSG_OOB", "ladder", "this send's last byte is urgent", """
            A flag of send, here  send --urgent . TCP sets URG and points behind the byte: one at a time, and a later one takes \
            its place. Whether it stays in the stream is the reader's choice: SO_OOBINLINE."""),
            new Explained("ECE", "ladder", "a packet came that a router had marked: send more slowly", """
            In a ladder E. Of a SYN, with W: I can do that. The sender answers with CWR (RFC 3168 §6.1)."""),
            new Explained("CWR", "ladder", "I have heard the ECE, and send more slowly", """
            In a ladder W. As if the marked packet had been lost, but nothing has to be sent again (RFC 3168 §6.1.2)."""),
            new Explained("AE", "ladder", "accurate ECN: with ECE and CWR it counts the marked packets", """
            In a ladder e. Of a SYN, with E and W: I can do that. Behind the handshake the three are one number: 5, and one more for each \
            marked packet that has come, modulo 8 (RFC 9768 §3.2.1, §3.2.2). Before, the bit was called NS (RFC 3540)."""),
            new Explained("window", "ladder", "how many bytes more its sender has room for", """
            Each segment that acknowledges says it;  capture read --packets  shows it, a ladder only  win 0 . It shrinks \
            as bytes arrive that nobody receives; at 0 the other end must wait (RFC 9293 §3.8.6). The other limit is cwnd, which the sender sets itself."""),
            new Explained(
                    "Nagle", "ladder", "a small segment waits while an earlier small one is not acknowledged", """
            So that many small sends become few segments. That is Linux' rule; by the standard it waits while anything is not \
            acknowledged (RFC 9293 §3.7.4). With an acknowledgement that waits, too, it costs 40 ms and more. TCP_NODELAY ends it."""),
            new Explained(
                    "timer", "ladder", "beside numbered packets: when their sender's timer starts and stops", """
            on: the first packet waits for its acknowledgement. anew: one was acknowledged, and others wait. off: none does. \
            timeout 50 ms: it rang so long after it was started, and what waits goes again (RFC 6298 §5). With a number,  timer 4 off , it is \
            that packet's own: selective repeat has one for each. Labs 31 to 33."""),
            new Explained("next", "ladder", "beside numbered packets: which one their receiver waits for", """
            All before it have come. keeps 4-6: these came early, and wait for it. not 0: it waits for 0, and throws this one away. has it: \
            this one came before. At the sender,  [0-4] are those that wait for their acknowledgement; old: the one that came frees none of \
            them. Labs 31 to 34."""),
            new Explained("n", "compare", "how many samples a figure rests on, in the run it is of", """
            Messages, packets, round trips or rounds.  4..285714 : some transport has 4, another 285714; --json and --csv \
            have each one's. Of jitter_ms the last 31 at most, for older changes hardly count. A median of ten says little."""),
            new Explained("n/a", "compare", "there is no such figure, and the note below says why", """
            The number in brackets is the note's. Nothing is put in the place of what was not measured. A figure with = before \
            it was not measured either: it follows from the formula in its note."""),
            new Explained("least..most", "compare", "the least and the greatest of the runs' values", """
            With --repeat; the row above has their median, of an even number one of the two in the middle. Each row has its own: counts \
            of different runs need not add up, and what is computed is so in each run. Where two transports' ranges overlap, the runs do not tell which of them is better."""),
            new Explained("p99", "compare", "99 % of the samples were at most so long", """
            p50 is the median. Each takes so many samples that one lies on either side: p50 two, p25 four, p99 a hundred; \
            with fewer there is none, here and in client's own line. Whoever waits for many answers at once meets the slowest of them: the mean hides those, \
            and p99 does not."""),
            new Explained("summary", "compare", "each experiment's first figure", """
            Its table above has the rest.  why  and the figure's name says what it means."""),
            new Explained("model", "compare", "tcp (model) is TCP as a machine of this program, on the path sim", """
            No kernel is there. It has slow start, congestion avoidance, fast retransmit and timers as Linux' reno has, and \
            neither SACK nor a probe for a lost tail; docs/tcp-model.md says how near it comes."""),
            new Explained("loopback", "path", "straight from socket to socket, through this machine's kernel", """
            Segments of up to 64 KiB, handed over in memory: nothing is lost there, but where a buffer of UDP's is full."""),
            new Explained("relay", "path", "a program stands between, and spoils what passes", """
            On any system, and without privileges. Datagrams it loses, delays, doubles; of TCP it sees only bytes, since \
            each side has a connection with it: a lost segment takes the path wire. See  help link ."""),
            new Explained(
                    "wire", "path", "the kernel's own packets pass a link, through a device of this program's", """
            Linux only. In a network of its own, seen by nobody else: a segment that the link drops is really lost, and \
            the kernel really sends it again. See  help path ."""),
            new Explained("sim", "path", "virtual time: no kernel, no waiting, and all is repeatable", """
            One actor moves at a time, and time leaps when all wait. For UDP, rdt and a model of TCP; the seed decides \
            all chance. See  help sim ."""),
            new Explained("port", "labs", "a number from 1 to 65535 that says which socket is meant", """
            An address names the machine, the port the socket there. TCP and UDP have ports of their own, so 7000 exists \
            twice. A server's is agreed on; a client is given a free one by the system when it first sends or connects: \
            an ephemeral port, on Linux from 32768 to 60999 as a rule (RFC 6056)."""),
            new Explained("stream", "labs", "bytes in their order, with no marks between sends", """
            What TCP carries. Two sends may come in one receive, and one send in many: who wants messages must mark them, \
            by a length or a line end (RFC 9293 §3.9.1.2). Labs 05 and 14."""),
            new Explained("datagram", "labs", "one message, whole or not at all", """
            What UDP carries: one send is one receive. It may be lost, come twice, or pass another, and nobody is told \
            (RFC 768). Labs 06 and 15."""),
            new Explained("MSG_WAITALL", "labs", "this recv waits until all the bytes it asks for have come", """
            A flag of recv, here  recv 10 --waitall . Fewer come where the stream ends, an error or the time limit is first; on \
            datagrams it does nothing (recv(2)). Java has no such flag, and receives again and again."""),
            new Explained("end of stream", "labs", "receive gave 0: the peer has nothing more to say", """
            It came as a FIN, by the peer's close or shutdown. It comes behind all bytes, and again at each receive. UDP has \
            none: there 0 is an empty datagram. Lab 08."""),
            new Explained("half-close", "labs", "one direction has ended, the other goes on", """
            shutdown out says that nothing more will come, and answers may still be read; close ends both (RFC 9293 §3.6). \
            Lab 08."""),
            new Explained("broadcast", "labs", "one datagram to everybody on a network", """
            To 255.255.255.255 or the last address of a network, by IPv4 and UDP only, and with SO_BROADCAST. Routers \
            do not pass it on (RFC 919), nor does a wire; this machine's sockets get it from their own kernel."""),
            new Explained("multicast", "labs", "one datagram to all who have joined a group", """
            A group is an address, 224.0.0.0 to 239.255.255.255 or ff00::/8, that no machine has. join says where to listen; \
            anybody may send there. UDP only: TCP has two ends (RFC 1112). In C and Python on Linux, who is bound to any \
            hears all groups this machine has joined, unless IP_MULTICAST_ALL is off (ip(7)); Java has it off. Lab 17."""),
            new Explained("exit status", "labs", "the number with which a command, or a program, has ended", """
            0: all went well. 1: something did not hold; 2: the line cannot be meant; 3: a bad file; 4: the peer, the network \
            or a limit of the system said no; 5: something is missing on this machine; 70: a fault of ours; 74: the output \
            could not be written; 124: a time limit passed; 130: Ctrl-C. In a lab the last line below a command may be its, \
            [124]; without one it must be 0."""));

    private ShownWords() {}
}
