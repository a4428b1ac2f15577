package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.ScriptLine;

/** Which characters a lab file may hold: whatever is text, and tabs. */
final class Characters {
    private final Complaints complaints;
    private boolean saidLineEnd;

    private Characters(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Complains about bad characters, and gives the lines without them, so that reading can go on. */
    static List<ScriptLine> clean(List<ScriptLine> lines, Complaints complaints) {
        Characters characters = new Characters(complaints);
        List<ScriptLine> clean = new ArrayList<>(lines.size());
        lines.forEach(line -> clean.add(characters.clean(line)));
        return clean;
    }

    private ScriptLine clean(ScriptLine line) {
        String text = withoutCarriageReturn(line);
        if (text.length() > SourceText.MOST_COLUMNS) {
            complain(line, 0, "line", text.length() + " characters", "at most " + SourceText.MOST_COLUMNS);
            text = text.substring(0, SourceText.MOST_COLUMNS);
        }
        StringBuilder clean = new StringBuilder(text);
        boolean said = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isISOControl(letter) && letter != '\t') {
                if (!said) {
                    String name = letter == 0 ? "NUL" : String.format(Locale.ROOT, "U+%04X", (int) letter);
                    complain(line, i, "control character", name, "text");
                }
                said = true;
                clean.setCharAt(i, '\ufffd');
            }
        }
        return new ScriptLine(line.number(), line.column(), clean.toString());
    }

    private String withoutCarriageReturn(ScriptLine line) {
        String text = line.text();
        if (!text.endsWith("\r")) {
            return text;
        }
        if (!saidLineEnd) {
            saidLineEnd = true;
            complain(line, text.length() - 1, "line end", "CR LF", "LF alone, here and below");
        }
        return text.substring(0, text.length() - 1);
    }

    private void complain(ScriptLine line, int index, String what, String actual, String expected) {
        complaints.add(new Complaint(line.number(), line.column() + index, what, actual, expected));
    }
}
