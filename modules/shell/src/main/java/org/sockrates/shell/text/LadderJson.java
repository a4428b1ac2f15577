package org.sockrates.shell.look;

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
import org.sockrates.shell.job.Json;
import org.sockrates.transport.CallText;

/** A ladder as JSON: its rows as values, and the lines that people see. */
final class LadderJson {
    private LadderJson() {}

    static Map<String, @Nullable Object> of(int number, Ladder ladder, List<String> drawn) {
        long zero = ladder.rows().isEmpty() ? 0 : ladder.rows().get(0).nanos();
        return Json.object(
                "number", number,
                "title", ladder.title(),
                "transport", ladder.transport(),
                "left", end(ladder.left()),
                "right", end(ladder.right()),
                "rows", ladder.rows().stream().map(row -> row(row, zero)).toList(),
                "lines", drawn);
    }

    private static Map<String, @Nullable Object> end(LadderEnd end) {
        return Json.object("title", end.title(), "address", Json.orNull(end.address()));
    }

    private static Map<String, @Nullable Object> row(LadderRow row, long zeroNanos) {
        Map<String, @Nullable Object> json = Json.object("ms", millis(row.nanos() - zeroNanos));
        if (row instanceof Arrow arrow) {
            json.put("from", word(arrow.from()));
            json.put("shape", arrow.shape().name().toLowerCase(Locale.ROOT));
            json.put("label", arrow.label().get(0));
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
        }
        return json;
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
