package org.sockrates.capture.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.transport.text.CountText;

/**
 * The space-time diagram of one conversation: two ends side by side, time downwards, calls in the margins, what crossed
 * between them. Without packets it shows calls and what a hop saw, and claims no segment; with them it shows every
 * segment, and the states of both ends as far as segments tell them. It is a picture and its drawing: what is in it was found
 * elsewhere.
 *
 * @param transport the transport's name
 * @param left the end that began
 */
public record Ladder(String transport, LadderEnd left, LadderEnd right, List<LadderRow> rows) {
    static final String STATES = "states are inferred from the segments seen";

    public Ladder {
        rows = List.copyOf(rows);
    }

    /** Whether an actor's socket of this number, the latest that had it, stands at either end. */
    public boolean involves(String actor, int socket) {
        return left.has(actor, socket) || right.has(actor, socket);
    }

    /** Whether all calls of both ends' sockets are known, from their making on. */
    public boolean whole() {
        return left.whole() && right.whole();
    }

    /**
     * Whether a stranger sent something to a socket that never answered him and had begun one of these conversations: he
     * spoke in between.
     */
    public boolean interrupts(List<Ladder> others) {
        boolean answered = rows.stream().anyMatch(row -> row instanceof Arrow arrow && arrow.from() == Side.RIGHT);
        return !answered
                && left.sockets().isEmpty()
                && right.sockets().stream()
                        .anyMatch(mine -> others.stream().anyMatch(other -> other.left.has(right.actor(), mine)));
    }

    /** One line for a list to choose from: {@code tcp alice (4) -> bob (5), door (3): 9 rows}. */
    public String title() {
        return transport + " " + left.title() + " -> " + right.title() + ": " + CountText.print(rows.size(), "row");
    }

    /**
     * The lines of a Mermaid sequence diagram of it, all of them escaped.
     *
     * @param times whether each row begins with its time
     */
    public List<String> mermaid(boolean times) {
        return MermaidText.lines(this, times);
    }

    /** Draws it, or tells it in words: lines no longer than the style's width, all of them escaped. */
    public List<String> render(LadderStyle style) {
        return style.drawing() == Drawing.WORDS
                ? new WordsText(this, style).lines()
                : new LadderText(this, style).lines();
    }

    /** Whether a margin tells a TCP state. */
    boolean showsStates() {
        return any(margin -> margin.change().isPresent());
    }

    /** Whether a margin tells how an end stands. */
    boolean showsNotes() {
        return any(margin -> !margin.note().isEmpty());
    }

    /** Whence what the drawn margins tell is known. */
    List<String> saidBelow() {
        List<String> said = new ArrayList<>();
        if (showsStates()) {
            said.add(STATES);
        }
        if (showsNotes()) {
            said.add("[a sender waits for], its timer, next: what a receiver does; as packets tell");
        }
        return said;
    }

    private boolean any(Predicate<Margin> wanted) {
        return rows.stream().anyMatch(row -> wanted.test(row.margin(Side.LEFT)) || wanted.test(row.margin(Side.RIGHT)));
    }
}
