package org.sockrates.shell.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.Option;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Fold;

/** Declarations as pages people read, at most 80 columns wide. */
final class HelpPage {
    private static final int WORD_COLUMNS = 10;

    private HelpPage() {}

    /** Every command, by group, with its summary. */
    static List<String> overview(List<Declaration> all) {
        List<String> lines = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Declaration> mine =
                    all.stream().filter(one -> one.entry().group() == group).toList();
            if (!mine.isEmpty()) {
                lines.add(group.title());
                mine.forEach(one -> lines.add("  " + padded(one.entry().word(), WORD_COLUMNS) + one.summary()));
            }
        }
        lines.add("");
        lines.add("help COMMAND explains one; all know --help and --json; a clear prefix will do.");
        lines.add("A socket goes by number or name; . is the current one. & at the end: as a job.");
        return lines;
    }

    /** One command. */
    static List<String> of(Declaration one) {
        List<String> lines = new ArrayList<>(Fold.usage(one.usage()));
        lines.add("  " + one.summary());
        if (!one.text().isEmpty()) {
            lines.add("");
            lines.addAll(Fold.page("  ", one.text()));
        }
        if (!one.options().isEmpty()) {
            lines.add("");
            int width = one.options().stream()
                    .mapToInt(option -> option.usage().length())
                    .max()
                    .orElse(0);
            one.options()
                    .forEach(option ->
                            lines.addAll(Fold.hanging("  " + padded(option.usage(), width + 2), option.description())));
        }
        if (!one.example().isEmpty()) {
            lines.add("");
            one.example().forEach(line -> lines.add("  > " + line));
        }
        List<String> tail = new ArrayList<>();
        if (!one.entry().aliases().isEmpty()) {
            tail.add("also: " + String.join(" ", one.entry().aliases()));
        }
        if (!one.see().isEmpty()) {
            tail.add("see: " + one.see());
        }
        if (!tail.isEmpty()) {
            lines.add("");
            lines.add("  " + String.join("   ", tail));
        }
        return lines;
    }

    static Map<String, @Nullable Object> json(Declaration one) {
        return Json.object(
                "command", one.entry().word(),
                "group", one.entry().group().title(),
                "aliases", one.entry().aliases(),
                "summary", one.summary(),
                "usage", one.usage(),
                "options", one.options().stream().map(HelpPage::json).toList(),
                "text", one.text(),
                "examples", one.example(),
                "see", one.see().isEmpty() ? null : one.see());
    }

    private static Map<String, @Nullable Object> json(Option option) {
        return Json.object(
                "names", option.names(),
                "value", option.takesValue() ? option.value() : null,
                "description", option.description());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
