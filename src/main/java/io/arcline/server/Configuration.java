package io.arcline.server;

import io.arcline.hotline.phrasebook.BrokenPhrasebook;
import io.arcline.hotline.phrasebook.Phrasebook;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * All settings of this server, read from MicroProfile Config and checked, all at once.
 *
 * @param words the hotline's, by these settings
 * @param checks whether the server may start with all this
 */
record Configuration(
        Settings settings, RelaySettings relay, SettingsReport report, StartupChecks checks, Phrasebook words) {

    /** Reads everything; never throws for what is configured wrongly. */
    static Configuration read() {
        return read((settings, problems) -> {
            try {
                return settings.server().wordsDirectory().map(Phrasebook::with).orElseGet(Phrasebook::ours);
            } catch (BrokenPhrasebook broken) {
                problems.addAll(broken.mistakes());
                return Phrasebook.ours();
            }
        });
    }

    /** Reads all of it again, except for the words. */
    static Configuration read(Phrasebook words) {
        return read((settings, problems) -> words);
    }

    private static Configuration read(BiFunction<Settings, List<String>, Phrasebook> reading) {
        Config config = ConfigProvider.getConfig();
        SettingsReader reader = new SettingsReader(name -> found(config, name));
        Settings settings = Settings.read(reader);
        List<String> problemsOfWords = new ArrayList<>();
        Phrasebook words = reading.apply(settings, problemsOfWords);
        RelaySettings relay = RelaySettings.configured(
                property -> config.getOptionalValue(property, String.class).or(() -> fromVocabulary(property, words)));
        SettingsReport report = reader.report();
        StartupChecks checks = StartupChecks.of(settings, report);
        List<String> problems = new ArrayList<>(checks.problems());
        problems.addAll(relay.problems());
        problems.addAll(problemsOfWords);
        return new Configuration(settings, relay, report, new StartupChecks(problems, checks.warnings()), words);
    }

    private static Optional<SettingsSource.Found> found(Config config, String name) {
        ConfigValue value = config.getConfigValue(name);
        String text = value.getRawValue() == null ? System.getenv(name) : value.getRawValue();
        return Optional.ofNullable(text)
                .map(found -> new SettingsSource.Found(
                        found, found.equals(System.getenv(name)) ? "environment" : "server configuration"));
    }

    /** What recognition shall expect are the words that the hotline understands. */
    private static Optional<String> fromVocabulary(String property, Phrasebook words) {
        return property.equals(RelayAttribute.HINTS.property())
                ? Optional.of(String.join(",", words.vocabulary("en").hints()))
                : Optional.empty();
    }
}
