package org.sockrates.transport.rdt.socket;

import java.security.SecureRandom;

/** A connection's first number, which nobody else can guess (for TCP's, RFC 6528 §1 says why). */
final class FirstNumbers {
    /** Takes ten milliseconds to make: a program that opens no connection does without. */
    private static final SecureRandom LOTS = new SecureRandom();

    private FirstNumbers() {}

    static int next() {
        return LOTS.nextInt();
    }
}
