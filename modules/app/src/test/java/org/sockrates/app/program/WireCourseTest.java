package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started.Ended;

/** The labs and the tutorial on the wire, as a student starts them; and what a lab leaves of a session it came into. */
@NeedsWire
@Execution(ExecutionMode.CONCURRENT)
class WireCourseTest extends OwnMachine {
    private static final int LEAST = 11;
    private static final int TOGETHER = 3;

    private static final String PINNED = """
        ---
        path: wire
        profile: textbook
        link: delay 1ms
        ---
        > tcp set sack
        sack off: * (glob)
        > link show
        wire: delay 1ms* (glob)
        > tcp set sack on
        > source meeting.txt
        ...
        accept(3, {there}:{alice}) = 5 (bob)
        """;

    /** As many clients as make it sure that a reset of theirs would be late, were it not sent before the server ends. */
    private static final String LEFT = """
        ---
        path: wire
        ---
        > server tcp 7 --style selector --quiet
        ...
        """ + """
        > socket
        ...
        > connect 7
        ...
        > send hello
        ...
        > recv
        ...
        """.repeat(10);

    private static final String FOUND = """
        ---
        path: wire
        ---
        > socket --as door
        ...
        > bind door 7
        bind(3, {here}:7) = 0
        """;

    @Test
    void thereAreLessonsOnTheWire() throws IOException {
        assertThat(Lessons.onTheWire()).hasSizeGreaterThanOrEqualTo(LEAST);
    }

    static Stream<List<Path>> some() throws IOException {
        List<Path> all = Lessons.onTheWire();
        return IntStream.iterate(0, first -> first < all.size(), first -> first + TOGETHER)
                .mapToObj(first -> all.subList(first, Math.min(first + TOGETHER, all.size())));
    }

    @ParameterizedTest
    @MethodSource("some")
    void everyLessonHoldsOneAfterTheOther(List<Path> lessons) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run"));
        lessons.forEach(lesson -> words.add(lesson.toString()));

        Ended ended = sockrates.run(words.toArray(String[]::new));

        String told = String.join("\n", ended.out()) + String.join("\n", ended.err());
        assertThat(ended.out().stream().filter(line -> line.startsWith("passed ")))
                .as(told)
                .hasSameSizeAs(lessons);
        assertThat(ended.status()).as(told).isZero();
    }

    @Test
    void aLabGivesTheSessionItsLinkAndItsTcpBack() throws IOException, InterruptedException {
        Path lab = Files.writeString(folder.resolve("pinned.lab"), PINNED);
        Files.copy(Lessons.labs().get(0).resolveSibling("meeting.txt"), folder.resolve("meeting.txt"));

        Ended ended = sockrates.readOnWire(
                "tcp set rack off\nlink use loss 1%\nlab start " + lab + "\n" + "lab next\n".repeat(4)
                        + "tcp set sack\nlab next\n" + "tcp set sack\ntcp set rack\nlink show\nlab reset\nlab check\n");

        assertThat(ended.out())
                .as("%s", ended)
                .anyMatch(line -> line.startsWith("passed "))
                .noneMatch(line -> line.contains("the lab shows something else"))
                .anyMatch(line -> line.startsWith("wire: delay 1ms"))
                .anyMatch(line -> line.startsWith("wire: loss 1%"));
        assertThat(ended.out().stream().filter(line -> line.matches("(sack|rack) (on|off): .*")))
                .extracting(line -> line.replaceAll(":.*", ""))
                .as("%s", ended)
                .containsExactly("sack off", "sack on", "sack on", "rack off");
        assertThat(ended.status()).isZero();
    }

    /** Packets that passed, an MTU, the wire itself, a family: nothing of a session is in a lab's world. */
    @Test
    void aLabHoldsInASessionThatHasSeenOthers() throws IOException, InterruptedException {
        String before = "set family ipv6\nwire exec -- ip link set wire0 mtu 1000\nwait\n";

        Ended ended = sockrates.readOnWire(
                before + walked("22") + walked("27") + walked("27") + walked("29") + walked("13") + walked("27"));

        assertThat(ended.out())
                .as("%s", ended)
                .noneMatch(line -> line.contains("the lab shows something else") || line.contains("(no value for"));
        assertThat(ended.out().stream().filter(line -> line.startsWith("remember: Every packet pays")))
                .as("%s", ended)
                .hasSize(3);
    }

    private static String walked(String number) throws IOException {
        Path lab = Lessons.labs().stream()
                .filter(each -> String.valueOf(each.getFileName()).startsWith(number))
                .findFirst()
                .orElseThrow();
        long steps = Files.readAllLines(lab).stream()
                .filter(line -> line.matches("(tcp|udp)> .*|# predict: .*"))
                .count();
        return "lab start " + lab + "\n" + "lab next\n".repeat((int) steps);
    }

    @Test
    void aPortThatALabHasUsedIsFreeForTheNext() throws IOException, InterruptedException {
        Path left = Files.writeString(folder.resolve("left.lab"), LEFT);
        Path found = Files.writeString(folder.resolve("found.lab"), FOUND);

        Ended ended = sockrates.run("run", left.toString(), found.toString(), left.toString(), found.toString());

        assertThat(String.join("\n", ended.out())).contains("4 of 4 labs passed");
    }

    @Test
    void theLoopbackIsNotWhereALabOnTheWireMeans() throws IOException, InterruptedException {
        Path lab = Files.writeString(folder.resolve("found.lab"), FOUND);

        Ended ended = sockrates.readOnWire("lab start " + lab + "\nsocket --as door\nbind localhost 7\nlab\n");

        assertThat(ended.out()).as("%s", ended).contains("  1 of 2 steps are done");
    }
}
