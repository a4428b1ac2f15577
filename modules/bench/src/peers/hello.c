/*
 * Hello in C, with the calls of hello_server.py and hello_client.py and nothing around them: what the system itself takes.
 *
 *   hello serve PORTS                      at so many ports, one peer after the other; says them
 *   hello ask PORT,PORT... EXCHANGES       so many exchanges at each; says how many a second at the last one
 */
#include <arpa/inet.h>
#include <err.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sys/prctl.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

static const char request[] = "hello";
static const char reply[] = "hello, whoever you are";

static struct sockaddr_in loopback(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static void serve(int door) {
    char bytes[1024];
    for (;;) {
        int peer = accept(door, NULL, NULL);
        if (peer < 0)
            err(1, "accept");
        while (read(peer, bytes, sizeof bytes) > 0)
            if (write(peer, reply, sizeof reply - 1) < 0)
                break;
        close(peer);
    }
}

static void serve_all(int ports) {
    printf("port");
    for (int i = 0; i < ports; i++) {
        struct sockaddr_in address = loopback(0);
        socklen_t length = sizeof address;
        int door = socket(AF_INET, SOCK_STREAM, 0);
        if (bind(door, (struct sockaddr *)&address, length) < 0 || listen(door, 128) < 0)
            err(1, "listen");
        getsockname(door, (struct sockaddr *)&address, &length);
        printf(" %d", ntohs(address.sin_port));
        fflush(stdout);
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            fclose(stdout);
            serve(door);
        }
        close(door);
    }
    printf("\n");
    fflush(stdout);
    while (wait(NULL) > 0)
        ;
}

static void exchange(int port) {
    struct sockaddr_in address = loopback(port);
    char bytes[1024];
    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(server, (struct sockaddr *)&address, sizeof address) < 0)
        err(1, "connect");
    if (write(server, request, sizeof request - 1) < 0)
        err(1, "write");
    for (size_t got = 0; got < sizeof reply - 1;) {
        ssize_t more = read(server, bytes, sizeof bytes);
        if (more <= 0)
            errx(1, "the server said only %zu bytes", got);
        got += more;
    }
    close(server);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double rate(int port, int exchanges) {
    double start = now();
    for (int i = 0; i < exchanges; i++)
        exchange(port);
    return exchanges / (now() - start);
}

int main(int count, char **words) {
    if (count == 3 && strcmp(words[1], "serve") == 0) {
        serve_all(atoi(words[2]));
    } else if (count == 4 && strcmp(words[1], "ask") == 0) {
        double last = 0;
        for (char *port = strtok(words[2], ","); port != NULL; port = strtok(NULL, ","))
            last = rate(atoi(port), atoi(words[3]));
        printf("result exchanges_per_second %.1f\n", last);
    } else {
        errx(2, "usage: hello serve PORTS | hello ask PORT,PORT... EXCHANGES");
    }
}
