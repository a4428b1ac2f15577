package org.sockrates.lab.lint;

import java.util.Set;

/** What some commands prove, as a shell would tell. */
public final class Proofs {
    private static final Set<String> SHOW = Set.of("options", "program", "status", "why");
    private static final Set<String> MEET = Set.of("accept", "client", "connect", "rdt", "recv", "recvfrom");

    private Proofs() {}

    /** Of a command's line. */
    public static Proof of(String line) {
        String word = line.split(" ", 2)[0];
        if (line.contains("--expect ")) {
            return line.contains("--waitall ") ? Proof.OF_EVERY_BYTE : Proof.OF_EVERY_BYTE_AT_ONCE;
        }
        if (MEET.contains(word) || line.endsWith("#10000000")) {
            return Proof.OF_OTHERS;
        }
        return SHOW.contains(word) && !line.startsWith("program type") ? Proof.BY_WHAT_IT_SHOWS : Proof.OF_ITSELF;
    }
}
