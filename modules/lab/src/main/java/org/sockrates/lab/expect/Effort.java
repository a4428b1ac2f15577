package org.sockrates.lab.expect;

/**
 * How much work one comparison may be. Counted in characters looked at and states tried, not in time, so that the same
 * lab gives the same answer on a slow machine.
 */
final class Effort {
    private static final int MOST_CHARACTERS = 5_000_000;
    private static final int MOST_STATES = 300_000;

    private int characters = MOST_CHARACTERS;
    private int states = MOST_STATES;

    /** The work was too much: the comparison is undecided. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }

    /** @param lines that may be tried in this state */
    void state(int lines) {
        states -= 1 + lines;
        if (states < 0) {
            throw new Exceeded("too many ways to match these lines");
        }
    }

    /** The same text, whose reading is counted. */
    CharSequence counted(String text) {
        return new Counted(text);
    }

    private final class Counted implements CharSequence {
        private final String text;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--characters < 0) {
                throw new Exceeded("the pattern does not come to an end");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
