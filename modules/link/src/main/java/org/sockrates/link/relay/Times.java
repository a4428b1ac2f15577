package org.sockrates.link.relay;

import java.util.PriorityQueue;

/** What is to be done at which time. Not for two threads. */
final class Times {
    private static final int FEW = 256;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long order;
    private int cancelled;

    /** Something to be done at a time; of two at the same time the one asked for first. */
    final class Task implements Comparable<Task> {
        private final long nanos;
        private final long order;
        private Runnable body;
        private boolean waiting = true;

        private Task(long nanos, long order, Runnable body) {
            this.nanos = nanos;
            this.order = order;
            this.body = body;
        }

        /** It need not be done any more. Without effect when it was done. */
        void cancel() {
            if (waiting) {
                waiting = false;
                body = () -> {};
                cancelled++;
                forgetCancelled();
            }
        }

        @Override
        public int compareTo(Task other) {
            return nanos == other.nanos ? Long.compare(order, other.order) : Long.signum(nanos - other.nanos);
        }
    }

    Task add(long nanos, Runnable body) {
        Task task = new Task(nanos, order++, body);
        tasks.add(task);
        return task;
    }

    /** Those cancelled stay until they are many, so that cancelling is cheap and memory bounded all the same. */
    private void forgetCancelled() {
        if (cancelled > FEW && cancelled > tasks.size() / 2) {
            tasks.removeIf(task -> !task.waiting);
            cancelled = 0;
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    /** How long from a time until the next is due; negative when it is late. Only when there is one. */
    long untilNext(long nowNanos) {
        return tasks.element().nanos - nowNanos;
    }

    /** Does everything that is due. */
    void doDue(long nowNanos) {
        while (!isEmpty() && untilNext(nowNanos) <= 0) {
            Task task = tasks.remove();
            if (task.waiting) {
                task.waiting = false;
                task.body.run();
            } else {
                cancelled--;
            }
        }
    }

    int size() {
        return tasks.size();
    }
}
