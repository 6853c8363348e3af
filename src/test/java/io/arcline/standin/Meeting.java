package io.arcline.standin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where so many wait until all are there and go on in the same moment, again and again. Nobody waits longer than a second. */
final class Meeting {
    private final int size;
    private CountDownLatch absent;

    Meeting(int size) {
        this.size = size;
        this.absent = new CountDownLatch(size);
    }

    void await() throws InterruptedException {
        arrive().await(1, TimeUnit.SECONDS);
    }

    private synchronized CountDownLatch arrive() {
        CountDownLatch joined = absent;
        joined.countDown();
        if (joined.getCount() == 0) {
            absent = new CountDownLatch(size);
        }
        return joined;
    }
}
