package org.sockrates.compare.experiment;

/** What one end of a conversation counted: in the time that counts, and altogether. Not for two threads. */
final class Tally {
    private Window window;
    private long bytes;
    private long messages;
    private long allBytes;
    private long allMessages;
    private long firstNanos;
    private long marked;
    private boolean complete;

    Tally(Window window) {
        this.window = window;
    }

    /** Has another time count; what was counted so far lies in it, too. */
    void counts(Window other) {
        window = other;
    }

    /** One send or receive of so many bytes, done at a time on the window's clock. */
    void add(int moved, long nowNanos) {
        if (allMessages == 0) {
            firstNanos = nowNanos;
        }
        allBytes += moved;
        allMessages++;
        if (window.contains(nowNanos)) {
            bytes += moved;
            messages++;
        }
    }

    /** Says whether the message carried the mark of those that were sent in the time that counts. */
    void mark(boolean itDid) {
        if (itDid) {
            marked++;
        }
    }

    /** Says that nothing is missing: the end was seen. */
    Tally completed() {
        complete = true;
        return this;
    }

    long bytes() {
        return bytes;
    }

    long messages() {
        return messages;
    }

    long allBytes() {
        return allBytes;
    }

    long allMessages() {
        return allMessages;
    }

    /** When the first of all was done; means nothing before. */
    long firstNanos() {
        return firstNanos;
    }

    long marked() {
        return marked;
    }

    boolean complete() {
        return complete;
    }
}
