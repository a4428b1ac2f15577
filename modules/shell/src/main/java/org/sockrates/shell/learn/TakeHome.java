package org.sockrates.shell.learn;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.shell.text.Fold;

/** What a lab leaves one with when it has been passed: the sentence to remember, and where to read on. */
public final class TakeHome {
    private TakeHome() {}

    /** As lines to be shown; none where the lab has neither. */
    public static List<String> of(FrontMatter lab) {
        List<String> lines = new ArrayList<>();
        lab.remember().ifPresent(sentence -> lines.addAll(Fold.escaped("remember: ", sentence)));
        lab.source().ifPresent(source -> lines.addAll(Fold.escaped("written in: ", source)));
        return lines;
    }
}
