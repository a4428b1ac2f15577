package org.sockrates.capture.ladder;

import java.util.List;

/**
 * What an arrow says: the message, {@code connect}, a segment's numbers.
 *
 * @param forms to be drawn, the longest first, at least one
 * @param words to be heard: {@code SYN ACK, seq 0, ack 1} for {@code S. 0 ack 1}; the longest form where that can be heard
 */
public record ArrowLabel(List<String> forms, String words) {
    public ArrowLabel {
        forms = List.copyOf(forms);
    }

    public static ArrowLabel of(String text) {
        return of(List.of(text));
    }

    public static ArrowLabel of(List<String> forms) {
        return new ArrowLabel(forms, forms.get(0));
    }

    public String longest() {
        return forms.get(0);
    }

    /** With one word more in each form. */
    public ArrowLabel and(String word) {
        return new ArrowLabel(forms.stream().map(form -> form + " " + word).toList(), words + " " + word);
    }
}
