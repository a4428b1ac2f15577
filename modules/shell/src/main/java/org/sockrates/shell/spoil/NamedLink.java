package org.sockrates.shell.spoil;

import org.sockrates.link.LinkHost;

/**
 * A link as people speak of it.
 *
 * @param word what they type for it: {@code 1}, {@code wire}
 */
record NamedLink(String word, LinkHost host) {
    /** What it is called in an answer: {@code link 1}, {@code wire}. */
    String title() {
        return Links.isNumber(word) ? "link " + word : word;
    }
}
