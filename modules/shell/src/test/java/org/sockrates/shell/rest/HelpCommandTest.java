package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class HelpCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void saysWhereTheClocksOfLadderAndTraceBegin() {
        assertThat(String.join(" ", typing.type("help ladder").lines()).replaceAll(" +", " "))
                .contains("Times, in ms, count from the conversation's first row");
        assertThat(String.join(" ", typing.type("help trace").lines()).replaceAll(" +", " "))
                .contains("in seconds since trace on")
                .as("1:6(5) are the bytes 1 to 5: 6 is not the last")
                .contains("first:next(bytes)");
    }

    @Test
    void listsEveryCommandUnderItsHeading() {
        List<String> lines = typing.type("help").ends(0).lines();
        assertThat(lines)
                .contains("one call each", "  bind      gives a socket its own address", "learn", "the rest")
                .allMatch(line -> line.length() <= 80);
        for (String word : typing.interpreter().registry().words()) {
            assertThat(lines).as(word).anyMatch(line -> line.startsWith("  " + word + " "));
        }
    }

    @Test
    void inALowTerminalTheNamesHaveRoom() {
        List<String> all = typing.type("help").lines();
        typing.session().defaults().height(24);

        List<String> names = typing.type("help").ends(0).lines();

        assertThat(names)
                .hasSizeLessThan(20)
                .contains("roles          server client wire")
                .allMatch(line -> line.length() <= 80);
        for (String word : typing.interpreter().registry().words()) {
            assertThat(names)
                    .as(word)
                    .anyMatch(line -> List.of(line.split(" +")).contains(word));
        }
        assertThat(typing.type("help --all").lines()).isEqualTo(all);
        typing.session().defaults().height(all.size() + 1);
        assertThat(typing.type("help").lines()).isEqualTo(all);
    }

    @Test
    void saysWhatIsMeantWhereAnOptionIsLeftOut() {
        assertThat(String.join("\n", typing.type("help server").lines())).contains("virtual (iterative)");
        assertThat(String.join("\n", typing.type("help client").lines())).contains("(the session's; pinger: 1s)");
        assertThat(String.join(" ", typing.type("help compare").lines()).replaceAll(" +", " "))
                .contains("sim (the session's; off the wire, with a link: relay)");
    }

    @Test
    void explainsOne() {
        typing.type("help stop")
                .shows(
                        "stop [JOB]",
                        "  ends a job: by number, the last, all servers, or * for all",
                        "",
                        "  A waiting call ends with EINTR, and its socket lives on.",
                        "",
                        "  > stop",
                        "  > stop 2",
                        "  > stop server",
                        "  > stop *")
                .ends(0);
    }

    @Test
    void tellsOptionsAliasesAndWhereItIsWritten() {
        List<String> lines = typing.type("? socket").lines();
        assertThat(lines.get(0)).isEqualTo("socket [TRANSPORT] [OPTION…]");
        assertThat(lines).anyMatch(line -> line.matches("  --as.* NAME +.*"));
        assertThat(lines.get(lines.size() - 1)).startsWith("  also: s sock   see: ");
        assertThat(typing.type("help grade").first())
                .as("options stand before what divides it from another program's")
                .isEqualTo("grade LAB… [OPTION…] -- PROGRAM [WORD…]");
    }

    @Test
    void aClearPrefixWillDo() {
        assertThat(typing.type("help exp").first()).isEqualTo("explain [ERRNO|TERM…]");
        typing.type("help s").ends(0);
        typing.type("help st").refuses("command: \"st\" (expected: one of status stop)");
    }

    @Test
    void aProgramGetsDeclarations() {
        assertThat(typing.type("help bind --json").json())
                .containsEntry("command", "bind")
                .containsEntry("group", "one call each")
                .containsEntry("aliases", List.of("b"))
                .containsKeys("summary", "usage", "options", "text", "examples", "see");
        assertThat(typing.type("help --json").jsonList())
                .hasSize(typing.interpreter().registry().words().size())
                .allMatch(one -> one.containsKey("usage"));
    }

    @Test
    void saysWhatIsNoCommand() {
        typing.type("help bnd").refuses("command: \"bnd\" (expected: bind?)");
        typing.type("help link ad").refuses("help: \"ad\" (expected: nothing more; see  help help)");
        typing.type("help rdt PROTOCOL").refuses("help: \"PROTOCOL\" (expected: nothing more; see  help help)");
        typing.type("help bind send").refuses("help: \"send\" (expected: nothing more; see  help help)");
    }

    @Test
    void aVerbHasAPageWhereTheTextHasRowsAboutIt() {
        typing.type("help link drop")
                .shows(
                        "link drop [LINK] ORDER…",
                        "  puts a link, as bad as you like, between any client and a server",
                        "",
                        "  drop N                              ends it; drop * ends all",
                        "  drop [N] next                       the next packet is lost",
                        "",
                        "  > link drop 3rd data",
                        "  > link drop 1",
                        "",
                        "  see: help link, docs/link.md, tc-netem(8)")
                .ends(0);
        assertThat(typing.type("help link resume").lines())
                .contains("  pause [N], resume [N]               holds everything back, and lets it go");
        assertThat(typing.type("help link log").lines())
                .anyMatch(line -> line.startsWith("  --last "))
                .noneMatch(line -> line.startsWith("  --listen"));
        assertThat(typing.type("help link forget").lines())
                .isEqualTo(typing.type("help link").lines());
    }

    @Test
    void whatIsToBeTypedStandsThereAsItIsTyped() {
        assertThat(String.join("\n", typing.type("help send").lines()))
                .contains("with \\r \\n \\t \\0 \\xNN")
                .doesNotContain("\\\\");
    }
}
