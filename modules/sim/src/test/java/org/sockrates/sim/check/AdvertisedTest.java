package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertisedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 4 | -",
                "1 0 | -",
                "1 0, 2 0 | -",
                "1 0, 1 3 | opened",
                "1 0, 2 3 | opened",
                "2 0, 1 3 | perhaps", // comes late: who heeds it not is still shut …
                "2 0, 1 3, 3 4 | perhaps", // … and opened by the next
                "2 3, 1 0, 3 3 | perhaps",
                "2 3, 1 0, 3 3, 3 4 | -",
                "2 3, 2 0, 3 3 | perhaps", // of two alike, nobody knows which was first
                "2 3, 1 0, 3 0, 3 1 | opened",
            })
    void tellsWhetherAShutWindowOpened(String acknowledgements, String expected) {
        Advertised theirs = new Advertised(8);
        for (String each : acknowledgements.split(", ", -1)) {
            String[] words = each.split(" ", -1);
            theirs.heard(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        }

        assertThat(theirs.hasOpened() ? "opened" : theirs.mayHaveOpened() ? "perhaps" : "-")
                .isEqualTo(expected);
        assertThat(theirs.mayHaveOpened() || !theirs.hasOpened()).isTrue();
    }

    /** Of an old one that comes late it may be said that it counts no more, or that it is the last word. */
    @Test
    void whatIsAllowedIsTheWidestAndWhatIsAskedForTheNarrowest() {
        Advertised theirs = new Advertised(8);
        theirs.heard(2, 5);
        theirs.heard(1, 3);
        assertThat(theirs.most()).isEqualTo(5);
        assertThat(theirs.least()).isEqualTo(3);
        theirs.heard(1, 7);
        assertThat(theirs.most()).isEqualTo(7);
        assertThat(theirs.least()).isEqualTo(5);
        theirs.heard(3, 0);
        assertThat(theirs.most()).as("one to ask with").isEqualTo(1);
        assertThat(theirs.least()).isEqualTo(1);
    }
}
