package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of two labs in a folder, for tests: one that holds and one that does not. */
final class Course {
    static final String DOOR = """
            ---
            schema: sockrates/lab/1
            title: a door
            question: What does it take to open a door that is so wide that its question does not fit into one line?
            transport: udp
            remember: A door is a socket.
            source: socket(2)
            ---
            # A door first.
            udp> socket --as door
            socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)
            # predict: Which port does door get?
            #   [ ] 0, as it was typed
            #   [x] one the system chooses
            # because: port 0 means any
            # hint: look at the second line
            # hint: it is not 0
            udp> bind door 0
            bind(3, 127.0.0.1:0) = 0
              the system chose port {port}
            udp> sendto door {port} hello
            sendto(3, "hello", 5, 0, 127.0.0.1:{port}) = 5
            """;

    static final String BROKEN = """
            ---
            schema: sockrates/lab/1
            title: what does not hold
            ---
            tcp> socket
            socket(AF_INET, SOCK_STREAM, 0) = {n:int}
            tcp> bind localhost 0
            bind({n}, 127.0.0.1:{port}) = 1
              the system chose port {port}
            tcp> listen
            listen({n}, 5) = 0
            """;

    private final Path labs;

    Course(Path folder) throws IOException {
        labs = Files.createDirectories(folder.resolve("scripts/labs"));
        add("01-a-door.lab", DOOR);
        add("02-broken.lab", BROKEN);
    }

    /** Puts a further file beside them. */
    void add(String name, String text) throws IOException {
        Files.writeString(labs.resolve(name), text);
    }

    Path folder() {
        return labs;
    }
}
