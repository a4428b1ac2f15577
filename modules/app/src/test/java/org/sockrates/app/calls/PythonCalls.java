package org.sockrates.app.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sockrates.transport.testkit.Child;

/** Calls as Python's {@code socket} makes them, which passes the kernel's own answers on; in a process of its own. */
final class PythonCalls implements Calls {
    private final Child python = start("calls.py");

    PythonCalls() throws IOException {}

    /** Where there is no Python the test is skipped. */
    static Child start(String name) throws IOException {
        try (InputStream script = PythonCalls.class.getResourceAsStream(name)) {
            byte[] text = Objects.requireNonNull(script).readAllBytes();
            return Child.pythonText(new String(text, StandardCharsets.UTF_8));
        }
    }

    /**
     * Closes all sockets and looks for ports that nobody has, for two.
     *
     * @param from where to begin
     * @return the first
     */
    int look(int from) throws Exception {
        return Integer.parseInt(make("look " + from));
    }

    @Override
    public void begin(int port) throws Exception {
        make("begin " + port);
    }

    /** Waits until what was sent over loopback has come, from whatever process. */
    void settle() throws Exception {
        make("settle");
    }

    @Override
    public String make(String call) throws Exception {
        python.say(call);
        return python.line();
    }

    @Override
    public void close() throws Exception {
        python.close();
    }
}
