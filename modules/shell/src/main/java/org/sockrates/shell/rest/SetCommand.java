package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Defaults;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.NearestWord;
import org.sockrates.transport.text.WholeText;

@Parameters(commandDescription = "shows or changes what commands use when they are not told")
@Manual(
        text = {
            "timeout    the longest a call waits, then it fails: set timeout 5s",
            "           (EAGAIN; a connect: ETIMEDOUT)",
            "seed       of everything that draws lots: set seed 7",
            "family     of new sockets: set family ipv6",
            "drawings   unicode, ascii, or words: for a screen reader or a braille line, ladders as a",
            "           sentence a row; what a lab shows stays drawn: set drawings words",
            "The transport is chosen by  use."
        },
        verbs = {"timeout TIME", "seed N", "family ipv4|ipv6", "drawings unicode|ascii|words"},
        example = {"set", "set timeout 5s", "set drawings ascii"},
        see = "help use",
        proves = Proof.OF_ITSELF,
        shows = "")
final class SetCommand implements Command {
    @Parameter(description = "[timeout|seed|family|drawings VALUE]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        if (words.isEmpty()) {
            return shown(session.defaults());
        }
        Operands operands = new Operands("set", words, session);
        String name = operands.next("NAME").text();
        refuseUnlessKnown(name);
        String value = operands.next("a value for " + name).text();
        operands.end();
        change(name, value).accept(session.defaults());
        return Reply.of(List.of(), all(session.defaults()));
    }

    @Override
    public void foresee() {
        words.stream().limit(1).forEach(name -> refuseUnlessKnown(name.text()));
        if (words.size() == 2 && !words.get(1).open()) {
            change(words.get(0).text(), words.get(1).text());
        }
    }

    private void refuseUnlessKnown(String name) {
        if (!verbs().contains(name)) {
            throw NearestWord.unknown("set", name, verbs());
        }
    }

    private static Consumer<Defaults> change(String name, String value) {
        switch (name) {
            case "timeout" -> {
                Duration most =
                        DurationText.parse("set: timeout", value, Defaults.LEAST_TIMEOUT, Defaults.MOST_TIMEOUT);
                return defaults -> defaults.timeout(most);
            }
            case "seed" -> {
                long seed = WholeText.parseLong("set: seed", value, 0, Long.MAX_VALUE);
                return defaults -> defaults.seed(seed);
            }
            case "family" -> {
                Family family = family(value);
                return defaults -> defaults.family(family);
            }
            default -> {
                Drawing drawing = drawing(value);
                return defaults -> defaults.drawing(drawing);
            }
        }
    }

    private static Family family(String value) {
        return switch (value) {
            case "ipv4" -> Family.AF_INET;
            case "ipv6" -> Family.AF_INET6;
            default -> throw new UsageException("set: family", value, "ipv4 or ipv6");
        };
    }

    private static Drawing drawing(String value) {
        return switch (value) {
            case "unicode" -> Drawing.UNICODE;
            case "ascii" -> Drawing.ASCII;
            case "words" -> Drawing.WORDS;
            default -> throw new UsageException("set: drawings", value, "unicode, ascii or words");
        };
    }

    private static Reply shown(Defaults defaults) {
        Map<String, Object> all = all(defaults);
        List<String> lines = all.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%-9s  %s", entry.getKey(), entry.getValue()))
                .toList();
        return Reply.of(lines, all);
    }

    private static Map<String, Object> all(Defaults defaults) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("transport", defaults.transport());
        all.put("timeout", DurationText.print(defaults.timeout()));
        all.put("seed", defaults.seed());
        all.put("family", defaults.family() == Family.AF_INET ? "ipv4" : "ipv6");
        all.put("drawings", defaults.drawing().name().toLowerCase(Locale.ROOT));
        return all;
    }
}
