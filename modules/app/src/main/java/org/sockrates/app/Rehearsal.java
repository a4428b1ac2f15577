package org.sockrates.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.sockrates.shell.Streams;

/**
 * Does once what people do most, so that a JVM can note which classes that takes. Started by the launcher to make its
 * class archive; not a test, and nothing of it is ever shown.
 */
final class Rehearsal {
    private static final String TCP = """
            use tcp
            socket --as door
            bind door localhost 0
            listen door
            socket --as alice
            connect alice door
            accept door
            send alice "hello"
            recv .
            status
            close *
            nonsense
            """;

    private Rehearsal() {}

    public static void main(String[] words) {
        play("help");
        script(TCP);
        script(TCP.replace("tcp", "udp"));
        Main.main(new String[] {"status"}); // last, since it ends the process
    }

    private static void play(String... words) {
        Main.run(words, streams(""));
    }

    private static void script(String lines) {
        Main.run(new String[0], streams(lines));
    }

    private static Streams streams(String typed) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return new Streams(new ByteArrayInputStream(typed.getBytes(UTF_8)), nowhere, nowhere);
    }
}
