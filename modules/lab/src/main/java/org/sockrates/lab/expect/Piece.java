package org.sockrates.lab.expect;

/** A part of an expected line. */
sealed interface Piece {
    /** Text that must be there. */
    record Literal(String text) implements Piece {}

    /** A part of a regular expression. */
    record Fragment(String regex) implements Piece {}

    /** A capture or a measurement: {@code {port}}, {@code {rtt:20±15}}. */
    record Placeholder(String name, Constraint constraint) implements Piece {
        /** The name that binds nothing. */
        static final String ANONYMOUS = "_";

        boolean anonymous() {
            return name.equals(ANONYMOUS);
        }

        /** Whether it is held to the value its name has. */
        boolean held() {
            return !anonymous() && !constraint.measures();
        }
    }
}
