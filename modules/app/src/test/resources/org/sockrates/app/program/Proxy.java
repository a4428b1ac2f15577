import java.io.*;
import java.net.*;

public class Proxy {
    public static void main(String[] ports) throws IOException {
        ServerSocket door = new ServerSocket(Integer.parseInt(ports[0]));
        while (true) {
            Socket client = door.accept();
            new Thread(() -> serve(client, Integer.parseInt(ports[1]))).start();
        }
    }

    static void serve(Socket client, int port) {
        try (client; Socket upstream = new Socket("127.0.0.1", port)) {
            Thread back = new Thread(() -> handOn(upstream, client));
            back.start();
            handOn(client, upstream);
            back.join();
        } catch (IOException | InterruptedException nobody) {
            System.out.println("upstream: " + nobody.getMessage());
        }
    }

    static void handOn(Socket here, Socket there) {
        try {
            here.getInputStream().transferTo(there.getOutputStream());
            there.shutdownOutput();
        } catch (IOException over) {
            try {
                here.close();
                there.close();
            } catch (IOException already) {
                System.out.println(already.getMessage());
            }
        }
    }
}
