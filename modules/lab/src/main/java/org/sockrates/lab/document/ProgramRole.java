package org.sockrates.lab.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the program is that a lab judges. It is named by whoever grades, never by the lab. One that is started begins as soon
 * as {@code {port}} is known: of a server before the first command, of a client when a line has captured it, and somebody
 * listens there.
 */
public enum ProgramRole {
    /** It is given a port and serves there; the lab's commands are its clients. */
    SERVER,
    /** It is given the port of a server, or of a link before one, that the lab has put up. */
    CLIENT,
    /** A protocol's source, which is not started: the lab's commands have it hunted, as {@code {protocol}}. */
    PROTOCOL;

    /** The placeholder whose value the program is given. */
    public static final String PORT = "port";

    /** The placeholder that stands for a protocol's source. */
    public static final String SOURCE = "protocol";

    /** The ability that whoever runs such a lab must have: a program was named. */
    public static final String ABILITY = "program";

    /** What has a value before the first command in some role. */
    static final Set<String> GIVEN_BY_ANY = Set.of(PORT, SOURCE);

    /** What a program is told stands among the words that start it, maybe those of a shell. */
    private static final Pattern TELLABLE = Pattern.compile("[0-9A-Za-z:][0-9A-Za-z:._-]{0,99}");

    static Optional<ProgramRole> parse(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The placeholders that have values before the first command. */
    Set<String> given() {
        return switch (this) {
            case SERVER -> Set.of(PORT);
            case CLIENT -> Set.of();
            case PROTOCOL -> Set.of(SOURCE);
        };
    }

    /** Whether such a program is started, with words that tell it something. */
    public boolean isStarted() {
        return this != PROTOCOL;
    }

    /** Whether a program may be told that: a port, an address, a word that no shell reads anything into. */
    public static boolean mayBeTold(String value) {
        return TELLABLE.matcher(value).matches();
    }

    /** As a lab writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
