package org.sockrates.shell.sim;

import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.check.Check;
import org.sockrates.sim.check.Failure;
import org.sockrates.sim.check.Finding;
import org.sockrates.sim.check.schedule.Schedule;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.text.NearestWord;

/** What a protocol is put to, and what is asked of it. */
final class HuntOptions {
    private static final int USUAL_SEEDS = 1_000;

    @Parameter(names = "--seeds", placeholder = "N", description = "hostile lines to try (1000)")
    private @Nullable Integer seeds;

    @Parameter(names = "--seed", placeholder = "N", description = "the first of them (1)")
    private @Nullable Long seed;

    @Parameter(
            names = "--like",
            placeholder = "PROTOCOL",
            description = "the class is one of the three, as the textbook has it")
    private @Nullable String like;

    @Parameter(names = "--own-packets", description = "its packets are its own, even if they look like ours")
    private boolean ownPackets;

    @Parameter(
            names = "--forge",
            description = "somebody forges packets, too: who speaks those of docs/rdt.md must not believe them")
    private boolean forge;

    @Parameter(names = "--schedule", placeholder = "TEXT", description = "this one line instead, as a failure is told")
    private @Nullable String schedule;

    /** Whether one was given that says what a class is. */
    boolean aboutAClass() {
        return like != null || ownPackets;
    }

    /** What cannot be meant together. */
    void refuse() {
        if (forge && ownPackets) {
            throw new UsageException(
                    "rdt check: --forge: with --own-packets (expected: packets of docs/rdt.md, no others can be forged)");
        }
        if (forge && schedule != null) {
            throw new UsageException(
                    "rdt check: --forge: with --schedule (expected: one of the two, a schedule names what is forged)");
        }
    }

    /** The one line, where one was given. */
    Optional<Schedule> schedule() {
        return Optional.ofNullable(schedule).map(Schedule::parse);
    }

    /** What is asked of somebody's ends. */
    Check check(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker) {
        Protocol textbook = like == null ? null : protocol("rdt check: --like", like);
        return ownPackets ? Check.ofOwnPackets(maker) : Check.of(maker, textbook);
    }

    /** Tries every line, or the one that was given. */
    Finding hunt(Check check, BooleanSupplier stopped) {
        Optional<Schedule> one = schedule();
        if (one.isEmpty()) {
            return (forge ? check.forged() : check)
                    .hunt(seed == null ? 1 : seed, seeds == null ? USUAL_SEEDS : seeds, stopped);
        }
        Optional<Failure> failure = check.replay(one.get());
        return new Finding(1, 0, 0, 0, List.of(), List.of(), failure);
    }

    /** The words that give all of them once more. */
    List<String> words() {
        List<String> words = ofTheClass();
        add("--seeds", seeds, words);
        add("--seed", seed, words);
        add("--schedule", schedule, words);
        if (forge) {
            words.add("--forge");
        }
        return words;
    }

    /** Those words that say what the class is. */
    List<String> ofTheClass() {
        List<String> words = new ArrayList<>();
        add("--like", like, words);
        if (ownPackets) {
            words.add("--own-packets");
        }
        return words;
    }

    private static void add(String option, @Nullable Object value, List<String> words) {
        if (value != null) {
            words.addAll(List.of(option, value.toString()));
        }
    }

    /** The protocol of this name, or a word about the nearest. */
    static Protocol protocol(String where, String word) {
        return Protocol.of(word).orElseThrow(() -> NearestWord.unknown(where, word, Protocol.words()));
    }
}
