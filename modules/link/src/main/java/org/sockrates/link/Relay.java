package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A hop in user space between any client and one server, with a link in each way: {@link UdpRelay} for datagrams,
 * {@link TcpRelay} for streams. It runs in one thread of its own from the moment it is made. Not a proxy: it has no opinion
 * of what passes. Every method may be called by any thread.
 */
public sealed interface Relay extends AutoCloseable permits TcpRelay, UdpRelay {
    /** The transport whose traffic it relays: {@code tcp} or {@code udp}. */
    String transport();

    /** Where clients connect to or send to. */
    InetSocketAddress listen();

    /** The server behind it. */
    InetSocketAddress target();

    /** The link in use. */
    LinkSpec link();

    /**
     * Changes the link; what is under way keeps its time. Packets are numbered from 1 again.
     *
     * @throws org.sockrates.transport.UsageException when this relay cannot do it
     */
    void use(LinkSpec link);

    /** Holds everything back: what arrives is decided about, and nothing leaves before {@link #resume()}. */
    void pause();

    /** Lets go on what {@link #pause()} held back. */
    void resume();

    boolean paused();

    /** What has passed so far, both ways together. */
    LinkReport report();

    /** The last packets it decided about, oldest first. */
    List<PassedPacket> log();

    /** Lets somebody be told of every packet from now on. */
    void observe(PacketObserver observer);

    /** When it began, on its clock; times in its log are told from there. */
    long startNanos();

    /** Closes every socket and waits for the thread to end. May be called twice. */
    @Override
    void close() throws IOException;
}
