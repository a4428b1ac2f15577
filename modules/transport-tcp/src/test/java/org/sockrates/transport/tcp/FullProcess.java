package org.sockrates.transport.tcp;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

/** Opens sockets until there is no descriptor left, then closes them, and says why it could open no more and what it has. */
final class FullProcess {
    private FullProcess() {}

    public static void main(String[] words) throws Exception {
        Transport tcp = new TcpTransport();
        Deque<TransportSocket> open = new ArrayDeque<>();
        System.out.println(fill(tcp, open));
        open.pop().close();
        open.push(tcp.open(Family.AF_INET));
        while (!open.isEmpty()) {
            open.pop().close();
        }
        System.out.println("closed");
    }

    private static Errno fill(Transport tcp, Deque<TransportSocket> open) throws Exception {
        try {
            while (true) {
                open.push(tcp.open(Family.AF_INET));
            }
        } catch (SocketCallException full) {
            return full.errno();
        }
    }
}
