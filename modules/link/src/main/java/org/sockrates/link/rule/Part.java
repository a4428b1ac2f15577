package org.sockrates.link.rule;

/** A word of a specification and its values: a rule of a link or a fault of a stream. */
public interface Part {
    /** netem's word for a rule, Toxiproxy's name for a fault. */
    String word();

    /** The word and its values, as they are typed. */
    String text();

    /** Whether it draws random numbers, so that the seed matters. */
    default boolean draws() {
        return false;
    }

    /** Its place in the order in which what passes meets the parts. */
    int place();
}
