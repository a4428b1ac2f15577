package org.sockrates.sim.check;

/**
 * The window that the other end's acknowledgements tell. Which of them is meant, when old and new ones overtake each other,
 * nobody can say for certain: so there is what any reading allows, and what no reading refuses.
 */
final class Advertised {
    private int newestNext;
    private int widest;
    private int newest;
    private int last;
    private boolean perhapsShut;
    private boolean perhapsOpen = true;
    private boolean mayHaveOpened;
    private boolean hasOpened;

    Advertised(int atFirst) {
        widest = atFirst;
        newest = atFirst;
        last = atFirst;
    }

    /** An acknowledgement has come; {@code next} is counted from the first number. */
    void heard(int next, int window) {
        last = window;
        opens(window > 0, next > newestNext || (next == newestNext && window >= widest));
        widest = next > newestNext ? window : next == newestNext ? Math.max(widest, window) : widest;
        newest = next >= newestNext ? window : newest;
        newestNext = Math.max(newestNext, next);
    }

    /** @param counts whether every reading heeds it; of an old one it may be said that it is too late */
    private void opens(boolean open, boolean counts) {
        mayHaveOpened = open && perhapsShut;
        hasOpened = mayHaveOpened && !perhapsOpen && counts;
        perhapsShut = !open || (perhapsShut && !counts);
        perhapsOpen = open || (perhapsOpen && !counts);
    }

    /** Whether by some reading the last acknowledgement opened a window that was shut. */
    boolean mayHaveOpened() {
        return mayHaveOpened;
    }

    /** Whether by all readings it did. */
    boolean hasOpened() {
        return hasOpened;
    }

    /** A forged one has come that tells the same window as the last: by some readings it is heeded, by none is it news. */
    void heardForged() {
        opens(last > 0, false);
    }

    /** The window that was told last, whichever is meant. */
    int last() {
        return last;
    }

    /** How many may be outstanding at most: one to ask with, where there is no room (RFC 9293 §3.8.6.1). */
    int most() {
        return Math.max(1, Math.max(widest, last));
    }

    /** Below how many nobody has a reason to wait. */
    int least() {
        return Math.max(1, Math.min(newest, last));
    }
}
