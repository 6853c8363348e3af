package io.arcline.settings;

import java.util.List;

/** The public board. */
@SettingsGroup(title = "Board", about = "Who may read the verified posts by `/api/board`.")
public record BoardSettings(
        @Setting(
                name = "BOARD_CORS_ORIGINS",
                about = "The web pages on other hosts whose scripts may read it, such as `https://example.com`, with"
                        + " commas between; `*` for all.",
                otherwise = "pages of this host only",
                pattern = "\\*|https?://[^/\\s,]+",
                patternMeans = "an origin like https://example.com, or *")
        List<String> corsOrigins) {
    public BoardSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }
}
