package org.sockrates.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tshark, which nobody here wrote, reads in a capture file. */
final class Tshark {
    private Tshark() {}

    /**
     * What it told.
     *
     * @param lines one for each packet: the fields that were asked for, with a bar between them
     * @param remarks whatever else it said
     */
    record Told(int status, List<String> lines, List<String> remarks) {
        /** Whether it read the file to its end, or up to a block that was never finished. */
        boolean wholeOrCut() {
            return status == 0 || remarks.stream().anyMatch(line -> line.contains("cut short"));
        }
    }

    /** Reads a file with all checksums verified. */
    static Told read(Path file, String... fields) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("tshark", "-n", "-r", file.toString(), "-T", "fields", "-E", "separator=|", "-E", "header=n"));
        for (String protocol : List.of("ip", "tcp", "udp")) {
            command.add("-o");
            command.add(protocol + ".check_checksum:TRUE");
        }
        for (String field : fields) {
            command.add("-e");
            command.add(field);
        }
        try (Program program = Program.of(command.toArray(String[]::new))) {
            List<String> lines = new ArrayList<>();
            List<String> remarks = new ArrayList<>();
            for (String line : program.rest()) {
                (line.chars().filter(letter -> letter == '|').count() == fields.length - 1 ? lines : remarks).add(line);
            }
            return new Told(program.status(), lines, remarks);
        }
    }
}
