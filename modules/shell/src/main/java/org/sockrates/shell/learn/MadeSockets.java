package org.sockrates.shell.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Meaning;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Traits;

/** What the sockets of a lab promise that is read but not run: those it names, and any other. */
final class MadeSockets {
    private static final String MAKES = "socket";

    private final Map<String, Traits> named = new HashMap<>();
    private final List<Traits> all = new ArrayList<>();
    private final @Nullable Traits usual;

    /**
     * Looks who is made.
     *
     * @param lines of the lab, as far as they can be meant
     * @param usual of the lab's transport; null where it says none
     * @param transports a transport by its name; empty for what is none
     */
    MadeSockets(List<Meaning> lines, @Nullable Traits usual, Function<String, Optional<Traits>> transports) {
        this.usual = usual;
        lines.stream().filter(line -> line.entry().word().equals(MAKES)).forEach(line -> {
            Optional<Traits> made = line.operands().stream()
                    .findFirst()
                    .map(Word::text)
                    .flatMap(transports)
                    .or(() -> Optional.ofNullable(usual));
            made.ifPresent(all::add);
            String name = line.options().getOrDefault("--as", "");
            made.ifPresent(traits -> named.put(name, traits));
        });
    }

    /**
     * What the socket promises that a line is about.
     *
     * @return empty where that is not known: then there are connections, and they are streams
     */
    Optional<Traits> of(Meaning line) {
        boolean about = !line.declared().isEmpty()
                && line.declared().get(0).kinds().contains("SOCKET")
                && !line.operands().isEmpty();
        Optional<Traits> own =
                about ? Optional.ofNullable(named.get(line.operands().get(0).text())) : Optional.empty();
        return own.or(() -> Optional.ofNullable(usual)).or(this::only);
    }

    /** Of a lab that makes sockets of one kind alone. */
    private Optional<Traits> only() {
        return all.stream().distinct().count() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
