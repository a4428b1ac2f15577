package org.sockrates.shell.command;

import org.sockrates.link.LinkSpec;
import org.sockrates.transport.UsageException;

/** A link in netem's words, which are one argument: in quotes, where they are several. */
public final class LinkValue {
    private LinkValue() {}

    /**
     * The link that was typed behind {@code --link}.
     *
     * @param seedUnlessTyped for a text that names none
     * @throws UsageException that names the word that cannot be meant, or the quotes that are missing
     */
    public static LinkSpec read(String typed, long seedUnlessTyped) {
        try {
            return LinkSpec.parse(typed, seedUnlessTyped);
        } catch (UsageException unread) {
            UsageException.Parts parts = unread.parts().orElseThrow(() -> unread);
            boolean cut = parts.isNothing() && !typed.strip().contains(" ");
            throw cut
                    ? UsageException.nothingFollows(
                            parts.where(), parts.expected() + "; all in quotes: --link \"" + typed + " …\"")
                    : unread;
        }
    }
}
