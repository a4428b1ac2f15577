package org.sockrates.shell.job;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.JsonText;

/**
 * One command at work on a thread of its own. It may be waited for, left to itself, and ended; it says its reply wherever
 * its listeners are by then.
 */
public final class Job {
    private final String line;
    private final Origin origin;
    private final Voice voice;
    private final boolean json;
    private final Milestone begun = new Milestone();
    private final Milestone done = new Milestone();
    private volatile int number;
    private volatile boolean cancelled;
    private volatile boolean overtime;
    private volatile boolean leftTerminal;
    private volatile @Nullable ServedAddress serving;
    private volatile int status;
    private volatile @Nullable String unfinished;
    private volatile @Nullable Job doer;
    private volatile @Nullable Runnable canceller;
    private final AtomicBoolean cancelling = new AtomicBoolean();
    private final HeldLines held = new HeldLines(HeldLines.USUAL);
    private boolean detached;
    private boolean replied;
    private volatile boolean unmeant;

    /** @param json whether its reply is to be one document for a program, so that nothing else may be said */
    public Job(String line, Origin origin, Voice voice, boolean json) {
        this.line = line;
        this.origin = origin;
        this.voice = voice;
        this.json = json;
    }

    /** Another job that goes on beside this one and speaks, as news, where this one spoke. */
    public Job beside(String what) {
        Job other = new Job(what, origin, voice, false);
        other.detached = true;
        return other;
    }

    /** The command as it was typed, escaped. */
    public String line() {
        return line;
    }

    public Origin origin() {
        return origin;
    }

    /** Who ended it, where somebody did. */
    public String endedBy() {
        return overtime ? "ended at the lab's time limit" : "ended by you";
    }

    /** Its number among the jobs, or 0 while nobody had to number it. */
    public int number() {
        return number;
    }

    /** Whether a program reads its reply. */
    public boolean json() {
        return json;
    }

    void number(int given) {
        number = given;
    }

    /** Says a line of the result before the reply is there; not where a program listens, which wants the reply alone. */
    public synchronized void say(String text) {
        if (!json) {
            speak(text);
        }
    }

    /** Tells a program what happens before the reply is there: a document of its own, on a line of its own. */
    public synchronized void event(@Nullable Object document) {
        if (json) {
            speak(JsonText.of(document));
        }
    }

    private void speak(String text) {
        begun.reach();
        if (detached) {
            aside(text);
        } else {
            voice.result(text);
        }
    }

    /** Says how far it has come, to a person who waits for it; gone as soon as anything else is said. */
    public synchronized void progress(String text) {
        if (!json && !detached) {
            voice.progress(text);
        }
    }

    /** Says what happens beside the result. */
    public void news(String text) {
        voice.news(text);
    }

    /** Says what went wrong. */
    public synchronized void trouble(String text) {
        if (detached) {
            aside(text);
        } else {
            voice.trouble(text);
        }
    }

    private void aside(String text) {
        if (origin != Origin.LAB) {
            voice.news(text);
        } else {
            held.add(text);
        }
    }

    /** Says that it goes on until somebody asks it to end, and where it serves till then. */
    public void serve(ServedAddress where) {
        serving = where;
    }

    /** Where it serves until somebody asks it to end; empty as a rule. */
    public Optional<ServedAddress> serving() {
        return Optional.ofNullable(serving);
    }

    /** Whether somebody asked it to end. */
    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Runs what may wait long.
     *
     * @param ending ends the wait; it is called by any thread, again and again, also before the wait has begun
     */
    public <T> T whileWaiting(Runnable ending, Attempt<T> waiting) throws IOException {
        canceller = ending;
        try {
            if (cancelled) {
                ending.run();
            }
            return waiting.make();
        } finally {
            canceller = null;
        }
    }

    /** Says that another program has the terminal for the rest of it: a Ctrl-C is for that to take. */
    public void leaveTerminal() {
        leftTerminal = true;
    }

    /** Whether another program has the terminal. */
    public boolean leftTerminal() {
        return leftTerminal;
    }

    /** The call it waits in, as it looks half done: {@code accept(3 <unfinished ...>}; null when it waits in none. */
    public void unfinished(@Nullable String call) {
        unfinished = call;
        begun.reach();
    }

    /** See {@link #unfinished(String)}. */
    public @Nullable String unfinished() {
        Job other = doer;
        return other == null ? unfinished : other.unfinished();
    }

    /** Leaves its work to another job: it waits in the call that the other waits in. */
    public void doneBy(Job other) {
        doer = other;
    }

    /** Asks it to end, since a lab gives it no more time. */
    public void cancelOvertime() {
        overtime = true;
        cancel();
    }

    /** Asks it to end. It ends soon, not at once. */
    public void cancel() {
        cancelled = true;
        Runnable ending = canceller;
        if (ending != null && cancelling.compareAndSet(false, true)) { // two jobs may wait for each other
            try {
                ending.run();
            } finally {
                cancelling.set(false);
            }
        }
    }

    /** Leaves it to itself: from now on it speaks as news. False when it has replied already. */
    synchronized boolean detach() {
        if (replied) {
            return false;
        }
        String call = unfinished();
        String left = call == null ? "[" + number + "] " + line : call;
        voice.result(json ? JsonText.of(Json.object("job", number, "line", line, "waits_in", call)) : left);
        detached = true;
        return true;
    }

    /** Whether what it has to say at its end is kept for {@code wait}: a lab reads nothing between its commands. */
    boolean holds() {
        return !held.isEmpty();
    }

    /** What was kept, once. */
    public List<String> collect() {
        return held.collect();
    }

    /** This job as a voice, for a job that runs others. */
    public Voice voice() {
        return Voice.of(this::say, this::trouble, this::news);
    }

    /** Whether it was left to itself. */
    public synchronized boolean detached() {
        return detached;
    }

    /** Says the reply, then what went wrong beside it, and ends. */
    void finish(Reply reply) {
        synchronized (this) {
            replied = true;
            if (json) {
                reply.jsonLines().forEach(this::speak);
            } else {
                (detached ? reply.resumedLines() : reply.lines()).forEach(this::speak);
            }
            reply.troubles().forEach(this::trouble);
            status = reply.status();
        }
        end();
    }

    /** Ends without a reply. */
    void fail(String trouble, int failure, boolean unmeant) {
        synchronized (this) {
            replied = true;
            Optional.of(trouble).filter(said -> !said.isEmpty()).ifPresent(this::trouble);
            status = failure;
            this.unmeant = unmeant;
        }
        end();
    }

    private void end() {
        begun.reach();
        done.reach();
    }

    public boolean ended() {
        return done.reached();
    }

    /** The status it ended with; 0 before. */
    public int status() {
        return status;
    }

    /** Whether it ended since its line names a socket that nobody has, nor had. */
    public boolean unmeant() {
        return unmeant;
    }

    /** Waits until there is something to tell of it: it waits in a call, said a line, or ended. */
    void awaitBeginning(Duration most) {
        begun.await(most, () -> {});
    }

    /** Waits for its end; one that was asked to end is reminded meanwhile. False when the time is over first. */
    public boolean await(Duration most) {
        return done.await(most, () -> {
            if (cancelled) {
                cancel();
            }
        });
    }
}
