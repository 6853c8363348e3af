package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the tools say about the templates, and what they have in common. */
class TemplatesIT {
    private static final List<String> TEMPLATES =
            List.of("cloudformation/fargate.yaml", "cloudformation/elastic-beanstalk.yaml", "cloudformation/ec2.yaml");
    private static final Path RULES = Path.of("src/test/templates");

    @Test
    void cfnLintFindsNothing() {
        Command.require("cfn-lint", "--version");
        Command lint = run("cfn-lint", List.of());
        assertThat(lint.output()).isBlank();
        assertThat(lint.status()).isZero();
    }

    @Test
    void everyFindingOfCfnGuardAndCdkNagHasItsReason() {
        Command.require("node", "--version");
        if (!Files.isDirectory(RULES.resolve("node_modules"))) {
            Command.require("npm", "--prefix", RULES.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        Command rules = run("node", List.of(RULES.resolve("rules.js").toString()));
        assertThat(rules.status()).as(rules.output()).isZero();
        assertThat(rules.output()).contains("fargate.yaml: ", "elastic-beanstalk.yaml: ", "ec2.yaml: ");
    }

    @Test
    void theTaskOfTheManualWayIsTheTemplates() throws IOException {
        JsonObject container;
        try (Reader file = Files.newBufferedReader(Path.of("cloudformation/task-definition.json"))) {
            container = Json.createReader(file)
                    .readObject()
                    .getJsonArray("containerDefinitions")
                    .getJsonObject(0);
        }
        String template = Files.readString(Path.of("cloudformation/fargate.yaml"));
        String environment = template.substring(
                template.indexOf("          Environment:\n"), template.indexOf("          LogConfiguration:\n"));
        Set<String> names = new TreeSet<>();
        for (String list : List.of("environment", "secrets")) {
            container
                    .getJsonArray(list)
                    .getValuesAs(JsonObject.class)
                    .forEach(pair -> names.add(pair.getString("name")));
        }
        assertThat(names)
                .isEqualTo(Pattern.compile("Name: ([A-Z_]+)")
                        .matcher(environment)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(container.getInt("stopTimeout")).isEqualTo(120);
        assertThat(container.getBoolean("readonlyRootFilesystem")).isTrue();
    }

    @Test
    void noTemplateHasASettingThatTheServerDoesNotKnow() throws IOException {
        String page = Files.readString(Path.of("docs/configuration.md"));
        for (String template : TEMPLATES) {
            Pattern.compile("(?:- \\{Name: |environment(?:secrets)?', OptionName: )([A-Z][A-Z_]+)[,}]")
                    .matcher(Files.readString(Path.of(template)))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !name.equals("IMAGE"))
                    .forEach(name -> assertThat(page).as(template).contains("| `" + name + "` |"));
        }
    }

    private static Command run(String program, List<String> first) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(first);
        words.addAll(TEMPLATES);
        return Command.run(Map.of(), words);
    }
}
