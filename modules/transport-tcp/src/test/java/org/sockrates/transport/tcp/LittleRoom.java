package org.sockrates.transport.tcp;

import org.sockrates.transport.testkit.NarrowProcess;

/** Makes its first socket where so many descriptors are left. */
final class LittleRoom {
    private LittleRoom() {}

    public static void main(String[] words) throws Exception {
        NarrowProcess.opensItsFirst(new TcpTransport(), Integer.parseInt(words[0]), System.out::println);
    }
}
