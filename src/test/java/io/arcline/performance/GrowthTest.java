package io.arcline.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void looksAtTheSecondHalf() {
        Growth growth = Growth.of(List.of(0.0, 50.0, 90.0, 100.0, 101.0, 102.0), 5, 0);
        assertThat(growth.mean()).isEqualTo(101);
        assertThat(growth.anHour()).isCloseTo(60, within(1e-9));
        assertThat(growth.percentAnHour()).isCloseTo(59.4, within(0.1));
        assertThat(growth.flat()).isFalse();
    }

    @Test
    void isFlatWhereItFallsOrStaysOrRisesByChance() {
        assertThat(Growth.of(List.of(9.0, 8.0, 7.0, 6.0), 5, 0).flat()).isTrue();
        assertThat(Growth.of(List.of(1.0, 7.0, 7.0, 7.0), 5, 0).flat()).isTrue();
        assertThat(Growth.of(List.of(40.0, 40.0, 40.0, 40.1), 5, 10).flat()).isTrue();
        assertThat(Growth.of(List.of(40.0, 40.0, 40.0, 40.1), 5, 1).flat()).isFalse();
    }

    @Test
    void makesDoWithTwoMinutes() {
        assertThat(Growth.of(List.of(1.0, 2.0), 5, 0).anHour()).isCloseTo(60, within(1e-9));
        assertThat(Growth.of(List.of(0.0, 0.0), 5, 0).flat()).isTrue();
    }
}
