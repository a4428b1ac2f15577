package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** What a class of somebody's cannot do to the program that hunts it: say its status, or write into its results. */
final class SomebodysClassTest extends OwnMachine {
    @TempDir
    Path classes;

    /** A protocol that takes one message and does nothing with it but what is given. */
    private void compile(String name, String done) throws IOException {
        String source = """
                import java.nio.ByteBuffer;
                import org.sockrates.transport.rdt.*;
                public class NAME implements ProtocolEnd {
                    private boolean has;
                    public NAME(ProtocolSettings settings, Outside outside) {}
                    public boolean hasRoom() { return !has; }
                    public void send(ByteBuffer message, long now) {
                        has = true;
                        DONE
                    }
                    public void arrived(ByteBuffer packet, long now) {}
                    public void timeout(long now) {}
                    public boolean allAcknowledged() { return !has; }
                }
                """.replace("NAME", name).replace("DONE", done);
        Path file = Files.writeString(classes.resolve(name + ".java"), source);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
        assertThat(status).isZero();
    }

    private Ended check(String name) throws IOException, InterruptedException {
        return sockrates.run("rdt", "check", name, "--classpath", classes.toString(), "--seeds", "3", "--json");
    }

    @Test
    void theTutorialsProtocolHoldsAndItsVariantsAreFoundOutAsItSays() throws IOException, InterruptedException {
        String page = Files.readString(Tools.root().resolve("tutorials/04-building-tcp-out-of-udp.md"));
        String good = blocks("java\n", page).get(0);
        List<String> said = blocks("\n(?=scripts)", page);

        assertThat(hunted(good).out()).startsWith(lines(said.get(0)));
        String half = "if (!waiting || packet.number() != number) return;";
        assertThat(good).contains(half);
        assertThat(hunted(good.replace(half, "if (!waiting) return;")).out()).startsWith(lines(said.get(1)));
        String newer = good.replace(half, "if (!waiting || packet.number() - number < 0) return;");
        assertThat(hunted(newer).status()).isZero();
        assertThat(hunted(newer, "--forge").out()).startsWith(lines(said.get(2)));
        assertThat(hunted(good, "--forge").status()).isZero();
        assertThat(hunted(good, "--like", "rdt-sw").out().get(0)).contains("breaks: What goes again is all");
        String shut =
                good.replace("boolean sentAgain;", "boolean sentAgain, shut;").replace(half, """
                        boolean opens = shut && packet.window() > 0;
                        shut = packet.window() == 0;
                        if (waiting && opens && packet.number() != number) {
                            sentAgain = true;
                            transmit(now);
                        }
                        """ + half);
        assertThat(hunted(shut, "--like", "rdt-sw").status()).isZero();
    }

    @Test
    void whatWasFoundInASourceIsReplayedAsItsLabSays() throws IOException, InterruptedException {
        compile("Loses", "");
        Path lab = classes.resolve("found.lab");
        Path source = classes.resolve("Loses.java");
        assertThat(sockrates
                        .run("rdt", "check", source.toString(), "--lab", lab.toString(), "--seeds", "3")
                        .status())
                .isEqualTo(1);
        assertThat(Files.readAllLines(lab)).contains("#   grade " + lab + " -- " + source);
        Ended replayed = sockrates.run("grade", lab.toString(), "--", source.toString());
        assertThat(replayed.status()).as("%s", replayed).isZero();
    }

    private Ended hunted(String source, String... options) throws IOException, InterruptedException {
        Path file = Files.writeString(classes.resolve("MyStopAndWait.java"), source);
        List<String> words = new ArrayList<>(List.of("rdt", "check", file.toString()));
        words.addAll(List.of(options));
        return sockrates.run(words.toArray(String[]::new));
    }

    private static List<String> blocks(String start, String page) {
        return Pattern.compile("(?ms)^```" + start + "(.*?)^```$")
                .matcher(page.substring(page.indexOf("## Build one yourself")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** What is shown under the command. */
    private static String[] lines(String block) {
        return block.lines().skip(1).toArray(String[]::new);
    }

    @Test
    void aClassThatEndsTheProcessHasNotHeld() throws IOException, InterruptedException {
        compile("Exits", "System.exit(0);");
        Ended ended = check("Exits");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .containsExactly("Exits.send: called System.exit in line 9 (expected: it returns); there is no result");
    }

    @Test
    void whatAClassPrintsIsNoResultAndEscaped() throws IOException, InterruptedException {
        compile("Prints", "System.out.println(\"\\u001b[2J\"); System.err.print(\"no end\");");
        Ended ended = check("Prints");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).singleElement().asString().contains("\"protocol\":\"Prints\"");
        assertThat(ended.err()).contains("\\x1b[2J").last().asString().endsWith("no end");
        assertThat(String.join("\n", ended.err())).doesNotContain("\u001b");
    }

    @Test
    void whatOursThrowsIsToldOfTheLineThatCalledIt() throws IOException, InterruptedException {
        compile("Falls", "new Packet().wrap(null);");
        assertThat(check("Falls").out())
                .singleElement()
                .asString()
                .contains("send threw NullPointerException")
                .contains(" at Falls.java:9, in its call of wrap");
    }

    @Test
    void itsTwoEndsAreLoadedApartThoughSockratesWasStartedWithIt() throws IOException, InterruptedException {
        compile("Tells", "} { System.out.println(System.identityHashCode(Tells.class));"); // when it is made
        assertThat(sockrates
                        .variable("SOCKRATES_CLASSPATH", classes.toString())
                        .run("rdt", "check", "Tells", "--schedule", "client sends 1; server sends 1")
                        .err()
                        .stream()
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whatAClassPrintsHasAnEnd() throws IOException, InterruptedException {
        compile("Babbles", "for (int i = 0; i < 100_000; i++) System.out.println(i);");
        assertThat(check("Babbles").err())
                .hasSize(101)
                .startsWith("0", "1", "2")
                .endsWith("99", "printed: more than 100 lines by a class (expected: fewer); no more are shown");
    }
}
