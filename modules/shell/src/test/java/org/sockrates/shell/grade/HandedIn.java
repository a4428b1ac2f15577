package org.sockrates.shell.grade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
