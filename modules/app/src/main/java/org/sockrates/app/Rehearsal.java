package org.sockrates.app;

/**
 * Does once what people do most, so that a JVM can note which classes that takes. Started by the launcher to make its
 * class archive; not a test, and nothing of it is ever shown.
 */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] words) {
        Main.main(words);
    }
}
