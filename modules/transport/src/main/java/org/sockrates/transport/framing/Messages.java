package org.sockrates.transport.framing;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;

/**
 * A connected socket, seen as something that carries whole messages: a frame each where the transport is a stream, a
 * datagram each where it keeps boundaries by itself. It adds no reliability, and does not own the socket: whoever opened
 * it closes it. As the socket itself, for one sending and one receiving thread at a time.
 */
public final class Messages {
    /** What {@link #receive} answers when the peer will send nothing more. */
    public static final int END = TransportSocket.END_OF_STREAM;

    private final TransportSocket socket;
    private final boolean framed;
    private final Framing framing;
    private final FrameReader reader;
    private final ByteBuffer head;
    private final ByteBuffer tail;
    private final ByteBuffer[] frame;
    private boolean cut;

    /** @param framing how a stream is marked; a transport that keeps boundaries needs no marks and gets none */
    public Messages(TransportSocket socket, Framing framing) {
        this.socket = socket;
        this.framed = !socket.transport().traits().keepsBoundaries();
        this.framing = framing;
        this.reader = new FrameReader(framed ? framing : new LengthPrefix(0));
        this.head = ByteBuffer.allocateDirect(framing.headBytes());
        this.tail = ByteBuffer.allocateDirect(framing.tailBytes());
        this.frame = new ByteBuffer[] {head, head, tail};
    }

    /** With a {@link LengthPrefix} on a stream. */
    public Messages(TransportSocket socket) {
        this(socket, LengthPrefix.USUAL);
    }

    /**
     * Sends one message, whole; waits as the socket is told to wait, once for each part a stream takes.
     *
     * @param message read from its position to its limit
     * @throws SocketCallException as {@link TransportSocket#send}; when a stream took only a part, the message says how
     *     much, and nothing more can be sent on it
     * @throws org.sockrates.transport.UsageException when the framing cannot carry it
     */
    public void send(ByteBuffer message) throws IOException {
        if (!framed) {
            socket.send(message);
            return;
        }
        if (cut) {
            throw new SocketCallException(Call.SEND, Errno.EPIPE, "an earlier frame was cut; open a new connection");
        }
        framing.mark(message, head.clear(), tail.clear());
        head.flip();
        tail.flip();
        sendFrame(message);
    }

    private void sendFrame(ByteBuffer message) throws IOException {
        long size = (long) head.remaining() + message.remaining() + tail.remaining();
        long sentBytes = 0;
        frame[1] = message;
        try {
            while (sentBytes < size) {
                sentBytes += socket.send(frame, 0, frame.length);
            }
        } catch (SocketCallException failure) {
            cut = sentBytes > 0;
            throw cut ? failure.partly(sentBytes, size, "bytes of the frame handed to the kernel") : failure;
        } finally {
            frame[1] = head;
        }
    }

    /**
     * Receives one message, whole. A failure, also {@link Errno#EAGAIN} in the middle of a frame, loses nothing: the next
     * call goes on where this one stopped.
     *
     * @param into filled from its position on; what does not fit is lost, see {@link #truncatedBytes()}
     * @return its bytes, 0 for an empty message, or {@link #END}
     * @throws FrameException when a stream carries something else, or ended inside a frame
     */
    public int receive(ByteBuffer into) throws IOException {
        if (!framed) {
            return socket.receive(into);
        }
        int bytes = reader.next(into);
        while (bytes == FrameReader.NOT_YET) {
            if (socket.receive(reader.room()) == TransportSocket.END_OF_STREAM) {
                reader.end();
                return END;
            }
            bytes = reader.next(into);
        }
        return bytes;
    }

    /** How many bytes of the last message did not fit and are lost. */
    public int truncatedBytes() {
        return framed ? reader.truncatedBytes() : socket.truncatedBytes();
    }
}
