package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.command.MeantWord.Role;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

class CommandParserTest {
    @Parameters(commandDescription = "tries things")
    private static final class Probe implements Command {
        @Parameter(description = "[WORD…]")
        private List<Word> words = new ArrayList<>();

        @Parameter(names = "--count", placeholder = "N", description = "c")
        private @Nullable Integer count;

        @Parameter(names = "--time", placeholder = "TIME", description = "t")
        private @Nullable Duration time;

        @Parameter(names = "--loss", placeholder = "PERCENT", description = "l")
        private @Nullable Double loss;

        @Parameter(names = "--seed", placeholder = "N", description = "s")
        private @Nullable Long seed;

        @Parameter(
                names = {"-r", "--reply"},
                placeholder = "TEXT",
                description = "r")
        private @Nullable String reply;

        @Parameter(names = "--quick", description = "q")
        private boolean quick;

        @Override
        public Reply run(Session session, Job job) {
            return Reply.silence();
        }
    }

    @Parameters(commandDescription = "takes nothing")
    private static final class Bare implements Command {
        @Override
        public Reply run(Session session, Job job) {
            return Reply.silence();
        }
    }

    private static Probe probe(String line) {
        Entry entry = Entry.of(Group.REST, "probe", Probe::new);
        return (Probe) CommandParser.parse(entry, Lexer.read(line).words());
    }

    @Test
    void fillsOptionsWhereverTheyStand() {
        Probe probe = probe("a --count 3 b --quick --time 50ms --loss 5% --seed 7 -r hi");
        assertThat(probe.words).extracting(Word::text).containsExactly("a", "b");
        assertThat(probe.count).isEqualTo(3);
        assertThat(probe.time).hasMillis(50);
        assertThat(probe.loss).isEqualTo(0.05);
        assertThat(probe.seed).isEqualTo(7);
        assertThat(probe.reply).isEqualTo("hi");
        assertThat(probe.quick).isTrue();
    }

    @Test
    void keepsBlanksQuotesCommasAndLineEndsOfQuotedWords() {
        Probe probe = probe("\"  a,b \\r\\n\" --reply=\" \\\"x\\\" \" '\"y\"'");
        assertThat(probe.words).extracting(Word::text).containsExactly("  a,b \r\n", "\"y\"");
        assertThat(probe.words.get(0).literal()).isTrue();
        assertThat(probe.reply).isEqualTo(" \"x\" ");
    }

    @Test
    void readsNoFileForAnAtSign() {
        assertThat(probe("@/etc/passwd").words).extracting(Word::text).containsExactly("@/etc/passwd");
    }

    @Test
    void takesQuotedWordsAndWordsBehindTwoDashesAsText() {
        assertThat(probe("\"--quick\" -- --count -x").words)
                .extracting(Word::text)
                .containsExactly("--quick", "--count", "-x");
        assertThat(probe("- -1 -8.5").words).extracting(Word::text).containsExactly("-", "-1", "-8.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "--cuont 3      | probe: \"--cuont\" (expected: --count?; for text, quote it)",
                "-x             | probe: \"-x\" (expected: --help --json --count --loss --quick -r --reply --seed --time; for text, quote it)",
                "--count        | probe: --count: nothing behind it (expected: N)",
                "--count --quick| probe: --count: \"--quick\" (expected: N; one that begins with - in quotes)",
                "--count 1 --count 2 | probe: --count: given twice (expected: once)",
                "-r a --reply b | probe: --reply: given twice (expected: once)",
                "--quick=1      | probe: --quick: \"1\" (expected: no value)",
                "--count 0      | probe: --count: \"0\" (expected: a whole number from 1 to 1000000)",
                "--count +3     | probe: --count: \"+3\" (expected: a whole number from 1 to 1000000)",
                "--time 5       | probe: --time: \"5\" (expected: a duration with its unit: 5ms, 5s)",
                "--loss 5       | probe: --loss: \"5\" (expected: a percentage, with its sign: 5%)",
                "--loss 101%    | probe: --loss: \"101%\" (expected: a percentage from 0% to 100%)",
                "--seed -1      | probe: --seed: \"-1\" (expected: a whole number from 0 to 9223372036854775807)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        assertThatThrownBy(() -> probe(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @Test
    void refusesOperandsOfACommandThatTakesNone() {
        Entry bare = Entry.of(Group.REST, "bare", Bare::new);
        assertThatThrownBy(() -> CommandParser.parse(bare, Lexer.read("x").words()))
                .hasMessage("bare: \"x\" (expected: nothing more)");
        assertThatThrownBy(() -> CommandParser.parse(bare, Lexer.read("--x").words()))
                .hasMessage("bare: \"--x\" (expected: no option; for text, quote it)");
    }

    @Test
    void forgetsTheLineBefore() {
        assertThat(probe("a --count 3").count).isEqualTo(3);
        assertThat(probe("b").count).isNull();
    }

    @Test
    void declaresItsOperandsByPosition() {
        Declaration declared = Entry.of(Group.REST, "probe", Probe::new).declaration();
        assertThat(MeantWord.all(declared, Lexer.read("a --count=3 -x b").words()))
                .extracting(MeantWord::role, word -> word.is("WORD"))
                .containsExactly(
                        tuple(Role.OPERAND, true),
                        tuple(Role.OPTION, false),
                        tuple(Role.VALUE, false),
                        tuple(Role.OPTION, false),
                        tuple(Role.OPERAND, true));
        assertThat(MeantWord.all(declared, Lexer.read("--count").words()))
                .as("whose value is still to be typed")
                .extracting(MeantWord::role)
                .containsExactly(Role.OPTION);
        assertThat(declared.option("-r")).get().extracting(Option::name).isEqualTo("--reply");
        Declaration bare = Entry.of(Group.REST, "bare", Bare::new).declaration();
        assertThat(MeantWord.next(bare, List.of(), "").declared()).isEmpty();
    }
}
