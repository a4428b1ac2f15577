package org.sockrates.wire;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sockrates.transport.StartError;

/**
 * What this machine has of all that a wire needs, and for each thing missing the one line that mends it. It looks and makes
 * nothing.
 *
 * @param needs in the order in which they are needed
 */
public record WireAbility(List<Need> needs) {
    private static final Path TUN = Path.of("/dev/net/tun");
    private static final String GIVEN = "; in a container: --device /dev/net/tun";
    private static final String LOADED = "sudo modprobe tun" + GIVEN;

    /** Major 10, minor 200: the Linux kernel's admin-guide/devices.txt. */
    private static final int TUN_NUMBER = 10 << 8 | 200;

    private static final long LIMIT_SECONDS = 5;
    private static final int MOST_SAID = 10_000;

    /**
     * One thing that is needed.
     *
     * @param what its name: {@code /dev/net/tun}
     * @param there whether it can be used
     * @param told what was found
     * @param mend what to type or to do; empty when it is there
     */
    public record Need(String what, boolean there, String told, String mend) {
        private static Need there(String what, String told) {
            return new Need(what, true, told, "");
        }

        private static Need missing(String what, String told, String mend) {
            return new Need(what, false, told, mend);
        }
    }

    public WireAbility {
        needs = List.copyOf(needs);
    }

    /** Looks at this machine; takes some milliseconds, since two of the things are tried. */
    public static WireAbility look() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new WireAbility(List.of(Need.missing(
                    "linux",
                    "this is " + System.getProperty("os.name"),
                    "use a Linux machine, a virtual one will do")));
        }
        String searched = searched();
        Need unshare = program("unshare", "util-linux", searched);
        List<Need> needs = new ArrayList<>(List.of(unshare, ip(searched), tun(TUN), nativeCalls()));
        if (unshare.there()) {
            needs.add(namespace());
        }
        return new WireAbility(needs);
    }

    /** The first thing missing and its mend, in one line; empty when a wire can be had. */
    public Optional<String> missing() {
        return missing(needs.stream());
    }

    private static Optional<String> missing(Stream<Need> needs) {
        return needs.filter(need -> !need.there())
                .map(need -> need.what() + ": " + need.told() + "; " + need.mend())
                .findFirst();
    }

    /**
     * Why a wire here takes packets one by one, which is slower, and what mends it; empty where it takes some in one call of
     * the system.
     */
    public static Optional<String> oneByOne() {
        return RingIo.missing();
    }

    /**
     * Why no program is started on a wire here, and what mends it: only util-linux's setpriv and unshare see to it that it ends
     * with this process. A wire can be had without; empty where both are there.
     */
    public static Optional<String> noPrograms() {
        return noPrograms(searched());
    }

    static Optional<String> noPrograms(String searched) {
        Stream<Need> genuine = Stream.of("setpriv", "unshare").map(name -> genuine(name, "util-linux", searched));
        return missing(Stream.concat(genuine, Stream.of(program("setsid", "util-linux", searched))));
    }

    private static String searched() {
        return System.getenv().getOrDefault("PATH", "");
    }

    static Need program(String name, String inPackage, String searched) {
        Optional<Path> found = Stream.of(searched.split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        String mend = "install " + inPackage;
        if (found.isEmpty()) {
            return Need.missing(name, "not found", mend);
        }
        return Need.there(name, found.get().toString());
    }

    /** BusyBox has one too, which makes no TUN device and reads no batch. */
    static Need ip(String searched) {
        return genuine("ip", "iproute2", searched);
    }

    /** A program that is not BusyBox's, which has fewer words. */
    private static Need genuine(String name, String inPackage, String searched) {
        Need found = program(name, inPackage, searched);
        return found.there() && isBusyBox(found.told())
                ? Need.missing(
                        name,
                        found.told() + " is BusyBox's",
                        "install " + inPackage + ", and have it first on the PATH")
                : found;
    }

    /** Asks it: by its name none can be told that is a hard link. */
    private static boolean isBusyBox(String program) {
        try {
            Optional<Process> asked = ended(List.of(program, "-V"));
            return asked.isPresent() && said(asked.get()).contains("BusyBox");
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String said(Process ended) throws IOException {
        return new String(ended.getInputStream().readNBytes(MOST_SAID), StandardCharsets.UTF_8);
    }

    /** Opens it, and makes no device: a container's rules are asked by nothing less. */
    static Need tun(Path device) {
        String what = device.toString();
        if (!Files.exists(device)) {
            return Need.missing(what, "not there", LOADED);
        }
        try {
            if (!isTun(device)) {
                return Need.missing(what, "no TUN device", "remove it, and  " + LOADED);
            }
            try (FileChannel opened = FileChannel.open(device, READ, WRITE)) {
                return Need.there(what, "may be opened");
            }
        } catch (IOException refused) {
            return unopened(what, refused);
        }
    }

    /** ENODEV is of a node whose driver is not there; EACCES and EPERM are of permissions and a container's rules. */
    static Need unopened(String device, IOException refused) {
        return String.valueOf(refused.getMessage()).contains("No such device")
                ? Need.missing(device, "its driver is not loaded", LOADED)
                : Need.missing(device, "may not be opened by you", "sudo chmod 666 " + device + GIVEN);
    }

    private static boolean isTun(Path device) throws IOException {
        return Files.getAttribute(device, "unix:rdev") instanceof Number number && number.intValue() == TUN_NUMBER;
    }

    private static Need nativeCalls() {
        String what = "native calls";
        return FirstLoad.obstacle()
                .map(obstacle -> Need.missing(what, obstacle.told, obstacle.mend))
                .orElseGet(() -> Need.there(what, "JNA may load the C library"));
    }

    private static Need namespace() {
        String what = "namespaces";
        if (Namespace.inside()) {
            return Need.there(what, "this process is in one of its own");
        }
        try {
            Optional<Namespace.Way> way = way();
            if (way.isPresent()) {
                return Need.there(what, way.get().told());
            }
        } catch (IOException shortage) {
            return Need.missing(
                    what,
                    "unshare cannot be started: " + StartError.reason(shortage),
                    "end something, or allow more: ulimit -n -u");
        }
        String mend = Files.exists(Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"))
                ? "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0, or run as root"
                : "sudo sysctl kernel.unprivileged_userns_clone=1 user.max_user_namespaces=1000, or run as root;"
                        + " in a container: --privileged";
        return Need.missing(what, "unshare may not make one", mend);
    }

    /**
     * The first way of making a namespace that works here; empty where none does.
     *
     * @throws IOException when nothing can be started just now, which says nothing of any
     */
    static Optional<Namespace.Way> way() throws IOException {
        for (Namespace.Way way : Namespace.Way.values()) {
            if (works(way)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code unshare} can do it, tried with a program that ends at once. */
    private static boolean works(Namespace.Way way) throws IOException {
        List<String> command = new ArrayList<>(way.words());
        command.add("true");
        try {
            return ended(command).filter(it -> it.exitValue() == 0).isPresent();
        } catch (IOException refused) {
            if (StartError.isShortage(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /** A program that has come to its end by itself, in time. */
    private static Optional<Process> ended(List<String> command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.of(process);
            }
            process.destroyForcibly();
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
