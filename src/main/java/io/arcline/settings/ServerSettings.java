package io.arcline.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The server as a whole.
 *
 * @param maxCalls empty: as many as the memory allows
 * @param dataDirectory empty: where the server keeps its own files
 * @param wordsDirectory empty: the hotline's own words
 */
@SettingsGroup(title = "Server", about = "How strict the server is, where it listens, what it takes on.")
public record ServerSettings(
        @Setting(
                name = "ARCLINE_MODE",
                about = "`production` is strict: it does not start without TWILIO_AUTH_TOKEN, DOMAIN and"
                        + " DATABASE_URL. Anything else is development.",
                defaultValue = "development")
        Mode mode,

        @Setting(
                name = "PORT",
                about = "The public port, for Twilio and the load balancer.",
                defaultValue = "8080",
                min = 1,
                max = 65535)
        int port,

        @Setting(
                name = "MANAGEMENT_PORT",
                about = "The operators' port (HTTPS), which must not be reachable from outside.",
                defaultValue = "9443",
                min = 1,
                max = 65535)
        int managementPort,

        @Setting(
                name = "DOMAIN",
                about = "The public host name, such as `hotline.example.com`; may be empty or `placeholder` before"
                        + " the first deployment.",
                otherwise = "the host that the request names")
        Optional<Domain> domain,

        @Setting(
                name = "ARCLINE_DATA_DIR",
                about = "The folder of the embedded database, where DATABASE_URL is not set.",
                otherwise = "a folder of the running server")
        Optional<Path> dataDirectory,

        @Setting(
                name = "ARCLINE_WORDS_DIR",
                about = "A folder with `<language>/lines.properties` and `<language>/vocabulary.properties`, whose"
                        + " keys take the place of the hotline's own. Its files may be changed while the server"
                        + " runs.",
                otherwise = "the hotline's own words")
        Optional<Path> wordsDirectory,

        @Setting(
                name = "MAX_CALLS",
                atOnce = true,
                about =
                        "How many calls are taken at the same time; further callers hear that all lines are busy. Calls that"
                                + " come back after a loss or a move are taken until there are a quarter more.",
                unit = "calls",
                otherwise = "one for each 128 KiB of heap, from 100 to 100,000; in production not more than 1,600"
                        + " a processor, or 880 for a task that has a share of one: 440 for half, 220 for a quarter",
                min = 1,
                max = 1_000_000)
        Optional<Integer> maxCalls,

        @Setting(
                name = "RATE_LIMIT",
                atOnce = true,
                about = "How many requests that fail the signature check one address may send; `off` in development"
                        + " only.",
                unit = "requests a minute",
                defaultValue = "300")
        RateLimit rateLimit) {

    public ServerSettings {
        if (port == managementPort) {
            throw new IllegalArgumentException("PORT and MANAGEMENT_PORT: both are " + port);
        }
    }

    /** Whether the mode is production. */
    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    /** The public host name where it is known. */
    public Optional<String> publicHost() {
        return domain.filter(name -> !name.placeholder()).map(Domain::host);
    }
}
