package io.arcline.faketwilio.replay;

import io.arcline.faketwilio.webhook.Answer;
import java.util.List;

/**
 * What a server did while a recording was replayed to it.
 *
 * @param answers to the webhooks, in order
 * @param frames that it sent, session by session
 * @param unconnected whether the recording had a further session that the server's TwiML did not connect
 */
public record Replayed(List<Answer> answers, List<List<String>> frames, boolean unconnected) {
    public Replayed {
        answers = List.copyOf(answers);
        frames = frames.stream().map(List::copyOf).toList();
    }
}
