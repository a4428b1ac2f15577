package org.sockrates.transport.rdt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The three protocols of every networking course (Kurose and Ross §3.4). */
public enum Protocol {
    STOP_AND_WAIT("rdt-sw"),
    GO_BACK_N("rdt-gbn"),
    SELECTIVE_REPEAT("rdt-sr");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    /** All of them, as they are typed. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Protocol::word).toList();
    }

    /** The one that is typed so. */
    public static Optional<Protocol> of(String word) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word.equals(word))
                .findFirst();
    }

    /** One end of a conversation: a sender and a receiver. */
    public ProtocolEnd end(ProtocolSettings settings, Outside outside) {
        return halves(settings, outside);
    }

    BothHalves halves(ProtocolSettings settings, Outside outside) {
        return new BothHalves(settings, outside, sender(settings, outside), receiver(settings, outside));
    }

    private Sender sender(ProtocolSettings settings, Outside outside) {
        return switch (this) {
            case STOP_AND_WAIT -> new StopAndWaitSender(settings, outside);
            case GO_BACK_N -> new GoBackNSender(settings, outside);
            case SELECTIVE_REPEAT -> new SelectiveRepeatSender(settings, outside);
        };
    }

    private Receiver receiver(ProtocolSettings settings, Outside outside) {
        return switch (this) {
            case STOP_AND_WAIT, GO_BACK_N -> new OrderedReceiver(settings, outside);
            case SELECTIVE_REPEAT -> new BufferingReceiver(settings, outside);
        };
    }
}
