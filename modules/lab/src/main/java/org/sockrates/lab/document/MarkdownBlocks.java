package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.ScriptLine;

/** The fenced {@code sockrates} blocks of a Markdown file, as lines that know where they stand. */
final class MarkdownBlocks {
    private static final String WORD = "sockrates";
    private static final int DEEPEST = 50;
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, node) -> {}) // only blocks matter here
            .build();

    private MarkdownBlocks() {}

    static List<List<ScriptLine>> of(SourceText text, Complaints complaints) {
        int above = text.lines().size() - text.body().size();
        String markdown =
                "\n".repeat(above) + text.body().stream().map(ScriptLine::text).collect(Collectors.joining("\n"));
        List<List<ScriptLine>> blocks = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                String[] words = block.getInfo().strip().split("\\s+");
                if (words[0].equals(WORD)) {
                    blocks.add(lines(block, text));
                    checkFence(block, words, complaints);
                }
            }
        });
        return blocks;
    }

    private static void checkFence(FencedCodeBlock block, String[] words, Complaints complaints) {
        SourceSpan fence = block.getSourceSpans().get(0);
        int line = fence.getLineIndex() + 1;
        int column = fence.getColumnIndex() + 1;
        if (block.getClosingFenceLength() == null) {
            complaints.add(new Complaint(line, column, "block", "never closed", "a line ``` below it"));
        }
        if (words.length > 1) {
            complaints.add(new Complaint(line, column, "block", words[1], "nothing after the word " + WORD));
        }
    }

    private static List<ScriptLine> lines(FencedCodeBlock block, SourceText text) {
        List<ScriptLine> lines = new ArrayList<>();
        String literal = block.getLiteral();
        if (literal.isEmpty()) {
            return lines;
        }
        int first = block.getSourceSpans().get(0).getLineIndex() + 1;
        for (String line : literal.substring(0, literal.length() - 1).split("\n", -1)) {
            ScriptLine source = text.lines().get(first + lines.size());
            int column = Math.max(0, source.text().length() - line.length()) + 1;
            lines.add(new ScriptLine(source.number(), column, line));
        }
        return lines;
    }
}
