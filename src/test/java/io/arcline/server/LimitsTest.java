package io.arcline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final Pattern SIZE = Pattern.compile("'(?<cpu>\\d+)': \\{MaxCalls: (?<calls>\\d+), CallsPerTask");

    @ParameterizedTest
    @CsvSource({"1, 100", "67108864, 512", "536870912, 4096", "68719476736, 100000"})
    void asManyCallsAreTakenAsTheHeapHasRoomFor(long heap, int calls) {
        assertThat(Limits.callsThatFit(heap)).isEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({
        "1429209088, 1000, 1600",
        "623902720, 500, 440",
        "221249536, 250, 220",
        "67108864, 1000, 512",
        "3040870400, 2000, 3200"
    })
    void inProductionAsManyAsTheProcessorAnswersInTime(long heap, int thousandths, int calls) {
        assertThat(Limits.callsThatFit(heap, thousandths)).isEqualTo(calls);
    }

    @Test
    void theTemplateSaysTheSame() throws IOException {
        List<MatchResult> sizes = SIZE.matcher(Files.readString(Path.of("cloudformation", "fargate.yaml")))
                .results()
                .toList();
        assertThat(sizes).hasSize(5).allSatisfy(size -> {
            int thousandths = Integer.parseInt(size.group("cpu")) * 1000 / 1024;
            assertThat(Limits.callsThatFit(Long.MAX_VALUE, thousandths))
                    .as(size.group())
                    .isEqualTo(Integer.parseInt(size.group("calls")));
        });
    }
}
