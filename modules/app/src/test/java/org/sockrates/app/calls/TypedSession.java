package org.sockrates.app.calls;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.udp.UdpTransport;

/** The shell itself, in a thread of its own: a line is typed, and what it has shown is there once it asks for the next. */
final class TypedSession implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Keyboard keyboard = new Keyboard();
    private final Task<Integer> program;

    TypedSession() throws Exception {
        Kit kit = new Kit(
                List.of(new TcpTransport(), new UdpTransport()),
                List.of(),
                Map.of(),
                Path.of(""),
                Clock.systemUTC(),
                false);
        Program shell = new Program(kit, new Streams(keyboard, printing(out), printing(err)));
        program = Task.start(() -> shell.run(new String[0]));
        keyboard.meet();
    }

    private static PrintStream printing(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /** Types a line whose reply is for a program; empty where it was not understood. */
    List<Object> type(String line) throws Exception {
        out.reset();
        err.reset();
        keyboard.line = (line + " --json\n").getBytes(StandardCharsets.UTF_8);
        keyboard.meet();
        keyboard.meet();
        List<Object> documents = new ArrayList<>();
        for (String document : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            documents.add(JSON.std.anyFrom(document));
        }
        return documents;
    }

    /** What it said beside the reply to the last line. */
    String aside() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws Exception {
        keyboard.line = new byte[0];
        keyboard.meet();
        program.result();
    }

    /** Whoever reads it meets whoever types, before a line and behind it; an empty one is the end. */
    private static final class Keyboard extends InputStream {
        private final CyclicBarrier both = new CyclicBarrier(2);
        private byte[] line = new byte[0];

        void meet() throws Exception {
            both.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public int read() {
            throw new AssertionError("lines are read whole");
        }

        @Override
        public int read(byte[] into, int at, int room) throws IOException {
            try {
                meet();
                meet();
            } catch (Exception alone) {
                throw new IOException("nobody types", alone);
            }
            System.arraycopy(line, 0, into, at, line.length);
            return line.length == 0 ? -1 : line.length;
        }
    }
}
