package org.sockrates.transport.tcp;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;

/** Makes its first socket where so many descriptors are left, and one more where there are some. */
final class LittleRoom {
    private LittleRoom() {}

    public static void main(String[] words) throws Exception {
        Transport tcp = new TcpTransport();
        SocketChannel loaded = SocketChannel.open();
        Deque<FileInputStream> open = new ArrayDeque<>();
        try {
            while (true) {
                open.push(new FileInputStream("/dev/null"));
            }
        } catch (FileNotFoundException full) {
            giveBack(open, Integer.parseInt(words[0]));
        }
        try {
            tcp.open(Family.AF_INET).close();
        } catch (SocketCallException full) {
            System.out.println(full.errno());
        }
        giveBack(open, 8);
        tcp.open(Family.AF_INET).close();
        loaded.close();
        System.out.println("closed");
    }

    private static void giveBack(Deque<FileInputStream> open, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            open.pop().close();
        }
    }
}
