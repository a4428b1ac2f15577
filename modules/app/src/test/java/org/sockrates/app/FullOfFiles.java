package org.sockrates.app;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** Begins as the program does, takes all descriptors that are left, then tells the time and closes a channel. */
final class FullOfFiles {
    private FullOfFiles() {}

    public static void main(String[] words) throws Exception {
        EarlyFiles.open().join(10_000);
        Deque<FileInputStream> open = new ArrayDeque<>();
        SocketChannel channel = SocketChannel.open();
        try {
            while (true) {
                open.push(new FileInputStream("/dev/null"));
            }
        } catch (FileNotFoundException full) {
            System.out.println("full");
        }
        System.out.println(
                LocalTime.ofInstant(Instant.EPOCH, ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES));
        channel.close();
        System.out.println("closed");
    }
}
