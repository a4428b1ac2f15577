package org.sockrates.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.capture.file.Capture.Skipped;
import org.sockrates.capture.packet.Packet;

/**
 * Reads the IP packets of a capture file one after another, whoever wrote it: pcapng or classic pcap, either byte order,
 * raw IP, Ethernet, loopback or Linux cooked. It keeps one block, of 1 MiB at most, whatever the file claims. It does not
 * close the stream. See {@link Capture} for all packets at once.
 */
sealed interface CaptureReader permits PcapReader, PcapngReader {
    /**
     * Reads the head of a file.
     *
     * @param file its name, for messages
     * @param in read in small pieces: hand over a buffered one
     * @throws CaptureFaultException when it is no capture file
     * @throws IOException when the stream fails
     */
    static CaptureReader open(String file, InputStream in) throws IOException {
        CountedInput input = new CountedInput(file, in);
        ByteBuffer head = input.exactly(4, "the first four bytes");
        int magic = head.getInt();
        if (magic == Pcapng.SECTION_HEADER) {
            return new PcapngReader(input);
        }
        Optional<PcapFormat> format = PcapFormat.of(magic);
        if (format.isPresent()) {
            return new PcapReader(input, format.get());
        }
        String hint = magic >>> 16 == 0x1f8b ? "; it is compressed, gunzip it first" : "";
        throw input.fault(
                0,
                String.format(Locale.ROOT, "begins with %08x", magic),
                "0a0d0d0a of pcapng or a1b2c3d4 of pcap" + hint);
    }

    /**
     * The next IP packet; frames without one are passed over and counted.
     *
     * @return empty at the end of the file
     * @throws CaptureFaultException where the file is not what its format says; all packets before that place were returned
     * @throws IOException when the stream fails
     */
    Optional<Packet> next() throws IOException;

    /** The interfaces met so far; {@link Packet#interfaceNumber()} counts in this list. */
    List<VantagePoint> points();

    /** The frames met so far that held no IP packet. */
    Skipped skipped();
}
