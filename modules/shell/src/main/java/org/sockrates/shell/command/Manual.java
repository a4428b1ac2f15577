package org.sockrates.shell.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The part of a help page that options cannot tell. The first line of it is JCommander's {@code commandDescription}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Manual {
    /** Lines of text; prose is filled, a line with three blanks in it is a row of a table. */
    String[] text() default {};

    /**
     * What stands behind each verb, where verbs differ: {@code watch [SOCKET] [--every]}, and in brackets the one that is meant
     * where none is typed. Completion and the tip go by it; an option that is named there is refused with any other verb.
     */
    String[] verbs() default {};

    /** Lines to try. */
    String[] example() default {};

    /** Where it is written: {@code bind(2), RFC 9293 §3.10}. */
    String see() default "";
}
