package org.sockrates.shell.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sockrates.capture.packet.TcpFlags;

/** What the flags of a segment say, as a ladder and tcpdump write them: {@code S.}, in brackets or not. */
final class FlagsPage {
    private static final Pattern WRITTEN = Pattern.compile("\\[?([FSRP.UEWe]{1,9})]?");

    private FlagsPage() {}

    /** Empty for what is none, or has one twice; other small letters are none. */
    static Optional<List<String>> of(String typed) {
        var written = WRITTEN.matcher(typed);
        if (!written.matches()) {
            return Optional.empty();
        }
        String flags = written.group(1);
        if (flags.chars().distinct().count() < flags.length()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        flags.chars().forEach(letter -> names.add(TcpFlags.name((char) letter)));
        return Optional.of(List.of(
                "[" + flags + "]: " + String.join(" and ", names) + said(flags),
                "So tcpdump writes the flags of a segment, a ladder without the brackets; the dot is ACK (RFC 9293 §3.1). More:"
                        + "  explain "
                        + String.join(" ,  explain ", names) + " ."));
    }

    private static String said(String flags) {
        return switch (flags) {
            case "S" -> ", the first segment of a handshake: a client asks";
            case "S." -> ", the second segment of a handshake: the server agrees";
            case "." -> ", an acknowledgement; where it carries bytes, mostly more of the same send follow";
            case "P." -> ", with bytes: the last of a send, or of a piece of a long one";
            case "F." -> ": its sender has nothing more to say";
            case "FP." -> ", with bytes: its sender has nothing more to say";
            case "R" -> ", the answer to a segment with an ACK that belongs to no connection here";
            case "R." -> ", a refusal where it answers a SYN; else it throws the connection away";
            case "SEW" -> ", the first segment of a handshake: a client asks, and knows ECN";
            case "SEWe" -> ", the first segment of a handshake: a client asks, and knows accurate ECN";
            case "S.E" -> ", the second segment of a handshake: the server agrees, and knows ECN";
            default -> "";
        };
    }
}
