package org.sockrates.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.ReadyWait;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Waiting;

/** Hands over what a first write left: more as the peer makes room, as long as the socket may wait. */
record Sending(SocketChannel stream, ReadyWait writes, Waiting waiting) {
    /** What is left after a first write took {@code already} bytes; the answer counts those too. */
    long rest(ByteBuffer[] messages, int offset, int length, long already) throws IOException {
        writes.begin();
        long deadline = writes.deadlineNanos(waiting);
        long sentBytes = already;
        while (messages[offset + length - 1].hasRemaining()) {
            try {
                writes.await(Call.SEND, stream, SelectionKey.OP_WRITE, waiting, deadline);
            } catch (SocketCallException ended) {
                if (sentBytes > 0 && ended.errno() != Errno.EBADF) {
                    return sentBytes;
                }
                throw ended;
            }
            sentBytes += stream.write(messages, offset, length);
        }
        return sentBytes;
    }
}
