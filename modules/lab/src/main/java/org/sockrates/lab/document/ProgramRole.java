package org.sockrates.lab.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the program is that a lab judges. It is named by whoever grades, never by the lab, and begins as soon as
 * {@code {port}} is known: of a server before the first command, of a client when a line has captured it.
 */
public enum ProgramRole {
    /** It is given a port and serves there; the lab's commands are its clients. */
    SERVER,
    /** It is given the port of a server, or of a link before one, that the lab has put up. */
    CLIENT;

    /** The placeholder whose value the program is given. */
    public static final String PORT = "port";

    /** The ability that whoever runs such a lab must have: a program was named. */
    public static final String ABILITY = "program";

    static Optional<ProgramRole> parse(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** As a lab writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
