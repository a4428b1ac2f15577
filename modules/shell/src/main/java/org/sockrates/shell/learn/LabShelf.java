package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.transport.SafeText;

/** Where the labs of the course lie, in their order, each with a number and a name. */
public final class LabShelf {
    private static final String FOLDER = "SOCKRATES_LABS";
    private static final int MOST = 1000;
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{2})-([a-z0-9-]+)\\.lab");

    private final Path folder;

    /** @param environment SOCKRATES_LABS names the course's folder; without it, scripts/labs below {@code folder} */
    public LabShelf(Map<String, String> environment, Path folder) {
        String named = environment.getOrDefault(FOLDER, "");
        this.folder = named.isEmpty() ? folder.resolve("scripts/labs") : Path.of(named);
    }

    /** All labs of the course, in their order. */
    List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            throw new BadFileException("labs: " + SafeText.escape(folder.toString())
                    + ": no such folder (expected: the course's labs); name it in " + FOLDER);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.lab")) {
            for (Path entry : entries) {
                if (files.size() < MOST) {
                    files.add(entry);
                }
            }
        }
        Collections.sort(files);
        return files;
    }

    /** What each lab of the course is called behind its number, by number; nothing where there is no course. */
    public SortedMap<String, String> namesByNumber() {
        SortedMap<String, String> names = new TreeMap<>();
        try {
            for (Path file : all()) {
                Matcher name = NUMBERED.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    names.put(name.group(1), name.group(2));
                }
            }
        } catch (IOException noCourse) {
            return names;
        }
        return names;
    }

    /** A lab of the course by its number or its name; empty where there is no course, or no such lab in it. */
    Optional<Path> numbered(String word) {
        String number = (word.length() == 1 ? "0" + word : word) + "-";
        try {
            return all().stream()
                    .filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return number.matches("[0-9]{2}-") ? name.startsWith(number) : isCalled(name, word);
                    })
                    .findFirst();
        } catch (IOException noCourse) {
            return Optional.empty();
        }
    }

    /** The number of the lab behind this one; empty for the last, and for what is not of the course. */
    Optional<String> after(Path lab) {
        Matcher name = NUMBERED.matcher(String.valueOf(lab.getFileName()));
        return name.matches() && numbered(name.group(1)).filter(lab::equals).isPresent()
                ? namesByNumber().tailMap(name.group(1) + "~").keySet().stream().findFirst()
                : Optional.empty();
    }

    private static boolean isCalled(String file, String word) {
        Matcher name = NUMBERED.matcher(file);
        return name.matches() && name.group(2).equals(word);
    }
}
