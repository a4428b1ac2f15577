package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.Family;

@Timeout(20)
class NameLookupTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);

    /** A nameserver that does not answer, until the test is over. */
    private InetAddress[] silent(String name) {
        asked.countDown();
        try {
            answers.await();
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
        return new InetAddress[0];
    }

    @AfterEach
    void answerAtLast() {
        answers.countDown();
    }

    @Test
    void endsAtItsLimit() {
        NameLookup lookup = new NameLookup(this::silent, Duration.ofMillis(20));
        assertThatThrownBy(() -> HostText.parse("connect", "example.com", Family.AF_INET, lookup))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("connect: \"example.com\": nobody answered for the name within 20ms");
    }

    @Test
    void canBeEndedMeanwhile() throws InterruptedException {
        NameLookup lookup = new NameLookup(this::silent, LONG);
        Thread ending = new Thread(() -> {
            try {
                asked.await();
            } catch (InterruptedException never) {
                throw new IllegalStateException(never);
            }
            lookup.end();
        });
        ending.start();
        assertThatThrownBy(() -> lookup.of("example.com")).hasMessage("ended before anybody answered for the name");
        ending.join();
    }

    @Test
    void canBeEndedBefore() {
        NameLookup lookup = new NameLookup(this::silent, LONG);
        lookup.end();
        lookup.end();
        assertThatThrownBy(() -> lookup.of("example.com")).hasMessage("ended before anybody answered for the name");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b: Name or service not known, name unknown",
        "a.b, name unknown",
        "a.b: Name does not resolve, name unknown",
        "'a.b: nodename nor servname provided, or not known', name unknown",
        "a.b: Temporary failure in name resolution, nobody answered for the name (getaddrinfo: EAI_AGAIN)",
        "a.b: Try again, nobody answered for the name (getaddrinfo: EAI_AGAIN)",
    })
    void tellsNobodyAnsweredFromNobodyKnows(String said, String told) {
        NameLookup lookup = new NameLookup(
                name -> {
                    throw new UnknownHostException(said);
                },
                LONG);
        assertThatThrownBy(() -> lookup.of("a.b")).hasMessage(told);
    }

    @Test
    void whatTheSystemDoesNotTakeForANameIsUnknown() {
        NameLookup lookup = new NameLookup(
                name -> {
                    throw new IllegalArgumentException("no name");
                },
                LONG);
        assertThatThrownBy(() -> lookup.of("a..b")).hasMessage("name unknown");
    }

    @Test
    void whoIsInterruptedStaysSo() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new NameLookup(this::silent, LONG).of("a.b"))
                .hasMessage("interrupted before anybody answered for the name");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void answersWhatItIsTold() throws IOException {
        InetAddress here = HostText.loopback(Family.AF_INET);
        assertThat(new NameLookup(name -> new InetAddress[] {here}, LONG).of("a.b"))
                .containsExactly(here);
    }
}
