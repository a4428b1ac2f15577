package org.sockrates.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.transport.testkit.NarrowProcess;

/** Says what is to be had where so many descriptors are left, and then where there are some more. */
final class LittleRoom {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private LittleRoom() {}

    public static void main(String[] words) throws Exception {
        openAllJars();
        int left = Integer.parseInt(words[1]);
        if (words[0].equals("calls")) {
            NarrowProcess.twice(left, LittleRoom::calls);
        } else {
            asks(); // Java's first read of a file takes a descriptor more
            NarrowProcess.twice(left, LittleRoom::asks);
        }
    }

    /** Java opens a jar when it first looks into it, and keeps it. */
    private static void openAllJars() {
        try {
            Class.forName("org.sockrates.wire.None");
        } catch (ClassNotFoundException lookedForInAll) {
            say("ready");
        }
    }

    private static void calls() {
        say(FirstLoad.obstacle().map(Enum::name).orElse("loaded"));
    }

    private static void asks() {
        try {
            Optional<TcpProbe> found = TcpProbe.of(NOWHERE, NOWHERE);
            say(found.isPresent() ? "one" : "none");
        } catch (IOException unread) {
            say("not asked");
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
