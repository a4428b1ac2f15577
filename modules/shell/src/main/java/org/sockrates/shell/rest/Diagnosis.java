package org.sockrates.shell.rest;

import java.util.Optional;

/**
 * What one look at the machine found.
 *
 * @param told what is there, or what to do
 * @param needed whether nothing works without it
 */
record Diagnosis(String what, boolean well, String told, boolean needed) {
    /** Of what much works without. */
    Diagnosis(String what, boolean well, String told) {
        this(what, well, told, false);
    }

    /** Of what much works without, and is there where nothing tells what is missing. */
    static Diagnosis of(String what, Optional<String> missing, String there) {
        return new Diagnosis(what, missing.isEmpty(), missing.orElse(there));
    }
}
