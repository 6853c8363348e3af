package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UsedTokensInMemoryTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final UsedTokensInMemory used = new UsedTokensInMemory(now::get);

    @Test
    void theFirstUseIsTheOnlyOne() {
        assertThat(used.firstUse("a", now.get().plusSeconds(60))).isTrue();
        assertThat(used.firstUse("a", now.get().plusSeconds(60))).isFalse();
        assertThat(used.firstUse("b", now.get().plusSeconds(60))).isTrue();
    }

    @Test
    void whatExpiredIsForgotten() {
        for (int i = 0; i < 100_000; i++) {
            now.set(now.get().plusMillis(10));
            used.firstUse("token" + i, now.get().plusSeconds(60));
        }
        assertThat(used.size()).isBetween(6_000, 8_000);
        assertThat(used.firstUse("token99999", now.get().plusSeconds(60))).isFalse();
    }

    @Test
    void itNeverHoldsMoreThanItsBoundAndNeverForgetsATokenThatIsGood() {
        for (int i = 0; i < UsedTokensInMemory.MAX_TOKENS + 5_000; i++) {
            assertThat(used.firstUse("token" + i, now.get().plusSeconds(60)))
                    .isEqualTo(i < UsedTokensInMemory.MAX_TOKENS);
        }
        assertThat(used.size()).isEqualTo(UsedTokensInMemory.MAX_TOKENS);
        assertThat(used.firstUse("token0", now.get().plusSeconds(60))).isFalse();
        now.set(now.get().plusSeconds(61));
        for (int i = 0; i < 2_000; i++) {
            used.firstUse("later" + i, now.get().plusSeconds(60));
        }
        assertThat(used.size()).isLessThan(2_000);
    }
}
