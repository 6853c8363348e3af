package io.arcline.settings;

import java.time.Duration;
import java.util.Optional;

/** The patience of a call. */
@SettingsGroup(
        title = "Calls",
        about = "How long a call waits for whom. Durations are also written as `100ms`," + " `30s`, `5m`, `PT30S`.")
public record CallSettings(
        @Setting(
                name = "SILENCE_SECONDS",
                about = "How long the caller may be silent, after Shani has been heard, before she asks again.",
                unit = "seconds",
                defaultValue = "8",
                min = 2,
                max = 120)
        Duration silence,

        @Setting(
                name = "SETUP_SECONDS",
                about = "How long a connection may take to say which call it is.",
                unit = "seconds",
                defaultValue = "10",
                min = 1,
                max = 60)
        Duration setup,

        @Setting(
                name = "SEND_TIMEOUT_SECONDS",
                about = "How long one message to Twilio may take before the connection counts as lost.",
                unit = "seconds",
                defaultValue = "5",
                min = 1,
                max = 60)
        Duration sendTimeout,

        @Setting(
                name = "PING_SECONDS",
                about = "How often a connection is asked whether it is still there.",
                unit = "seconds",
                defaultValue = "20",
                min = 5,
                max = 300)
        Duration ping,

        @Setting(
                name = "MAX_CALLS_PER_NUMBER",
                atOnce = true,
                about = "How many calls one phone number may have at the same time; those beyond hear so.",
                unit = "calls",
                otherwise = "a hundredth of MAX_CALLS, at least 10, in production; as many as MAX_CALLS in development",
                min = 1,
                max = 1_000_000)
        Optional<Integer> maxCallsPerNumber,

        @Setting(
                name = "MAX_FRAMES_PER_SECOND",
                about = "How many frames a second one connection may send on average; one that sends more is closed. A"
                        + " real call sends some ten.",
                unit = "frames a second",
                defaultValue = "20000",
                min = 100,
                max = 1_000_000)
        int maxFramesPerSecond) {}
