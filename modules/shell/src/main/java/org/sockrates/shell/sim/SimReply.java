package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.sim.Transfer;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.text.CountText;

/** What became of a transfer, protocol by protocol. */
record SimReply(Transfer transfer, Map<Protocol, Transfer.Outcome> outcomes) implements Reply {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(Fold.hanging("sim: ", method()));
        Columns table = new Columns("", "took", "goodput", "delivered", "wrong", "packets", "again", "acks");
        table.right(1, 2, 3, 4, 5, 6, 7);
        outcomes.forEach((protocol, outcome) -> table.row(
                protocol.word(),
                outcome.finished() ? seconds(outcome.lastDeliveryNanos()) : "never",
                goodput(outcome)
                        .map(bits -> FigureText.of(Unit.BITS_PER_SECOND, bits))
                        .orElse("n/a"),
                Integer.toString(outcome.delivered()),
                Integer.toString(outcome.wrong()),
                Long.toString(outcome.dataPackets()),
                Long.toString(outcome.again()),
                Long.toString(outcome.acknowledgements())));
        table.lines().forEach(line -> lines.add("  " + line));
        lines.addAll(Fold.hanging("  > ", finding()));
        if (lostAcknowledgementsDecide()) {
            lines.addAll(Fold.hanging(
                    "  > ",
                    "A lost acknowledgement costs rdt-sr a timeout, since it is of one packet; rdt-gbn none, since the"
                            + " next one is of all before it. Compare a link that loses data alone:  upstream loss ."));
        }
        return lines;
    }

    /** Whether selective repeat came in behind go-back-N, lost ACKs, and sent again what had arrived. */
    private boolean lostAcknowledgementsDecide() {
        Transfer.Outcome repeats = outcomes.get(Protocol.SELECTIVE_REPEAT);
        Transfer.Outcome goesBack = outcomes.get(Protocol.GO_BACK_N);
        if (repeats == null || goesBack == null) {
            return false;
        }
        boolean cameTwice = repeats.again() > 0 && repeats.acknowledgements() > repeats.delivered();
        return cameTwice
                && repeats.acknowledgementLost()
                && repeats.finished()
                && goesBack.finished()
                && repeats.lastDeliveryNanos() > goesBack.lastDeliveryNanos();
    }

    private String method() {
        String numbers = transfer.numbers().count() == 1L << 32
                ? ""
                : ", " + transfer.numbers().count() + " numbers";
        boolean waits =
                outcomes.keySet().stream().allMatch(Protocol.STOP_AND_WAIT::equals); // whatever window was asked for
        return CountText.print(transfer.messages(), "message") + " of " + transfer.messageBytes()
                + " bytes one way, window "
                + (waits ? 1 : transfer.window()) + numbers + "; link "
                + transfer.link().text() + ", both ways; virtual time";
    }

    private String finding() {
        return outcomes.entrySet().stream()
                .map(each -> each.getKey().word() + " " + told(each.getValue()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private String told(Transfer.Outcome outcome) {
        if (outcome.wrong() > 0) {
            return "delivered a wrong message after " + outcome.delivered() + " right ones";
        }
        if (!outcome.finished()) {
            return "had delivered " + outcome.delivered()
                    + (outcome.stopped()
                            ? " when it was stopped"
                            : " after " + transfer.limit().toHours() + " hours");
        }
        double packets = (double) outcome.dataPackets() / transfer.messages();
        return "took " + seconds(outcome.lastDeliveryNanos()) + " and " + String.format(Locale.ROOT, "%.2f", packets)
                + " packets a message";
    }

    @Override
    public int status() {
        return outcomes.values().stream().anyMatch(Transfer.Outcome::stopped) ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }

    private static String seconds(long nanos) {
        double seconds = nanos / 1e9;
        return seconds < 1
                ? FigureText.of(Unit.MILLISECONDS, seconds * 1e3)
                : String.format(Locale.ROOT, seconds < 100 ? "%.2f s" : "%.0f s", seconds);
    }

    /** Empty where all was there at once, as over a link without rules, or nothing ever was. */
    private Optional<Double> goodput(Transfer.Outcome outcome) {
        boolean inVain = !outcome.finished() && !outcome.stopped();
        long nanos = inVain ? transfer.limit().toNanos() : outcome.lastDeliveryNanos();
        return outcome.lastDeliveryNanos() == 0
                ? Optional.empty()
                : Optional.of(outcome.delivered() * 8e9 * transfer.messageBytes() / nanos);
    }

    @Override
    public Object json() {
        List<Object> rows = new ArrayList<>();
        outcomes.forEach((protocol, outcome) -> rows.add(Json.object(
                "protocol", protocol.word(),
                "finished", outcome.finished(),
                "stopped", outcome.stopped(),
                "seconds", outcome.finished() ? outcome.lastDeliveryNanos() / 1e9 : null,
                "goodput_bits_per_second", goodput(outcome).orElse(null),
                "delivered", outcome.delivered(),
                "wrong", outcome.wrong(),
                "sent", outcome.sent(),
                "data_packets", outcome.dataPackets(),
                "again", outcome.again(),
                "acknowledgements", outcome.acknowledgements(),
                "events", outcome.events())));
        return Json.object(
                "messages", transfer.messages(),
                "message_bytes", transfer.messageBytes(),
                "window", transfer.window(),
                "numbers", transfer.numbers().count(),
                "link", transfer.link().text(),
                "limit_seconds", transfer.limit().toSeconds(),
                "protocols", rows);
    }
}
