package org.sockrates.transport;

/**
 * What a server has done so far.
 *
 * @param openSockets sockets it holds now: one for a datagram server, one and one a peer for a stream server
 * @param peers peers accepted (stream) or different senders seen (datagram)
 * @param morePeers whether there may have been more senders than these: so many wrote that some are forgotten, and who is
 *     not remembered may be one of them
 * @param messages received: reads of a stream, datagrams
 * @param receivedBytes payload bytes received
 * @param sentBytes payload bytes handed to the system
 */
public record ServerCounts(
        int openSockets, long peers, boolean morePeers, long messages, long receivedBytes, long sentBytes) {}
