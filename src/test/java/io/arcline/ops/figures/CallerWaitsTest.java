package io.arcline.ops.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.call.CallInfo;
import io.arcline.call.ReplyTimes;
import io.arcline.hotline.Hotline;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a call tells its observers of a caller's wait is what the alarm on it reads. */
class CallerWaitsTest {
    @Test
    void aFillerIsTheFirstThingHeardAndTheAnswerComesLater() {
        CallerWaits waits = new CallerWaits(new Random(1));
        CallInfo call = null;
        waits.answered(call, Hotline.LOOT, new ReplyTimes(3_000_000, 1_900_000_000, 2_400_000_000L));
        waits.answered(call, Hotline.MENU, new ReplyTimes(2_500_000, 2_500_000, 4_000_000));
        Figures figures = new Figures(
                1, 0, 0, 0, waits.firstWords().take(), waits.answers().take());
        JsonObject line = Json.createReader(new StringReader(figures.line("arcline", Instant.EPOCH)))
                .readObject();
        assertThat(line.getJsonArray("TurnMillis").toString()).isEqualTo("[3.0,2.5]");
        assertThat(line.getJsonArray("AnswerMillis").toString()).isEqualTo("[1900.0,2.5]");
    }
}
