package org.sockrates.shell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.session.BadDescriptorException;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.Cut;

/** Line to job: words, a command, a thread that runs it. How long anybody waits for the job is the front end's choice. */
public final class LineInterpreter {
    private static final int MOST_SHOWN = 60;

    private final Registry registry;
    private final Session session;
    private volatile boolean leaving;
    private volatile @Nullable List<String> successor;
    private volatile Supplier<List<String>> history = List::of;
    private volatile Guide guide = Guide.NOBODY;

    /** @param catalogue makes the commands; some of them are about commands, and are given this interpreter */
    public LineInterpreter(Session session, Function<LineInterpreter, List<Entry>> catalogue) {
        this.session = session;
        this.registry = new Registry(catalogue.apply(this));
    }

    /** Somebody who leads a person through commands, and goes on himself where the person types what comes next. */
    public interface Guide {
        Guide NOBODY = new Guide() {};

        /** What is done instead of a line; empty where it means what it says. */
        default Optional<Command> insteadOf(List<Word> words, boolean background) {
            return Optional.empty();
        }

        /** What is to be said before a line is done that is not what comes next. */
        default Optional<String> remark(List<Word> words) {
            return Optional.empty();
        }
    }

    /** Whom lines are shown to that are not a lab's. */
    public void guide(Guide leader) {
        guide = leader;
    }

    public Registry registry() {
        return registry;
    }

    public Session session() {
        return session;
    }

    /** Asks the front end to read no further line. */
    public void leave() {
        leaving = true;
    }

    /** Asks the front end to read no further line, and the program to be started again with other words. */
    public void leaveFor(List<String> words) {
        successor = List.copyOf(words);
        leaving = true;
    }

    /** The words of the program that is to follow this one; empty when none is. */
    public Optional<List<String>> successor() {
        return Optional.ofNullable(successor);
    }

    public boolean leaving() {
        return leaving;
    }

    /** Where {@code history} looks; a script has none. */
    public void history(Supplier<List<String>> lines) {
        history = lines;
    }

    /** The lines typed before, oldest first. */
    public List<String> history() {
        return history.get();
    }

    /**
     * A job that was started.
     *
     * @param background whether nobody is to wait for it
     */
    public record Started(Job job, boolean background) {}

    /**
     * Starts what a line says; null for a line that says nothing.
     *
     * @throws UsageException when the line cannot be meant
     */
    public @Nullable Started start(String line, Origin origin, Voice voice) {
        Scan scan = Lexer.read(line);
        if (scan.words().isEmpty()) {
            if (scan.background()) {
                throw new UsageException("line: & alone (expected: a command before it)");
            }
            return null;
        }
        Elsewhere.refuseTwoCommands(scan.words(), registry);
        return start(scan.words(), scan.background(), origin, voice);
    }

    /** Starts what words say that are split already. */
    public Started start(List<Word> words, boolean background, Origin origin, Voice voice) {
        if (words.size() > 2 && words.get(1).marked().equals("=")) {
            Elsewhere.refuseAssignment(words.get(2));
        }
        Entry entry = registry.find(words.get(0).text());
        List<Word> rest = new ArrayList<>(words.subList(1, words.size()));
        boolean json = takeSwitch(rest, "--json");
        if (takeSwitch(rest, "--help")) {
            entry = registry.find("help");
            rest = List.of(words.get(0));
        }
        Guide leader = origin == Origin.LAB ? Guide.NOBODY : guide;
        Optional<Command> instead = leader.insteadOf(words, background);
        Command command = instead.isPresent() ? instead.get() : CommandParser.parse(entry, rest);
        if (origin == Origin.LAB && command.isForPeople()) {
            throw new UsageException(entry.word() + ": in a lab (expected: typed by a person)");
        }
        if (instead.isEmpty()) {
            leader.remark(words).ifPresent(voice::news);
        }
        Job job = new Job(shown(words), origin, voice, json);
        boolean beside = background && instead.isEmpty();
        if (beside) {
            session.jobs().keep(job);
        }
        String word = entry.word();
        session.jobs().start(job, running -> {
            Reply reply = reply(word, command, running);
            reply.failed().ifPresent(session.journal()::told);
            return reply;
        });
        return new Started(job, beside);
    }

    private Reply reply(String word, Command command, Job job) throws IOException {
        try {
            return command.run(session, job);
        } catch (BadDescriptorException closed) {
            return BadDescriptorReply.of(word, closed);
        }
    }

    /** What a line says; empty where it cannot be meant. */
    public Optional<Meaning> meaning(List<Word> words) {
        try {
            Entry entry = registry.find(words.get(0).text());
            return Optional.of(CommandParser.meaning(entry, words.subList(1, words.size())));
        } catch (UsageException unclear) {
            return Optional.empty();
        }
    }

    /** What every command understands, and so none declares: whoever says it twice has said it. */
    private static boolean takeSwitch(List<Word> words, String name) {
        int end = words.stream().map(Word::marked).toList().indexOf("--");
        return words.subList(0, end < 0 ? words.size() : end)
                .removeIf(word -> word.marked().equals(name));
    }

    private static String shown(List<Word> words) {
        StringBuilder line = new StringBuilder();
        for (Word word : words) {
            line.append(line.length() == 0 ? "" : " ")
                    .append(word.literal() ? SafeText.quote(word.text()) : SafeText.escape(word.text()));
        }
        String all = line.toString();
        return all.length() <= MOST_SHOWN ? all : all.substring(0, Cut.before(all, MOST_SHOWN - 1)) + "…";
    }
}
