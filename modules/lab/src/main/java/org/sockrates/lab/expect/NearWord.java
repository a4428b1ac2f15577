package org.sockrates.lab.expect;

/** Tells a word that is nearly another from one that is meant. */
public final class NearWord {
    private static final int SHORT = 4;

    private NearWord() {}

    /** Whether one letter is missing or too many, two have changed places, or of a longer word one is wrong: no "hunt". */
    public static boolean isNear(String word, String key) {
        int shorter = Math.min(word.length(), key.length());
        int head = 0;
        while (head < shorter && word.charAt(head) == key.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && word.charAt(word.length() - 1 - tail) == key.charAt(key.length() - 1 - tail)) {
            tail++;
        }
        String typed = word.substring(head, word.length() - tail);
        String meant = key.substring(head, key.length() - tail);
        boolean swapped = meant.length() == 2 && typed.contentEquals(new StringBuilder(meant).reverse());
        boolean oneWrong = Math.max(typed.length(), meant.length()) == 1;
        return swapped || (oneWrong && (typed.length() != meant.length() || key.length() > SHORT));
    }
}
