package io.arcline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({"1, 100", "67108864, 512", "536870912, 4096", "68719476736, 100000"})
    void asManyCallsAreTakenAsTheHeapHasRoomFor(long heap, int calls) {
        assertThat(Limits.callsThatFit(heap)).isEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({
        "1429209088, 1000, 1600",
        "623902720, 500, 440",
        "221249536, 250, 100",
        "67108864, 1000, 512",
        "3040870400, 2000, 3200"
    })
    void inProductionAsManyAsTheProcessorAnswersInTime(long heap, int thousandths, int calls) {
        assertThat(Limits.callsThatFit(heap, thousandths)).isEqualTo(calls);
    }
}
