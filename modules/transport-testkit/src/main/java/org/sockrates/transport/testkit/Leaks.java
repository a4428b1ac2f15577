package org.sockrates.transport.testkit;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.sockrates.transport.SystemClock;

/**
 * What was open before a test and what still is after it: the process's sockets, selectors and pipes (where {@code
 * /proc/self/fd} tells), and its threads. Files are left out: the JVM opens some of its own whenever it likes; and so are bare
 * epoll descriptors, with which it waits for virtual threads: a selector left open shows by its event descriptor.
 */
public final class Leaks {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<String> KINDS = List.of("socket:", "pipe:", "anon_inode:[eventfd]");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Threads the JVM or the test runner starts when it needs them, and keeps. */
    private static final List<String> NOT_OURS = List.of(
            "ForkJoinPool",
            "Common-Cleaner",
            "JNA Cleaner",
            "process reaper",
            "junit-",
            "awaitility",
            "surefire",
            "Read-Poller",
            "Write-Poller",
            "MasterPoller",
            "VirtualThread-",
            "Attach Listener",
            "MemoryPoller",
            "ping-timer");

    private final Collection<String> descriptors;
    private final Collection<Thread> threads;

    static {
        openOnce();
    }

    private Leaks() {
        descriptors = descriptors();
        threads = threads();
    }

    /** With its first channels Java opens descriptors of its own, and keeps them. */
    private static void openOnce() {
        try (DatagramChannel datagrams = DatagramChannel.open();
                SocketChannel stream = SocketChannel.open();
                Selector selector = Selector.open()) {
            datagrams.bind(null);
            stream.bind(null);
            selector.selectNow();
        } catch (IOException noNetwork) {
            throw new AssertionError("no socket can be opened here", noNetwork);
        }
    }

    /** What is open now. */
    public static Leaks before() {
        return new Leaks();
    }

    /** Waits until nothing is left that was not there before; fails when something stays. */
    public void check() {
        check(LIMIT);
    }

    /** The same, for no longer than so. */
    public void check(Duration limit) {
        long end = SystemClock.INSTANCE.nanoTime() + limit.toNanos();
        List<String> left = left();
        while (!left.isEmpty() && SystemClock.INSTANCE.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
            left = left();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("left behind: " + left);
        }
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (String descriptor : descriptors()) {
            if (!descriptors.contains(descriptor)) {
                left.add(descriptor);
            }
        }
        for (Thread thread : threads()) {
            if (!threads.contains(thread)) {
                left.add("thread " + thread.getName());
            }
        }
        return left;
    }

    private static Collection<String> descriptors() {
        TreeSet<String> open = new TreeSet<>();
        if (!Files.isDirectory(DESCRIPTORS)) {
            return open;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path entry : entries) {
                String target = target(entry);
                if (KINDS.stream().anyMatch(target::startsWith)) {
                    open.add(entry.getFileName() + " -> " + target);
                }
            }
        } catch (IOException untold) {
            throw new AssertionError("cannot list " + DESCRIPTORS, untold);
        }
        return open;
    }

    private static String target(Path entry) {
        try {
            return Files.readSymbolicLink(entry).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Collection<Thread> threads() {
        Predicate<Thread> ours = thread -> NOT_OURS.stream().noneMatch(thread.getName()::startsWith);
        return Thread.getAllStackTraces().keySet().stream().filter(ours).toList();
    }
}
