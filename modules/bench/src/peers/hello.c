/*
 * Hello in C: our ends' system calls and nothing around them, spinning as they do. What the system itself takes.
 *
 *   hello serve                    one peer after the other, at a port that it says
 *   hello crowd PORTS              all peers of so many ports at once, asleep in epoll: what a selector server is made of
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
#include <sys/epoll.h>
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

/* A listening socket at a port of the system's choice, which it says. */
static int opened(void) {
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (bind(door, (struct sockaddr *)&address, length) < 0 || listen(door, 128) < 0)
        err(1, "listen");
    getsockname(door, (struct sockaddr *)&address, &length);
    printf(" %d", ntohs(address.sin_port));
    return door;
}

static void serve(void) {
    char bytes[1024];
    printf("port");
    int door = opened();
    printf("\n");
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

static void watch(int poll, int descriptor) {
    struct epoll_event readable = {.events = EPOLLIN, .data.fd = descriptor};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &readable) < 0)
        err(1, "epoll_ctl");
}

static void crowd(int ports) {
    struct epoll_event ready[64];
    char bytes[64 * 1024];
    int poll = epoll_create1(0), last = poll;
    printf("port");
    for (int i = 0; i < ports; i++)
        watch(poll, last = opened());
    printf("\n");
    fflush(stdout);
    for (;;) {
        int count = epoll_wait(poll, ready, sizeof ready / sizeof *ready, -1);
        for (int i = 0; i < count; i++) {
            int descriptor = ready[i].data.fd;
            if (descriptor <= last) { /* the doors were opened first and stay */
                int peer = accept4(descriptor, NULL, NULL, SOCK_NONBLOCK);
                if (peer >= 0)
                    watch(poll, peer);
            } else if (read(descriptor, bytes, sizeof bytes) <= 0 ||
                       write(descriptor, reply, sizeof reply - 1) < 0)
                close(descriptor);
        }
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
    if (count == 3 && strcmp(words[1], "crowd") == 0)
        crowd(atoi(words[2]));
    if (count != 4 || strcmp(words[1], "ask") != 0)
        errx(2, "usage: hello serve | hello crowd PORTS | hello ask PORT EXCHANGES");
    struct sockaddr_in address = loopback(atoi(words[2]));
    int exchanges = atoi(words[3]);
    double start = now();
    for (int i = 0; i < exchanges; i++)
        exchange(&address);
    printf("result exchanges_per_second %.1f\n", exchanges / (now() - start));
}
