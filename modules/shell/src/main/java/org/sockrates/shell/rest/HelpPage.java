package org.sockrates.shell.rest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.Option;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;

/** Declarations as pages people read, at most 80 columns wide. */
final class HelpPage {
    private static final int WORD_COLUMNS = 10;
    private static final int TITLE_COLUMNS = 15;
    private static final String IN_GENERAL = "all know --help and --json; a clear prefix will do.";
    private static final String SOCKETS =
            "A socket goes by number or name; . is the current one. & at the end: as a job.";

    private static final String COMMENTS = "# begins a comment; text that begins with # stands in quotes.";

    private HelpPage() {}

    /** Every command, by group, with its summary. */
    static List<String> overview(List<Declaration> all) {
        List<String> lines = new ArrayList<>();
        byGroup(all).forEach((group, mine) -> {
            lines.add(group.title());
            mine.forEach(one -> lines.add("  " + Columns.cell(one.entry().word(), WORD_COLUMNS) + one.summary()));
        });
        lines.add("");
        lines.add("help COMMAND explains one; " + IN_GENERAL);
        lines.add(SOCKETS);
        lines.add(COMMENTS);
        return lines;
    }

    /** Every command by its name alone: what a low terminal has room for. */
    static List<String> names(List<Declaration> all) {
        List<String> lines = new ArrayList<>();
        byGroup(all).forEach((group, mine) -> {
            String words = mine.stream().map(one -> one.entry().word()).collect(Collectors.joining(" "));
            lines.addAll(Fold.hanging(Columns.cell(group.title(), TITLE_COLUMNS), words));
        });
        lines.add("");
        lines.add("help --all  tells what each does,  help COMMAND  explains one;");
        lines.add(IN_GENERAL);
        lines.add(SOCKETS);
        lines.add(COMMENTS);
        return lines;
    }

    private static Map<Group, List<Declaration>> byGroup(List<Declaration> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        one -> one.entry().group(), () -> new EnumMap<>(Group.class), Collectors.toList()));
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
                    .forEach(option -> lines.addAll(
                            Fold.hanging("  " + Columns.cell(option.usage(), width + 2), option.description())));
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
                "see", Json.orNull(one.see()));
    }

    private static Map<String, @Nullable Object> json(Option option) {
        return Json.object(
                "names", option.names(),
                "value", option.takesValue() ? option.value() : null,
                "description", option.description());
    }
}
