/*
 * A relay of datagrams in C that takes and sends up to 64 with one system call (recvmmsg, sendmmsg), has one client, keeps
 * no log and knows no rule: what the system itself takes.
 *
 *   relay TARGET      listens at a port of its own, says which, and sends on to another of the loopback
 */
#define _GNU_SOURCE
#include <err.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { BURST = 64, LARGEST = 2048, BUFFER = 4 << 20 };

static int opened(int option) {
    int buffer = BUFFER;
    int one = socket(AF_INET, SOCK_DGRAM, 0);
    if (one < 0 || setsockopt(one, SOL_SOCKET, option, &buffer, sizeof buffer) < 0)
        err(1, "socket");
    return one;
}

int main(int count, char **words) {
    static char bytes[BURST][LARGEST];
    static struct iovec parts[BURST];
    static struct mmsghdr messages[BURST];
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

    for (int i = 0; i < BURST; i++) {
        messages[i].msg_hdr.msg_iov = &parts[i];
        messages[i].msg_hdr.msg_iovlen = 1;
        parts[i].iov_base = bytes[i];
    }
    for (;;) {
        for (int i = 0; i < BURST; i++)
            parts[i].iov_len = LARGEST;
        int came = recvmmsg(front, messages, BURST, MSG_WAITFORONE, NULL);
        for (int i = 0; i < came; i++)
            parts[i].iov_len = messages[i].msg_len;
        for (int sent = 0; sent < came;) {
            int more = sendmmsg(back, messages + sent, came - sent, 0);
            sent += more > 0 ? more : 1; /* one that nobody takes is lost */
        }
    }
}
