package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Arguments.Kind;
import org.sockrates.transport.Arguments.Membership;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Messages;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Arguments.Room;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SplitMix64;

/** Ladders of events that make no sense. {@code -Dproperty.seed=} replays a failure. */
final class LadderPropertyTest {
    private static final List<String> QUOTED = List.of("\"hello\"", "\"\\x1b[2J\"", "\"\"", "\"h\"...", "\"MSG_OOB\"");
    private static final List<String> WORDS = List.of("", "\"", "SO_OOBINLINE", "off", "MSG_OOB", "\u001b[2J\r");

    @Test
    void neverThrowsAndNeverIsTooWide() {
        long seed = Long.getLong("property.seed", 20_260_102);
        for (int round = 0; round < 400; round++) {
            SplitMix64 random = SplitMix64.part(seed, round);
            int width = 60 + random.nextInt(100);
            LadderStyle style = new LadderStyle(
                    width, Drawing.values()[random.nextInt(3)], random.nextInt(2) == 0, 2 + random.nextInt(40));
            for (Ladder ladder : Ladders.all(
                    events(random),
                    passed(random),
                    SeenTraffic.NONE,
                    LadderPropertyTest::name,
                    true,
                    Patience.ENDLESS)) {
                assertThat(ladder.render(style))
                        .as("-Dproperty.seed=%d round %d", seed, round)
                        .matches(lines -> style.drawing() == Drawing.WORDS || lines.size() <= style.mostRows() + 5)
                        .allMatch(line -> line.length() <= width)
                        .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                        .allMatch(line ->
                                style.drawing() != Drawing.ASCII || line.chars().allMatch(c -> c < 0x7f));
            }
        }
    }

    @Test
    void drawsTheSameWhateverTheOrderOfEventsWithTimesOfTheirOwn() {
        List<ActorEvent> events = new ArrayList<>(Stories.helloTcp().events());
        List<String> drawn = withTimes(events);
        SplitMix64 random = new SplitMix64(7);
        for (int i = events.size() - 1; i > 0; i--) {
            events.set(i, events.set(random.nextInt(i + 1), events.get(i)));
        }

        assertThat(withTimes(events)).isEqualTo(drawn).anyMatch(line -> line.contains("connect"));
    }

    private static List<String> withTimes(List<ActorEvent> events) {
        return Drawn.ladders(events, SeenTraffic.NONE).get(0).render(LadderStyle.USUAL);
    }

    private static Optional<String> name(String actor, int socket) {
        return socket % 2 == 0 ? Optional.of("n\u00e4me \u202e" + "long ".repeat(socket)) : Optional.empty();
    }

    private static List<ActorEvent> events(SplitMix64 random) {
        List<ActorEvent> events = new ArrayList<>();
        for (int i = random.nextInt(80); i >= 0; i--) {
            long start = random.nextInt(1_000);
            events.add(new ActorEvent(
                    random.nextInt(4) == 0 ? "server\r" : "",
                    random.nextInt(2) == 0,
                    pick(random, List.of(KernelProtocol.values())),
                    new SocketEvent(
                            start,
                            start + random.nextInt(30),
                            3 + random.nextInt(5),
                            random.nextInt(2) == 0 ? "tcp" : "udp",
                            pick(random, List.of(Call.values())),
                            arguments(random),
                            outcome(random),
                            address(random),
                            address(random))));
        }
        return events;
    }

    private static Arguments arguments(SplitMix64 random) {
        int number = random.nextInt(9);
        Address address = new Address(number > 6 ? null : Story.port(number), pick(random, List.of(Family.values())));
        Flag flag = pick(random, List.of(Flag.values()));
        String quoted = pick(random, QUOTED);
        return switch (random.nextInt(10)) {
            case 0 -> None.NONE;
            case 1 -> new Kind(address.family(), "SOCK_STREAM");
            case 2 -> address;
            case 3 -> new Backlog(number);
            case 4 -> new Messages(quoted, number);
            case 5 -> new Room(number, flag);
            case 6 -> new Half(pick(random, List.of(Direction.values())));
            case 7 -> new Option(pick(random, WORDS), pick(random, WORDS));
            case 8 -> new Membership(number > 4, InetAddress.getLoopbackAddress(), pick(random, WORDS));
            default -> new Message(quoted, number, flag, number > 4 ? address : null);
        };
    }

    private static SocketEvent.@Nullable Outcome outcome(SplitMix64 random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> new SocketEvent.Failed(pick(random, List.of(Errno.values())), "");
            default ->
                new SocketEvent.Returned(
                        random.nextInt(9) - 1,
                        7 * random.nextInt(2),
                        pick(random, List.of(SocketEvent.Remark.values())));
        };
    }

    private static List<PassedMessage> passed(SplitMix64 random) {
        List<PassedMessage> passed = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            List<Long> delivered = new ArrayList<>();
            for (int copy = random.nextInt(3); copy > 0; copy--) {
                delivered.add((long) random.nextInt(1_000));
            }
            passed.add(new PassedMessage(
                    random.nextInt(30),
                    random.nextInt(1_000),
                    Story.port(1 + random.nextInt(6)),
                    Story.port(7),
                    Story.port(8),
                    Story.port(1 + random.nextInt(6)),
                    random.nextInt(9),
                    pick(random, List.of(Fate.values())),
                    random.nextInt(2) == 0 ? "" : "loss \u001b5%",
                    random.nextInt(2) == 0,
                    delivered,
                    Optional.empty(),
                    false));
        }
        return passed;
    }

    private static @Nullable InetSocketAddress address(SplitMix64 random) {
        int choice = random.nextInt(10);
        if (choice == 0) {
            return InetSocketAddress.createUnresolved("h\u00f6st\r", 3);
        }
        return choice == 1
                ? null
                : choice == 2 ? new InetSocketAddress(random.nextInt(9)) : Story.port(random.nextInt(9));
    }

    private static <T> T pick(SplitMix64 random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
