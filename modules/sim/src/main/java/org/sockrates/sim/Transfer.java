package org.sockrates.sim;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/**
 * One end sends so many messages as fast as its protocol lets it, the other takes them at once.
 *
 * @param link in both ways; its seed decides
 * @param messages how many
 * @param messageBytes of each, 8 to {@link Packet#MOST_PAYLOAD_BYTES}
 * @param window packets that may be outstanding
 * @param numbers that packets bear
 * @param firstNumber the first packet's
 * @param timeout makes the sender's timeout
 * @param limit of virtual time
 */
public record Transfer(
        LinkSpec link,
        int messages,
        int messageBytes,
        int window,
        Numbers numbers,
        int firstNumber,
        Supplier<RetransmissionTimeout> timeout,
        Duration limit) {
    public Transfer {
        if (messages < 0) {
            throw new UsageException("count", Integer.toString(messages), "0 or more");
        }
        if (messageBytes < Long.BYTES || messageBytes > Packet.MOST_PAYLOAD_BYTES) {
            throw new UsageException(
                    "size", Integer.toString(messageBytes), Long.BYTES + " to " + Packet.MOST_PAYLOAD_BYTES);
        }
    }

    /**
     * What became of it.
     *
     * @param delivered messages that came in order, once each and unharmed, before anything went wrong
     * @param wrong messages that came where another was due: each is a failure of the protocol
     * @param lastDeliveryNanos virtual time from the first sending to the last delivery
     * @param finished whether the sender knew that all had arrived
     * @param stopped whether somebody ended it before that, and before the limit
     * @param sent messages that were sent at all: at a closed window the others are not
     * @param dataPackets sent, again and again included; 0 of a protocol whose packets are not those of docs/rdt.md
     * @param acknowledgements sent back; as above
     * @param acknowledgementLost whether of one of these nothing came unharmed, no copy either
     * @param events that happened
     */
    public record Outcome(
            int delivered,
            int wrong,
            long lastDeliveryNanos,
            boolean finished,
            boolean stopped,
            int sent,
            long dataPackets,
            long acknowledgements,
            boolean acknowledgementLost,
            long events) {
        /** Data packets beyond the first of each message that was sent. */
        public long again() {
            return dataPackets - sent;
        }
    }

    /**
     * Runs it to its end: the same every time.
     *
     * @param maker makes one end: {@code Protocol.GO_BACK_N::end}, or that of a protocol of one's own, {@code Mine::new}
     */
    public Outcome run(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker) {
        return run(maker, () -> false);
    }

    /**
     * Runs it: the same every time, unless it is stopped.
     *
     * @param maker makes one end
     * @param stopped asked after each thing that happens
     */
    public Outcome run(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker, BooleanSupplier stopped) {
        return run(maker, stopped, LineObserver.NOBODY);
    }

    /**
     * The same, told of.
     *
     * @param maker makes one end
     * @param observer is told what the line does with each packet
     */
    public Outcome run(
            BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker, BooleanSupplier stopped, LineObserver observer) {
        Timeline timeline = new Timeline();
        ProtocolSettings settings = new ProtocolSettings(1, window, numbers, firstNumber, timeout.get());
        Source source = new Source(messages, messageBytes);
        Sink sink = new Sink(messageBytes, timeline);
        Host sender = new Host(timeline, new Link(link, Way.UPSTREAM), source, settings, maker);
        Host receiver = new Host(timeline, new Link(link, Way.DOWNSTREAM), sink, settings, maker);
        sender.towards(receiver);
        receiver.towards(sender);
        sender.observedBy(observer, Way.UPSTREAM);
        receiver.observedBy(observer, Way.DOWNSTREAM);
        source.begin(sender.end());
        boolean ended = false;
        while (!source.finished() && !ended && timeline.next(Deadline.nanos(limit))) {
            ended = stopped.getAsBoolean();
        }
        return new Outcome(
                sink.delivered(),
                sink.wrong(),
                sink.lastNanos(),
                source.finished(),
                ended && !source.finished(),
                source.sent(),
                sender.dataPackets(),
                receiver.acknowledgements(),
                receiver.acknowledgementLost(),
                timeline.happened());
    }
}
