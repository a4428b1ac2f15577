package org.sockrates.shell.sim;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.link.LinkSpec;
import org.sockrates.shell.chart.WidthValue;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.DrawingOptions;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LinkValue;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.ResultFiles;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.sim.Transfer;
import org.sockrates.sim.formula.Cell;
import org.sockrates.sim.formula.Sweep;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.FixedTimeout;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.rdt.RetransmissionTimeout;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.WholeText;

@Parameters(commandDescription = "lets protocols of reliable transfer run in virtual time")
@Manual(
        text = {
            "Each protocol sends the same messages over the same link, as fast as it may. Nothing",
            "waits: an hour of a bad link takes a moment, and the same seed is the same run on every",
            "machine. A timeout learns from round trips as TCP's does (RFC 6298), at least 200 ms,",
            "unless one is given. With too few numbers for the window, watch what goes wrong.",
            "sweep measures utilisation and goodput over windows and losses, and draws them beside the",
            "textbook's formulas. Its line is theirs: data alone has a rate and is lost, and the timeout",
            "is fixed: so long that it is never too early. Ctrl-C ends it and shows what is whole."
        },
        verbs = {
            "sweep [PROTOCOL]… [--loss] [--delay] [--rate] [--repeat] [--csv] [--force] [--width]",
        },
        example = {
            "sim",
            "sim --link \"delay 20ms loss 5%\" --window 16",
            "sim rdt-gbn rdt-sr --link \"delay 50ms rate 1mbit\" --timeout 300ms",
            "sim rdt-sr --link \"delay 5ms loss 20%\" --window 4 --numbers 5",
            "sim sweep --loss 0..30% --window 1,4,16,64 --delay 50ms",
            "sim sweep rdt-gbn --loss 1%,5% --rate 10mbit --csv gbn.csv",
            "sim rdt-gbn --link \"delay 9ms upstream drop data 1\" --count 5 --ladder",
            "sim rdt-sw --count 2 --ladder --words"
        },
        see = "help compare")
public final class SimCommand implements Command {
    private static final String SWEEP = "sweep";
    private static final String USUAL_LINK = "delay 20ms loss 2%";
    private static final String ALL_NUMBERS = "2^32";
    private static final int USUAL_WINDOW = 8;
    private static final String USUAL_WINDOWS = "1,4,16,64";
    private static final Duration LIMIT = Duration.ofHours(24);
    private static final Duration LEAST_FIXED = Duration.ofMillis(1);
    private static final Duration MOST_FIXED = Duration.ofHours(1);
    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(200);
    private static final Duration MOST_TIMEOUT = Duration.ofSeconds(60);

    @Parameter(description = "[sweep] [PROTOCOL]…")
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--link",
            description = "what lies between the ends (\"" + USUAL_LINK + "\")",
            placeholder = "LINK")
    private @Nullable String link;

    @Parameter(
            names = "--window",
            description = "packets that may be outstanding, 1 to 1024 (8); for sweep a list (1,4,16,64)",
            placeholder = "N")
    private @Nullable String window;

    @Parameter(
            names = "--count",
            description = "messages to transfer; for sweep in each run, at least (1000)",
            placeholder = "N")
    private Integer count = 1_000;

    @Parameter(names = "--size", description = "bytes of each, 8 to 1400 (1000)", placeholder = "N")
    private String size = "1000";

    @Parameter(names = "--timeout", description = "always as long, from 1ms on (learnt)", placeholder = "TIME")
    private @Nullable String timeout;

    @Parameter(names = "--numbers", description = "how many numbers there are (" + ALL_NUMBERS + ")", placeholder = "N")
    private @Nullable String numbers;

    @Parameter(names = "--seed", description = "of everything that draws lots (the session's)", placeholder = "N")
    private @Nullable Long seed;

    @Parameter(names = "--ladder", description = "draws every packet instead; best with few messages")
    private boolean ladder;

    @Parameter(names = "--trace", description = "tells every packet in a line instead")
    private boolean trace;

    @Parameter(names = "--timeless", description = "for --ladder: without the column of times")
    private boolean timeless;

    @ParametersDelegate
    private DrawingOptions drawing = new DrawingOptions();

    @ParametersDelegate
    private SweepOptions sweeping = new SweepOptions();

    private SimCommand() {}

    /** The commands. */
    public static List<Entry> all() {
        return List.of(
                Entry.of(Group.COMPARE, "sim", SimCommand::new), Entry.of(Group.COMPARE, "rdt", RdtCommand::new));
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        long lots = seed == null ? session.defaults().seed() : seed;
        if (drawing.words() && !ladder) {
            throw alone("--words");
        }
        if (!words.isEmpty() && words.get(0).text().equals(SWEEP)) {
            words.remove(0);
            if (ladder || timeless || trace) {
                throw new UsageException("sim sweep: --ladder or --trace (expected: one run to show); see  help sim");
            }
            return sweep(session, job, lots);
        }
        if ((timeless || drawing.any()) && !ladder) {
            throw alone(timeless ? "--timeless" : "--ascii");
        }
        LinkSpec spec = link(lots);
        List<Protocol> protocols = protocols();
        int outstanding = outstanding();
        Transfer transfer = new Transfer(spec, count, bytes(), outstanding, numbers(), 0, timeouts(), LIMIT);
        if (ladder || trace) {
            return shown(transfer, protocols, session, job);
        }
        Map<Protocol, Transfer.Outcome> outcomes = new EnumMap<>(Protocol.class);
        protocols.forEach(protocol -> outcomes.put(protocol, transfer.run(protocol::end, job::cancelled)));
        return new SimReply(transfer, outcomes);
    }

    @Override
    public void foresee() {
        bytes();
        numbers();
        timeouts();
        link(0);
        words.stream()
                .filter(word -> !word.open() && !word.text().equals(SWEEP))
                .forEach(word -> HuntOptions.protocol("sim", word.text()));
        if (words.stream().noneMatch(word -> word.open() || word.text().equals(SWEEP))) {
            outstanding();
        }
    }

    private LinkSpec link(long lots) {
        return LinkValue.read(link == null ? USUAL_LINK : link, lots);
    }

    private int outstanding() {
        return window == null
                ? USUAL_WINDOW
                : WholeText.parse("sim: --window", window, 1, ProtocolSettings.MOST_WINDOW);
    }

    private int bytes() {
        return WholeText.parse("sim: --size", size, Long.BYTES, Packet.MOST_PAYLOAD_BYTES);
    }

    private static UsageException alone(String option) {
        return new UsageException("sim: " + option + " without --ladder (expected: both)");
    }

    private Reply sweep(Session session, Job job, long lots) throws IOException {
        if (link != null || timeout != null || numbers != null) {
            throw new UsageException("sim sweep: --link, --timeout or --numbers (expected: --loss, --delay, --rate:"
                    + " the line is that of the formulas)");
        }
        String windows = window == null ? USUAL_WINDOWS : window;
        Sweep sweep = sweeping.sweep("sim sweep", protocols(), windows, count, bytes(), lots);
        int width = WidthValue.columns(sweeping.width(), session.defaults().width());
        boolean unicode = drawing.drawing("sim sweep", session.defaults()).isUnicode();
        try (ResultFiles<List<Cell>> files = new ResultFiles<>(session.files(job), sweeping.force())) {
            files.add("sim sweep: --csv", sweeping.csv(), cells -> SweepCsv.of(sweep, cells));
            List<Cell> cells = sweep.run(job::cancelled);
            return files.write(cells, new SweepReply(sweep, cells, width, unicode));
        }
    }

    private Reply shown(Transfer transfer, List<Protocol> protocols, Session session, Job job) {
        if (ladder && trace) {
            throw new UsageException("sim: --ladder and --trace (expected: one of them)");
        }
        LadderStyle style = session.defaults().ladder().with(drawing.drawing("sim", session.defaults()));
        LadderStyle used = timeless ? style.timeless() : style;
        return new SimRuns(protocols.stream()
                .map(protocol -> trace ? traced(transfer, protocol, job) : drawn(transfer, protocol, job, used))
                .toList());
    }

    private static SimRuns.Shown drawn(Transfer transfer, Protocol protocol, Job job, LadderStyle style) {
        SimLadder watching = new SimLadder(protocol, transfer);
        Transfer.Outcome outcome = transfer.run(protocol::end, job::cancelled, watching);
        Ladder drawn = watching.drawn();
        return new SimRuns.Shown(protocol, drawn.render(style), Optional.of(drawn), outcome);
    }

    private static SimRuns.Shown traced(Transfer transfer, Protocol protocol, Job job) {
        SimTrace watching = new SimTrace(protocol, transfer);
        Transfer.Outcome outcome = transfer.run(protocol::end, job::cancelled, watching);
        return new SimRuns.Shown(protocol, watching.told(), Optional.empty(), outcome);
    }

    private List<Protocol> protocols() {
        List<String> asked = words.stream().map(Word::text).toList();
        for (String word : asked) {
            HuntOptions.protocol("sim", word);
        }
        return Arrays.stream(Protocol.values())
                .filter(protocol -> asked.isEmpty() || asked.contains(protocol.word()))
                .toList();
    }

    private Numbers numbers() {
        return numbers == null || numbers.equals(ALL_NUMBERS)
                ? Numbers.ALL
                : new Numbers(WholeText.parseLong("sim: --numbers", numbers, 2, 1L << 32));
    }

    private Supplier<RetransmissionTimeout> timeouts() {
        if (timeout != null) {
            long fixed = DurationText.parse("sim: --timeout", timeout, LEAST_FIXED, MOST_FIXED)
                    .toNanos();
            return () -> new FixedTimeout(fixed);
        }
        long milli = Duration.ofMillis(1).toNanos();
        return () -> new AdaptiveTimeout(
                Duration.ofSeconds(1).toNanos(), LEAST_TIMEOUT.toNanos(), MOST_TIMEOUT.toNanos(), milli);
    }
}
