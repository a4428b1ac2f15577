package org.sockrates.lab.format;

import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Labs;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.Runs;

/** Results with everything in them that a format must carry. */
final class Samples {
    private static final String REFUSED = """
            ---
            title: 'connect before "listen" & <after>'
            points: 10
            ---
            tcp> bind door localhost 0
            bind(3, 127.0.0.1:{port}) = 0
            # hint: read the errno at the end of the line
            # points: 5
            tcp> connect alice localhost {port}
            connect(4, 127.0.0.1:{port}) = 0
            tcp> send alice "#1 \\\\ ]]> 😀"
            *a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b (glob)
            tcp> recv alice
            ...
            {answer:int} bytes
            tcp> close {answer}
            # points: 2
            tcp> status
            ok
            """;

    private final Labs labs = new Labs();

    /** One lab that fails in every way, one that passes, one that is skipped. */
    List<LabResult> all() {
        Runs runs = new Runs()
                .on("bind door localhost 0", 0, "bind(3, 127.0.0.1:12345) = 0")
                .on(
                        "connect alice localhost 12345",
                        4,
                        "connect(4, 127.0.0.1:12345) = -1 ECONNREFUSED",
                        "  \033[31mhint\007")
                .on("send alice \"#1 \\\\ ]]> 😀\"", 0, "a".repeat(400))
                .on("recv alice", 0, "no", "# bytes")
                .on("status", 0, "ok");
        LabDocument skipped = named("17-group.lab", "---\ntitle: one for many\nrequires: multicast\n---\n> join\n");
        return List.of(
                remarked(runs.run(named("03-refused.lab", REFUSED))),
                runs.run(named("01-hello.lab", "> status\nok\n")),
                runs.run(
                        skipped,
                        ability -> Optional.of("no interface #1 can").filter(why -> ability.equals("multicast"))));
    }

    private static LabResult remarked(LabResult result) {
        List<String> remarks =
                List.of("program: python3 echo.py {port}: ended with status 1", "  Key\033[31mError: '<'");
        return new LabResult(result.lab(), result.verdict(), result.reason(), result.steps(), result.took(), remarks);
    }

    /** A lab whose time is up before its third step. */
    LabResult late() {
        String lab = "---\nlimit: 200ms\n---\n> status\n> status\n> status\n";
        return new Runs().on("status", 0).run(named("late.lab", lab));
    }

    LabDocument named(String name, String text) {
        return labs.good(name, text);
    }
}
