import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

public class Store {
    static final Path FILE = Path.of("store.txt");
    static final Map<String, String> STORE = new ConcurrentHashMap<>();

    public static void main(String[] words) throws IOException {
        if (Files.exists(FILE)) {
            Files.readAllLines(FILE, StandardCharsets.ISO_8859_1).forEach(line -> set(line.split(" ", 2)));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
        ServerSocket door = new ServerSocket(Integer.parseInt(words[0]));
        while (true) {
            Socket peer = door.accept();
            new Thread(() -> serve(peer)).start();
        }
    }

    static void set(String[] pair) {
        STORE.put(pair[0], pair[1]);
    }

    static void serve(Socket peer) {
        try (peer) {
            InputStream in = new BufferedInputStream(peer.getInputStream());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next; (next = in.read()) != -1; ) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                String answer = answer(line.toString(StandardCharsets.ISO_8859_1));
                peer.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.ISO_8859_1));
                line.reset();
            }
        } catch (IOException gone) {
            System.out.println("a client has gone: " + gone.getMessage());
        }
    }

    static synchronized String answer(String line) throws IOException {
        String[] words = line.split(" ", 2);
        if (words[0].equals("SET")) {
            Files.writeString(FILE, words[1] + "\n", StandardCharsets.ISO_8859_1,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            set(words[1].split(" ", 2));
            return "OK";
        }
        String value = STORE.get(words[1]);
        return value == null ? "NONE" : "VALUE " + value;
    }
}
