package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.learn.LabJson;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.learn.TakeHome;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Family;
import org.sockrates.transport.SafeText;

/** Runs labs beside a program, submission after submission, and tells what came of each. */
final class Grading {
    private static final String IPV6 = "ipv6"; // what a lab requires

    private final LabRooms rooms;
    private final List<LabDocument> labs;
    private final LabText text;
    private final Duration startLimit;
    private final Supplier<List<String>> again;
    private final Job job;

    Grading(
            LabRooms rooms,
            List<LabDocument> labs,
            LabText text,
            Duration startLimit,
            Supplier<List<String>> again,
            Job job) {
        this.rooms = rooms;
        this.labs = labs;
        this.text = text;
        this.startLimit = startLimit;
        this.again = again;
        this.job = job;
    }

    void one(GradeBook book, ProgramCall call) throws IOException {
        book.add(page("", call));
    }

    /** A copy; null where it cannot be made, which is no fault of the others. */
    private @Nullable PrivateCopy copied(KeptPile pile, Submission submission) {
        try {
            return pile.copy(submission);
        } catch (IOException refused) {
            job.trouble(Submission.WHERE + SafeText.quote(submission.name()) + ": cannot be copied: "
                    + Failure.reason(refused) + pile.room(submission));
            return null;
        }
    }

    /** Whoever was not graded is not in the book, and it says so: no points are none to be had. */
    void all(GradeBook book, ProgramCall call, List<Submission> submissions) throws IOException {
        int graded = 0;
        boolean ended = false;
        try (KeptPile pile = KeptPile.of(submissions)) {
            for (Submission submission : submissions) {
                ended = ended || job.cancelled();
                GradeBook.Page page = ended ? null : page(pile, call, submission);
                ended = ended || (page != null && page.isInterrupted());
                if (page != null && !ended) {
                    book.add(page);
                    graded++;
                }
            }
        }
        if (ended) {
            book.interrupt();
        }
        if (graded < submissions.size()) {
            book.leaveOut();
            job.news("grade: " + (ended ? "interrupted: " : "") + graded + " of " + submissions.size() + " graded");
        }
    }

    private GradeBook.@Nullable Page page(KeptPile pile, ProgramCall call, Submission submission) throws IOException {
        job.say(SafeText.escape(submission.name()));
        PrivateCopy copy = copied(pile, submission);
        if (copy == null) {
            return null;
        }
        try (copy) {
            return page(submission.name(), call.of(copy.submission()));
        } finally { // by now it is closed
            copy.left()
                    .ifPresent(left -> job.trouble(Submission.WHERE + SafeText.quote(submission.name())
                            + ": some of its copy stays (expected: nothing); remove "
                            + SafeText.escape(left.toString())));
        }
    }

    private GradeBook.Page page(String name, ProgramCall call) throws IOException {
        Beside beside = new Beside(call, name.isEmpty());
        List<LabResult> results = rooms.run(labs, beside, beside, job);
        return new GradeBook.Page(name, results, beside.json);
    }

    /** The program beside each lab, and what is told of both. */
    private final class Beside implements LabRooms.Programs, LabListener {
        private final ProgramCall call;
        private final boolean alone;
        private final List<Object> json = new ArrayList<>();
        private @Nullable GradedProgram program;

        /** @param alone whether who wrote the program is told: a pile is its teacher's */
        Beside(ProgramCall call, boolean alone) {
            this.call = call;
            this.alone = alone;
        }

        @Override
        public Optional<GradedProgram> open(LabDocument lab, Session session) throws IOException {
            GradedProgram judged = switch (lab.frontMatter().program().orElseThrow()) {
                case SERVER -> server(lab, session);
                case CLIENT -> new StudentClient(call, lab.frontMatter().takes(), session, startLimit);
                case PROTOCOL -> HandedInProtocol.of(call.file(), call.liesAmongOthers(), again);
            };
            program = judged;
            return Optional.of(judged);
        }

        /** A lab about IPv6 tells its server that address, and bears one that serves at IPv4's. */
        private static List<InetAddress> hosts(LabDocument lab, Session session) throws IOException {
            InetAddress usual = session.place().here(Family.AF_INET);
            return lab.frontMatter().requires().contains(IPV6)
                    ? List.of(session.place().here(Family.AF_INET6), usual)
                    : List.of(usual);
        }

        private GradedProgram server(LabDocument lab, Session session) throws IOException {
            List<String> takes = lab.frontMatter().takes();
            StudentServer judged = StudentServer.of(
                    new StudentServer.Start(call, takes, startLimit, job),
                    session.unobserved("grade", session.defaults().transport()).traits(),
                    hosts(lab, session));
            program = judged;
            judged.beforeAsking();
            return judged;
        }

        @Override
        public void labStarts(LabDocument lab) {
            program = null;
        }

        @Override
        public void labEnds(LabResult result) {
            text.lines(result).forEach(job::say);
            if (alone && result.passed()) {
                TakeHome.of(result.lab().frontMatter()).forEach(job::say);
            }
            GradedProgram judged = program;
            Map<String, @Nullable Object> object = new LinkedHashMap<>(LabJson.of(result, text));
            object.put("program", judged == null ? null : ProgramCommand.json(judged.standing()));
            json.add(object);
        }
    }
}
