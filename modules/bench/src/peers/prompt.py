"""How long a program takes to show a prompt in a terminal of 80x24.

usage: prompt.py PROMPT COMMAND [WORD...]
Prints: result seconds N
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

LIMIT_SECONDS = 20
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[=>]")


def main(prompt, command):
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    try:
        seconds = until(prompt.encode(), terminal, start)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    if seconds is None:
        sys.exit("no " + prompt + " within " + str(LIMIT_SECONDS) + " s")
    print("result seconds", seconds, flush=True)


def until(prompt, terminal, start):
    shown = b""
    while time.perf_counter() - start < LIMIT_SECONDS:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if ready:
            try:
                shown += os.read(terminal, 4096)
            except OSError:
                return None
            if prompt in ESCAPES.sub(b"", shown):
                return time.perf_counter() - start
    return None


main(sys.argv[1], sys.argv[2:])
