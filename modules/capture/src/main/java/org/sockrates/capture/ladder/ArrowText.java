package org.sockrates.capture.ladder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Shape;

/** Draws one arrow between the two bars of a ladder, both bars included. */
final class ArrowText {
    private static final int LEAST_STROKE = 2;

    private final Strokes strokes;
    private final int width;
    private final boolean times;

    ArrowText(LadderStyle style, int width) {
        this.strokes = Strokes.of(style);
        this.width = width;
        this.times = style.times();
    }

    /** No arrow. */
    String none() {
        return strokes.bar() + " ".repeat(width - 2) + strokes.bar();
    }

    String of(Arrow arrow) {
        List<String> pieces = new ArrayList<>();
        boolean leaves = arrow.shape() != Shape.ARRIVING
                && arrow.shape() != Shape.ARRIVING_UNTAKEN
                && arrow.shape() != Shape.UNSENT;
        pieces.add(String.valueOf(leaves ? strokes.leaves(arrow.from()) : strokes.bar()));
        pieces.addAll(inner(arrow, width - 2));
        pieces.add(String.valueOf(strokes.bar()));
        if (arrow.from() == Side.RIGHT) {
            Collections.reverse(pieces);
        }
        return String.join("", pieces);
    }

    /** What stands between the bars, from the side it leaves to the side it reaches. */
    private List<String> inner(Arrow arrow, int room) {
        String head = String.valueOf(strokes.head(arrow.from()));
        return switch (arrow.shape()) {
            case WHOLE -> {
                String label = label(arrow.label().forms(), duration(arrow), room - 1 - 2 * LEAST_STROKE);
                int rest = room - 1 - label.length();
                yield List.of(line(rest / 2), label, line(rest - rest / 2), head);
            }
            case LEAVING -> leaving(arrow.label().forms(), room, "");
            case UNTAKEN -> leaving(arrow.label().forms(), room, "?");
            case ENDED -> {
                String mark = ShortText.fit(ShortText.plain(arrow.mark()), room / 2 - 2);
                int left = room - mark.length() - 3;
                String label = label(arrow.label().forms(), left - 2 * LEAST_STROKE);
                String rest = line(left - LEAST_STROKE - label.length());
                yield List.of(line(LEAST_STROKE), label, rest, strokes.cross() + "", " ", mark, " ");
            }
            case ARRIVING -> arriving(arrow.label().forms(), room, " ", head);
            case UNSENT -> arriving(arrow.label().forms(), room, "?", head);
            case ARRIVING_UNTAKEN -> arriving(arrow.label().forms(), room, " ", "?");
        };
    }

    private List<String> leaving(List<String> text, int room, String end) {
        int fade = end.isEmpty() ? fade(text, room) : 0;
        String label = label(text, room - 2 * LEAST_STROKE - fade - end.length());
        int rest = room - LEAST_STROKE - label.length() - fade - end.length();
        return List.of(line(LEAST_STROKE), label, dots(rest), " ".repeat(fade), end);
    }

    private List<String> arriving(List<String> text, int room, String begin, String end) {
        int fade = begin.equals(" ") ? fade(text, room) : 1;
        String label = label(text, room - 2 * LEAST_STROKE - fade - 1);
        int rest = room - LEAST_STROKE - label.length() - fade - 1;
        String line = end.equals("?") ? dots(LEAST_STROKE) : line(LEAST_STROKE);
        return List.of(begin + " ".repeat(fade - 1), dots(rest), label, line, end);
    }

    /** How much of the way is left out; less where there is much to say, and it can be said whole. */
    private static int fade(List<String> text, int room) {
        int usual = room / 4;
        int longest = text.get(0).length();
        if (text.size() == 1) {
            int spare = room - 2 * LEAST_STROKE - 3 - longest; // blanks, and a head
            return spare < 2 ? usual : Math.min(usual, spare);
        }
        return Math.max(2, Math.min(usual, room - 3 * LEAST_STROKE - 2 - longest));
    }

    /** How long it took, where times are shown and it is worth a word. */
    private String duration(Arrow arrow) {
        return times ? LadderTime.took(arrow.took()) : "";
    }

    private static String label(List<String> forms, int room) {
        return label(forms, "", room);
    }

    /** The longest form that fits with its ending, or else without it; where none does, the shortest, cut. */
    private static String label(List<String> forms, String ending, int room) {
        for (String end : List.of(ending, "")) {
            for (String form : forms) {
                String whole = ShortText.plain(form) + end;
                if (whole.length() <= room - 2 && (forms.size() > 1 || end.equals(ending))) {
                    return " " + whole + " ";
                }
            }
        }
        String last = forms.get(forms.size() - 1);
        return forms.size() > 1 ? cut(last, "", room) : cut(last, ending, room);
    }

    /** Where there is no room for both, the message's number and the ending say more than half a payload. */
    private static String cut(String text, String ending, int room) {
        String plain = ShortText.plain(text);
        boolean tight = !ending.isEmpty() && plain.length() + ending.length() > room - 2;
        String number = plain.startsWith("#") ? plain.substring(0, Math.max(plain.indexOf(' '), 1)) : "";
        String brief = (number + ending).strip();
        String said = !tight ? plain + ending : brief.length() <= room - 2 ? brief : plain;
        String fitted = ShortText.fit(said, room - 2);
        return fitted.isEmpty() ? "" : " " + fitted + " ";
    }

    private String line(int length) {
        return String.valueOf(strokes.line()).repeat(Math.max(length, 0));
    }

    private String dots(int length) {
        return String.valueOf(strokes.dots()).repeat(Math.max(length, 0));
    }
}
