package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * How a program is started.
 *
 * @param words its name and arguments; {@code {port}} and {@code {host}} in them stand for where it serves, or whom it asks
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
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:" + String.join("|", NAMES) + ")\\}");
    private static final Pattern ANY = Pattern.compile("\\{(\\w+)\\}");
    static final String PORT = "{port}";
    static final String SUBMISSION = "{submission}";
    static final String HOST = "{host}";

    ProgramCall {
        words = List.copyOf(words);
    }

    /** Whether a placeholder is in one of the words. */
    boolean takes(String placeholder) {
        return words.stream().anyMatch(word -> word.contains(placeholder));
    }

    /**
     * Other braces are the program's own.
     *
     * @throws UsageException for those around what is nearly a placeholder, where that stands nowhere
     */
    void refuseMisspelt() {
        words.stream()
                .flatMap(word -> ANY.matcher(word).results())
                .map(found -> found.group(1))
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> NearestWord.of(name, NAMES)
                        .filter(near -> !takes("{" + near + "}"))
                        .ifPresent(near -> {
                            throw new UsageException("grade", "{" + name + "}", "{" + near + "}?");
                        }));
    }

    /** The call of one submission, made where it, or its copy, lies. */
    ProgramCall of(Submission handedIn) {
        return new ProgramCall(words, handedIn.folder(), fixedPort, searchPath, Optional.of(handedIn));
    }

    /** The words as they are started, every placeholder replaced once. */
    private List<String> at(String host, int port) {
        String path =
                submission.map(own -> own.path().toAbsolutePath().toString()).orElse(SUBMISSION);
        Map<String, String> values = Map.of(HOST, host, PORT, Integer.toString(port), SUBMISSION, path);
        return words.stream()
                .map(word -> PLACEHOLDER
                        .matcher(word)
                        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group()))))
                .toList();
    }

    /**
     * Starts it.
     *
     * @throws SubmissionException when there is no such program, or it is none
     * @throws IOException why this machine could not start any, in the system's words: that is none of its faults
     */
    RunningProgram start(String host, int port) throws IOException {
        List<String> located = at(host, port);
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
        return folder.resolve(at("", 0).get(0));
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
