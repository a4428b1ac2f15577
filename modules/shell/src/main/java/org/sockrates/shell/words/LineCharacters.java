package org.sockrates.shell.words;

import org.sockrates.transport.SafeText;

/** Which characters a line may have: text and tabs. Not which words. */
final class LineCharacters {
    private LineCharacters() {}

    static void check(String line) throws MisreadException {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\uFFFD') {
                throw new MisreadException(i, "bytes that are no UTF-8", "UTF-8, or \\xNN for a byte");
            }
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                String shown = SafeText.escape(Character.toString(c));
                throw new MisreadException(i, "the character " + shown, "it written as " + shown + " in a payload");
            }
            if (Character.isHighSurrogate(c) && i + 1 < line.length() && Character.isLowSurrogate(line.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MisreadException(i, "half a character", "both halves of a surrogate pair");
            }
        }
    }
}
