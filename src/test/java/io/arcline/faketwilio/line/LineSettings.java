package io.arcline.faketwilio.line;

import java.time.Duration;

/**
 * How long things take on the line, in real time.
 *
 * @param perCharacter speaking rate, Shani's and the caller's
 * @param firstAudio from a reply's first token to its first sound
 * @param greeting from the setup to a welcomeGreeting's first sound
 * @param partialEvery between two partial prompts
 * @param endpointing from the caller's last word to the final prompt
 * @param bargeIn at least this from an interrupt to the final prompt
 * @param closing from the server's {@code end} to the close frame
 * @param action from a session's end to the action's request
 * @param actionAfterDrop the same where the socket was lost
 * @param reconnect from a loss to each attempt to connect again by itself
 * @param speed how much faster than the recorded calls all this is; what frames report stays in recorded time
 */
public record LineSettings(
        Duration perCharacter,
        Duration firstAudio,
        Duration greeting,
        Duration partialEvery,
        Duration endpointing,
        Duration bargeIn,
        Duration closing,
        Duration action,
        Duration actionAfterDrop,
        Duration reconnect,
        double speed) {

    /** As recorded on real calls. */
    public static LineSettings recorded() {
        return faster(1);
    }

    /** As recorded, so many times faster. */
    public static LineSettings faster(double speed) {
        return new LineSettings(
                millis(54, speed),
                millis(300, speed),
                millis(650, speed),
                millis(250, speed),
                millis(350, speed),
                millis(600, speed),
                millis(90, speed),
                millis(600, speed),
                millis(1200, speed),
                millis(1000, speed),
                speed);
    }

    /**
     * Everything is heard the moment it is sent. Only a barge-in leaves the server 30 ms, as long as its frames in
     * flight may take: recognition is never quicker than that.
     */
    public static LineSettings instant() {
        Duration no = Duration.ZERO;
        return new LineSettings(no, no, no, no, no, Duration.ofMillis(30), no, no, no, Duration.ofMillis(100), 1);
    }

    /** How long these words take to say. */
    Duration speaking(int characters) {
        return perCharacter.multipliedBy(characters);
    }

    private static Duration millis(long millis, double speed) {
        return Duration.ofNanos((long) (millis * 1_000_000 / speed));
    }
}
