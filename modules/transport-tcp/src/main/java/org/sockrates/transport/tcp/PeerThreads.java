package org.sockrates.transport.tcp;

import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.UsageException;

/** Where the threads of {@link ThreadedLoop} come from. */
final class PeerThreads {
    private PeerThreads() {}

    static ThreadFactory platform() {
        return work -> {
            Thread thread = new Thread(null, work, "tcp-peer", 256 * 1024);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Virtual threads (JEP 444) came with Java 21; this code is compiled for 17, so it asks by name. */
    static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException absent) {
            throw new UsageException(
                    "style",
                    "virtual",
                    "threads: Java " + Runtime.version().feature() + " has no virtual threads, 21 has");
        }
    }
}
