package io.arcline.settings;

/** What a server can do without. Read by server.xml, where anything but "on" is off; here they are checked. */
@SettingsGroup(
        title = "Features",
        about =
                "What the server can do without, each `on` or `off`; [operations.md](operations.md#what-a-start-costs) says what"
                        + " it costs.")
public record FeatureSettings(
        @Setting(
                name = "ADMIN_CENTER",
                about = "Liberty's Admin Center, and JMX over REST.",
                defaultValue = "off",
                pattern = FeatureSettings.ON_OR_OFF,
                patternMeans = FeatureSettings.MEANS)
        String adminCenter,

        @Setting(
                name = "TELEMETRY",
                about = "A trace of each call, where OTEL_EXPORTER_OTLP_ENDPOINT is set.",
                defaultValue = "off",
                pattern = FeatureSettings.ON_OR_OFF,
                patternMeans = FeatureSettings.MEANS)
        String telemetry,

        @Setting(
                name = "OPENAPI",
                about = "`/openapi` on the operators' port.",
                defaultValue = "on",
                pattern = FeatureSettings.ON_OR_OFF,
                patternMeans = FeatureSettings.MEANS)
        String openApi,

        @Setting(
                name = "METRICS",
                about = "`/metrics` and `/ibm/api` on the operators' port.",
                defaultValue = "on",
                pattern = FeatureSettings.ON_OR_OFF,
                patternMeans = FeatureSettings.MEANS)
        String metrics) {

    private static final String ON_OR_OFF = "on|off";
    private static final String MEANS = "on or off";
}
