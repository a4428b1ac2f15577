package org.sockrates.shell.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Path;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.sim.path.SimPath;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * Which of the paths there are a comparison takes.
 *
 * @param paths at least one
 * @param wire the path beside them that needs a namespace of its own
 */
record PathChoice(List<Path> paths, WireAccess wire) {
    /**
     * The path named; without a name the usual one, but relay in place of loopback, which can make no link.
     *
     * @param usual where the session is
     * @param job that asks: of the command line's, this process is started again where the path needs that
     */
    Path of(@Nullable String named, String usual, LinkSpec spec, Job job) throws IOException {
        String unnamed = usual.equals(LoopbackPath.NAME) && !spec.isPerfect() ? RelayPath.NAME : usual;
        String wanted = named == null ? unnamed : named;
        if (wanted.equals(WireAccess.WIRE)) {
            return wire(job);
        }
        List<String> names = Stream.concat(paths.stream().map(Path::name), Stream.of(WireAccess.WIRE))
                .toList();
        Path chosen = paths.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> NearestWord.unknown("compare: --path", wanted, names));
        if (wanted.equals(LoopbackPath.NAME) && !spec.isPerfect()) {
            throw new UsageException(
                    "compare: --link over loopback (expected: no link there); use --path relay for one");
        }
        Optional<String> unreachable = chosen instanceof SimPath ? Optional.empty() : ThisMachine.withoutLoopback();
        if (unreachable.isPresent()) {
            throw new MissingAbilityException("compare: " + unreachable.get());
        }
        return chosen;
    }

    /** From the command line it starts this process again inside; whoever sits at a prompt is asked to. */
    private Path wire(Job job) throws IOException {
        if (!wire.inside()) {
            wire.require();
            if (job.origin() == Origin.ARGUMENTS) {
                wire.enterAgain();
            }
            throw new MissingAbilityException(
                    "compare: --path wire needs a namespace of its own (expected: this process"
                            + " in one); type  path wire  first, or start with  sockrates --path wire");
        }
        return wire.path();
    }
}
