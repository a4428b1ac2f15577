package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.shell.machine.AddressMatch;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.OwnAddresses;
import org.sockrates.shell.machine.PortOwner;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Transport;

/**
 * What there is to say where nobody serves at an address, or not for whoever asked there.
 *
 * @param transport by which somebody asked
 * @param address that was asked
 * @param kernel tells who is at a port
 */
public record Absence(Session session, Transport transport, InetSocketAddress address, KernelRows kernel) {
    private InetSocketAddress reached() {
        return session.place().behind(address);
    }

    private KernelProtocol protocol() {
        return KernelProtocol.of(transport.traits());
    }

    /**
     * How the program that is graded stands, if it should serve there; else why no server could, or the command that starts one
     * at exactly that address.
     *
     * @return empty where the address is not one of this machine's
     */
    public Optional<String> start() {
        return session.program()
                .flatMap(program -> program.absence(address.getPort()))
                .or(() -> host().map(
                                host -> held().orElseGet(() -> "start one:  server " + transport.name() + " " + host)));
    }

    /** That a socket of the session has the address, which is not to be had for a server, though nobody listens. */
    private Optional<String> held() {
        boolean reuses = protocol() == KernelProtocol.TCP; // as its servers do
        return new PortHolder(session, kernel)
                .own(new PortHolder.Wish(protocol(), reached(), reuses), Optional.empty())
                .map(own -> own.label() + " has this port, and does not listen: a server needs another");
    }

    /** What there is to say where an address refused: who serves there, though it refused. */
    public String ofRefusal() {
        return mistaken(null).orElseGet(() -> "nobody listens there" + nextStep());
    }

    /**
     * Why somebody who has the port is not whom one meets there; empty where nobody has it, or nobody tells.
     *
     * @param asker the address of the socket that was refused; null where it is not known
     */
    public Optional<String> mistaken(@Nullable InetSocketAddress asker) {
        InetSocketAddress reached = reached();
        if (!OwnAddresses.has(reached.getAddress())) {
            return Optional.empty();
        }
        KernelProtocol own = protocol();
        Optional<KernelSocket> door = kernel.door(own, reached);
        return door.filter(row -> AddressMatch.at(row.local(), reached) == AddressMatch.SURELY)
                .map(row -> served(""))
                .or(() -> own == KernelProtocol.UDP
                        ? kernel.deaf(reached).map(row -> deaf(row, asker))
                        : Optional.empty())
                .or(() -> door.map(row -> served("IPV6_V6ONLY, ")))
                .or(() -> kernel.serving(own, reached).stream()
                        .findFirst()
                        .map(row -> "on this port somebody is at "
                                + CallText.address(Bypass.through(session.place(), row.local())) + ", not at "
                                + CallText.address(address)
                                + Bypass.toBind(session.place(), address.getAddress())
                                        .map(bind -> "; " + bind)
                                        .orElse("")))
                .or(() -> Stream.of(KernelProtocol.values())
                        .filter(other ->
                                other != own && !kernel.serving(other, reached).isEmpty())
                        .findFirst()
                        .map(other -> "only " + other.word() + " has somebody on port " + address.getPort() + "; "
                                + portsOf(own)));
    }

    /** @param also what may keep whoever asks from that door alone, and a comma */
    private String served(String also) {
        return (transport.traits().connectionOriented()
                        ? "somebody listens there: it came too early"
                        : "an earlier datagram was refused: nobody was bound there yet")
                + ", or something keeps it from there (" + also + "a firewall, SO_BINDTODEVICE)";
    }

    private String deaf(KernelSocket row, @Nullable InetSocketAddress asker) {
        InetSocketAddress peer = row.remote();
        return peer == null || session.place().behind(peer).equals(asker)
                ? served("")
                : owner(row) + " is bound there and connected to " + CallText.address(peer) + ": it hears nobody else";
    }

    /** {@code alice (3)} where it is a socket of the session; else its program. */
    private String owner(KernelSocket row) {
        return session.sockets().all().stream()
                .filter(own -> own.fits(row))
                .findFirst()
                .map(OpenSocket::label)
                .or(() -> PortOwner.of(row))
                .orElse("somebody");
    }

    private String portsOf(KernelProtocol below) {
        String name = transport.name();
        return name + (name.equals(below.word()) ? "" : " travels over " + below.word() + ", which")
                + " has ports of its own";
    }

    /** Behind what is said: the next step, or that of another machine one knows only that somebody refused. */
    public String nextStep() {
        return start().map(start -> "; " + start)
                .orElseGet(() -> OwnAddresses.has(reached().getAddress()) ? "" : ", or a firewall refused it");
    }

    /**
     * The same where a datagram met silence, which may mean anything.
     *
     * @return empty also where the kernel's table has somebody at that address, or there is no table
     */
    public Optional<String> behindSilence() {
        InetSocketAddress reached = reached();
        boolean somebody = kernel.at(reached.getPort()).stream()
                .anyMatch(row -> row.protocol() == KernelProtocol.UDP
                        && AddressMatch.at(row.local(), reached).possible());
        return somebody || ThisMachine.withoutKernelTable().isPresent()
                ? Optional.empty()
                : mistaken(null).or(() -> start().map(start -> "nobody is bound there; " + start));
    }

    /** The operands and options by which {@code server} takes an address. */
    private Optional<String> host() {
        InetAddress host = reached().getAddress();
        boolean near = host.isLoopbackAddress() || session.place().secluded();
        try {
            if (host.equals(session.place().here(session.defaults().family()))) {
                return Optional.of(Integer.toString(address.getPort()));
            }
            return host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null
                    ? Optional.of(CallText.host(host) + " " + address.getPort() + (near ? "" : " --allow-remote"))
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
