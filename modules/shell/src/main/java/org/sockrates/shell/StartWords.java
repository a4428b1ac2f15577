package org.sockrates.shell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.session.KnownPath;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * The words a process was started with. A path that only experiments take may stand before {@code compare}, too.
 *
 * @param again whether the person was greeted already: this process follows one that had the same terminal
 * @param onWire whether {@code --path wire} stood before the command
 * @param command the command and what belongs to it; empty for none
 */
record StartWords(boolean again, boolean onWire, List<String> command) {
    /** What a process says to the one that takes its place, in front of all other words. */
    static final String AGAIN = "--again";

    static final String PATH = "--path";

    private static final String COMPARE = "compare";
    private static final String SIM = "sim";

    /** @throws UsageException when no such path is there */
    static StartWords of(String... words) {
        List<String> all = Arrays.asList(words);
        boolean again = !all.isEmpty() && all.get(0).equals(AGAIN);
        return of(again, again ? all.subList(1, all.size()) : all);
    }

    /** Whether they begin a lab and say no more but what it is let. */
    boolean beginsLab() {
        List<String> words =
                command.stream().filter(word -> !word.equals(Outside.OPTION)).toList();
        return words.size() == 3 && words.subList(0, 2).equals(List.of("lab", "start"));
    }

    private static StartWords of(boolean again, List<String> all) {
        if (all.isEmpty() || !all.get(0).equals(PATH)) {
            return new StartWords(again, false, all);
        }
        if (all.size() < 2) {
            throw new UsageException(
                    "sockrates: --path: too few words (expected: " + String.join(" or ", KnownPath.PLACES) + ")");
        }
        String word = all.get(1);
        KnownPath path =
                KnownPath.of(word).orElseThrow(() -> NearestWord.unknown("sockrates: --path", word, KnownPath.PLACES));
        List<String> command = all.subList(2, all.size());
        if (path.isPlace()) {
            return new StartWords(again, path == KnownPath.WIRE, command);
        }
        if (command.indexOf(COMPARE) == 0 && !command.contains(PATH)) {
            return new StartWords(
                    again,
                    false,
                    Stream.of(command, all.subList(0, 2)).flatMap(List::stream).toList());
        }
        if (path == KnownPath.SIM && command.indexOf(SIM) == 0) {
            return new StartWords(again, false, command);
        }
        throw new UsageException("sockrates: --path " + word + " (expected: a path all sockets take: "
                + String.join(", ", KnownPath.PLACES) + "); "
                + (path == KnownPath.RELAY
                        ? "a relay is put before one server:  link add PORT delay 20ms"
                        : "in virtual time:  compare --path sim,  sim rdt-gbn --ladder"));
    }
}
