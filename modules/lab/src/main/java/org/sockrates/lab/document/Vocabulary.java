package org.sockrates.lab.document;

import java.util.Optional;

/**
 * The words a lab may use: whoever runs labs knows them, this module does not. Asked while a file is read, so that a
 * misspelt command is reported with all other errors before anything starts.
 */
public interface Vocabulary {
    /**
     * What is wrong, and what would do.
     *
     * @param at where in the text it is wrong, from 0
     */
    record Objection(int at, String what, String actual, String expected) {
        /** The text as a whole is wrong. */
        public Objection(String what, String actual, String expected) {
            this(0, what, actual, expected);
        }
    }

    /**
     * Looks at a command without running it.
     *
     * @param line as it stands in the lab; placeholders such as {@code {port}} have no values yet
     * @param folder what a path in the command must stay inside
     */
    default Optional<Objection> toCommand(String line, LabFolder folder) {
        return Optional.empty();
    }

    /**
     * Looks at a value of the front matter.
     *
     * @param key {@code transport}, {@code path}, {@code link}, {@code profile} or {@code requires} (once for each
     *     word)
     */
    default Optional<Objection> toValue(String key, String value) {
        return Optional.empty();
    }

    /** Looks at the front matter as a whole: whether its values go together. */
    default Optional<Objection> toWhole(FrontMatter frontMatter) {
        return Optional.empty();
    }

    /** The words that the commands of a lab with this front matter may use. */
    default Vocabulary below(FrontMatter frontMatter) {
        return this;
    }

    /** Objects to nothing. */
    Vocabulary ANYTHING = new Vocabulary() {};
}
