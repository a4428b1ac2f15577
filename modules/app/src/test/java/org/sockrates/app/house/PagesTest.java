package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.Tools;

/** What holds for the pages that people read. */
class PagesTest {
    private static final Path ROOT = Tools.root();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final int README_LINES = 120;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (Matcher link = LINK.matcher(Files.readString(page)); link.find(); links++) {
                if (!leadsSomewhere(page, link.group(1), link.group(2))) {
                    dead.add(ROOT.relativize(page) + ": " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(30);
    }

    @Test
    void theReadmeIsOnePageAndCountsTheLabs() throws IOException {
        List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
        assertThat(readme).hasSizeLessThanOrEqualTo(README_LINES);
        assertThat(readme)
                .filteredOn(line -> line.contains("`labs` lists"))
                .singleElement()
                .asString()
                .contains("`labs` lists " + Lessons.labs().size() + " questions");
    }

    @Test
    void theChangelogCountsTheLabsAndTutorials() throws IOException {
        List<Path> labs = Lessons.labs();
        List<Path> onTheWire =
                Lessons.onTheWire().stream().filter(labs::contains).toList();
        assertThat(Files.readString(ROOT.resolve("CHANGELOG.md")))
                .contains("- " + labs.size() + " labs, " + onTheWire.size() + " of them on the wire, and "
                        + Lessons.tutorials().size() + " tutorials");
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/adr", "tutorials")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(15);
        return pages;
    }

    private static boolean leadsSomewhere(Path page, String to, String anchor) throws IOException {
        if (to.startsWith("https://")) {
            return true;
        }
        Path target = to.isEmpty() ? page : page.resolveSibling(to).normalize();
        return Files.exists(target) && (anchor == null || anchors(target).contains(anchor));
    }

    /** As the forges make them: a heading's words in lower case, with hyphens between. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}0-9 _-]", "").replace(' ', '-'))
                .toList();
    }
}
