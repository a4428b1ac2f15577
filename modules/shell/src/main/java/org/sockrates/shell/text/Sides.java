package org.sockrates.shell.text;

import org.sockrates.capture.ladder.Side;
import org.sockrates.link.rule.Way;

/** Where the ends of a conversation are drawn: the client left, the server right. */
public final class Sides {
    private Sides() {}

    /** Whence a packet comes that goes this way. */
    public static Side from(Way way) {
        return way == Way.UPSTREAM ? Side.LEFT : Side.RIGHT;
    }
}
