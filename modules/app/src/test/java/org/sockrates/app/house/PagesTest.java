package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.Tools;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.relay.LoopbackPath;

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
    void everyPageIsFoundFromTheReadme() throws IOException {
        Set<Path> found = new HashSet<>();
        Deque<Path> toRead = new ArrayDeque<>(List.of(ROOT.resolve("README.md")));
        while (!toRead.isEmpty()) {
            Path page = toRead.remove();
            if (found.add(page) && page.toString().endsWith(".md") && Files.isRegularFile(page)) {
                for (Matcher link = LINK.matcher(Files.readString(page)); link.find(); ) {
                    if (!link.group(1).isEmpty() && !link.group(1).contains(":")) {
                        toRead.add(page.resolveSibling(link.group(1)).normalize());
                    }
                }
            }
        }
        assertThat(found).containsAll(pages());
    }

    @Test
    void theReadmeIsOnePage() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")).size())
                .as("lines of README.md: what is new goes into a line that stands, or takes the place of another")
                .isLessThanOrEqualTo(README_LINES);
    }

    @Test
    void everyModuleIsInTheHouseAndInThePicture() throws IOException {
        List<String> modules;
        try (Stream<Path> folders = Files.list(ROOT.resolve("modules"))) {
            modules = folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }
        assertThat(modules).contains("app", "bench", "link");
        assertThat(notNamed(modules, "README.md", "## The house"))
                .as("modules that README.md leaves out")
                .isEmpty();
        assertThat(notNamed(modules, "ARCHITECTURE.md", "## Who may know whom"))
                .as("modules without arrows in ARCHITECTURE.md")
                .isEmpty();
    }

    private static List<String> notNamed(List<String> modules, String page, String behind) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        assertThat(text).contains(behind);
        List<String> words = List.of(text.substring(text.indexOf(behind)).split("[^a-z-]+"));
        return modules.stream().filter(module -> !words.contains(module)).toList();
    }

    @Test
    void theLabsAreCounted() throws IOException {
        List<Path> labs = Lessons.labs();
        long onTheWire = Lessons.onTheWire().stream().filter(labs::contains).count();
        counts("README.md", "`labs` lists " + labs.size() + " questions");
        counts(
                "CHANGELOG.md",
                "- " + labs.size() + " labs, " + onTheWire + " of them on the wire, and "
                        + Lessons.tutorials().size() + " tutorials");
    }

    @Test
    void theExperimentsAreCounted() throws IOException {
        int usual = Experiments.on(new LoopbackPath()).size();
        int onPackets = Experiments.all().size() - usual;
        counts("README.md", "puts " + usual + " questions to TCP and UDP");
        counts("tutorials/02-tcp-against-udp.md", "asks all " + usual + " questions");
        counts(
                "CHANGELOG.md",
                "- `compare`: " + usual + " experiments over both transports, as tables, JSON, CSV and HTML; "
                        + onPackets + " more about");
    }

    /** A failure shows the line that has other numbers, not the page. */
    private static void counts(String page, String sentence) throws IOException {
        Pattern anyNumbers = Pattern.compile(".*\\Q" + sentence.replaceAll("[0-9]+", "\\\\E[0-9]+\\\\Q") + "\\E.*");
        assertThat(Files.readAllLines(ROOT.resolve(page)))
                .as("%s: a line with \"%s\"", page, sentence)
                .filteredOn(line -> anyNumbers.matcher(line).matches())
                .singleElement()
                .asString()
                .contains(sentence);
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
