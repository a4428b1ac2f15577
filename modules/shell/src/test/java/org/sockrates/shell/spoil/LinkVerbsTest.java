package org.sockrates.shell.spoil;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

/** What others call that which a link does. */
class LinkVerbsTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "del|drop LINK",
                "down|drop LINK",
                "change|use [LINK] RULES, all there are to be",
                "list|show",
                "reset|link use , with no rule behind it: then everything passes; forget takes back orders",
            })
    void verbsOfOthersAreKnown(String verb, String expected) {
        typing.type("link " + verb + " 1").refuses("link: \"" + verb + "\" (expected: " + expected + ")");
    }
}
