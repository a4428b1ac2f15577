package org.sockrates.shell.command;

/** What a command is for: the headings of {@code help}. */
public enum Group {
    CALLS("one call each"),
    ROLES("roles"),
    CHOOSE("choose"),
    LOOK("look"),
    SPOIL("spoil"),
    COMPARE("compare"),
    LEARN("learn"),
    REST("the rest");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** As {@code help} prints it. */
    public String title() {
        return title;
    }
}
