package org.sockrates.shell.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sockrates.lab.lint.Proof;

/**
 * What the options of a command cannot tell: the rest of its help page, whose first line is JCommander's
 * {@code commandDescription}, and what a lab has of it.
 */
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

    /** What it proves that it has succeeded, for {@code labs review}: points are for somebody's part in it. */
    Proof proves() default Proof.BY_WHAT_IT_SHOWS;

    /** First operands with which it only shows something, {@code show}, and so proves no more; an empty one for none. */
    String[] shows() default {};

    /** Whether only a person may give it: it starts programs or labs, or is about who types. No lab may have it. */
    boolean forPeople() default false;
}
