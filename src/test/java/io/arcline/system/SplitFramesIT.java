package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.wire.ServerFrame;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the network cuts the stream of frames into pieces, each is read as it was sent. */
class SplitFramesIT {
    private static final String GATE = "M\u00fcller's gate \u2013 \ud83d\ude00";
    private static final int FRAMES = 400;

    @Test
    void aPromptInTwoPacketsIsReadWhereverItIsCut() throws Exception {
        RawCall call = RawCall.open(Servers.development(), "CAsplit");
        call.reply();
        String prompt = TwilioFrames.prompt(GATE, "en-GB", true);
        int length = prompt.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        for (int cut = 1; cut < length + 6; cut += cut < 12 ? 1 : 7) {
            call.send(TwilioFrames.prompt("extraction", "en-GB", true));
            call.reply();
            call.sendInTwo(prompt, cut);
            assertThat(text(call.reply())).as("cut after %d bytes", cut).contains("M\u00fcller's gate");
        }
        assertThat(call.hangUp().code()).isEqualTo(1000);
    }

    @Test
    void manyFramesInOnePieceAreReadOneByOne() throws Exception {
        RawCall call = RawCall.open(Servers.development(), "CApipelined");
        call.reply();
        for (int round = 0; round < 20; round++) {
            int odd = round;
            call.sendTogether(IntStream.range(0, FRAMES)
                    .mapToObj(i -> TwilioFrames.info("roundTripDelayMs", "\u2013".repeat((i * 7 + odd) % 211)))
                    .toArray(String[]::new));
            call.send(TwilioFrames.prompt("help", "en-GB", true));
            assertThat(text(call.reply())).as("round %d", round).isNotBlank();
        }
        assertThat(call.hangUp().code()).isEqualTo(1000);
    }

    private static String text(List<ServerFrame.Text> parts) {
        return parts.stream().map(ServerFrame.Text::token).collect(Collectors.joining());
    }
}
