package org.sockrates.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbered notes beneath a table: the same remark has one number, and says whom it is about. */
final class Notes {
    private final Map<String, List<String>> transportsByText = new LinkedHashMap<>();

    /** The number of a remark, from 1 on. */
    int number(String transport, String text) {
        List<String> transports = transportsByText.computeIfAbsent(text, fresh -> new ArrayList<>());
        if (!transports.contains(transport)) {
            transports.add(transport);
        }
        return List.copyOf(transportsByText.keySet()).indexOf(text) + 1;
    }

    /** One paragraph a note. */
    String text() {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (Map.Entry<String, List<String>> note : transportsByText.entrySet()) {
            String who = String.join(", ", note.getValue());
            out.append(Paragraph.of("  (" + number++ + ") ", who + ": " + note.getKey()));
        }
        return out.toString();
    }
}
