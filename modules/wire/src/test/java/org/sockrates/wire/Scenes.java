package org.sockrates.wire;

import static org.sockrates.capture.analysis.Label.DUP_ACK;
import static org.sockrates.capture.analysis.Label.PREVIOUS_NOT_CAPTURED;
import static org.sockrates.capture.analysis.Label.RETRANSMISSION;
import static org.sockrates.wire.Scene.connected;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.stream.Stream;

/** What befalls packets on a wire, as far as it can be scripted. */
final class Scenes {
    private static final String THIRD_LOST = "delay 5ms upstream drop data 3";
    private static final String MUCH_GOES_WRONG = "delay 2ms 1ms loss 4% duplicate 4% reorder 5% seed ";

    private Scenes() {}

    static List<Scene> all() {
        return Stream.of(losses(), disorder(), inventions(), CallScenes.all(), DatagramScenes.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scene> losses() {
        return List.of(
                connected("nothing is lost", "", Scenes::much),
                connected("the 1st of ten is lost", "delay 5ms upstream drop data 1", Scenes::ten, RETRANSMISSION),
                connected("the 3rd of ten is lost", THIRD_LOST, Scenes::ten, DUP_ACK, RETRANSMISSION),
                connected("the last of ten is lost", "delay 5ms upstream drop data 10", Scenes::ten, RETRANSMISSION),
                connected(
                        "the 3rd and the 6th of ten are lost",
                        "delay 5ms upstream drop data 3,6",
                        Scenes::ten,
                        DUP_ACK,
                        RETRANSMISSION,
                        PREVIOUS_NOT_CAPTURED),
                connected("the retransmission is lost too", "upstream drop data 1-2", Scenes::one, RETRANSMISSION),
                connected("an ACK is lost", "", Scenes::anAckIsLost, RETRANSMISSION),
                connected("every tenth is lost, both ways", "drop every 10", Scenes::much, RETRANSMISSION),
                connected("a queue that is too short", "rate 20mbit limit 6 delay 5ms", Scenes::much, RETRANSMISSION),
                connected("the SYN is lost", "drop syn 1", Scenes::one, RETRANSMISSION),
                connected("the SYN-ACK is lost", "drop syn-ack 1", Scenes::one, RETRANSMISSION),
                connected("the ACK of the SYN-ACK is lost", "upstream drop ack 1", Scenes::one),
                connected("the FIN is lost", "upstream drop fin 1", Scenes::one, RETRANSMISSION));
    }

    private static List<Scene> disorder() {
        return List.of(
                connected("data arrives twice", "upstream duplicate data 2", Scenes::ten, DUP_ACK),
                connected("an ACK arrives twice", "downstream duplicate ack 2", Scenes::ten),
                connected("the SYN arrives twice", "duplicate syn 1", Scenes::one),
                connected("the 2nd comes behind the others", "", Scenes::theSecondIsLate),
                connected("the 2nd comes late", "delay 5ms upstream delay 60ms data 2", Scenes::ten, DUP_ACK),
                connected("packets overtake each other", "delay 3ms 2ms seed 5", Scenes::much, RETRANSMISSION),
                connected("the SYN is damaged", "", Scenes::theSynIsDamaged, RETRANSMISSION),
                connected("data is damaged", "", Scenes::dataIsDamaged, RETRANSMISSION),
                connected("an ACK is damaged", "", Scenes::anAckIsDamaged),
                connected("much goes wrong", MUCH_GOES_WRONG + 7, Scenes::much, RETRANSMISSION),
                connected("much goes wrong otherwise", MUCH_GOES_WRONG + 8, Scenes::much, RETRANSMISSION));
    }

    private static List<Scene> inventions() {
        Scene third = connected("the 3rd of ten is lost", THIRD_LOST, Scenes::ten, DUP_ACK, RETRANSMISSION);
        Scene last = connected("the last of ten is lost", "upstream drop data 10", Scenes::ten, RETRANSMISSION);
        Scene much = connected("much goes wrong", MUCH_GOES_WRONG + 9, Scenes::much, RETRANSMISSION);
        return Stream.of("textbook", "sack off", "timestamps off", "window-scaling off", "ecn on")
                .flatMap(tuning -> Stream.of(third.with(tuning), last.with(tuning), much.with(tuning)))
                .toList();
    }

    static void one(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Ends.carry(client, served, 1000);
    }

    private static void ten(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Stage.ten(client, served);
    }

    private static void much(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Ends.carry(client, served, 60_000);
        Ends.carry(served, client, 20_000);
    }

    private static void anAckIsLost(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        stage.order("downstream drop next ack");
        one(client, served, stage);
        stage.until(segment -> segment.labels().stream().anyMatch(label -> label.repeats()));
    }

    private static void theSecondIsLate(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        stage.order("upstream delay 2nd data 2ms");
        Stage.ten(client, served);
    }

    private static void dataIsDamaged(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        stage.order("upstream corrupt 2nd data");
        Stage.ten(client, served);
    }

    private static void anAckIsDamaged(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        stage.order("downstream corrupt next ack");
        Stage.ten(client, served);
    }

    private static void theSynIsDamaged(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        stage.order("corrupt next syn");
        try (SocketChannel second = stage.ends.connect();
                SocketChannel itsPeer = stage.ends.accept()) {
            one(second, itsPeer, stage);
        }
    }
}
