package org.sockrates.transport;

/**
 * What a transport promises. What differs between TCP and UDP is written down here and nowhere else: code that must
 * know asks a trait, never a name.
 *
 * @param connectionOriented a peer is agreed on before the first message; there is listen, accept and an end of stream
 * @param keepsBoundaries one send is one receive; without it bytes form a stream
 * @param reliable what was sent arrives, or an error says that it did not
 * @param ordered what arrives, arrives in the order it was sent
 * @param flowControlled a slow reader slows the sender; without it the reader's surplus is dropped
 * @param largestMessageBytes the longest message one send takes; {@link Integer#MAX_VALUE} where there is no limit
 * @param groupSend one send may reach many receivers (multicast, broadcast)
 * @param inDatagrams what it sends travels in UDP datagrams, each of which a hop in user space may lose or hold up
 */
public record Traits(
        boolean connectionOriented,
        boolean keepsBoundaries,
        boolean reliable,
        boolean ordered,
        boolean flowControlled,
        int largestMessageBytes,
        boolean groupSend,
        boolean inDatagrams) {
    /** Whether it makes in user space, over datagrams, what the system has in TCP. */
    public boolean builtOnDatagrams() {
        return connectionOriented && inDatagrams;
    }
}
