package org.sockrates.transport.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.Service;
import org.sockrates.transport.UsageException;

class ServicesTest {
    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }

    private static @Nullable String answer(Service service, String message) {
        ByteBuffer answer = service.answer(bytes(message));
        return answer == null ? null : US_ASCII.decode(answer).toString();
    }

    @Test
    void eachHasItsWord() {
        assertThat(List.of(
                        new EchoService(),
                        new DiscardService(),
                        new ReplyService(new byte[0]),
                        new ChargenService(),
                        new PingerService(0, 1)))
                .extracting(Service::name)
                .containsExactly("echo", "discard", "reply", "chargen", "pinger");
    }

    @Test
    void onlyChargenSpeaksUnasked() {
        assertThat(new EchoService().unasked()).isNull();
        assertThat(new DiscardService().unasked()).isNull();
        assertThat(new ReplyService(new byte[3]).unasked()).isNull();
        assertThat(new PingerService(0, 1).unasked()).isNull();
        assertThat(new ChargenService().unasked()).isNotNull();
    }

    @Test
    void echoAndDiscardAndReplyDoWhatTheyAreCalled() {
        assertThat(answer(new EchoService(), "hello")).isEqualTo("hello");
        assertThat(answer(new DiscardService(), "hello")).isNull();
        byte[] pong = "pong".getBytes(US_ASCII);
        Service reply = new ReplyService(pong);
        pong[0] = 'P';
        assertThat(answer(reply, "hello")).isEqualTo("pong");
        assertThat(answer(reply, "")).as("again, whoever read the first").isEqualTo("pong");
    }

    @Test
    void chargenShiftsThePatternOfRfc864ByOneEachLine() {
        Service chargen = new ChargenService();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 95; i++) {
            lines.add(answer(chargen, ""));
        }
        assertThat(lines).allMatch(line -> line.matches("[!-~]{72}\r\n"));
        assertThat(lines.get(0)).startsWith("!\"#$").endsWith("fgh\r\n");
        assertThat(lines.get(1)).startsWith("\"#$%").endsWith("ghi\r\n");
        assertThat(lines.get(23)).startsWith("89:;").endsWith("}~!\r\n");
        assertThat(lines.get(94)).as("after 94 letters it begins again").isEqualTo(lines.get(0));
    }

    @Test
    void pingerAnswersInCapitals() {
        assertThat(answer(new PingerService(0, 42), "az AZ 09 `{ ping")).isEqualTo("AZ AZ 09 `{ PING");
        ByteBuffer inTheMiddle = bytes("abcde").position(1).limit(3);
        new PingerService(0, 42).answer(inTheMiddle);
        assertThat(US_ASCII.decode(inTheMiddle.clear()).toString()).isEqualTo("aBCde");
    }

    @Test
    void pingerIsSilentAsOftenAsSaid() {
        assertThat(answered(1, 7)).isZero();
        assertThat(answered(0, 7)).isEqualTo(10_000);
        assertThat(answered(0.3, 7)).as("7000, within four sigma").isBetween(6816, 7184);
        assertThat(answered(0.3, 7)).as("the same seed, the same whims").isEqualTo(answered(0.3, 7));
    }

    private static int answered(double silence, long seed) {
        Service pinger = new PingerService(silence, seed);
        int answered = 0;
        for (int i = 0; i < 10_000; i++) {
            answered += pinger.answer(bytes("x")) == null ? 0 : 1;
        }
        return answered;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void aProbabilityIsFromZeroToOne(double silence) {
        assertThatThrownBy(() -> new PingerService(silence, 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("pinger: \"" + silence + "\" (expected: a probability from 0 to 1)");
    }
}
