package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
    private static final List<String> WORDS = List.of("delay", "loss", "duplicate", "rate", "reorder");

    @ParameterizedTest
    @CsvSource({"delya,delay", "los,loss", "LOSS,loss", "duplciate,duplicate", "raet,rate", "reoder,reorder"})
    void findsTheWordThatWasMeant(String given, String meant) {
        assertThat(NearestWord.of(given, WORDS)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "banana", "lx", "rxxe", "seed"})
    void findsNoneWhereNoneIsNear(String given) {
        assertThat(NearestWord.of(given, WORDS)).isEmpty();
    }

    @Test
    void findsNoneFurtherAwayThanItMay() {
        assertThat(NearestWord.within(1, "delay", List.of("relays"))).isEmpty();
        assertThat(NearestWord.within(2, "delay", List.of("relays"))).hasValue("relays");
        assertThat(NearestWord.within(1, "delya", WORDS)).hasValue("delay");
    }

    @Test
    void doesNotTryAVeryLongWord() {
        assertThat(NearestWord.of("a".repeat(1 << 20), WORDS)).isEmpty();
    }

    @Test
    void listsAllWhereNoneIsNear() {
        assertThat(NearestWord.expected("delya", WORDS)).isEqualTo("delay?");
        assertThat(NearestWord.expected("zzz", WORDS)).isEqualTo("delay loss duplicate rate reorder");
    }
}
