package org.sockrates.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sockrates.capture.packet.Packet;
import org.sockrates.transport.SafeText;

/**
 * A capture file, read: what packets it holds, up to a fault if there is one.
 *
 * @param points its interfaces
 * @param packets in the order of the file
 * @param skipped how many frames held no IP packet, and why the first did not
 * @param fault why it was read no further: one line
 */
public record Capture(List<VantagePoint> points, List<Packet> packets, Skipped skipped, Optional<String> fault) {
    /** About what a packet costs in memory besides its bytes. */
    private static final int PACKET_OVERHEAD = 200;

    /** Most memory that the packets of a file may take, about, however much there is. */
    private static final long MOST_BYTES = 40 << 20;

    /** To show them takes several times as much: a ladder of the smallest seven times. */
    private static final int SHARE = 12;

    /**
     * Frames that were passed over.
     *
     * @param because why the first was; empty where none was
     */
    public record Skipped(long frames, String because) {}

    public Capture {
        points = List.copyOf(points);
        packets = List.copyOf(packets);
    }

    /**
     * Reads a file to its end, to its first fault, or until about 40 MiB are kept, or a twelfth of the memory there is, and says
     * which.
     *
     * @param file its name, for messages
     * @throws CaptureFaultException when it is no capture file at all
     * @throws IOException when the stream fails
     */
    public static Capture read(String file, InputStream in) throws IOException {
        return read(file, in, Runtime.getRuntime().maxMemory());
    }

    /** @param memory how many bytes of it there are */
    static Capture read(String file, InputStream in, long memory) throws IOException {
        CaptureReader reader = CaptureReader.open(file, in);
        List<Packet> packets = new ArrayList<>();
        Optional<String> fault;
        try {
            fault = fill(file, reader, packets, memory);
        } catch (CaptureFaultException found) {
            fault = Optional.of(String.valueOf(found.getMessage()));
        }
        return new Capture(reader.points(), packets, reader.skipped(), fault);
    }

    /** The names of its interfaces, each once: those of one name are one place, also in several sections. */
    public List<String> places() {
        return points.stream().map(VantagePoint::name).distinct().toList();
    }

    /** Where a packet was seen. */
    public VantagePoint point(Packet packet) {
        return points.get(packet.interfaceNumber());
    }

    /** Where a packet was seen: a place's name. */
    public String place(Packet packet) {
        return point(packet).name();
    }

    /** Whether each of its sections that has any interface has these places, all of them and no others. */
    public boolean isOf(Set<String> places) {
        Map<Integer, Set<String>> sections = points.stream()
                .collect(Collectors.groupingBy(
                        VantagePoint::section, Collectors.mapping(VantagePoint::name, Collectors.toSet())));
        return !sections.isEmpty() && sections.values().stream().allMatch(places::equals);
    }

    /** Reads until the end; what it returns says why not so far. */
    private static Optional<String> fill(String file, CaptureReader reader, List<Packet> packets, long memory)
            throws IOException {
        long most = Math.min(MOST_BYTES, memory / SHARE);
        long kept = 0;
        for (Optional<Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
            Packet packet = next.get();
            kept += PACKET_OVERHEAD
                    + packet.bytes().remaining()
                    + 2L * packet.comment().length();
            if (kept > most) {
                String where = most < MOST_BYTES ? ", in " + (memory >> 20) + " MiB of memory" : "";
                return Optional.of("capture: " + SafeText.escape(file) + ": more than " + packets.size()
                        + " packets: not read (limit: " + (most >> 20) + " MiB of packets" + where
                        + "); cut it with editcap");
            }
            packets.add(packet);
        }
        return Optional.empty();
    }
}
