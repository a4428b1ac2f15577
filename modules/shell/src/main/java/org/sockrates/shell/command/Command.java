package org.sockrates.shell.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

/**
 * One command, made anew for each line. Its fields are its options and operands, filled by the parser; its help, completion
 * and tail tip are read from the same declarations.
 */
public interface Command {
    /**
     * Does it, once.
     *
     * @throws org.sockrates.transport.UsageException when the line cannot be meant
     * @throws IOException when the world does not play along
     */
    Reply run(Session session, Job job) throws IOException;

    /**
     * Looks at its operands, and at options that it reads itself, before it runs, in no session: of a lab that is read. A word
     * that is {@link Word#open} may be anything, and an option with such a value is not given.
     *
     * @throws org.sockrates.transport.UsageException for what cannot be meant, whatever has gone before
     */
    default void foresee() {}

    /** The host it is going to ask, looked for as {@link #foresee} looks; empty where it asks none, or none is known. */
    default Optional<KnownHost> asks() {
        return Optional.empty();
    }

    /** As its manual has it. */
    default boolean isForPeople() {
        return manual().filter(Manual::forPeople).isPresent();
    }

    /**
     * What it proves that it has succeeded: as its manual has it, unless the words decide.
     *
     * @param behind the words behind its own, without options and their values; of what was quoted, {@link Word#marked}
     */
    default Proof proof(List<String> behind) {
        String first = behind.isEmpty() ? "" : behind.get(0);
        return manual().filter(manual -> !List.of(manual.shows()).contains(first))
                .map(Manual::proves)
                .orElse(Proof.BY_WHAT_IT_SHOWS);
    }

    /**
     * As {@link #proof(List)}, where its options matter, too.
     *
     * @param options those that are given, by their names in full
     */
    default Proof proof(List<String> behind, Set<String> options) {
        return proof(behind);
    }

    /** The words that may stand first, as its manual declares them; none where there are none, or all take the same. */
    default List<String> verbs() {
        return manual().stream()
                .flatMap(manual -> Stream.of(manual.verbs()))
                .map(declared -> Verb.of(declared).word())
                .toList();
    }

    private Optional<Manual> manual() {
        return Optional.ofNullable(getClass().getAnnotation(Manual.class));
    }
}
