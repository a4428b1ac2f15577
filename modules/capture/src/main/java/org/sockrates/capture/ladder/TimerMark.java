package org.sockrates.capture.ladder;

import java.util.Optional;

/**
 * What a sender's timer does at a row, as far as packets tell: when it was set is when a packet left, that it rang is seen
 * by what goes again. Not what the sender has set it to.
 *
 * @param whose the number of the packet it is of; nothing where one timer is for all, or where it rings: the packet that
 *     goes again in that row tells
 * @param afterNanos where it rings: since when it was set
 */
public record TimerMark(Deed deed, Optional<Integer> whose, long afterNanos) {
    /** What it does. */
    public enum Deed {
        STARTS("on"),
        /** It begins anew, because something was acknowledged, or the other end has room again. */
        STARTS_ANEW("anew"),
        STOPS("off"),
        /** And starts again, with what goes again. */
        RINGS("timeout");

        private final String text;

        Deed(String text) {
            this.text = text;
        }

        /** As a ladder has it: {@code on}. */
        public String word() {
            return text;
        }
    }

    /** From here on tenths of a millisecond say nothing. */
    private static final long WHOLE_TENTHS = 1_000;

    public static TimerMark of(Deed deed) {
        return new TimerMark(deed, Optional.empty(), 0);
    }

    /** Of a sender that has a timer for each packet. */
    public static TimerMark of(Deed deed, int number) {
        return new TimerMark(deed, Optional.of(number), 0);
    }

    public static TimerMark rings(long afterNanos) {
        return new TimerMark(Deed.RINGS, Optional.empty(), afterNanos);
    }

    /**
     * Beside how its end stands.
     *
     * @param note how the end stands
     * @param times whether to say how long it ran
     */
    String beside(String note, boolean times) {
        if (deed != Deed.RINGS) {
            return note + " " + words(times);
        }
        return deed.text + (times ? " " + millis() + " ms " : " ") + note;
    }

    /** In a sentence: {@code timer 4 off}, {@code timeout after 200 ms}. */
    String words(boolean times) {
        return deed == Deed.RINGS
                ? deed.text + (times ? " after " + millis() + " ms" : "")
                : "timer" + number() + " " + deed.text;
    }

    private String number() {
        return whose.map(it -> " " + Integer.toUnsignedString(it)).orElse("");
    }

    private String millis() {
        long tenths = Math.round(afterNanos / 1e5);
        boolean whole = tenths >= WHOLE_TENTHS || tenths % 10 == 0;
        return whole ? Long.toString(Math.round(tenths / 10.0)) : tenths / 10 + "." + tenths % 10;
    }
}
