package org.sockrates.capture.packet;

import java.util.List;
import java.util.StringJoiner;

/** The flags of a TCP header (RFC 9293 §3.1, RFC 9768 §3.1), as bits and as tcpdump writes them. */
public final class TcpFlags {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;
    public static final int AE = 0x100;

    static final int ALL = 0x1ff;

    private static final String LETTERS = "FSRP.UEWe";
    private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE");

    private TcpFlags() {}

    /** {@code S}, {@code S.}, {@code P.}, {@code F.}; {@code none} where none is set. */
    public static String text(int flags) {
        StringBuilder text = new StringBuilder(LETTERS.length());
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if ((flags & 1 << bit) != 0) {
                text.append(LETTERS.charAt(bit));
            }
        }
        return text.isEmpty() ? "none" : text.toString();
    }

    /** To be heard: {@code SYN}, {@code SYN ACK}; {@code no flags} where none is set. */
    public static String words(int flags) {
        StringJoiner words = new StringJoiner(" ").setEmptyValue("no flags");
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if ((flags & 1 << bit) != 0) {
                words.add(NAMES.get(bit));
            }
        }
        return words.toString();
    }

    /** What tcpdump's letter means: {@code ACK} for the dot. */
    public static String name(char letter) {
        return NAMES.get(LETTERS.indexOf(letter));
    }
}
