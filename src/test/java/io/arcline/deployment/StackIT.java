package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The deploy command against an account of moto's: the stack comes, changes nothing by itself, and goes. */
@EnabledIfSystemProperty(
        named = "arcline.stack",
        matches = "true",
        disabledReason = "takes a minute: -Darcline.stack=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {
    private static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/arcline:1.0.0";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "correct-horse";

    /** Types that moto 5 takes and does nothing about. */
    private static final Set<String> NOT_IN_MOTO = Set.of(
            "AWS::ApplicationAutoScaling::ScalableTarget",
            "AWS::ApplicationAutoScaling::ScalingPolicy",
            "AWS::CloudWatch::Alarm",
            "AWS::EC2::SecurityGroupEgress",
            "AWS::EC2::SecurityGroupIngress",
            "AWS::S3::BucketPolicy",
            "AWS::SNS::Subscription",
            "AWS::SNS::TopicPolicy",
            "AWS::SecretsManager::Secret");

    private static Moto moto;
    private static String certificate;

    @BeforeAll
    static void account() throws IOException, InterruptedException {
        moto = Moto.start();
        certificate = moto.aws(
                "acm", "request-certificate", "--domain-name", "hotline.example.com", "--query", "CertificateArn");
    }

    @AfterAll
    static void noAccount() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    @Order(1)
    void aDryRunSaysWhatItWouldDoAndDoesNothing() {
        String said = deploy("--dry-run").succeeded().output();
        assertThat(said)
                .contains("account 123456789012, region eu-west-1, stack arcline", "would create the stack arcline")
                .contains("TwilioAuthToken=(secret)", "DatabaseUrl=(secret)")
                .doesNotContain(TOKEN, PASSWORD);
        assertThat(moto.leftovers()).isEmpty();
    }

    @Test
    @Order(2)
    void everyResourceIsCreatedAndTheOutputsAreRight() throws IOException {
        String said = deploy().succeeded().output();
        assertThat(said)
                .contains("create the stack arcline", "the stack is CREATE_COMPLETE")
                .containsPattern("VoiceWebhook +https://hotline.example.com/twiml\n")
                .containsPattern("MessagingWebhook +https://hotline.example.com/sms\n")
                .containsPattern("Url +https://hotline.example.com\n")
                .containsPattern("Warning +none\n")
                .doesNotContain("!!!", TOKEN, PASSWORD);
        Set<String> created = new TreeSet<>(List.of(moto.aws(
                        "cloudformation",
                        "describe-stack-resources",
                        "--stack-name",
                        "arcline",
                        "--query",
                        "StackResources[?PhysicalResourceId!=null].LogicalResourceId")
                .split("\\s+")));
        assertThat(created).containsAll(unconditional());
        assertThat(created)
                .contains("NatA", "NatB", "HttpsListener")
                .doesNotContain("DatabaseInstance", "LogsEndpoint");
    }

    @Test
    @Order(3)
    void aSecondRunChangesNothing() {
        String before = moto.aws(
                "cloudformation", "describe-stack-events", "--stack-name", "arcline", "--query", "length(StackEvents)");
        assertThat(deploy().succeeded().output()).contains("nothing to change");
        assertThat(moto.aws(
                        "cloudformation",
                        "describe-stack-events",
                        "--stack-name",
                        "arcline",
                        "--query",
                        "length(StackEvents)"))
                .isEqualTo(before);
    }

    @Test
    @Order(4)
    void theTaskHasItsSecretsByReferenceOnlyAndWritesNowhereElse() {
        String task = moto.aws("ecs", "describe-task-definition", "--task-definition", "arcline", "--output", "json");
        assertThat(task).contains("\"readonlyRootFilesystem\": true", "\"user\": \"1001\"", "\"stopTimeout\": 120");
        assertThat(task).doesNotContain(TOKEN, PASSWORD);
        for (String secret :
                List.of("TWILIO_AUTH_TOKEN", "DATABASE_URL", "SUPABASE_ANON_KEY", "MODERATORS", "READERS")) {
            assertThat(task).containsPattern("\"name\": \"" + secret + "\",\\s+\"valueFrom\"");
        }
    }

    @Test
    @Order(5)
    void teardownAsksFirst() {
        Command command = run("teardown");
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.output()).contains("say --yes");
        assertThat(moto.aws("cloudformation", "describe-stacks", "--query", "Stacks[].StackName"))
                .isEqualTo("arcline");
    }

    @Test
    @Order(6)
    void teardownWithItsDataLeavesNothing() {
        run("teardown", "--yes", "--delete-data").succeeded();
        assertThat(moto.leftovers()).isEmpty();
        assertThat(run("teardown", "--yes").succeeded().output()).contains("there is no stack arcline");
    }

    @Test
    @Order(7)
    void teardownByItselfKeepsTheLogsAndTheirKey() {
        deploy().succeeded();
        assertThat(run("teardown", "--yes").succeeded().output())
                .contains("AWS::Logs::LogGroup", "delete the stack arcline");
        assertThat(moto.leftovers()).containsExactly("log group", "bucket");
        run("teardown", "--yes").succeeded();
    }

    @Test
    @Order(8)
    void bedrockIsTheAssistantByTheTasksRoleAlone() {
        deploy(
                        "AssistantProvider=bedrock",
                        "AssistantModel=eu.amazon.nova-lite-v1:0",
                        "Settings=SILENCE_SECONDS=10 LOG_RETENTION=90")
                .succeeded();
        String role = moto.aws(
                "cloudformation",
                "describe-stack-resources",
                "--stack-name",
                "arcline",
                "--query",
                "StackResources[?LogicalResourceId=='TaskRole'].PhysicalResourceId");
        assertThat(moto.aws("iam", "list-role-policies", "--role-name", role, "--query", "PolicyNames"))
                .contains("ProtectTasksWithCalls", "AskTheAssistant");
        String task = moto.aws("ecs", "describe-task-definition", "--task-definition", "arcline", "--output", "json");
        assertThat(task).contains("\"value\": \"SILENCE_SECONDS=10 LOG_RETENTION=90\"", "\"value\": \"bedrock\"");
    }

    /** The template's resources that come whatever the parameters say, without those that moto knows nothing of. */
    private static Set<String> unconditional() throws IOException {
        String template = Files.readString(Path.of("cloudformation/fargate.yaml"));
        String resources = template.substring(template.indexOf("\nResources:"), template.indexOf("\nOutputs:"));
        Set<String> names = new TreeSet<>();
        for (String resource : resources.split("\n(?=  [A-Z])")) {
            Matcher found = Pattern.compile("  (\\w+):\n    Type: (\\S+)").matcher(resource);
            if (found.lookingAt() && !resource.contains("\n    Condition: ") && !NOT_IN_MOTO.contains(found.group(2))) {
                names.add(found.group(1));
            }
        }
        assertThat(names).hasSizeGreaterThan(30);
        return names;
    }

    private static Command deploy(String... more) {
        List<String> words = new ArrayList<>(List.of("deploy", "--image", IMAGE));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private static Command run(String... words) {
        Map<String, String> environment = moto.environment();
        environment.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000");
        environment.put("TWILIO_AUTH_TOKEN", TOKEN);
        environment.put("DATABASE_URL", "postgresql://arcline:" + PASSWORD + "@db.example.com:5432/postgres");
        environment.put("DOMAIN", "hotline.example.com");
        List<String> command = new ArrayList<>(List.of("bash", Command.file("cloudformation/arcline")));
        command.addAll(List.of(words));
        if (words[0].equals("deploy")) {
            command.add("CertificateArn=" + certificate);
        }
        return Command.run(environment, command);
    }
}
