package io.arcline.server;

import io.arcline.hotline.meaning.Vocabulary;
import io.arcline.settings.Settings;
import io.arcline.settings.SettingsReader;
import io.arcline.settings.SettingsReport;
import io.arcline.settings.SettingsSource;
import io.arcline.settings.StartupChecks;
import io.arcline.twilio.twiml.RelayAttribute;
import io.arcline.twilio.twiml.RelaySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * All settings of this server, read from MicroProfile Config and checked, all at once.
 *
 * @param checks whether the server may start with them
 */
record Configuration(Settings settings, RelaySettings relay, SettingsReport report, StartupChecks checks) {

    /** Reads everything; never throws for what is configured wrongly. */
    static Configuration read() {
        Config config = ConfigProvider.getConfig();
        SettingsReader reader = new SettingsReader(name -> found(config, name));
        Settings settings = Settings.read(reader);
        RelaySettings relay = RelaySettings.configured(
                property -> config.getOptionalValue(property, String.class).or(() -> fromVocabulary(property)));
        SettingsReport report = reader.report();
        StartupChecks checks = StartupChecks.of(settings, report);
        List<String> problems = new ArrayList<>(checks.problems());
        problems.addAll(relay.problems());
        return new Configuration(settings, relay, report, new StartupChecks(problems, checks.warnings()));
    }

    private static Optional<SettingsSource.Found> found(Config config, String name) {
        ConfigValue value = config.getConfigValue(name);
        String text = value.getRawValue() == null ? System.getenv(name) : value.getRawValue();
        return Optional.ofNullable(text)
                .map(found -> new SettingsSource.Found(
                        found, System.getenv().containsKey(name) ? "environment" : "server configuration"));
    }

    /** What recognition shall expect are the words that the hotline understands. */
    private static Optional<String> fromVocabulary(String property) {
        return property.equals(RelayAttribute.HINTS.property())
                ? Optional.of(String.join(",", Vocabulary.load("en").hints()))
                : Optional.empty();
    }
}
