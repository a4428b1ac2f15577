package org.sockrates.capture.file;

import java.nio.ByteBuffer;

/**
 * An interface description block, read.
 *
 * @param snapBytes at most so many bytes of a packet were kept; 0 for no limit
 */
record PcapngInterface(int linkType, int snapBytes, TimeUnits units, VantagePoint point) {
    private static final int LONGEST_NAME = 100;

    /** The resolution where an interface does not say. */
    private static final int MICROSECONDS = 6;

    /** Its fixed part, in bytes. */
    static final int FIXED = 8;

    /** @param body of {@link #FIXED} bytes at least */
    static PcapngInterface of(int section, ByteBuffer body) {
        int linkType = body.getShort(0) & 0xffff;
        int snap = body.getInt(4);
        int resolution = MICROSECONDS;
        long offsetSeconds = 0;
        String name = "";
        String about = "";
        PcapngOptions options = new PcapngOptions(body.position(FIXED));
        while (options.advance()) {
            switch (options.code()) {
                case Pcapng.INTERFACE_NAME -> name = shortened(options.text());
                case Pcapng.INTERFACE_ABOUT -> about = shortened(options.text());
                case Pcapng.INTERFACE_RESOLUTION -> resolution = (int) options.number(1, MICROSECONDS);
                case Pcapng.INTERFACE_OFFSET -> offsetSeconds = options.number(8, 0);
                default -> {}
            }
        }
        TimeUnits units = new TimeUnits(resolution, offsetSeconds);
        return new PcapngInterface(linkType, snap, units, new VantagePoint(section, name, about));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
