package org.sockrates.transport.rdt;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A state machine as data: in this state, on this event, if this holds, do that and be in this state. The same rows are run
 * and drawn, in docs/rdt.md, so that the picture cannot differ from the program.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <M> whose machine it is: its conditions are asked of it, and its actions done by it
 */
final class Table<S extends Enum<S>, E extends Enum<E>, M> {
    private static final String NO_CONDITION = "";

    private final String title;
    private final List<Row<S, E, M>> rows;
    private final Map<S, Map<E, List<Row<S, E, M>>>> cells;

    /**
     * One transition.
     *
     * @param condition in words; empty where there is none
     * @param action in words
     */
    record Row<S, E, M>(S from, E on, String condition, Predicate<M> holds, String action, Consumer<M> act, S to) {}

    private Table(String title, List<Row<S, E, M>> rows) {
        this.title = title;
        this.rows = rows;
        cells = rows.stream().collect(Collectors.groupingBy(Row::from, Collectors.groupingBy(Row::on)));
    }

    /** A table of rows; of those of one state and one event the first that holds is done. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the rows are only copied out
    static <S extends Enum<S>, E extends Enum<E>, M> Table<S, E, M> of(String title, Row<S, E, M>... rows) {
        return new Table<>(title, List.of(rows));
    }

    /** Begins a row: in this state, on this event, whatever else. */
    static <S, E> Always<S, E> on(S from, E on) {
        return new Always<>(from, on);
    }

    /** Begins a row: in this state, on this event, if this holds. */
    static <S, E, M> When<S, E, M> on(S from, E on, String condition, Predicate<M> holds) {
        return (to, action, act) -> new Row<>(from, on, condition, holds, action, act, to);
    }

    /** The left of a row: when it is done. */
    @FunctionalInterface
    interface When<S, E, M> {
        /** Ends the row: it leads to this state, and this is done. */
        Row<S, E, M> to(S to, String action, Consumer<M> act);
    }

    /** The left of a row without a condition. */
    record Always<S, E>(S from, E on) {
        /** Ends the row: it leads to this state, and this is done. */
        <M> Row<S, E, M> to(S to, String action, Consumer<M> act) {
            return new Row<>(from, on, NO_CONDITION, machine -> true, action, act, to);
        }
    }

    /**
     * Does what is to be done.
     *
     * @return the state after it
     * @throws IllegalStateException when no row fits: the table has a hole
     */
    S fire(S state, E event, M machine) {
        List<Row<S, E, M>> cell = cells.getOrDefault(state, Map.of()).getOrDefault(event, List.of());
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
    String title() {
        return title;
    }

    /** All transitions, in their order. */
    List<Row<S, E, M>> rows() {
        return rows;
    }

    /** Its picture, as a Mermaid state diagram; a label has one colon there, the one it begins with. */
    String mermaid() {
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
