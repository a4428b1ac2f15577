package org.sockrates.lab.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Placeholders;

/** Looks whether the steps of a lab that judges a program are about the program, and whether any compares half of an answer. */
final class JudgingSteps {
    /** What ends with a time limit where nobody does anything; a client only if no answer must come before. */
    private static final Pattern LISTENING = Pattern.compile("(accept|client|recv|recvfrom)\\b.*");

    /** What takes something from a socket, which it names. */
    private static final Pattern TAKES = Pattern.compile("(recv|recvfrom) +([^- 0-9][^ ]*)( .*)?");

    /** What makes a socket known to somebody else. */
    private static final String KNOWN = "((connect|send|sendto) +|accept (.* )?--as[ =]+)";

    private static final Pattern ANSWER = Pattern.compile("received +([1-9].*|.* bytes(, as sent)?: .*)");

    private static final int NOTHING_CAME = 124;

    private static final String JUDGING = "points for what the program does: recv, program";
    private static final String ANSWERING =
            "points at the next recv that needs an answer, and asks for more than may come";
    private static final String ALL_OF_THEM = "recv --expect DATA, which compares all of them";
    private static final String WAITING = "recv --waitall, which waits for the rest";
    private static final String LOOKING = "program, and below it (eventually 2s)";
    private static final String LAST = "at the end; or program, and below it (eventually 20s)";
    private static final Pattern WAITS = Pattern.compile("program +wait\\b.*");
    private static final Pattern STARTS = Pattern.compile("program +start\\b.*");
    private static final Pattern ASKS = Pattern.compile("client\\b.*");
    private static final Pattern LEADS = Pattern.compile("(accept|fault|link|program|recv|recvfrom|source)\\b.*");
    private static final Pattern BEHIND = Pattern.compile("recv(from)? .*--behind\\b.*");
    private static final Pattern LISTENS = Pattern.compile("(?<=--listen )[0-9]+\\b");

    private final LabDocument lab;
    private final Function<String, Proof> proof;
    private final String role;
    private final boolean server;
    /** Names of ports at which the program is asked, also those that it told of. */
    private final Set<String> leading = new HashSet<>(Set.of(ProgramRole.PORT));

    private final Set<String> doors = new HashSet<>();

    private final List<Finding> findings = new ArrayList<>();

    private JudgingSteps(LabDocument lab, Function<String, Proof> proof) {
        this.lab = lab;
        this.proof = proof;
        role = lab.frontMatter().program().map(ProgramRole::word).orElse("");
        server = role.equals(ProgramRole.SERVER.word());
    }

    /** What is wrong with them; of those of a lab that judges none only a header that may come alone. */
    static List<Finding> findings(LabDocument lab, Function<String, Proof> proof) {
        JudgingSteps steps = new JudgingSteps(lab, proof);
        if (lab.frontMatter().program().isPresent()) {
            steps.lookAtHints();
            lab.steps().forEach(steps::look);
        } else {
            lab.steps().stream()
                    .filter(step -> BEHIND.matcher(step.command()).matches())
                    .forEach(steps::lookAtPieces);
        }
        return steps.findings;
    }

    /** A hint may be the words that grade it, to be copied. */
    private void lookAtHints() {
        for (String hint : lab.frontMatter().hints()) {
            lab.frontMatter().takes().stream()
                    .map(name -> "{" + name + "}")
                    .filter(taken -> hint.startsWith("grade ") && !hint.contains(taken))
                    .forEach(taken -> find(1, "this hint grades without " + taken, "each name behind takes:"));
        }
    }

    private void look(Step step) {
        String command = step.command();
        boolean about = !Collections.disjoint(Placeholders.usedBy(command), leading);
        boolean succeeds = step.expectation().status() == 0;
        if (step.points() > 0 && succeeds && isOfItself(command)) {
            find(step, "this step has points for what the lab does itself", JUDGING);
        }
        if (step.points() > 0 && isSilence(step)) {
            find(step, "this step has points for silence, which whoever does nothing has", ANSWERING);
        }
        if (onlyStepsHavePoints(lab) && step.points() == 0 && isSilence(step)) {
            lookAtFreeSilence(step);
        }
        lookAtPieces(step);
        if (step.points() > 0 && !(succeeds && comparesAll(command))) {
            step.expectation()
                    .beginnings()
                    .forEach(line -> find(line, "of these bytes only the beginning is compared", ALL_OF_THEM));
        }
        if (WAITS.matcher(command).matches() && (server || hasPointsBehind(step))) {
            find(step, "a " + role + " that does not end takes the lab's whole time here", server ? LOOKING : LAST);
        }
        if (server && ASKS.matcher(command).matches() && !about && !asksALink(command)) {
            find(step, "this client does not ask the program", "{port}, or the port of a link before it");
        }
        if (about || LEADS.matcher(command).matches()) {
            leading.addAll(step.expectation().captures());
            LISTENS.matcher(command).results().map(MatchResult::group).forEach(doors::add);
        }
    }

    private void lookAtPieces(Step step) {
        boolean succeeds = step.expectation().status() == 0;
        if (succeeds && proof.apply(step.command()) == Proof.OF_EVERY_BYTE_AT_ONCE) {
            find(step, "a stream may give less than all of it here, though all is right", WAITING);
        }
    }

    private boolean comparesAll(String command) {
        return EnumSet.of(Proof.OF_EVERY_BYTE, Proof.OF_EVERY_BYTE_AT_ONCE).contains(proof.apply(command));
    }

    /** A client that is started is not waited for. */
    private boolean isOfItself(String command) {
        return proof.apply(command) == Proof.OF_ITSELF
                || (!server && STARTS.matcher(command).matches());
    }

    /** Whether who does not end has no points for what he did well: what stands behind a time limit is not looked at. */
    private boolean hasPointsBehind(Step step) {
        return lab.steps().stream().anyMatch(later -> later.line() > step.line() && later.points() > 0);
    }

    /** Whether a step holds where nothing comes. */
    static boolean isSilence(Step step) {
        return step.expectation().status() == NOTHING_CAME
                && LISTENING.matcher(step.command()).matches()
                && !step.expectation().hasLine(ANSWER);
    }

    /** What breaks a silence is taken by it: no later step sees it. At a socket that nobody knows it is a rest. */
    private void lookAtFreeSilence(Step step) {
        Matcher takes = TAKES.matcher(step.command());
        if (takes.matches()) {
            Pattern known = Pattern.compile(KNOWN + Pattern.quote(takes.group(2)) + "( .*)?");
            String showing =
                    takes.group(1) + " " + takes.group(2) + (takes.group(1).equals("recv") ? " 99 --waitall" : "");
            if (lab.steps().stream()
                    .anyMatch(other -> known.matcher(other.command()).matches())) {
                find(
                        step,
                        "who breaks this silence has all points",
                        "none here; " + showing + ", with points, shows what came");
            }
        }
    }

    /** Whether a step without points can be failed by a program that has them all. */
    static boolean onlyStepsHavePoints(LabDocument lab) {
        return lab.frontMatter().program().isPresent()
                && lab.frontMatter().points().isEmpty()
                && lab.steps().stream().anyMatch(step -> step.points() > 0);
    }

    private boolean asksALink(String command) {
        return !Collections.disjoint(List.of(command.split(" +")), doors);
    }

    private void find(Step step, String what, String expected) {
        find(step.line(), what, expected);
    }

    private void find(int line, String what, String expected) {
        findings.add(new Finding(lab, line, what, expected));
    }
}
