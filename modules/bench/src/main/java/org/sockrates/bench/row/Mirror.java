package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.wire.Namespace;
import org.sockrates.wire.WireSettings;

/**
 * A mirror to be measured, as a command: ours, or the same in C. It runs in a process of its own, in the namespace of the
 * end that sends and receives.
 */
record Mirror(List<String> command) {
    /** Ours. */
    static Mirror ours(int mtu, String link, String watch) {
        return ours(mtu, link, watch, WireSettings.USUAL.mostAtOnce());
    }

    /** Ours where the kernel has no call for several packets. */
    static Mirror oneByOne(int mtu) {
        return ours(mtu, "", "none", 1);
    }

    private static Mirror ours(int mtu, String link, String watch, int atOnce) {
        return new Mirror(Ours.with(Map.of("mtu", Integer.toString(mtu)))
                .and("link", link)
                .and("watch", watch)
                .and("at-once", atOnce)
                .command("mirror"));
    }

    /** The one in C. */
    static Mirror c(Plan plan, int mtu) throws IOException {
        return new Mirror(List.of(Compiled.c(plan, "mirror.c").toString(), "wire0", Integer.toString(mtu)));
    }

    /** What an end measures through it. */
    double measured(Ours told, String end, String result) throws IOException {
        Ours with = told.and("mirror", String.join("\t", command));
        try (Child child = Ours.start(Namespace.freshFor(with.command(end)))) {
            return Ours.result(child, result);
        }
    }
}
