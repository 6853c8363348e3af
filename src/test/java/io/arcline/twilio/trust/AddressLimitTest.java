package io.arcline.twilio.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AddressLimit limit = new AddressLimit(OptionalInt.of(2), nanos::get);

    @Test
    void eachAddressHasItsOwnAndANewOneEveryMinute() {
        assertThat(limit.allows("203.0.113.1")).isTrue();
        assertThat(limit.allows("203.0.113.1")).isTrue();
        assertThat(limit.allows("203.0.113.1")).isFalse();
        assertThat(limit.allows("203.0.113.2")).isTrue();
        nanos.addAndGet(60_000_000_000L);
        assertThat(limit.allows("203.0.113.1")).isTrue();
    }

    @Test
    void moreAddressesThanItHoldsShareOne() {
        for (int i = 0; i < AddressLimit.MOST_ADDRESSES; i++) {
            assertThat(limit.allows("known " + i)).isTrue();
        }
        assertThat(limit.allows("new 1")).isTrue();
        assertThat(limit.allows("new 2")).isTrue();
        assertThat(limit.allows("new 3")).isFalse();
        assertThat(limit.allows("known 1")).isTrue();
    }

    @Test
    void anotherLimitCountsAtOnceForWhatWasCountedBefore() {
        assertThat(limit.allows("203.0.113.1")).isTrue();
        assertThat(limit.allows("203.0.113.1")).isTrue();
        limit.change(OptionalInt.of(3));
        assertThat(limit.allows("203.0.113.1")).isTrue();
        assertThat(limit.allows("203.0.113.1")).isFalse();
        limit.change(OptionalInt.empty());
        assertThat(limit.allows("203.0.113.1")).isTrue();
    }

    @Test
    void offIsOff() {
        AddressLimit off = new AddressLimit(OptionalInt.empty(), nanos::get);
        for (int i = 0; i < 1_000; i++) {
            assertThat(off.allows("203.0.113.1")).isTrue();
        }
    }
}
