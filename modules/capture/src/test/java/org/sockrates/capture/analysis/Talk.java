package org.sockrates.capture.analysis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;

/**
 * A conversation written down, one segment a line: {@code +20 > P. 1:21 ack 1 win 512}. First the milliseconds since the
 * line before; {@code >} is the client's, {@code <} the server's; numbers are relative. {@code mss}, {@code wscale},
 * {@code sackOK} and {@code sack 1:21,41:61} are options; a window that is not given is the last one; a line {@code isn 7 9}
 * sets both initial numbers, {@code #} begins a comment.
 */
public final class Talk {
    private static final long MILLI = 1_000_000;

    private final boolean six;
    private final int port;
    private final List<Packet> packets = new ArrayList<>();
    private final long[] first = {1_000, 5_000};
    private final int[] windows = {512, 512};
    private long now;

    private Talk(boolean six, int port, long beginNanos) {
        this.six = six;
        this.port = port;
        this.now = beginNanos;
    }

    /** Its segments as whoever they pass judges them, numbered from 1. */
    public static List<Analysed> judged(String text) {
        return judged(packets(text));
    }

    static List<Analysed> judged(List<Packet> packets) {
        TcpAnalysis analysis = new TcpAnalysis();
        List<Analysed> judged = new ArrayList<>();
        for (Packet packet : packets) {
            judged.add(analysis.add(judged.size() + 1L, packet.timeNanos(), (Segment) Decoded.of(packet)));
        }
        return judged;
    }

    /** Its packets over IPv4, from now on. */
    public static List<Packet> packets(String text) {
        return packets(text, false, 40_122, 0);
    }

    /** The packets of a talk between a client's port and a server's port 7. */
    public static List<Packet> packets(String text, boolean six, int port, long beginNanos) {
        Talk talk = new Talk(six, port, beginNanos);
        text.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(talk::line);
        return talk.packets;
    }

    private void line(String line) {
        Iterator<String> words = Arrays.asList(line.split(" +", -1)).iterator();
        String word = words.next();
        if (word.equals("isn")) {
            first[0] = Long.parseLong(words.next());
            first[1] = Long.parseLong(words.next());
            return;
        }
        now += (long) (Double.parseDouble(word) * MILLI);
        int side = words.next().equals(">") ? 0 : 1;
        String client = six ? "fd00:77::1" : "10.77.0.1";
        String server = six ? "fd00:77::2" : "10.77.0.2";
        Crafted segment = side == 0 ? Crafted.from(client, port, server, 7) : Crafted.from(server, 7, client, port);
        segment.flags(words.next().replace("none", ""));
        String[] range = words.next().split(":", -1);
        long begin = Long.parseLong(range[0]);
        segment.sequence(first[side] + begin & 0xffff_ffffL);
        segment.payload(range.length == 1 ? 0 : (int) (Long.parseLong(range[1]) - begin));
        while (words.hasNext()) {
            option(segment, words.next(), words, side);
        }
        ByteBuffer bytes = segment.window(windows[side]).tcp();
        packets.add(Packet.whole(now, bytes, 0));
    }

    private void option(Crafted segment, String word, Iterator<String> words, int side) {
        switch (word) {
            case "ack" -> segment.acknowledgment(first[1 - side] + Long.parseLong(words.next()) & 0xffff_ffffL);
            case "win" -> windows[side] = Integer.parseInt(words.next());
            case "mss" -> segment.mss(Integer.parseInt(words.next()));
            case "wscale" -> segment.windowScale(Integer.parseInt(words.next()));
            case "sackOK" -> segment.sackPermitted();
            case "sack" ->
                segment.sack(Arrays.stream(words.next().split("[:,]", -1))
                        .mapToLong(edge -> first[1 - side] + Long.parseLong(edge) & 0xffff_ffffL)
                        .toArray());
            default -> throw new AssertionError(word);
        }
    }
}
