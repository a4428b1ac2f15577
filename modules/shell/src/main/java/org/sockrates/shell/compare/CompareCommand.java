package org.sockrates.shell.compare;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Path;
import org.sockrates.report.CsvReport;
import org.sockrates.report.HtmlReport;
import org.sockrates.report.TextReport;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LinkValue;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.ResultFiles;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "asks tcp and udp the same questions, and measures the answers")
@Manual(
        text = {
            "Without a name it runs every experiment once, over IPv4, in ten seconds; on the path wire,",
            "where packets are seen, more of them, in half a minute. A link is written in netem's",
            "words; with one the path is relay, unless it is said otherwise. One that loses takes",
            "minutes, for all wait for what is lost: with --quick half as many, with two --transports",
            "fewer still, on the path sim seconds. Ctrl-C ends it and shows what was found so far.",
            "With --repeat a figure is the median of its runs: of an even number of them a time or a",
            "speed is the mean of the middle two, a count or a share one of the two, so that what was",
            "lost and what arrived add up; a drawing is of one run.",
            "What a figure means:  why  and its name."
        },
        example = {
            "compare",
            "compare delivery latency --link \"delay 20ms loss 5%\" --repeat 5",
            "compare recovery congestion --path wire --congestion reno",
            "compare boundaries --transports tcp,udp --html result.html"
        },
        see = "help link")
public final class CompareCommand implements Command {
    private final PathChoice choice;

    @Parameter(description = "[EXPERIMENT]…")
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--path",
            description = "where it runs: loopback, relay, wire, sim (the session's; off the wire, with a link: relay)",
            placeholder = "PATH")
    private @Nullable String path;

    @Parameter(
            names = "--link",
            description = "what lies between the ends: \"delay 20ms loss 5%\"",
            placeholder = "LINK")
    private @Nullable String link;

    @Parameter(
            names = "--congestion",
            description = "reno, cubic, bbr: TCP's on the wire (the system's)",
            placeholder = "NAME")
    private @Nullable String congestion;

    @Parameter(names = "--repeat", description = "run each so often; shows median and spread (1)", placeholder = "N")
    private Integer repeat = 1;

    @Parameter(
            names = "--transports",
            description = "which ones, with commas (the system's; with a link all)",
            placeholder = "NAMES")
    private @Nullable String transports;

    @Parameter(names = "--seed", description = "of everything that draws lots (the session's)", placeholder = "N")
    private @Nullable Long seed;

    @Parameter(names = "--quick", description = "smaller numbers, for a first look")
    private boolean quick;

    @Parameter(names = "--csv", description = "write the figures there, too", placeholder = "FILE")
    private @Nullable String csv;

    @Parameter(names = "--html", description = "write a page there, too", placeholder = "FILE")
    private @Nullable String html;

    @Parameter(names = "--force", description = "overwrite files that exist")
    private boolean force;

    private CompareCommand(PathChoice choice) {
        this.choice = choice;
    }

    /**
     * The command.
     *
     * @param paths at least one
     * @param wire the path beside them that needs a namespace of its own
     */
    public static List<Entry> all(List<Path> paths, WireAccess wire) {
        return List.of(Entry.of(Group.COMPARE, "compare", () -> new CompareCommand(new PathChoice(paths, wire))));
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        long lots = seed == null ? session.defaults().seed() : seed;
        LinkSpec spec = link == null ? LinkSpec.NONE : LinkValue.read(link, lots);
        List<Transport> asked = transports(session, spec);
        Path where = choice.of(path, session.place().path(), spec, job);
        if (transports != null) {
            asked.forEach(transport -> refuse(where, transport));
        }
        List<Experiment> experiments = experiments(where);
        String control = congestion(where);
        Comparer comparer = new Comparer(where, spec, new Settings(lots, quick, control), new Telling(job));
        try (ResultFiles<Comparison> files = new ResultFiles<>(session.files(job), force)) {
            files.add("compare: --csv", csv, CsvReport::of);
            files.add("compare: --html", html, HtmlReport::of);
            TextReport.heading(comparer.announced(asked, repeat)).lines().forEach(job::say);
            job.say("");
            Comparison found = job.whileWaiting(comparer::cancel, () -> comparer.run(experiments, asked, repeat));
            return files.write(found, new CompareReply(found, steps(where, asked)));
        }
    }

    @Override
    public void foresee() {
        words.stream().filter(word -> !word.open()).forEach(word -> experiment(word.text()));
        if (link != null) {
            LinkValue.read(link, 0);
        }
    }

    /** Whoever names it wants it; who names none gets a column that says why it is empty. */
    private static void refuse(Path where, Transport named) {
        where.refusal(named).ifPresent(reason -> {
            throw new UsageException(
                    "compare: --transports " + where.named(named) + " over " + where.name() + ": " + reason);
        });
    }

    private List<Experiment> experiments(Path where) {
        if (words.isEmpty()) {
            return Experiments.on(where);
        }
        return words.stream().map(word -> experiment(word.text())).toList();
    }

    private static Experiment experiment(String name) {
        return Experiments.named(name).orElseThrow(() -> NearestWord.unknown("compare", name, Experiments.names()));
    }

    /** From plain datagrams over what is built on them to what the system has; empty where nothing is built. */
    private static List<String> steps(Path where, List<Transport> all) {
        Predicate<Transport> built = transport -> transport.traits().builtOnDatagrams();
        Predicate<Transport> plain = transport -> !transport.traits().connectionOriented();
        return all.stream().noneMatch(built)
                ? List.of()
                : Stream.of(plain, built, plain.or(built).negate())
                        .flatMap(kind -> all.stream().filter(kind))
                        .map(where::named)
                        .toList();
    }

    /** Those named; else the system's own, and where a link spoils something also those that are built to bear it. */
    private List<Transport> transports(Session session, LinkSpec spec) {
        if (transports != null) {
            return Stream.of(transports.split(",", -1))
                    .distinct()
                    .map(name -> session.unobserved("compare", name))
                    .toList();
        }
        return session.transports().stream()
                .map(name -> session.unobserved("compare", name))
                .filter(transport -> !spec.isPerfect() || !transport.traits().builtOnDatagrams())
                .toList();
    }

    /** What was asked for, once it is known to be there: else every figure would be absent for one wrong letter. */
    private String congestion(Path where) throws IOException {
        if (congestion == null) {
            return "";
        }
        List<String> offered = where.congestionControls();
        if (offered.isEmpty()) {
            throw new UsageException("compare: --congestion over " + where.name()
                    + " (expected: a path with a kernel of its own); use --path wire");
        }
        if (!offered.contains(congestion)) {
            throw new UsageException(
                    "compare: --congestion", congestion, "one that this kernel takes: " + String.join(" ", offered));
        }
        return congestion;
    }

    /** Shows each result as soon as it is there, and till then which of its runs is under way. */
    private record Telling(Job job) implements Progress {
        @Override
        public void begins(Experiment experiment, String transport, int run, int runs) {
            job.progress(experiment.name() + ": " + SafeText.escape(transport) + ", " + run + " of " + runs);
        }

        @Override
        public void finished(Result result) {
            TextReport.of(result).lines().forEach(job::say);
            job.say("");
        }
    }
}
