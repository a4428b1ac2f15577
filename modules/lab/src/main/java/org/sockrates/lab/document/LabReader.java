package org.sockrates.lab.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.ScriptLine;

/**
 * Reads lab files: {@code .lab}, and Markdown ({@code .md}, {@code .markdown}) with fenced {@code sockrates} blocks. All
 * problems of all files come back at once, and nothing has been started.
 */
public final class LabReader {
    /** Complaints that leave unknown whether a program is judged, and which. */
    private static final Set<String> UNREAD = Set.of(Yaml.WHAT, "program");

    private final Vocabulary vocabulary;

    /** @param vocabulary the commands and words of whoever will run the labs */
    public LabReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What was read.
     *
     * @param documents those without a problem, in the order of their files
     * @param problems of all files, in the order of files and lines; run nothing unless it is empty
     */
    public record Reading(List<LabDocument> documents, List<LabProblem> problems) {
        public Reading {
            documents = List.copyOf(documents);
            problems = List.copyOf(problems);
        }
    }

    /** Reads files, each named as it is to be shown. */
    public Reading read(List<Path> files) {
        return read(files, SourceText::read);
    }

    /**
     * Reads a lab from memory.
     *
     * @param file the name it goes by; need not exist, but its folder is the one nothing in the lab may leave
     */
    public Reading read(Path file, byte[] bytes) {
        return read(List.of(file), (named, complaints) -> SourceText.of(bytes, complaints));
    }

    private Reading read(List<Path> files, BiFunction<Path, Complaints, Optional<SourceText>> texts) {
        List<LabDocument> documents = new ArrayList<>();
        List<LabProblem> problems = new ArrayList<>();
        for (Path file : files) {
            Complaints complaints = new Complaints();
            texts.apply(file, complaints)
                    .flatMap(text -> parse(file, text, complaints))
                    .ifPresent(documents::add);
            complaints.sorted().forEach(complaint -> problems.add(new LabProblem(file.toString(), complaint)));
        }
        return new Reading(documents, problems);
    }

    private Optional<LabDocument> parse(Path file, SourceText text, Complaints complaints) {
        LabFolder folder = LabFolder.of(file);
        FrontMatter frontMatter = FrontMatterReader.read(text, vocabulary, complaints);
        Optional<ProgramRole> program = frontMatter.program();
        Set<String> given =
                program.map(ProgramRole::given).orElse(complaints.about(UNREAD) ? ProgramRole.GIVEN_BY_ANY : Set.of());
        SessionParser session = new SessionParser(vocabulary.below(frontMatter), folder, given, complaints);
        for (List<ScriptLine> block : isMarkdown(file) ? MarkdownBlocks.of(text, complaints) : List.of(text.body())) {
            session.parse(block);
        }
        List<Step> steps = session.steps();
        if (steps.isEmpty() && complaints.isEmpty()) {
            complaints.add(new Complaint(1, 1, "lab", "no command in it", expectedSession(file)));
        }
        boolean client = program.filter(ProgramRole.CLIENT::equals).isPresent();
        if (client && complaints.isEmpty() && !session.captures(ProgramRole.PORT)) {
            complaints.add(new Complaint(1, 1, "program", "client", "a line that captures {port}, whom it is to ask"));
        }
        if (complaints.isEmpty()) {
            TakenNames.complaints(frontMatter, steps).forEach(complaints::add);
        }
        return complaints.isEmpty() ? Optional.of(new LabDocument(file, frontMatter, steps, folder)) : Optional.empty();
    }

    private static boolean isMarkdown(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    private static String expectedSession(Path file) {
        return isMarkdown(file) ? "a block fenced ```sockrates with commands" : "lines such as: tcp> socket";
    }
}
