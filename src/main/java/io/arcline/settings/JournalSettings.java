package io.arcline.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The journal of calls. */
@SettingsGroup(title = "Journal", about = "What is written down of calls, where it waits, and how long it is kept.")
public record JournalSettings(
        @Setting(
                name = "JOURNAL_WORDS",
                about = "Whether what callers and Shani say is written down too.",
                otherwise = "on in development, off in production")
        Optional<Boolean> words,

        @Setting(
                name = "JOURNAL_KEY",
                about =
                        "The key by which callers' numbers are hashed. With a key of its own the hashes stay the same when"
                                + " the auth token changes.",
                otherwise = "derived from TWILIO_AUTH_TOKEN",
                secret = true)
        Optional<Secret> key,

        @Setting(
                name = "JOURNAL_SPOOL_DIR",
                about = "The folder where the journal waits while the database is away; one server at a time uses it.",
                otherwise = "`journal` in ARCLINE_DATA_DIR")
        Optional<Path> spoolDirectory,

        @Setting(
                name = "JOURNAL_SPOOL_MEGABYTES",
                about = "How much of the journal may wait there; when half of it is full, debug entries are dropped.",
                unit = "megabytes",
                defaultValue = "256",
                min = 1,
                max = 65_536)
        int spoolMegabytes,

        @Setting(
                name = "LOG_RETENTION",
                about = "How long the journal is kept.",
                unit = "days",
                defaultValue = "30",
                min = 1,
                max = 3_650)
        Duration retention) {

    /** Whether words are written down in this mode. */
    public boolean words(Mode mode) {
        return words.orElse(mode != Mode.PRODUCTION);
    }
}
