package io.arcline.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How calls outlive their server.
 *
 * @param drain empty: as the mode says
 * @param callState whether where calls stand is saved
 * @param ecsAgent empty: not on ECS
 */
@SettingsGroup(title = "Resilience", about = "How calls outlive the server that answered them.")
public record ResilienceSettings(
        @Setting(
                name = "DRAIN_SECONDS",
                about =
                        "How long a server that is told to stop may take until it has ended. Its calls finish or are moved to"
                                + " another one before that: the last ten seconds, or the second half where that is shorter, are"
                                + " for stopping Liberty. Fargate kills it after at most 120.",
                unit = "seconds",
                otherwise = "90 in production, 2 in development",
                min = 0,
                max = 110)
        Optional<Duration> drain,

        @Setting(
                name = "CALL_STATE",
                about =
                        "Whether it is saved after each turn where calls stand, so that they can go on elsewhere; `false`"
                                + " is for measuring what that costs.",
                defaultValue = "true")
        boolean callState,

        @Setting(
                name = "ECS_AGENT_URI",
                about =
                        "Where the agent of Amazon ECS answers, which sets it in each task: while calls are live the task"
                                + " is protected from being chosen for scaling in.",
                otherwise = "not on ECS, nothing is protected")
        Optional<URI> ecsAgent) {

    private static final Duration DRAIN_IN_PRODUCTION = Duration.ofSeconds(90);
    private static final Duration DRAIN_IN_DEVELOPMENT = Duration.ofSeconds(2);

    /** What Liberty takes to stop without calls, with a quarter of a processor too. */
    private static final Duration STOPPING = Duration.ofSeconds(10);

    /** How long a server that is to stop may take until its calls have left it. */
    public Duration drainOf(Mode mode) {
        Duration whole = drain.orElse(mode == Mode.PRODUCTION ? DRAIN_IN_PRODUCTION : DRAIN_IN_DEVELOPMENT);
        Duration half = whole.dividedBy(2);
        return whole.minus(half.compareTo(STOPPING) < 0 ? half : STOPPING);
    }
}
