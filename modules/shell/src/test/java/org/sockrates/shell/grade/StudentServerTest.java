package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.transport.tcp.TcpTransport;

@ExtendWith(MockitoExtension.class)
class StudentServerTest {
    private static final String THERE = "192.0.2.1"; // nobody's (RFC 5737)

    @Mock
    private Voice voice;

    /** What is told of a server that does not serve where it is to be reached on the wire. */
    private String told(String host) throws IOException {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path").split(":", -1)[0],
                HandedIn.class.getName(),
                "echo",
                "127.0.0.1",
                "{port}",
                host);
        ProgramCall call = new ProgramCall(
                words, Path.of("").toAbsolutePath(), OptionalInt.empty(), new SearchPath(""), Optional.empty());
        Job job = new Job("grade", Origin.PROMPT, voice, false);
        StudentServer program = StudentServer.of(
                new StudentServer.Start(call, List.of(), Duration.ofSeconds(2), job),
                new TcpTransport().traits(),
                List.of(InetAddress.getByName(THERE)));
        SubmissionException failed = catchThrowableOfType(SubmissionException.class, program::beforeAsking);
        return String.valueOf(failed.getMessage());
    }

    @Test
    void whoIsNotToldWhereToServeIsToBeTold() throws IOException {
        assertThat(told("here"))
                .contains("it serves at tcp 127.0.0.1:")
                .contains("; tell it where: on the wire its words are {host} {port}");
        assertThat(told("{host}")).contains("it serves at tcp 127.0.0.1:").doesNotContain("tell it where");
    }
}
