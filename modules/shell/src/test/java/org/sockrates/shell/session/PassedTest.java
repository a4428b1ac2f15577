package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.link.relay.Cut;
import org.sockrates.transport.SystemClock;

class PassedTest {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7);

    private final Passed passed = new Passed();
    private final List<String> traced = new ArrayList<>();

    @AutoClose
    private final Teller teller = Teller.begin(SystemClock.INSTANCE, traced::add);

    /** Saw one message, of a number. */
    private final class One implements Passed.Source {
        private final int number;

        private One(int number) {
            this.number = number;
        }

        @Override
        public List<PassedMessage> messages() {
            return List.of(new PassedMessage(
                    number,
                    0,
                    HERE,
                    HERE,
                    HERE,
                    HERE,
                    1,
                    PassedMessage.Fate.LOST,
                    "loss",
                    false,
                    List.of(),
                    Optional.empty(),
                    false));
        }

        @Override
        public Place.Tracing trace(Teller teller) {
            traced.add("begun " + number);
            return () -> traced.add("ended " + number);
        }
    }

    @Test
    void whatEndedIsRememberedForAWhile() {
        for (int number = 1; number <= 200; number++) {
            One source = new One(number);
            passed.add(source);
            passed.end(source);
        }
        assertThat(numbers()).hasSize(16).startsWith(185L).endsWith(200L);
        passed.end(new One(1)); // it was never added
        assertThat(numbers()).hasSize(16).endsWith(200L);
    }

    @Test
    void aTraceOfWhatEndedEnds() {
        One first = new One(1);
        passed.add(first);
        Place.Tracing trace = passed.trace(teller);
        passed.end(first);
        assertThat(traced).containsExactly("begun 1", "ended 1");
        passed.add(new One(2));
        trace.close();
        passed.add(new One(3));
        assertThat(traced).containsExactly("begun 1", "ended 1", "begun 2", "ended 2");
    }

    /** Who connects again from its port, to the same door, is another connection. */
    @Test
    void howAConnectionWasCutIsKnownByBothItsEndsAndTheLastWordOfItCounts() {
        InetSocketAddress elsewhere = new InetSocketAddress(HERE.getAddress(), 8);
        Cut last = new Cut(HERE, HERE, "timeout", false, false);
        List<Cut> cuts = List.of(
                new Cut(HERE, HERE, "reset_peer", true, false),
                last,
                new Cut(HERE, elsewhere, "limit_data", false, false),
                new Cut(elsewhere, HERE, "limit_data", false, false));
        passed.add(new Passed.Source() {
            @Override
            public List<PassedMessage> messages() {
                return List.of();
            }

            @Override
            public List<Cut> cuts() {
                return cuts;
            }
        });
        assertThat(passed.cut(HERE, HERE)).contains(last);
        assertThat(passed.cut(elsewhere, elsewhere)).isEmpty();
    }

    @Test
    void nobodyWaitsForATraceThatEnds() {
        Passed.Source source = new Passed.Source() {
            @Override
            public List<PassedMessage> messages() {
                return List.of();
            }

            @Override
            public Place.Tracing trace(Teller teller) {
                return () -> CompletableFuture.supplyAsync(passed::messages)
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
            }
        };
        passed.add(source);
        passed.trace(teller).close();
        passed.trace(teller);
        passed.end(source);
        assertThat(passed.messages()).isEmpty();
    }

    private List<Long> numbers() {
        return passed.messages().stream().map(PassedMessage::number).toList();
    }
}
