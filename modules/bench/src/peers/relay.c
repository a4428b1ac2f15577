/*
 * A relay of datagrams in C: receives and sends, both ways, for one client; keeps no log and knows no rule. What the
 * system itself takes. (With recvmmsg and sendmmsg, 64 at a time, it was no faster here.)
 *
 *   relay TARGET      listens at a port of its own, says which, and sends on to another of the loopback
 */
#include <err.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

enum { LARGEST = 65536, BUFFER = 4 << 20, BURST = 64 };

static int opened(int option) {
    int buffer = BUFFER;
    int one = socket(AF_INET, SOCK_DGRAM, 0);
    if (one < 0 || setsockopt(one, SOL_SOCKET, option, &buffer, sizeof buffer) < 0)
        err(1, "socket");
    return one;
}

int main(int count, char **words) {
    static char bytes[LARGEST];
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    if (count != 2)
        errx(2, "usage: relay TARGET");

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int front = opened(SO_RCVBUF);
    int back = opened(SO_SNDBUF);
    if (bind(front, (struct sockaddr *)&address, length) < 0)
        err(1, "bind");
    getsockname(front, (struct sockaddr *)&address, &length);
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    address.sin_port = htons(atoi(words[1]));
    if (connect(back, (struct sockaddr *)&address, length) < 0)
        err(1, "connect");

    struct pollfd both[] = {{.fd = front, .events = POLLIN}, {.fd = back, .events = POLLIN}};
    struct sockaddr_in client;
    for (;;) {
        poll(both, 2, -1);
        for (int i = 0; i < BURST; i++) {
            socklen_t long_as = sizeof client;
            ssize_t got =
                recvfrom(front, bytes, sizeof bytes, MSG_DONTWAIT, (struct sockaddr *)&client, &long_as);
            if (got < 0)
                break;
            if (send(back, bytes, got, 0) < 0)
                continue; /* nobody takes it: it is lost */
        }
        for (ssize_t got; (got = recv(back, bytes, sizeof bytes, MSG_DONTWAIT)) >= 0;)
            sendto(front, bytes, got, 0, (struct sockaddr *)&client, sizeof client);
    }
}
