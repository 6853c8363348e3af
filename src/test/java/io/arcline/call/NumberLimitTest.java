package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberLimitTest {
    private final NumberLimit limit = new NumberLimit(2);

    @Test
    void aNumberHasRoomAgainWhenOneOfItsCallsHasEnded() {
        assertThat(limit.take("+15550100001")).isTrue();
        assertThat(limit.take("+15550100001")).isTrue();
        assertThat(limit.hasRoom("+15550100001")).isFalse();
        assertThat(limit.take("+15550100001")).isFalse();
        assertThat(limit.take("+15550100002")).isTrue();
        limit.giveBack("+15550100001");
        assertThat(limit.take("+15550100001")).isTrue();
        assertThat(limit.take("+15550100001")).isFalse();
    }

    @Test
    void aSmallerLimitLeavesCallsAloneAndTakesNoneUntilThereIsRoom() {
        assertThat(limit.take("+15550100001")).isTrue();
        assertThat(limit.take("+15550100001")).isTrue();
        limit.most(1);
        limit.giveBack("+15550100001");
        assertThat(limit.take("+15550100001")).isFalse();
        limit.giveBack("+15550100001");
        assertThat(limit.take("+15550100001")).isTrue();
    }

    @Test
    void whoWithholdsTheNumberIsNotCounted() {
        for (String number : new String[] {"", "anonymous", "+266696687", "sip:alice@example.com"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(limit.take(number)).as(number).isTrue();
            }
            limit.giveBack(number);
        }
    }
}
