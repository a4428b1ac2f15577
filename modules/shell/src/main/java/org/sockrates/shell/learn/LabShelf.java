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
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.transport.SafeText;

/** Where labs lie, and how they are found: by number in the course's folder, or by the name of a file. */
public final class LabShelf {
    private static final String FOLDER = "SOCKRATES_LABS";
    private static final int MOST = 1000;

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

    /** A lab of the course by its number, or any file. */
    Path find(SessionFiles files, String word) throws IOException {
        if (word.matches("[0-9]{1,2}")) {
            String start = (word.length() == 1 ? "0" : "") + word + "-";
            Optional<Path> numbered = all().stream()
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(start))
                    .findFirst();
            return numbered.orElseThrow(
                    () -> new BadFileException("lab: " + word + ": no such number (expected: one of labs)"));
        }
        return files.plain("lab", word, 1 << 20);
    }
}
