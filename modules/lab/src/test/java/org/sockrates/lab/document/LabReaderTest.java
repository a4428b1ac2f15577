package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.lab.document.Prediction.Choice;

final class LabReaderTest {
    @TempDir
    Path folder;

    private final Labs labs = new Labs();

    @Test
    void readsCommandsAndWhatTheyMustShow() {
        LabDocument lab = labs.good("hello.lab", """
                tcp> socket --as door
                socket(AF_INET, SOCK_STREAM, 0) = 3 (door)

                > listen door
                one

                two

                # the end
                udp.v6-x> bind door localhost 0
                """);
        assertThat(lab.name()).isEqualTo("hello.lab");
        assertThat(lab.title()).isEqualTo("hello.lab");
        assertThat(lab.frontMatter()).isEqualTo(FrontMatter.EMPTY);
        assertThat(lab.steps())
                .extracting(Step::prompted)
                .containsExactly("tcp> socket --as door", "> listen door", "udp.v6-x> bind door localhost 0");
        assertThat(lab.steps()).extracting(Step::line).containsExactly(1, 4, 10);
        assertThat(lab.steps())
                .extracting(step -> step.expectation().lineCount())
                .containsExactly(1, 3, 0);
    }

    @Test
    void theMostPointsAreNotTooMany() {
        LabDocument lab = labs.good("a.lab", "---\npoints: 1000\n---\n# points: 1000\n> a\n");
        assertThat(lab.points()).isEqualTo(2000);
    }

    @Test
    void whatOnlyLooksLikeAKeyOrAPlaceholderIsANoteAndAText() {
        LabDocument lab = labs.good("a.lab", "# hunt: the port\n# because it is\n# n = 2 points\n> send {n:int}\n");
        assertThat(lab.steps().get(0).notes()).containsExactly("hunt: the port", "because it is", "n = 2 points");
        assertThat(lab.steps().get(0).command()).isEqualTo("send {n:int}");
    }

    @Test
    void blankLinesAboveACommentAreNotExpected() {
        LabDocument lab = labs.good("a.lab", "> a\none\n\n# note\ntwo\n> b\n");
        assertThat(lab.steps().get(0).expectation().lineCount()).isEqualTo(2);
    }

    @Test
    void aServersPortIsKnownBeforeTheFirstLine() {
        LabDocument lab = labs.good("a.lab", "---\nprogram: server\n---\n> connect {port}\n");
        assertThat(lab.frontMatter().program()).contains(ProgramRole.SERVER);
        assertThat(ProgramRole.SERVER.word()).isEqualTo("server");
    }

    @Test
    void aClientsPortIsCapturedBySomeLine() {
        LabDocument lab = labs.good("a.lab", "---\nprogram: client\n---\n> server\nat {port}\n");
        assertThat(lab.frontMatter().program()).contains(ProgramRole.CLIENT);
        assertThat(labs.problems("b.lab", "---\nprogram: client\n---\n> server\nat {door}\n"))
                .containsExactly(
                        "b.lab:1:1: program: client (expected: a line that captures {port}, whom it is to ask)");
    }

    @Test
    void readsFrontMatter() {
        FrontMatter above = labs.good("a.lab", """
                ---
                schema: sockrates/lab/1
                title: Hello, TCP
                question: >
                  How many sockets
                  are there?
                transport: tcp
                path: relay
                link: delay 20ms 5ms loss 5%
                profile: textbook
                seed: 42
                limit: 1.5s
                points: 10
                requires: [ipv6, multicast]
                hint: count them
                remember: three
                source: RFC 9293
                predict:
                  question: how many?
                  choices: [two, "three"]
                  answer: three
                  because: accept makes one
                ---
                > socket
                """).frontMatter();
        assertThat(above.title()).contains("Hello, TCP");
        assertThat(above.question()).contains("How many sockets are there?");
        assertThat(above.transport()).contains("tcp");
        assertThat(above.path()).contains("relay");
        assertThat(above.link()).contains("delay 20ms 5ms loss 5%");
        assertThat(above.profile()).contains("textbook");
        assertThat(above.seed()).contains(42L);
        assertThat(above.limit()).contains(Duration.ofMillis(1500));
        assertThat(above.points()).contains(10);
        assertThat(above.requires()).containsExactly("ipv6", "multicast");
        assertThat(above.hints()).containsExactly("count them");
        assertThat(above.remember()).contains("three");
        assertThat(above.source()).contains("RFC 9293");
        assertThat(above.prediction())
                .contains(new Prediction(
                        "how many?", List.of(new Choice("two", false), new Choice("three", true)), "accept makes one"));
    }

    @Test
    void emptyFrontMatterIsNone() {
        assertThat(labs.good("a.lab", "---\n---\n> socket\n").frontMatter()).isEqualTo(FrontMatter.EMPTY);
        assertThat(labs.good("b.lab", "---\n# only a comment\n---\n> socket\n").frontMatter())
                .isEqualTo(FrontMatter.EMPTY);
    }

    @Test
    void commentsBelongToTheCommandBelowThem() {
        List<Step> steps = labs.good("a.lab", """
                # A door has a number.
                #hint: vague
                # HINT: clear
                # points: 5
                # because: no question, so a note
                # [x] a note too
                tcp> socket
                # predict: What now?
                #   [ ] it waits
                #   [X] it listens
                # a note
                # because: you said so
                tcp> listen
                listen(3) = 0
                # last words
                """).steps();
        assertThat(steps.get(0).notes())
                .containsExactly("A door has a number.", "because: no question, so a note", "[x] a note too");
        assertThat(steps.get(0).hints()).containsExactly("vague", "clear");
        assertThat(steps.get(0).points()).isEqualTo(5);
        assertThat(steps.get(0).prediction()).isEmpty();
        assertThat(steps.get(1).notes()).containsExactly("a note");
        assertThat(steps.get(1).hints()).isEmpty();
        assertThat(steps.get(1).points()).isZero();
        assertThat(steps.get(1).prediction())
                .isEqualTo(Optional.of(new Prediction(
                        "What now?",
                        List.of(new Choice("it waits", false), new Choice("it listens", true)),
                        "you said so")));
    }

    @Test
    void emptyLinesBelongToAStepBetweenItsLinesOnly() {
        List<Step> steps = labs.good("a.lab", "> a\nx\n\n> b\ny\n\nz\n\n").steps();
        assertThat(steps).extracting(step -> step.expectation().lineCount()).containsExactly(1, 3);
    }

    @Test
    void pointsOfTheLabAndOfItsStepsAddUp() {
        assertThat(labs.good("a.lab", "> a\n").points()).isEqualTo(1);
        assertThat(labs.good("b.lab", "# points: 3\n> a\n# points: 4\n> b\n").points())
                .isEqualTo(7);
        assertThat(labs.good("c.lab", "---\npoints: 10\n---\n# points: 3\n> a\n")
                        .points())
                .isEqualTo(13);
        assertThat(labs.good("d.lab", "---\npoints: 0\n---\n> a\n").points()).isZero();
    }

    @Test
    void capturesMayBeUsedBelow() {
        assertThat(labs.problems("a.lab", "> bind\nport {port}\n> connect {port}\n"))
                .isEmpty();
        assertThat(labs.problems("b.lab", "> send \"{\\\"a\\\": 1} {} {A}\"\n")).isEmpty();
    }

    @Test
    void manyFilesAreReadAndAllTheirProblemsReported() throws IOException {
        Path good = Files.writeString(folder.resolve("good.lab"), "> socket\n");
        Path bad = Files.writeString(folder.resolve("bad.lab"), "output\n[1]\n");
        Path worse = folder.resolve("none.lab");
        LabReader.Reading reading = new LabReader(Vocabulary.ANYTHING).read(List.of(good, bad, worse));
        assertThat(reading.documents()).extracting(LabDocument::name).containsExactly("good.lab");
        assertThat(reading.problems())
                .extracting(LabProblem::file)
                .containsExactly(bad.toString(), bad.toString(), worse.toString());
    }

    @Test
    void theVocabularyIsAskedAboutEveryCommandAndWord() {
        Labs strict = new Labs(new Vocabulary() {
            @Override
            public Optional<Objection> toCommand(String line, LabFolder inside) {
                return line.startsWith("soket")
                        ? Optional.of(new Objection("command", "soket", "socket"))
                        : Optional.of(line.indexOf("--az"))
                                .filter(at -> at >= 0)
                                .map(at -> new Objection(at, "option", "--az", "--as"));
            }

            @Override
            public Optional<Objection> toValue(String key, String value) {
                return value.equals("x") ? Optional.of(new Objection(key, value, "tcp or udp")) : Optional.empty();
            }
        });
        assertThat(strict.problems("a.lab", """
                ---
                transport: x
                path: x
                link: x
                profile: x
                requires: [x, y, x]
                title: x
                ---
                tcp> soket
                > socket
                tcp> socket --az a
                """))
                .containsExactly(
                        "a.lab:2:12: transport: x (expected: tcp or udp)",
                        "a.lab:3:7: path: x (expected: tcp or udp)",
                        "a.lab:4:7: link: x (expected: tcp or udp)",
                        "a.lab:5:10: profile: x (expected: tcp or udp)",
                        "a.lab:6:11: requires: x (expected: tcp or udp)",
                        "a.lab:6:11: requires: x (expected: tcp or udp)",
                        "a.lab:9:6: command: soket (expected: socket)",
                        "a.lab:11:13: option: --az (expected: --as)");
    }

    @Test
    void theVocabularyIsAskedWhetherItsWordsGoTogether() {
        Labs strict = new Labs(new Vocabulary() {
            @Override
            public Optional<Objection> toWhole(FrontMatter above) {
                return above.profile()
                        .filter(profile -> above.path().isEmpty())
                        .map(profile -> new Objection("profile", profile, "a path"));
            }
        });
        assertThat(strict.problems("a.lab", "---\ntitle: x\nprofile: old\n---\n> socket\n"))
                .containsExactly("a.lab:3:10: profile: old (expected: a path)");
        strict.good("b.lab", "---\nprofile: old\npath: here\n---\n> socket\n");
    }
}
