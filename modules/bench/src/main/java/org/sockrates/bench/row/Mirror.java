package org.sockrates.bench.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Timed;
import org.sockrates.wire.Namespace;

/**
 * A mirror to be measured, as a command: ours, or the same in C. It runs in a process of its own, in the namespace of the
 * end that sends and receives.
 */
record Mirror(List<String> command) {
    /** The compiler of the one in C. */
    static final String COMPILER = "cc";

    /** Ours. */
    static Mirror ours(int mtu, String link, String watch) {
        return new Mirror(Ours.with(Map.of("mtu", Integer.toString(mtu)))
                .and("link", link)
                .and("watch", watch)
                .command("mirror"));
    }

    /** The one in C, compiled if it was not. */
    static Mirror c(Plan plan, int mtu) throws IOException {
        Path program = plan.root().resolve("modules/bench/target/mirror");
        Path source = Path.of(plan.peer("mirror.c"));
        boolean stale = !Files.exists(program)
                || Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(source)) < 0;
        if (stale) {
            Timed.run(List.of(COMPILER, "-O2", "-Wall", "-o", program.toString(), source.toString()));
        }
        return new Mirror(List.of(program.toString(), "wire0", Integer.toString(mtu)));
    }

    /** What an end measures through it. */
    double measured(Ours told, String end, String result) throws IOException {
        Ours with = told.and("mirror", String.join("\t", command));
        try (Child child = Ours.start(Namespace.freshFor(with.command(end)))) {
            return Ours.result(child, result);
        }
    }
}
