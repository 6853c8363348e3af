package io.arcline.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacitySearchTest {
    private final List<Integer> tried = new ArrayList<>();

    @Test
    void doublesAndThenNarrows() {
        CapacitySearch search = searched(100, 10_000, 20, 1000, Integer.MAX_VALUE);
        assertThat(tried).containsExactly(100, 200, 400, 800, 1600, 1200, 1000, 1100);
        assertThat(search.best()).isEqualTo(1000);
        assertThat(search.endedByMemory()).isFalse();
    }

    @Test
    void goesDownWhereTheFirstIsTooMuch() {
        assertThat(searched(400, 10_000, 20, 130, Integer.MAX_VALUE).best()).isBetween(110, 130);
        tried.clear();
        assertThat(searched(100, 10_000, 20, 0, Integer.MAX_VALUE).best()).isZero();
        assertThat(tried).containsExactly(100, 50, 20, 10);
    }

    @Test
    void triesAgainWhatWasTooMuchForAColdServer() {
        CapacitySearch search = new CapacitySearch(100, 10_000, 20);
        search.told(false, 0.1);
        assertThat(search.next()).isEqualTo(50);
        search.told(true, 0.1);
        assertThat(search.next()).isEqualTo(100);
        search.told(true, 0.1);
        assertThat(search.next()).isEqualTo(200);
    }

    @Test
    void staysBelowWhatMemoryAllows() {
        CapacitySearch search = searched(100, 10_000, 20, 5000, 600);
        assertThat(tried).containsExactly(100, 200, 400, 800);
        assertThat(search.best()).isEqualTo(600);
        assertThat(search.endedByMemory()).isTrue();
    }

    @Test
    void narrowsBelowWhatMemoryAllows() {
        CapacitySearch search = searched(100, 10_000, 20, 500, 600);
        assertThat(tried).startsWith(100, 200, 400, 800).doesNotContain(600, 700);
        assertThat(search.best()).isBetween(450, 500);
        assertThat(search.endedByMemory()).isFalse();
    }

    @Test
    void endsAtTheMostAndAfterItsSteps() {
        assertThat(searched(100, 300, 20, 5000, 5000).best()).isEqualTo(300);
        assertThat(searched(100, 10_000, 3, 5000, 5000).best()).isEqualTo(400);
        assertThat(tried).hasSizeLessThan(7);
    }

    /** A server that is quick with so many calls, and whose memory grows with the most that it has had. */
    private CapacitySearch searched(int from, int most, int steps, int quick, int memory) {
        CapacitySearch search = new CapacitySearch(from, most, steps);
        int peak = 0;
        for (int calls = search.next(); calls > 0; calls = search.next()) {
            tried.add(calls);
            peak = Math.max(peak, calls);
            search.told(calls <= quick, (double) peak / memory);
        }
        return search;
    }
}
