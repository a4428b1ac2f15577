package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.transport.SafeText;

/** What somebody has handed in: a file, or a folder with a name. */
record Submission(String name, Path path) {
    private static final int MOST = 1000;
    static final String WHERE = "grade: --submissions: ";

    /**
     * All that lie in a folder, by name; hidden files are none, nor links, which may be to another's work, nor what is no
     * file, nor what a zip file of macOS brings along.
     *
     * @param leftOut told of each that is hidden, a link, or no file
     * @throws BadFileException when there are none, or too many
     */
    static List<Submission> in(Path folder, Consumer<String> leftOut) throws IOException {
        List<Submission> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.equals("__MACOSX")) {
                    continue;
                }
                if (name.startsWith(".")) {
                    leftOut.accept(WHERE + SafeText.quote(name) + ": hidden, with a dot before its name; left out");
                } else if (Files.isSymbolicLink(entry)) {
                    leftOut.accept(WHERE + SafeText.quote(name) + ": a symbolic link; left out");
                } else if (!Files.isRegularFile(entry) && !Files.isDirectory(entry)) {
                    leftOut.accept(WHERE + SafeText.quote(name) + ": no file or folder; left out");
                } else {
                    found.add(new Submission(name, entry));
                }
            }
        }
        if (found.isEmpty() || found.size() > MOST) {
            throw new BadFileException(WHERE + SafeText.quote(folder.toString()) + ": " + found.size()
                    + " submissions (expected: 1 to " + MOST + ")");
        }
        found.sort(Comparator.comparing(Submission::name));
        return found;
    }

    /**
     * Refuses a name that no program could be told.
     *
     * @throws IOException when its bytes are no text here
     */
    void requireName() throws IOException {
        if (name.indexOf('\uFFFD') >= 0) {
            throw new IOException("a name that is no text in the encoding of this locale (expected: one it can tell);"
                    + " rename it, or set LC_ALL to the locale it is of");
        }
    }

    /** Where its program is started: in the folder it is, or that it lies in. */
    Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return Files.isDirectory(path) || parent == null ? path.toAbsolutePath() : parent;
    }
}
