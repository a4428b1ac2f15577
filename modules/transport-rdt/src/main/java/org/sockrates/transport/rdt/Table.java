package org.sockrates.transport.rdt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A state machine as data: in this state, on this event, if this holds, do that and be in this state. The same rows are run
 * and drawn, in docs/rdt.md, so that the picture cannot differ from the program.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <M> whose machine it is: its conditions are asked of it, and its actions done by it
 */
public final class Table<S extends Enum<S>, E extends Enum<E>, M> {
    private static final String ALWAYS = "";

    private final String title;
    private final List<Row<S, E, M>> rows;
    private final Map<S, Map<E, List<Row<S, E, M>>>> cells;

    /**
     * One transition.
     *
     * @param condition in words; empty where there is none
     * @param action in words
     */
    public record Row<S, E, M>(
            S from, E on, String condition, Predicate<M> holds, String action, Consumer<M> act, S to) {}

    private Table(String title, Class<S> states, Class<E> events, List<Row<S, E, M>> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
        cells = new EnumMap<>(states);
        for (S state : states.getEnumConstants()) {
            Map<E, List<Row<S, E, M>>> cell = new EnumMap<>(events);
            for (E event : events.getEnumConstants()) {
                cell.put(
                        event,
                        rows.stream()
                                .filter(row -> row.from() == state && row.on() == event)
                                .toList());
            }
            cells.put(state, cell);
        }
    }

    /** Begins a table. */
    static <S extends Enum<S>, E extends Enum<E>, M> Rows<S, E, M> of(
            String title, Class<S> states, Class<E> events, Class<M> machine) {
        return new Rows<>(title, states, events);
    }

    /** A table while it is written. */
    static final class Rows<S extends Enum<S>, E extends Enum<E>, M> {
        private final String title;
        private final Class<S> states;
        private final Class<E> events;
        private final List<Row<S, E, M>> rows = new ArrayList<>();

        private Rows(String title, Class<S> states, Class<E> events) {
            this.title = title;
            this.states = states;
            this.events = events;
        }

        /** In this state, on this event, whatever else: this is done. */
        Rows<S, E, M> row(S from, E on, String action, Consumer<M> act, S to) {
            return row(from, on, ALWAYS, machine -> true, action, act, to);
        }

        /** In this state, on this event, if this holds and no earlier row did: this is done. */
        Rows<S, E, M> row(S from, E on, String condition, Predicate<M> holds, String action, Consumer<M> act, S to) {
            rows.add(new Row<>(from, on, condition, holds, action, act, to));
            return this;
        }

        Table<S, E, M> end() {
            return new Table<>(title, states, events, rows);
        }
    }

    /**
     * Does what is to be done.
     *
     * @return the state after it
     * @throws IllegalStateException when no row fits: the table has a hole
     */
    S fire(S state, E event, M machine) {
        List<Row<S, E, M>> cell =
                Objects.requireNonNull(Objects.requireNonNull(cells.get(state)).get(event));
        for (int i = 0; i < cell.size(); i++) {
            Row<S, E, M> row = cell.get(i);
            if (row.holds().test(machine)) {
                row.act().accept(machine);
                return row.to();
            }
        }
        throw new IllegalStateException(title + ": " + event + " in " + state + ": no row (expected: one)");
    }

    /** What it is a table of. */
    public String title() {
        return title;
    }

    /** All transitions, in their order. */
    public List<Row<S, E, M>> rows() {
        return rows;
    }

    /** Its picture, as a Mermaid state diagram; a label has one colon there, the one it begins with. */
    public String mermaid() {
        StringBuilder drawn = new StringBuilder("stateDiagram-v2\n");
        for (Row<S, E, M> row : rows) {
            drawn.append("    ").append(row.from()).append(" --> ").append(row.to());
            drawn.append(" : ").append(row.on());
            if (!row.condition().isEmpty()) {
                drawn.append(" [").append(row.condition()).append(']');
            }
            drawn.append(" / ").append(row.action().replace(":", ",")).append('\n');
        }
        return drawn.toString();
    }
}
