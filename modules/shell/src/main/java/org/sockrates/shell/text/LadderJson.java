package org.sockrates.shell.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderEnd;
import org.sockrates.capture.ladder.LadderRow;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.ladder.TimerMark;
import org.sockrates.shell.job.Json;
import org.sockrates.transport.CallText;

/** A ladder as JSON: what its arrows and margins tell, as values. */
public final class LadderJson {
    private LadderJson() {}

    /** Its title, its ends and its rows. */
    public static Map<String, @Nullable Object> of(Ladder ladder) {
        return Json.object(
                "title", ladder.title(),
                "transport", ladder.transport(),
                "left", end(ladder.left()),
                "right", end(ladder.right()),
                "rows", rows(ladder));
    }

    /**
     * Its rows. {@code ms} counts from the first; {@code left_note} is how that end stands, {@code [0-4]} for what it waits
     * for; {@code left_timer} what its timer does: {@code deed} on, anew, off or timeout, {@code number} of the packet it is
     * of, {@code ms} it ran until it rang. What a row does not tell is null.
     */
    public static List<Map<String, @Nullable Object>> rows(Ladder ladder) {
        long zero = ladder.rows().isEmpty() ? 0 : ladder.rows().get(0).nanos();
        return ladder.rows().stream().map(row -> row(row, zero)).toList();
    }

    private static Map<String, @Nullable Object> end(LadderEnd end) {
        return Json.object("title", end.title(), "address", Json.orNull(end.address()));
    }

    private static Map<String, @Nullable Object> row(LadderRow row, long zeroNanos) {
        Map<String, @Nullable Object> json = Json.object("ms", millis(row.nanos() - zeroNanos));
        if (row instanceof Arrow arrow) {
            json.put("from", word(arrow.from()));
            json.put("shape", arrow.shape().name().toLowerCase(Locale.ROOT));
            json.put("label", arrow.label().longest());
            json.put("mark", Json.orNull(arrow.mark()));
            boolean whole = arrow.shape() == LadderRow.Shape.WHOLE;
            json.put("took_ms", whole ? millis(arrow.took().nanos()) : null);
            json.put("seen_to_arrive", whole ? arrow.took().seen() : null);
        }
        for (Side side : Side.values()) {
            Margin margin = row.margin(side);
            json.put(
                    word(side) + "_call",
                    Optional.ofNullable(margin.call()).map(CallText::of).orElse(null));
            json.put(
                    word(side) + "_state",
                    margin.change().map(StateChange::text).orElse(null));
            json.put(word(side) + "_note", Json.orNull(margin.note()));
            json.put(
                    word(side) + "_timer", margin.timer().map(LadderJson::timer).orElse(null));
        }
        return json;
    }

    private static Map<String, @Nullable Object> timer(TimerMark mark) {
        boolean rings = mark.deed() == TimerMark.Deed.RINGS;
        return Json.object(
                "deed", mark.deed().word(),
                "number", mark.whose().map(Integer::toUnsignedLong).orElse(null),
                "ms", rings ? millis(mark.afterNanos()) : null);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
