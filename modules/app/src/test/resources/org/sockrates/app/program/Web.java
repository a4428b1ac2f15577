import java.io.*;
import java.net.*;
import java.nio.file.*;

public class Web {
    static Path folder;

    public static void main(String[] words) throws IOException {
        folder = Path.of(words[1]).toRealPath();
        ServerSocket door = new ServerSocket(Integer.parseInt(words[0]));
        while (true) {
            Socket peer = door.accept();
            new Thread(() -> serve(peer)).start();
        }
    }

    static void serve(Socket peer) {
        try (peer) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(peer.getInputStream()));
            String request = lines.readLine();
            for (String line = request; line != null && !line.isEmpty(); ) {
                line = lines.readLine();
            }
            Path file = folder.resolve(request.split(" ")[1].substring(1)).normalize();
            DataOutputStream out = new DataOutputStream(peer.getOutputStream());
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                out.writeBytes("HTTP/1.1 200 OK\r\nconnection: close\r\nServer: mine\r\n\r\n");
                Files.copy(file, out);
            } else {
                out.writeBytes("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
            }
        } catch (IOException | RuntimeException gone) {
            System.out.println("a client has gone: " + gone);
        }
    }
}
