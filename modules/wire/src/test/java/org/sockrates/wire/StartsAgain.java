package org.sockrates.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockrates.link.LinkSpec;

/** Started by {@link NamespaceTest}: starts itself again inside a namespace, and tells what it sees there. */
final class StartsAgain {
    private StartsAgain() {}

    public static void main(String[] words) throws IOException {
        long number = ProcessHandle.current().pid();
        System.out.println("process " + number + " in " + Namespace.current() + " with " + List.of(words));
        if (!Namespace.inside()) {
            System.out.flush();
            System.setProperty("user.home", "/a home");
            Namespace.startAgain(words.length - 1, List.of("zwei Wörter", ""));
        }
        System.out.println("home " + System.getProperty("user.home"));
        System.out.println("lo is up: " + NetworkInterface.getByName("lo").isUp());
        try (Wire wire = Wire.open(WireSettings.USUAL, LinkSpec.NONE)) {
            TcpSettings.here().profile(TcpSettings.TEXTBOOK);
            System.out.println("device " + wire.device());
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("read " + in.readLine());
        System.exit(7);
    }
}
