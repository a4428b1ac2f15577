package org.sockrates.capture.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Whether somebody still waits for what packets tell: to read many of them and to draw them takes long, and who does so asks
 * with each packet and each conversation. It ends nothing by itself.
 */
public final class Patience {
    /** That of somebody who waits for all of it. */
    public static final Patience ENDLESS = new Patience("", () -> false);

    private final String where;
    private final BooleanSupplier over;

    private Patience(String where, BooleanSupplier over) {
        this.where = where;
        this.over = over;
    }

    /**
     * That of somebody who may go.
     *
     * @param where what somebody typed, for the message
     * @param over whether nobody waits any more; asked again and again, by whoever is at work
     */
    public static Patience until(String where, BooleanSupplier over) {
        return new Patience(where, over);
    }

    /**
     * Whether to go on.
     *
     * @throws CancellationException when nobody waits any more
     */
    public void ask() {
        if (over.getAsBoolean()) {
            throw new CancellationException(where + ": ended before all was read and shown");
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
