package org.sockrates.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Jobs;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.words.Word;

/** Runs one command from the process's arguments to its end, and with it the servers and links it began, unless it said exit. */
final class OneShot {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofDays(365);

    private final LineInterpreter interpreter;
    private final Voice voice;

    OneShot(LineInterpreter interpreter, Voice voice) {
        this.interpreter = interpreter;
        this.voice = voice;
    }

    /**
     * Runs it.
     *
     * @return its status; of a server or a link, 130 after Ctrl-C, and 0 after SIGTERM, which is how they are told to end
     */
    int run(List<Word> words) {
        int before = sockets();
        int status = status(words);
        if (isCall(words) && sockets() > before) { // whoever makes one call a process looks in vain for it in the next
            voice.news("the sockets of this one command have ended with it; for more:  sockrates");
        }
        return status;
    }

    private int status(List<Word> words) {
        Jobs jobs = interpreter.session().jobs();
        AtomicReference<@Nullable Job> atWork = new AtomicReference<>();
        Interrupts interrupts = new Interrupts(() -> leftTerminal(atWork.get()), () -> end(atWork.get(), jobs));
        boolean saysWhoseCtrlCIs = is("server", words) || is("wire", words);
        if (saysWhoseCtrlCIs) { // so that must hold by then
            interrupts.listen();
        }
        Job job = interpreter.start(words, false, Origin.ARGUMENTS, voice).job();
        atWork.set(job);
        if (job.await(SHORT) && jobs.all().isEmpty() && !linksStay()) {
            return interrupts.status() == Interrupts.TERMINATED && job.serving().isPresent()
                    ? ExitStatus.OK
                    : job.status();
        }
        if (!saysWhoseCtrlCIs) {
            interrupts.listen();
        } else if (interrupts.status() != 0) {
            job.cancel();
        }
        Foreground.toTheEnd(jobs).watch(job, false);
        boolean whole = interrupts.status() == 0;
        for (Job server : interpreter.leaving() ? List.<Job>of() : jobs.all()) {
            server.await(LONG);
        }
        boolean linksStay = linksStay();
        if (linksStay && interrupts.status() == 0) { // whoever adds one wants to send his own programs through it
            voice.news("what was added stays up; Ctrl-C ends it");
            interrupts.await(LONG);
        }
        if (interrupts.status() == Interrupts.TERMINATED
                && ((linksStay && whole) || job.serving().isPresent())) {
            return ExitStatus.OK;
        }
        return interrupts.status() != 0 ? interrupts.status() : job.status();
    }

    private boolean linksStay() {
        return !interpreter.leaving() && !interpreter.session().relays().isEmpty();
    }

    private boolean is(String word, List<Word> words) {
        return entry(words).filter(entry -> entry.word().equals(word)).isPresent();
    }

    private boolean isCall(List<Word> words) {
        return entry(words).filter(entry -> entry.group() == Group.CALLS).isPresent();
    }

    private int sockets() {
        return interpreter.session().sockets().all().size();
    }

    private Optional<Entry> entry(List<Word> words) {
        return interpreter.registry().lookup(words.get(0).text());
    }

    private static boolean leftTerminal(@Nullable Job job) {
        return job != null && job.leftTerminal();
    }

    private static void end(@Nullable Job job, Jobs jobs) {
        if (job != null) {
            job.cancel();
        }
        jobs.all().forEach(Job::cancel);
    }
}
