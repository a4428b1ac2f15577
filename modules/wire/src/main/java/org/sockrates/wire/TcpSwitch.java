package org.sockrates.wire;

import java.util.Optional;

/**
 * One of TCP's settings at one moment, in the words people type.
 *
 * @param word its name: {@code rto-min}
 * @param now what it is; empty where this kernel does not have it, as are the two that follow
 * @param shipped what the profile {@code shipped} makes of it
 * @param textbook what the profile {@code textbook} makes of it
 * @param told what it does, in a few words
 */
public record TcpSwitch(
        String word, Optional<String> now, Optional<String> shipped, Optional<String> textbook, String told) {
    /** Whether somebody changed it. */
    public boolean changed() {
        return !now.equals(shipped);
    }
}
