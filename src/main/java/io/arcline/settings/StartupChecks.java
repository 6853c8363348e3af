package io.arcline.settings;

import io.arcline.database.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the server may start with its settings, by the rules of its mode.
 *
 * @param problems one line each, what was refused by the reader first; the server must not start with any
 * @param warnings one line each, worth knowing
 */
public record StartupChecks(List<String> problems, List<String> warnings) {
    public StartupChecks {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Whether there is no problem. */
    public boolean mayStart() {
        return problems.isEmpty();
    }

    /**
     * Checks everything at once.
     *
     * @param report of the reader that the settings were read by, and other groups perhaps
     */
    public static StartupChecks of(Settings settings, SettingsReport report) {
        List<String> problems = new ArrayList<>(report.problems());
        List<String> warnings = new ArrayList<>();
        if (settings.server().production()) {
            production(settings, report, problems, warnings);
        } else {
            development(settings, report, warnings);
        }
        twilio(settings.twilio(), warnings);
        openId(settings.openId(), problems, warnings);
        features(report, problems);
        List<String> ignored =
                settings.database().url().map(DatabaseUrl::ignored).orElse(List.of());
        if (!ignored.isEmpty()) {
            warnings.add("DATABASE_URL: its parameters " + String.join(", ", ignored) + " mean nothing here");
        }
        return new StartupChecks(problems, warnings);
    }

    private static void production(
            Settings settings, SettingsReport report, List<String> problems, List<String> warnings) {
        if (!report.isPresent("TWILIO_AUTH_TOKEN")) {
            problems.add("TWILIO_AUTH_TOKEN: is required in production, to tell Twilio's requests from others");
        }
        if (!report.isPresent("DATABASE_URL")) {
            problems.add("DATABASE_URL: is required in production, as postgresql://user:password@host:port/database"
                    + (report.isPresent("SUPABASE_URL")
                            ? "; SUPABASE_URL is not enough, JDBC needs" + " DATABASE_URL"
                            : ""));
        }
        if (!report.isDeclared("DOMAIN")) {
            problems.add("DOMAIN: is required in production, the public host name; empty or placeholder while there"
                    + " is none");
        } else if (settings.server().publicHost().isEmpty()) {
            warnings.add("DOMAIN: is not known yet, so the host is taken from each request; set it once there is one");
        }
        if (settings.server().rateLimit().off()) {
            problems.add("RATE_LIMIT: off is for development only");
        }
        if (settings.operator().password().isEmpty()) {
            warnings.add("OPERATOR_PASSWORD: is not set, so operators cannot sign in");
        }
    }

    private static void development(Settings settings, SettingsReport report, List<String> warnings) {
        report.shown("ARCLINE_MODE")
                .filter(mode -> !mode.equalsIgnoreCase(Mode.DEVELOPMENT.name()))
                .ifPresent(mode ->
                        warnings.add("ARCLINE_MODE: '" + mode + "' is not production, so this is" + " development"));
        if (settings.twilio().authToken().isEmpty()) {
            warnings.add("TWILIO_AUTH_TOKEN: is not set, so unsigned requests are accepted, from this machine"
                    + " (loopback) only");
        }
        if (!report.isPresent("DATABASE_URL") && report.isPresent("SUPABASE_URL")) {
            warnings.add("DATABASE_URL: is not set and SUPABASE_URL is not enough, JDBC needs DATABASE_URL;"
                    + " an embedded PostgreSQL is used instead");
        }
    }

    private static void openId(OpenIdSettings openId, List<String> problems, List<String> warnings) {
        if (!openId.open()) {
            if (openId.discoveryUrl().isPresent()) {
                warnings.add("OIDC_DISCOVERY_URL: means nothing without OPERATOR_SIGN_IN=openid");
            }
            return;
        }
        if (openId.discoveryUrl().isEmpty()) {
            problems.add("OIDC_DISCOVERY_URL: is required by OPERATOR_SIGN_IN=openid");
        } else if (!openId.discoveryUrl().get().getScheme().equals("https")) {
            problems.add("OIDC_DISCOVERY_URL: does not begin with https://");
        }
        if (openId.clientId().isEmpty()) {
            problems.add("OIDC_CLIENT_ID: is required by OPERATOR_SIGN_IN=openid");
        }
    }

    /** An empty value counts as none elsewhere; in server.xml, which reads these by itself, it is not "on". */
    private static void features(SettingsReport report, List<String> problems) {
        for (String name : List.of("OPENAPI", "METRICS")) {
            if (report.isDeclared(name) && !report.isPresent(name)) {
                problems.add(name + ": is empty, which would switch it off; say on or off, or leave it out");
            }
        }
    }

    private static void twilio(TwilioSettings twilio, List<String> warnings) {
        for (Secret token : twilio.authTokens()) {
            if (!token.value().matches("[0-9a-fA-F]{32}")) {
                warnings.add((twilio.authToken().filter(token::equals).isPresent()
                                ? "TWILIO_AUTH_TOKEN"
                                : "TWILIO_AUTH_TOKEN_PREVIOUS")
                        + ": does not look like an auth token (32 hexadecimal digits)");
            }
        }
    }
}
