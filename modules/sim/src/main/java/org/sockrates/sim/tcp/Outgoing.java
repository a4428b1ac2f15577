package org.sockrates.sim.tcp;

import org.sockrates.transport.rdt.Line;

/** Puts segments on the line, each with what is to be said about the other way. */
final class Outgoing {
    private final Line line;
    private final Receiver receiver;
    private final Acknowledgements acknowledgements;
    private final SegmentWriter writer;
    private final int segmentBytes;
    private TcpPair pair;
    private boolean heard;
    private boolean scaling = true;

    Outgoing(ModelSettings settings, Line line, Receiver receiver, Acknowledgements acknowledgements) {
        this.line = line;
        this.receiver = receiver;
        this.acknowledgements = acknowledgements;
        segmentBytes = settings.segmentBytes();
        pair = settings.pair();
        writer = new SegmentWriter(segmentBytes);
    }

    TcpPair pair() {
        return pair;
    }

    /** The other end's SYN has come: from now on everything acknowledges. */
    void answers(TcpPair way, boolean scaled) {
        pair = way;
        heard = true;
        scaling = scaled;
    }

    /** A SYN, with an acknowledgement where the other end's has come. */
    void syn(int sequence) {
        int flags = Segment.SYN | (heard ? Segment.ACK : 0);
        writer.begin(pair, sequence, heard ? receiver.next() : 0, flags, receiver.tellWithSyn());
        writer.options(segmentBytes, scaling ? receiver.ownScale() : Segment.NO_SCALE);
        line.transmit(writer.end());
    }

    /** Data, an end, both or neither: then it is an acknowledgement only. */
    void segment(int sequence, int flags, ByteRing data, int length) {
        int window = receiver.tell();
        writer.begin(pair, sequence, receiver.next(), flags | Segment.ACK, window);
        line.transmit(writer.payload(data, sequence, length).end());
        acknowledgements.sent();
    }

    /** The program gives up (RFC 9293 §3.10.5); with an acknowledgement, as Linux does. */
    void reset(int sequence) {
        writer.begin(pair, sequence, receiver.next(), Segment.RST | Segment.ACK, 0);
        line.transmit(writer.end());
    }
}
