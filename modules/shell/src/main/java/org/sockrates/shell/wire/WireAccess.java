package org.sockrates.shell.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.link.Path;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.session.Place;
import org.sockrates.wire.WireAbility;
import org.sockrates.wire.WirePath;

/** How this process gets onto the wire. It costs nothing to have; the first question may take some milliseconds. */
public interface WireAccess {
    /** The word people type for the path. */
    String WIRE = WirePath.NAME;

    /** What is said to a program that is to do something on the wire. */
    static List<String> onWire(List<String> words) {
        return Stream.concat(Stream.of("--path", WIRE), words.stream()).toList();
    }

    /** Why no wire can be had here, what mends it, and which path works meanwhile: one line; empty where one can. */
    Optional<String> missing();

    /** What a wire needs, one thing at a time, there or missing. */
    List<WireAbility.Need> needs();

    /** Whether this process is in a namespace where wires can be put up. */
    boolean inside();

    /**
     * Starts this program again in a namespace of its own, with other words, in the place of this process. Returns only
     * by failing; what is to be written must have been.
     */
    void enter(List<String> words) throws IOException;

    /** As {@link #enter(List)}, with the words this process was started with. */
    void enterAgain() throws IOException;

    /** As {@link #enterAgain()}, with {@code --path wire} in front of the words. */
    void enterOnWire() throws IOException;

    /** A place of a session on a wire of its own, which is put up when it is needed. */
    Place place();

    /** The path that experiments are handed. */
    Path path();

    /**
     * Refuses where no wire can be had.
     *
     * @throws MissingAbilityException which says why, and what to do
     */
    default void require() throws MissingAbilityException {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            throw new MissingAbilityException(missing.get());
        }
    }

    /** There is none, for this reason. */
    static WireAccess none(String reason) {
        return new NoWire(reason);
    }
}
