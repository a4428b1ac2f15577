package org.sockrates.transport.service;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Service;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;

/**
 * Echoes in capitals, but stays silent with a stated probability, each message by itself: the classic exercise. The
 * loss is the server's whim, not the network's.
 */
public final class PingerService implements Service {
    private final double silence;
    private final SplitMix64 random;

    /** @param silence probability of no answer, 0 to 1 */
    public PingerService(double silence, long seed) {
        if (!(silence >= 0 && silence <= 1)) {
            throw new UsageException("pinger", Double.toString(silence), "a probability from 0 to 1");
        }
        this.silence = silence;
        this.random = new SplitMix64(seed);
    }

    @Override
    public String name() {
        return "pinger";
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer message) {
        if (random.nextDouble() < silence) {
            return null;
        }
        for (int i = message.position(); i < message.limit(); i++) {
            byte letter = message.get(i);
            if (letter >= 'a' && letter <= 'z') {
                message.put(i, (byte) (letter - 'a' + 'A'));
            }
        }
        return message;
    }
}
