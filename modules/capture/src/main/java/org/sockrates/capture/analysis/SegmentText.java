package org.sockrates.capture.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpFlags;
import org.sockrates.capture.packet.TcpOptions;
import org.sockrates.capture.packet.TcpOptions.SackBlock;

/** What a segment says, in tcpdump's words, and shorter. */
public final class SegmentText {
    private SegmentText() {}

    /** {@code Flags [P.], seq 1:21, ack 1, win 512, length 20}. */
    static String full(Analysed analysed) {
        return full(analysed.segment(), analysed.sequence(), analysed.acknowledgment(), analysed.sackBlocks());
    }

    /** The same, with the numbers of the header. */
    static String raw(Segment segment) {
        return full(
                segment,
                segment.sequence(),
                segment.acknowledgment(),
                segment.options().sackBlocks());
    }

    private static String full(Segment segment, long sequence, long ack, List<SackBlock> sack) {
        StringJoiner text = new StringJoiner(", ");
        text.add("Flags [" + TcpFlags.text(segment.flags()) + "]");
        if (segment.payloadBytes() > 0) {
            text.add("seq " + sequence + ":" + (sequence + segment.payloadBytes()));
        } else if (segment.has(TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)) {
            text.add("seq " + sequence);
        }
        if (segment.has(TcpFlags.ACK)) {
            text.add("ack " + ack);
        }
        text.add("win " + segment.window());
        if (segment.has(TcpFlags.URG)) {
            text.add("urg " + segment.urgentPointer());
        }
        String options = options(segment.options(), sack);
        if (!options.isEmpty()) {
            text.add("options [" + options + "]");
        }
        return text.add("length " + segment.payloadBytes()).toString();
    }

    private static String options(TcpOptions options, List<SackBlock> sack) {
        List<String> words = new ArrayList<>();
        options.mss().ifPresent(bytes -> words.add("mss " + bytes));
        if (options.sackPermitted()) {
            words.add("sackOK");
        }
        options.timestamps().ifPresent(clock -> words.add("TS val " + clock.value() + " ecr " + clock.echo()));
        options.windowScale().ifPresent(bits -> words.add("wscale " + bits));
        options.others().forEach(other -> words.add(other.text()));
        if (!sack.isEmpty()) {
            words.add("sack " + sack.size() + " {" + blocks(sack, "}{") + "}");
        }
        return String.join(",", words);
    }

    /**
     * Short enough for an arrow: {@code P. 1:21(20) ack 1}, {@code S 0}, {@code . ack 21 sack 41:61}, {@code . ack 21 win 0};
     * a window only where it is 0.
     */
    public static String brief(Analysed analysed) {
        StringBuilder text = new StringBuilder(flagsAndNumbers(analysed));
        if (analysed.segment().has(TcpFlags.ACK)) {
            text.append(" ack ").append(analysed.acknowledgment());
        }
        if (!analysed.sackBlocks().isEmpty()) {
            text.append(" sack ").append(blocks(analysed.sackBlocks(), ","));
        }
        return text.append(closed(analysed)).toString();
    }

    /** The same to be heard: {@code PSH ACK, bytes 1-20, ack 1}, {@code SYN, seq 0}, {@code ACK, ack 21, sack 41-60}. */
    public static String words(Analysed analysed) {
        StringJoiner words = new StringJoiner(", ");
        words.add(TcpFlags.words(analysed.segment().flags()));
        int bytes = analysed.segment().payloadBytes();
        if (bytes > 0) {
            words.add((bytes == 1 ? "byte " : "bytes ") + range(analysed.sequence(), analysed.sequence() + bytes));
        } else if (isNumbered(analysed)) {
            words.add("seq " + analysed.sequence());
        }
        if (analysed.segment().has(TcpFlags.ACK)) {
            words.add("ack " + analysed.acknowledgment());
        }
        analysed.sackBlocks().forEach(block -> words.add("sack " + range(block.left(), block.right())));
        if (!closed(analysed).isEmpty()) {
            words.add("window 0");
        }
        return words.toString();
    }

    /** Of what tcpdump has with the first number behind it, all that is in it. */
    private static String range(long begin, long behind) {
        return behind - begin == 1 ? Long.toString(begin) : begin + "-" + (behind - 1);
    }

    /** Shorter still: of a segment with data, SYN or FIN without its acknowledgement. */
    public static String briefest(Analysed analysed) {
        boolean bare = analysed.segment().sequenceLength() == 0;
        String ack = bare && analysed.segment().has(TcpFlags.ACK) ? " ack " + analysed.acknowledgment() : "";
        return flagsAndNumbers(analysed) + ack + closed(analysed);
    }

    /** The numbers alone: {@code 1:21}, {@code ack 21}. */
    public static String numbers(Analysed analysed) {
        long begin = analysed.sequence();
        int bytes = analysed.segment().payloadBytes();
        if (bytes > 0) {
            return begin + ":" + (begin + bytes);
        }
        boolean bare =
                analysed.segment().sequenceLength() == 0 && analysed.segment().has(TcpFlags.ACK);
        return bare
                ? "ack " + analysed.acknowledgment()
                : TcpFlags.text(analysed.segment().flags()) + " " + begin;
    }

    private static String flagsAndNumbers(Analysed analysed) {
        Segment segment = analysed.segment();
        String flags = TcpFlags.text(segment.flags());
        int bytes = segment.payloadBytes();
        if (bytes > 0) {
            long begin = analysed.sequence();
            return flags + " " + begin + ":" + (begin + bytes) + "(" + bytes + ")";
        }
        return isNumbered(analysed) ? flags + " " + analysed.sequence() : flags;
    }

    private static boolean isNumbered(Analysed analysed) {
        return analysed.segment().has(TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST) || analysed.is(Label.KEEP_ALIVE);
    }

    private static String closed(Analysed analysed) {
        return analysed.segment().window() == 0 && !analysed.segment().has(TcpFlags.RST) ? " win 0" : "";
    }

    private static String blocks(List<SackBlock> sack, String between) {
        StringJoiner text = new StringJoiner(between);
        sack.forEach(block -> text.add(block.left() + ":" + block.right()));
        return text.toString();
    }
}
