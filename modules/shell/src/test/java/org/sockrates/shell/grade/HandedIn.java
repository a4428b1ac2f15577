package org.sockrates.shell.grade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Programs as students hand them in, good and bad ones: {@code HandedIn WHAT HOST PORT}. */
public final class HandedIn {
    private HandedIn() {}

    public static void main(String[] words) throws IOException {
        InetAddress host = InetAddress.getByName(words[1]);
        int port = Integer.parseInt(words[2]);
        switch (words[0]) {
            case "echo" -> echo(host, port, true);
            case "one-after-the-other" -> echo(host, port, false);
            case "once" -> {
                try (ServerSocket door = new ServerSocket(port, 10, host)) {
                    answer(door.accept());
                }
            }
            case "datagrams" -> datagrams(port);
            case "pass-on" -> passOn(new ServerSocket(port, 10, host), new Socket(host, Integer.parseInt(words[3])));
            case "store" -> {
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
                store(host, port, true);
            }
            case "store-deaf" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(LockSupport::park)); // so it does not end
                store(host, port, true);
            }
            case "store-held" -> store(host, port, false);
            case "ask" -> ask(host, port);
            case "connect" -> connect(host, port);
            case "ask-what-is-typed" -> askWhatIsTyped(host, port);
            case "leave" -> {
                System.out.println("no time \u001b[2J today");
                System.exit(3);
            }
            case "flood" -> System.out.print("x".repeat(99).concat("\n").repeat(1000));
            default -> {
                while (System.in.read() < 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static void echo(InetAddress host, int port, boolean threads) throws IOException {
        try (ServerSocket door = new ServerSocket(port, 10, host)) {
            while (true) {
                Socket peer = door.accept();
                Thread serving = new Thread(() -> answer(peer));
                serving.start();
                if (!threads) {
                    joined(serving);
                }
            }
        }
    }

    /** Asks first, and then serves: whoever it asks must be there before it. */
    private static void passOn(ServerSocket door, Socket up) throws IOException {
        try (door;
                up;
                Socket peer = door.accept()) {
            up.getOutputStream().write(peer.getInputStream().readNBytes(5));
            peer.getOutputStream().write(up.getInputStream().readNBytes(5));
        }
    }

    /** Answers with what was said last, and keeps it in a file. */
    private static void store(InetAddress host, int port, boolean reuse) throws IOException {
        Path file = Path.of("kept");
        try (ServerSocket door = new ServerSocket()) {
            door.setReuseAddress(reuse);
            door.bind(new InetSocketAddress(host, port));
            while (true) {
                Socket peer = door.accept(); // open until this program ends
                byte[] said = peer.getInputStream().readNBytes(5);
                byte[] before =
                        Files.exists(file) ? Files.readAllBytes(file) : "none!".getBytes(StandardCharsets.US_ASCII);
                Files.write(file, said); // before the answer: whoever has it may end this program
                peer.getOutputStream().write(before);
            }
        }
    }

    private static void joined(Thread serving) {
        try {
            serving.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(Socket peer) {
        try (peer) {
            peer.getInputStream().transferTo(peer.getOutputStream());
        } catch (IOException gone) {
            System.out.println("gone");
        }
    }

    private static void datagrams(int port) throws IOException {
        try (DatagramSocket mailbox = new DatagramSocket(port)) {
            DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
            while (true) {
                mailbox.receive(datagram);
                mailbox.send(datagram);
            }
        }
    }

    private static void connect(InetAddress host, int port) throws IOException {
        try (Socket server = new Socket(host, port)) {
            server.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
            server.getInputStream().read();
        }
    }

    private static void ask(InetAddress host, int port) throws IOException {
        for (String word : List.of("one", "two")) {
            System.out.println(answered(host, port, word));
        }
    }

    private static void askWhatIsTyped(InetAddress host, int port) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.print("your sentence? ");
        for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
            System.out.println(answered(host, port, line));
        }
    }

    private static String answered(InetAddress host, int port, String word) throws IOException {
        try (DatagramSocket mailbox = new DatagramSocket()) {
            mailbox.setSoTimeout(5000);
            byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
            mailbox.send(new DatagramPacket(bytes, bytes.length, host, port));
            DatagramPacket reply = new DatagramPacket(new byte[2048], 2048);
            mailbox.receive(reply);
            return new String(reply.getData(), 0, reply.getLength(), StandardCharsets.US_ASCII);
        }
    }
}
