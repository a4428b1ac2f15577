package org.sockrates.capture.file;

/** Numbers of the pcapng format (draft-ietf-opsawg-pcapng) that its writer and its reader share. */
final class Pcapng {
    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int INTERFACE_STATISTICS = 5;
    static final int ENHANCED_PACKET = 6;
    static final int BYTE_ORDER = 0x1a2b3c4d;

    static final int OPTION_END = 0;
    static final int OPTION_COMMENT = 1;
    static final int SECTION_PROGRAM = 4;
    static final int INTERFACE_NAME = 2;
    static final int INTERFACE_ABOUT = 3;
    static final int INTERFACE_RESOLUTION = 9;
    static final int INTERFACE_OFFSET = 14;
    static final int STATISTICS_RECEIVED = 4;
    static final int STATISTICS_DROPPED = 5;

    /** A block's type and its length twice. */
    static final int BLOCK_FRAME = 12;

    private Pcapng() {}

    /** A length rounded up to a multiple of four. */
    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
