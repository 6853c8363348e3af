package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tools say about the templates. */
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

    private static Command run(String program, List<String> first) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(first);
        words.addAll(TEMPLATES);
        return Command.run(Map.of(), words);
    }
}
