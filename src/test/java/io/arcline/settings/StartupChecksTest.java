package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartupChecksTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String URL = "postgresql://u:p@db.example.com/arcline";

    @Test
    void developmentNeedsNothingAndSaysWhoIsLetIn() {
        StartupChecks checks = checks();
        assertThat(checks.mayStart()).isTrue();
        assertThat(checks.warnings())
                .containsExactly("TWILIO_AUTH_TOKEN: is not set, so unsigned requests are accepted, from this machine"
                        + " (loopback) only");
    }

    @Test
    void productionWithEverythingHasNothingToSay() {
        assertThat(checks(
                        "ARCLINE_MODE", "production",
                        "TWILIO_AUTH_TOKEN", TOKEN,
                        "DATABASE_URL", URL,
                        "DOMAIN", "hotline.example.com",
                        "OPERATOR_PASSWORD", "x"))
                .isEqualTo(new StartupChecks(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void productionNamesAllThatIsMissingAtOnce() {
        StartupChecks checks = checks("ARCLINE_MODE", "production", "RATE_LIMIT", "off");
        assertThat(checks.mayStart()).isFalse();
        assertThat(checks.problems())
                .containsExactly(
                        "TWILIO_AUTH_TOKEN: is required in production, to tell Twilio's requests from others",
                        "DATABASE_URL: is required in production, as postgresql://user:password@host:port/database",
                        "DOMAIN: is required in production, the public host name; empty or placeholder while there"
                                + " is none",
                        "RATE_LIMIT: off is for development only");
        assertThat(checks.warnings()).containsExactly("OPERATOR_PASSWORD: is not set, so operators cannot sign in");
    }

    @Test
    void signingInByOpenIdNeedsAProvider() {
        assertThat(checks("OPERATOR_SIGN_IN", "openid").problems())
                .containsExactly(
                        "OIDC_DISCOVERY_URL: is required by OPERATOR_SIGN_IN=openid",
                        "OIDC_CLIENT_ID: is required by OPERATOR_SIGN_IN=openid");
        assertThat(checks(
                                "OPERATOR_SIGN_IN", "openid",
                                "OIDC_CLIENT_ID", "x",
                                "OIDC_DISCOVERY_URL", "http://id.example.com/.well-known/openid-configuration")
                        .problems())
                .containsExactly("OIDC_DISCOVERY_URL: does not begin with https://");
        assertThat(checks("OPERATOR_SIGN_IN", "OpenID").problems())
                .containsExactly("OPERATOR_SIGN_IN: 'OpenID' is not accounts or openid (default accounts)");
        assertThat(checks("OIDC_DISCOVERY_URL", "https://id.example.com").warnings())
                .contains("OIDC_DISCOVERY_URL: means nothing without OPERATOR_SIGN_IN=openid");
    }

    @Test
    void anEmptyFeatureIsNotSwitchedOffWithoutAWord() {
        assertThat(checks("METRICS", "", "OPENAPI", " ", "TELEMETRY", "").problems())
                .containsExactly(
                        "OPENAPI: is empty, which would switch it off; say on or off, or leave it out",
                        "METRICS: is empty, which would switch it off; say on or off, or leave it out");
    }

    @Test
    void secondsOfTheDatabaseAreDigitsForTheDataSourceReadsThemToo() {
        for (String name : new String[] {"POOL_WAIT", "CONNECT", "ANSWER"}) {
            assertThat(checks("DATABASE_" + name + "_SECONDS", "4s").problems())
                    .singleElement()
                    .asString()
                    .startsWith("DATABASE_" + name + "_SECONDS: '4s' is not a number of seconds in digits alone");
            assertThat(checks("DATABASE_" + name + "_SECONDS", "4").problems()).isEmpty();
        }
    }

    @Test
    void fiveMistakesAreFiveLines() {
        assertThat(checks(
                                "ARCLINE_MODE", "production",
                                "PORT", "abc",
                                "DATABASE_URL", "postgresql://u:p@/x",
                                "SILENCE_SECONDS", "1",
                                "DOMAIN", "https://x",
                                "TWILIO_PHONE_NUMBER", "0800")
                        .problems())
                .containsExactly(
                        "PORT: 'abc' is not a whole number (default 8080)",
                        "DOMAIN: 'https://x' is not a host name like hotline.example.com, without https:// and"
                                + " without a path",
                        "TWILIO_PHONE_NUMBER: '0800' is not a phone number in E.164 form like +442079460000",
                        "DATABASE_URL: the value has no host",
                        "SILENCE_SECONDS: '1' is less than 2 seconds (default 8)",
                        "TWILIO_AUTH_TOKEN: is required in production, to tell Twilio's requests from others");
    }

    @Test
    void domainMayBeEmptyOrPlaceholderInProductionButNotMissing() {
        for (String domain : new String[] {"", "placeholder"}) {
            StartupChecks checks = checks(
                    "ARCLINE_MODE",
                    "production",
                    "TWILIO_AUTH_TOKEN",
                    TOKEN,
                    "DATABASE_URL",
                    URL,
                    "DOMAIN",
                    domain,
                    "OPERATOR_PASSWORD",
                    "x");
            assertThat(checks.problems()).isEmpty();
            assertThat(checks.warnings())
                    .containsExactly("DOMAIN: is not known yet, so the host is taken from each request;"
                            + " set it once there is one");
        }
    }

    @Test
    void supabaseUrlAloneIsNotEnough() {
        assertThat(checks("TWILIO_AUTH_TOKEN", TOKEN, "SUPABASE_URL", "https://abc.supabase.co")
                        .warnings())
                .containsExactly("DATABASE_URL: is not set and SUPABASE_URL is not enough, JDBC needs DATABASE_URL;"
                        + " an embedded PostgreSQL is used instead");
        assertThat(checks("ARCLINE_MODE", "production", "SUPABASE_URL", "https://abc.supabase.co")
                        .problems())
                .contains("DATABASE_URL: is required in production, as postgresql://user:password@host:port/database;"
                        + " SUPABASE_URL is not enough, JDBC needs DATABASE_URL");
    }

    @Test
    void whatLooksStrangeIsAWarning() {
        assertThat(checks("TWILIO_AUTH_TOKEN", "short", "DATABASE_URL", URL + "?statement_cache_size=0")
                        .warnings())
                .containsExactly(
                        "TWILIO_AUTH_TOKEN: does not look like an auth token (32 hexadecimal digits)",
                        "DATABASE_URL: its parameters statement_cache_size mean nothing here");
    }

    @Test
    void aModeThatWasMeantToBeStrictIsNoticed() {
        assertThat(checks("ARCLINE_MODE", "prod", "TWILIO_AUTH_TOKEN", TOKEN).warnings())
                .containsExactly("ARCLINE_MODE: 'prod' is not production, so this is development");
        assertThat(checks("ARCLINE_MODE", "Production").mayStart()).isFalse();
    }

    private static StartupChecks checks(String... namesAndValues) {
        SettingsReader reader = Environment.reader(namesAndValues);
        return StartupChecks.of(Settings.read(reader), reader.report());
    }
}
