package org.sockrates.wire;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Started by {@link KilledTest}: captures a conversation that never ends, until it is killed. */
final class BusyCapture {
    private BusyCapture() {}

    public static void main(String[] words) throws IOException {
        if (!Namespace.inside()) {
            Namespace.startAgain(1, List.of(words[0]));
        }
        System.out.println(Namespace.current());
        try (Ends ends = Ends.of("delay 1ms");
                FileOutputStream file = new FileOutputStream(words[0]);
                WireCapture capture = ends.capture(file);
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            for (int i = 0; ; i++) {
                Ends.carry(client, served, 1 + i % 3000);
                if (i == 20) {
                    System.out.println("busy");
                }
            }
        }
    }
}
