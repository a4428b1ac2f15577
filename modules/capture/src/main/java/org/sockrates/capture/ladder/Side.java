package org.sockrates.capture.ladder;

/** Which of a ladder's two ends: the one that began the conversation stands left. */
public enum Side {
    LEFT,
    RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
