package org.sockrates.capture.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Whether somebody still waits for what a capture tells: to read a large one and to draw it takes long, and who does so asks
 * with each packet and each conversation. It ends nothing by itself.
 */
public final class Patience {
    /** That of somebody who waits for all of it. */
    public static final Patience ENDLESS = new Patience(() -> false);

    private final BooleanSupplier over;

    private Patience(BooleanSupplier over) {
        this.over = over;
    }

    /**
     * That of somebody who may go.
     *
     * @param over whether nobody waits any more; asked again and again, by whoever is at work
     */
    public static Patience until(BooleanSupplier over) {
        return new Patience(over);
    }

    /**
     * Whether to go on.
     *
     * @throws CancellationException when nobody waits any more
     */
    public void ask() {
        if (over.getAsBoolean()) {
            throw new CancellationException("capture: ended before all was read and shown");
        }
    }

    /** The same stream, which asks whenever some of it is read. */
    public InputStream asking(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                ask();
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                ask();
                return super.read(into, from, most);
            }
        };
    }
}
