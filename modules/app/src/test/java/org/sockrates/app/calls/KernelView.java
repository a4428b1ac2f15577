package org.sockrates.app.calls;

import java.io.IOException;
import java.util.List;
import org.sockrates.transport.testkit.Child;

/** The kernel's own table of sockets, asked by another process and another way than the shell asks. */
final class KernelView implements AutoCloseable {
    private final Child python = PythonCalls.start("kernel.py");

    KernelView() throws IOException {}

    /**
     * One socket.
     *
     * @param own whether this process has it
     * @param inUse whether any has
     * @param peer a dash where it has none
     */
    record Row(boolean own, boolean inUse, String protocol, String state, String queues, String local, String peer) {
        static Row of(String text) {
            String[] words = text.split(" ");
            return new Row(
                    words[0].equals("own"),
                    !words[0].equals("nobody"),
                    words[1],
                    words[2],
                    words[3] + " " + words[4],
                    words[5],
                    words[6]);
        }

        /** As a status tells it. */
        String told() {
            return String.join(" ", protocol, state, queues, local, peer);
        }
    }

    /** This process's sockets, and those of all at the ports of a run. */
    List<Row> rows(int firstPort) throws Exception {
        python.say(ProcessHandle.current().pid() + " " + firstPort + " " + (firstPort + Calls.PORTS - 1));
        String line = python.line();
        return line.isEmpty()
                ? List.of()
                : List.of(line.split("; ")).stream().map(Row::of).toList();
    }

    @Override
    public void close() throws Exception {
        python.close();
    }
}
