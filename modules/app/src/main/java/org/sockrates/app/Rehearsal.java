package org.sockrates.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;

/**
 * Does once what people do most, so that a JVM can note which classes that takes. Started by the launcher to make its
 * class archive; not a test, and nothing of it is ever shown.
 */
final class Rehearsal {
    private static final String STREAM = """
            use tcp
            socket --as door
            bind door localhost PORT
            listen door
            socket --as alice
            connect alice localhost PORT
            accept door --as bob
            send alice "hello"
            recv bob
            status
            close *
            nonsense
            """;

    private static final String DATAGRAM = """
            use udp
            socket --as bob
            bind bob localhost PORT
            listen bob
            socket --as alice
            sendto alice localhost PORT "hello"
            recvfrom bob
            status
            close *
            """;

    private static final String ROLES = """
            server tcp PORT --reply hello &
            client tcp localhost PORT hi
            stop *
            """;

    private static final String LAB = """
            ---
            schema: sockrates/lab/1
            title: a rehearsal
            transport: tcp
            ---
            tcp> socket --as door
            socket(AF_INET, SOCK_STREAM, 0) = 3 (door)
            tcp> bind door localhost 0
            bind(3, 127.0.0.1:0) = 0
              the system chose port {port}
            tcp> listen door
            ...
            tcp> socket --as alice
            tcp> connect alice localhost {port}
            connect(4, 127.0.0.1:{port}) = 0
            tcp> status --json
            ...
            """;

    private Rehearsal() {}

    public static void main(String[] words) throws IOException {
        play("help");
        script(STREAM);
        script(DATAGRAM);
        script(ROLES);
        script(ROLES.replace("tcp", "udp"));
        lab();
        play("compare", "setup", "--quick");
        edit();
        Main.main(new String[] {"status"}); // last, since it ends the process
    }

    /** The line editor, on whatever standard input and output are here. */
    private static void edit() {
        new Program(Main.kit(true), new Streams(System.in, System.out, System.err)).run(new String[0]);
    }

    private static void lab() throws IOException {
        Path file = Files.createTempFile("rehearsal", ".lab");
        try {
            play("run", Files.writeString(file, LAB).toString());
        } finally {
            Files.delete(file);
        }
    }

    private static void play(String... words) {
        new Program(Main.kit(false), streams("")).run(words);
    }

    private static void script(String lines) throws IOException {
        new Program(Main.kit(false), streams(lines.replace("PORT", freePort()))).run(new String[0]);
    }

    private static Streams streams(String typed) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return new Streams(new ByteArrayInputStream(typed.getBytes(UTF_8)), nowhere, nowhere);
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(free.getLocalPort());
        }
    }
}
