package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LaddersTest {
    static Stream<String> names() {
        return Stories.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsEachStoryAsItsPicture(String name) throws IOException {
        assertThat(Drawn.picture(Stories.all().get(name).get().ladders()))
                .isEqualTo(Drawn.file("ladder/" + name + ".txt"));
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
}
