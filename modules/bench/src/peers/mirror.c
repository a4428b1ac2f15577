/*
 * The wire's mirror in C, with nothing between: reads each IPv4 packet from a TUN device, swaps source and destination,
 * and writes it back. usage: mirror DEVICE MTU; says "port 0" once the device is up, and ends with whoever started it.
 */
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

static unsigned char packet[65536];

static int fail(const char *what) {
    perror(what);
    return 1;
}

int main(int count, char **words) {
    struct ifreq request;
    char command[400];
    if (count != 3) {
        fprintf(stderr, "usage: mirror DEVICE MTU\n");
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int tun = open("/dev/net/tun", O_RDWR);
    if (tun < 0) return fail("/dev/net/tun");
    memset(&request, 0, sizeof request);
    strncpy(request.ifr_name, words[1], IFNAMSIZ - 1);
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    if (ioctl(tun, TUNSETIFF, &request) < 0) return fail("TUNSETIFF");
    snprintf(command, sizeof command,
             "ip link set %.15s mtu %d txqueuelen 10000 multicast off addrgenmode none &&"
             " ip addr add 10.77.0.1/24 dev %.15s && ip link set %.15s up",
             words[1], atoi(words[2]), words[1], words[1]);
    if (system(command) != 0) return 1;
    puts("port 0");
    fflush(stdout);
    for (;;) {
        ssize_t length = read(tun, packet, sizeof packet);
        unsigned char source[4];
        if (length < 0) return fail("read");
        if (length < 20 || packet[0] >> 4 != 4) continue;
        memcpy(source, packet + 12, 4);
        memcpy(packet + 12, packet + 16, 4);
        memcpy(packet + 16, source, 4);
        if (write(tun, packet, length) != length) return fail("write");
    }
}
