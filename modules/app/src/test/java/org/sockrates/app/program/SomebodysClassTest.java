package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.app.process.Started.Ended;

/** What a class of somebody's cannot do to the program that hunts it: say its status, or write into its results. */
final class SomebodysClassTest {
    @TempDir
    Path folder;

    @TempDir
    Path classes;

    private Sockrates sockrates;

    @BeforeEach
    void set() throws IOException {
        sockrates = new Sockrates(folder);
    }

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
    void whatAClassPrintsHasAnEnd() throws IOException, InterruptedException {
        compile("Babbles", "for (int i = 0; i < 100_000; i++) System.out.println(i);");
        assertThat(check("Babbles").err())
                .hasSize(101)
                .startsWith("0", "1", "2")
                .endsWith("99", "printed: more than 100 lines by a class (expected: fewer); no more are shown");
    }
}
