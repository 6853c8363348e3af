package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.settings.Mode;
import io.arcline.settings.ResilienceSettings;
import io.arcline.settings.Setting;
import io.arcline.settings.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment that each way gives to the server is one that it knows, and its secrets are kept as secrets. */
class TemplateSettingsTest {
    /** What the image's entry point reads itself, and what compose and Beanstalk need. */
    private static final Set<String> OF_THE_IMAGE = Set.of("SETTINGS", "TASK_CPU", "IMAGE");

    /** Made by the stack on Fargate, and so in secrets of their own. */
    private static final Set<String> MADE = Set.of("OPERATOR_PASSWORD", "JOURNAL_KEY");

    /** How long Liberty waits at most for requests that are under way, and then for the application. */
    private static final Duration LONGEST_OF_LIBERTY = Duration.ofSeconds(30 + 10);

    private static final Duration UNTIL_KILLED = Duration.ofSeconds(120);

    private enum Way {
        FARGATE(
                "fargate.yaml",
                "(?s)\n          Environment:\n(.*?)\n          Secrets:",
                "(?s)\n          Secrets:\n(.*?)\n          LogConfiguration:",
                "Name: ([A-Z_]+)"),
        BY_HAND(
                "task-definition.json",
                "(?s)\"environment\": \\[(.*?)\\]",
                "(?s)\"secrets\": \\[(.*?)\\]",
                "\"name\": \"([A-Z_]+)\""),
        BEANSTALK(
                "elastic-beanstalk.yaml",
                "(?s)(.*)",
                "(?s)(.*)",
                "application:environment', OptionName: ([A-Z_]+)",
                "application:environmentsecrets', OptionName: ([A-Z_]+)"),
        EC2("ec2.yaml", "(?s)/etc/arcline/environment <<'END'\n(.*?) END\n", "(?!)", "(?m)^ *([A-Z_]+)="),
        COMPOSE("compose.yaml", "(?s)\n    environment:\n(.*?)\n    ports:", "(?!)", "(?m)^      ([A-Z_]+):");

        private final Set<String> open;
        private final Set<String> secret;

        Way(String file, String openPart, String secretPart, String name) {
            this(file, openPart, secretPart, name, name);
        }

        Way(String file, String openPart, String secretPart, String openName, String secretName) {
            String text = read("cloudformation/" + file);
            open = groups(openName, String.join("\n", groups(openPart, text)));
            secret = groups(secretName, String.join("\n", groups(secretPart, text)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyNameIsASettingAndEverySettingCanBeReached(Way way) {
        assertThat(way.open).hasSizeGreaterThan(5).contains("SETTINGS");
        Set<String> known = declared(setting -> true);
        known.addAll(OF_THE_IMAGE);
        assertThat(known).containsAll(way.open).containsAll(way.secret);
    }

    @ParameterizedTest
    @EnumSource(names = {"FARGATE", "BY_HAND", "BEANSTALK"})
    void everySecretComesFromSecretsManagerAndNothingElseDoes(Way way) {
        assertThat(way.secret).isEqualTo(declared(Setting::secret));
        assertThat(way.open).doesNotContainAnyElementsOf(way.secret);
    }

    @Test
    void ec2WritesNoSecretOntoItsDisk() {
        assertThat(Way.EC2.open).doesNotContainAnyElementsOf(declared(Setting::secret));
        assertThat(read("cloudformation/ec2.yaml")).contains(">/run/arcline.secrets");
    }

    @Test
    void theTaskOfTheManualWayIsTheTemplates() {
        assertThat(Way.BY_HAND.open).isEqualTo(Way.FARGATE.open);
        JsonObject container = json(read("cloudformation/task-definition.json"))
                .getJsonArray("containerDefinitions")
                .getJsonObject(0);
        assertThat(container.getInt("stopTimeout")).isEqualTo(120);
        assertThat(container.getBoolean("readonlyRootFilesystem")).isTrue();
        assertThat(container.getString("user")).isEqualTo("1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fargate.yaml", "task-definition.json", "elastic-beanstalk.yaml", "ec2.yaml"})
    void theServerHasEndedByItselfBeforeItIsKilled(String file) {
        String template = read("cloudformation/" + file);
        String drain =
                groups("DRAIN_SECONDS[^0-9\n]*([0-9]+)", template).iterator().next();
        Duration calls = new ResilienceSettings(
                        Optional.of(Duration.ofSeconds(Long.parseLong(drain))), true, Optional.empty())
                .drainOf(Mode.PRODUCTION);
        assertThat(calls.plus(LONGEST_OF_LIBERTY)).isLessThan(UNTIL_KILLED);
    }

    @Test
    void theStacksSecretHasTheKeysThatTheTaskReads() {
        String template = read("cloudformation/fargate.yaml");
        String made = groups("(?s)SecretString: !Sub\n        - >-\n(.*?)\n        - ", template).stream()
                .findFirst()
                .orElseThrow();
        Set<String> keys = new TreeSet<>(json(made).keySet());
        assertThat(keys).isEqualTo(groups("\\$\\{Arn}:([A-Z_]+)::", template));
        keys.addAll(MADE);
        assertThat(keys).isEqualTo(declared(Setting::secret));
    }

    @Test
    void theGuideListsTheKeysOfASecretOfOnesOwn() {
        String guide = read("docs/aws.md");
        Set<String> listed = groups("`([A-Z_ \n]*TWILIO_AUTH_TOKEN_PREVIOUS[A-Z_ \n]*)`", guide).stream()
                .flatMap(list -> Arrays.stream(list.split("\\s+")))
                .collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(MADE);
        assertThat(listed).isEqualTo(declared(Setting::secret));
    }

    private static Set<String> declared(Predicate<Setting> which) {
        return Settings.GROUPS.stream()
                .flatMap(group -> Arrays.stream(group.getRecordComponents()))
                .map(component -> component.getAnnotation(Setting.class))
                .filter(which)
                .map(Setting::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> groups(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
