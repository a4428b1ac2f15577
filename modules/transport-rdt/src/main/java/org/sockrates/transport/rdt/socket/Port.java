package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;

/**
 * One UDP port, of this machine or of a simulated one. What comes is told to whoever is {@link Above}, by any thread, but
 * by one at a time: with the port's own monitor held. Every method may be called by any thread.
 */
public interface Port {
    /** Who is told what comes through a port; always with its monitor held. */
    interface Above {
        /**
         * A datagram came.
         *
         * @param packet its remaining bytes; used before this returns
         */
        void arrived(ByteBuffer packet, InetSocketAddress from, long nowNanos);

        /**
         * The system was told that nothing comes to the port that this one is connected to.
         *
         * @param why {@link Errno#ECONNREFUSED}: nobody is there
         */
        void unreachable(Errno why);

        /** The time of {@link Port#wakeAt} has come. */
        void due(long nowNanos);
    }

    void bind(InetSocketAddress local) throws IOException;

    /** The address it is bound to, or null. */
    @Nullable
    InetSocketAddress local();

    /**
     * From now on only this one's packets come, and the system may tell that nobody is there, or no way.
     *
     * @return who that is: the system may take another address for one that is none of a machine's, as 0.0.0.0
     */
    InetSocketAddress connect(InetSocketAddress remote) throws IOException;

    /** Anybody's packets come again. */
    void disconnect() throws IOException;

    /** Sends a datagram; one that cannot be sent is lost. */
    void send(ByteBuffer packet, InetSocketAddress to);

    /** When {@link Above#due} is to be called; a later time than before may come a little early. */
    void wakeAt(long nanos);

    /** Takes in what has come already, in the caller's thread. */
    void poll();

    /** The options of the datagrams' socket, by their real names. */
    Map<String, String> options();

    void option(String name, String value) throws IOException;

    boolean isOpen();

    void close();

    /** Waits, for a moment, until the system has the port of a closed one back; never with the monitor held. */
    void awaitClosed();
}
