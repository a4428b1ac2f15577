package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;

final class LaddersTest {
    static Stream<String> names() {
        return Stories.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsEachStoryAsItsPicture(String name) throws IOException {
        Story story = Stories.all().get(name).get();
        StringBuilder drawn = new StringBuilder();
        for (Ladder ladder : story.ladders()) {
            drawn.append(ladder.title()).append('\n');
            ladder.render(LadderStyle.USUAL.timeless())
                    .forEach(line -> drawn.append(line).append('\n'));
        }

        assertThat(drawn).hasToString(picture(name));
    }

    @Test
    void findsAtLeastTenPictures() {
        assertThat(Stories.all()).hasSizeGreaterThan(10);
    }

    @Test
    void theLastIsTheOneThatMetLastWhoseverDoorWasThereFirst() {
        Story story = new Story("tcp").door(3, 7).door(4, 8);
        story.at(10).connect(5, 40_005, 8).accept(4, 6, 40_005);
        story.at(20).connect(7, 40_007, 7).accept(3, 8, 40_007);

        assertThat(story.ladders()).extracting(ladder -> ladder.involves("", 5)).containsExactly(true, false);
    }

    @Test
    void aStreamIsOneThoughNobodySawItsSocketBeMade() {
        Story tcp = new Story("tcp").connect(5, 40_005, 8).send(5, "hello");
        Story built = new Story("rdt-gbn").connect(5, 40_005, 8).send(5, "hello");

        assertThat(built.drawn()).isEqualTo(tcp.drawn());
    }

    private static String picture(String name) throws IOException {
        try (InputStream file = LaddersTest.class.getResourceAsStream("ladder/" + name + ".txt")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
