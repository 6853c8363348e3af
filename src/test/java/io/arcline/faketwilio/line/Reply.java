package io.arcline.faketwilio.line;

import io.arcline.faketwilio.wire.ServerFrame;
import java.time.Duration;
import java.util.List;

/**
 * One talk cycle of the hotline, from its first token to {@code last:true}.
 *
 * @param text all its tokens, joined
 * @param heard what of it the caller heard
 * @param frames its frames in order; empty for a welcomeGreeting
 * @param firstToken from what the caller did last to the first token
 * @param lastToken from there to the last one
 * @param complete whether {@code last:true} came
 * @param cutOff whether some of it was not heard
 * @param filler whether all its words were preemptible
 * @param stale whether it began between a barge-in and the words that followed: leftovers of what was cut off
 */
public record Reply(
        String text,
        String heard,
        List<ServerFrame.Text> frames,
        Duration firstToken,
        Duration lastToken,
        boolean complete,
        boolean cutOff,
        boolean filler,
        boolean stale) {
    public Reply {
        frames = List.copyOf(frames);
    }
}
