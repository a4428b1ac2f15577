package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.WithFolder;

/** Several clients at once, of a server and of a lab, as the page of the format tells it. */
class SeveralClientsTest extends WithFolder {
    @Test
    void aClientMayAskBesideTheNext() throws IOException {
        String lab = """
                ---
                program: server
                ---
                tcp> client localhost {port} --count 300 --interval 20ms &
                ...
                # points: 1
                tcp> client localhost {port} --count 3 --timeout 500ms
                ...
                tcp {_}:{port}: sent 3, received 3, lost 0 (0 %)
                ...
                # points: 1
                tcp> wait 1
                ...
                tcp {_}:{port}: sent 300, received 300, lost 0 (0 %)
                ...
                """;
        Files.writeString(folder.resolve("a.lab"), lab.replace(" --timeout 500ms", ""));
        typing.type("grade a.lab -- " + GradeCommandTest.JAVA + "echo {host} {port}")
                .has("1 of 1 labs passed, 2 of 2 points")
                .ends(0);
        Files.writeString(folder.resolve("a.lab"), lab);
        assertThat(typing.type("grade a.lab -- " + GradeCommandTest.JAVA + "one-after-the-other {host} {port}")
                        .ends(1)
                        .lines())
                .endsWith("0 of 1 labs passed, 1 of 2 points");
    }

    @Test
    void aShellStartsSeveralOfAClient() throws IOException {
        Files.writeString(folder.resolve("a.lab"), """
                ---
                program: client
                ---
                tcp> server 0 --echo --quiet --style threads
                server tcp 127.0.0.1:{port}: echo, * (glob)
                tcp> program wait
                program: ended with status 0
                (unordered
                  1 to {port}
                  2 to {port}
                  3 to {port}
                )
                """);
        typing.type("grade a.lab -- /bin/sh -c 'for i in 1 2 3; do echo $i to {port} & done; wait'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }
}
