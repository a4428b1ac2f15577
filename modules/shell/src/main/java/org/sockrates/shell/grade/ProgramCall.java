package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * How a program is started.
 *
 * @param words its name and arguments; {@code {port}} and {@code {host}} in them stand for where it serves, or whom
 *     it asks, other names for what a lab tells it
 * @param folder it is started in
 * @param fixedPort where it serves whatever it is told; empty where it takes the port it is given
 * @param searchPath where programs are that are named without a folder
 * @param submission whose it is; empty where there is but one, which needs no name
 */
record ProgramCall(
        List<String> words,
        Path folder,
        OptionalInt fixedPort,
        SearchPath searchPath,
        Optional<Submission> submission) {
    private static final List<String> NAMES = List.of("port", "host", "submission");

    /** What a shell puts in itself, as {@code ${up}}, is none. */
    private static final Pattern ANY = Pattern.compile("(?<![$])\\{(\\w+)\\}");

    /** Not in a script, whose braces are its own. */
    private static final Pattern ALONE = Pattern.compile("(?<![$])\\{([a-z][a-z0-9_]*)\\}");

    static final String PORT = "{port}";
    static final String SUBMISSION = "{submission}";
    static final String HOST = "{host}";

    ProgramCall {
        words = List.copyOf(words);
    }

    /** Whether a placeholder is in one of the words. */
    boolean takes(String placeholder) {
        return words.stream()
                .flatMap(word -> ANY.matcher(word).results())
                .anyMatch(found -> found.group().equals(placeholder));
    }

    /**
     * Other braces are the program's own.
     *
     * @param told names of what labs tell it
     * @throws UsageException for those around what is nearly a placeholder, where that stands nowhere
     */
    void refuseMisspelt(Set<String> told) {
        words.stream()
                .flatMap(word -> ANY.matcher(word).results())
                .map(found -> found.group(1))
                .filter(name -> !NAMES.contains(name) && !told.contains(name))
                .forEach(name -> NearestWord.of(name, NAMES)
                        .filter(near -> !takes("{" + near + "}"))
                        .ifPresent(near -> {
                            throw new UsageException("grade", "{" + name + "}", "{" + near + "}?");
                        }));
    }

    /**
     * What a lab does not tell it stays as it stands; what it tells, the program must take.
     *
     * @throws UsageException where words lack one, or have one too many
     */
    void refuseUnlessTold(LabDocument lab) {
        List<String> takes = lab.frontMatter().takes();
        String name = SafeText.escape(lab.name());
        takes.stream().filter(taken -> !takes("{" + taken + "}")).forEach(lacking -> {
            throw new UsageException("grade", told(), "{" + lacking + "} among its words, which " + name + " tells it");
        });
        Set<String> known = lab.steps().stream()
                .flatMap(step -> step.expectation().captures().stream())
                .collect(Collectors.toSet());
        for (String word : words) {
            boolean script = word.chars().anyMatch(Character::isWhitespace);
            ALONE.matcher(word)
                    .results()
                    .map(found -> found.group(1))
                    .filter(found -> !NAMES.contains(found) && !takes.contains(found))
                    .filter(found -> !script || known.contains(found))
                    .forEach(found -> {
                        throw new UsageException(
                                "grade: {" + found + "}: " + name + " tells no such (expected: " + tells(takes) + ")");
                    });
        }
    }

    /** What may stand among the words, beside {@code {submission}}. */
    private static String tells(List<String> takes) {
        return Stream.concat(Stream.of(PORT, HOST), takes.stream().map(taken -> "{" + taken + "}"))
                .collect(Collectors.joining(", "));
    }

    /** The call of one submission, made where it, or its copy, lies. */
    ProgramCall of(Submission handedIn) {
        return new ProgramCall(words, handedIn.folder(), fixedPort, searchPath, Optional.of(handedIn));
    }

    /** The words as they are started, every placeholder replaced once. */
    private List<String> at(String host, int port, Map<String, String> taken) {
        Map<String, String> values = new HashMap<>(taken);
        values.put("host", host);
        values.put("port", Integer.toString(port));
        submission.ifPresent(
                own -> values.put("submission", own.path().toAbsolutePath().toString()));
        return words.stream()
                .map(word -> ANY.matcher(word)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                Objects.requireNonNullElse(values.get(found.group(1)), found.group()))))
                .toList();
    }

    /**
     * Starts it.
     *
     * @param taken what it is told beside, by name
     * @throws SubmissionException when there is no such program, or it is none
     * @throws IOException why this machine could not start any, in the system's words: that is none of its faults
     */
    RunningProgram start(String host, int port, Map<String, String> taken) throws IOException {
        List<String> located = at(host, port, taken);
        Optional<String> missing = searchPath.missing(folder, located.get(0));
        if (missing.isPresent()) {
            throw new SubmissionException(missing.get(), List.of());
        }
        return RunningProgram.start(located, folder.toFile(), true, Map.of());
    }

    /** Whether it can be meant for a lab that starts nothing. */
    boolean namesSource() {
        return words.size() == 1
                && !takes(PORT)
                && (takes(SUBMISSION) || words.get(0).endsWith(".java"));
    }

    /** Whether it is one of many files, each of which is a submission. */
    boolean liesAmongOthers() {
        return submission.filter(own -> Files.isRegularFile(own.path())).isPresent();
    }

    /** The file that is meant where nothing is started: the only word. */
    Path file() {
        return folder.resolve(at("", 0, Map.of()).get(0));
    }

    /** Why it cannot be started; empty where it can, and where only a submission can tell. */
    Optional<String> missing() {
        return words.get(0).contains(SUBMISSION) ? Optional.empty() : searchPath.missing(folder, words.get(0));
    }

    /** As a person would have typed it, escaped. */
    String told() {
        return SafeText.escape(String.join(" ", words));
    }
}
