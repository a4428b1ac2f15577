package org.sockrates.transport.rdt.socket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/** Makes conversations over one of the three protocols. */
public final class RdtMachine implements Machine {
    /** Packets that may be outstanding: with less than a socket's usual receive buffer, none is lost for want of room. */
    public static final int WINDOW = 64;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long GRANULARITY_NANOS = Duration.ofMillis(1).toNanos();
    private static final long OPENING_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long SILENCE_NANOS = Duration.ofSeconds(100).toNanos();
    /** On one machine, or through a relay on it. */
    private static final long NEAR_FIRST_NANOS = Duration.ofMillis(200).toNanos();

    private static final long NEAR_LEAST_NANOS = Duration.ofMillis(10).toNanos();
    /** Backed off to a minute, the silence a connection survives would be a dozen losses: at 30 % each way, bad luck only. */
    private static final long NEAR_MOST_NANOS = Duration.ofSeconds(4).toNanos();

    /** RFC 8085 §3.1.1. */
    private static final long FAR_FIRST_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long FAR_LEAST_NANOS = Duration.ofMillis(200).toNanos();
    /** RFC 6298 §2.5. */
    private static final long FAR_MOST_NANOS = Duration.ofSeconds(60).toNanos();

    private final Protocol protocol;
    private final IntSupplier numbers;

    /** @param numbers for connections: not to be guessed where the line is not one's own */
    public RdtMachine(Protocol protocol, IntSupplier numbers) {
        this.protocol = protocol;
        this.numbers = numbers;
    }

    @Override
    public int connection(ByteBuffer packet) {
        return Conversation.claimedConnection(packet);
    }

    @Override
    public boolean opens(ByteBuffer packet) {
        return Conversation.opens(packet);
    }

    @Override
    public Optional<ByteBuffer> refusal(ByteBuffer packet) {
        return Conversation.refusal(packet);
    }

    @Override
    public boolean drawsNumbers() {
        return true;
    }

    @Override
    public int newConnection() {
        return numbers.getAsInt();
    }

    @Override
    public Connection end(int connection, boolean farAway, Line line) {
        RetransmissionTimeout timeout = farAway
                ? new AdaptiveTimeout(FAR_FIRST_NANOS, FAR_LEAST_NANOS, FAR_MOST_NANOS, GRANULARITY_NANOS)
                : new AdaptiveTimeout(NEAR_FIRST_NANOS, NEAR_LEAST_NANOS, NEAR_MOST_NANOS, GRANULARITY_NANOS);
        return new Conversation(
                new ConversationSettings(
                        protocol, connection, WINDOW, BUFFER_BYTES, timeout, OPENING_NANOS, SILENCE_NANOS),
                line);
    }
}
