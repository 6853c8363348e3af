package io.arcline.settings;

import java.util.List;

/** The public board. */
@SettingsGroup(
        title = "Board",
        about = "Who may read the verified posts by `/api/board`, and how many the page at a time.")
public record BoardSettings(
        @Setting(
                name = "BOARD_CORS_ORIGINS",
                about = "The web pages on other hosts whose scripts may read it, such as `https://example.com`, with"
                        + " commas between; `*` for all.",
                otherwise = "pages of this host only",
                pattern = "\\*|https?://[^/\\s,]+",
                patternMeans = "an origin like https://example.com, or *")
        List<String> corsOrigins,

        @Setting(
                name = "BOARD_READERS",
                about =
                        "How many readers of the page this server keeps up to date at the same time; further ones see it as it"
                                + " was when they came.",
                unit = "readers",
                defaultValue = "2000",
                min = 0,
                max = 100_000)
        int mostReaders) {
    public BoardSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }
}
