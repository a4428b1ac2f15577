/*
 * Hello in C: our ends' system calls and nothing around them, spinning as they do. What the system itself takes.
 *
 *   hello serve                    one peer after the other, at a port that it says
 *   hello ask PORT EXCHANGES       says how many a second
 */
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char request[] = "hello";
static const char reply[] = "hello, whoever you are";

static struct sockaddr_in loopback(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static ssize_t received(int from, char *bytes, size_t most) {
    ssize_t got;
    do
        got = read(from, bytes, most);
    while (got < 0 && errno == EAGAIN);
    return got;
}

static void serve(void) {
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    char bytes[1024];
    int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (bind(door, (struct sockaddr *)&address, length) < 0 || listen(door, 128) < 0)
        err(1, "listen");
    getsockname(door, (struct sockaddr *)&address, &length);
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        int peer = accept4(door, NULL, NULL, SOCK_NONBLOCK);
        if (peer < 0 && errno == EAGAIN)
            continue;
        if (peer < 0)
            err(1, "accept");
        while (received(peer, bytes, sizeof bytes) > 0)
            if (write(peer, reply, sizeof reply - 1) < 0)
                break;
        close(peer);
    }
}

static void exchange(struct sockaddr_in *address) {
    char bytes[1024];
    int server = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (connect(server, (struct sockaddr *)address, sizeof *address) < 0 && errno != EINPROGRESS)
        err(1, "connect");
    while (write(server, request, sizeof request - 1) < 0)
        if (errno != EAGAIN)
            err(1, "write");
    for (size_t got = 0; got < sizeof reply - 1;) {
        ssize_t more = received(server, bytes, sizeof bytes);
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

int main(int count, char **words) {
    if (count == 2 && strcmp(words[1], "serve") == 0)
        serve();
    if (count != 4 || strcmp(words[1], "ask") != 0)
        errx(2, "usage: hello serve | hello ask PORT EXCHANGES");
    struct sockaddr_in address = loopback(atoi(words[2]));
    int exchanges = atoi(words[3]);
    double start = now();
    for (int i = 0; i < exchanges; i++)
        exchange(&address);
    printf("result exchanges_per_second %.1f\n", exchanges / (now() - start));
}
