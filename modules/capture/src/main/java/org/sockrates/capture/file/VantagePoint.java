package org.sockrates.capture.file;

import org.sockrates.transport.UsageException;

/**
 * A place where packets are seen: an interface, in a capture file's words.
 *
 * @param section of the file that it was described in, counted from 0: one capture, where several are behind one another
 * @param name one word: {@code sent}
 * @param description one line: {@code before the link}; empty where there is nothing to say
 */
public record VantagePoint(int section, String name, String description) {
    /** Where packets leave, before a link decides about them. */
    public static final VantagePoint SENT = new VantagePoint("sent", "before the link");

    /** Where packets arrive, behind the link. */
    public static final VantagePoint ARRIVED = new VantagePoint("arrived", "behind the link");

    private static final int LONGEST = 200;

    public VantagePoint {
        if (name.length() > LONGEST || description.length() > LONGEST) {
            throw new UsageException("capture: interface", name + " " + description, LONGEST + " characters at most");
        }
    }

    /** One of a file's first section. */
    public VantagePoint(String name, String description) {
        this(0, name, description);
    }
}
