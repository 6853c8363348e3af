package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The deploy command against an account of moto's: the stack comes, changes nothing by itself, and goes. */
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

    @BeforeAll
    static void account() throws IOException, InterruptedException {
        moto = Moto.start();
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
        assertThat(moto.aws("cloudformation", "list-stacks", "--query", "StackSummaries[].StackName"))
                .isEmpty();
        assertThat(moto.aws("s3", "ls")).isEmpty();
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
        assertThat(moto.aws("elbv2", "describe-load-balancers", "--query", "LoadBalancers[].Scheme"))
                .isEqualTo("internet-facing");
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
        for (String secret : List.of("TWILIO_AUTH_TOKEN", "DATABASE_URL", "OPERATOR_PASSWORD", "JOURNAL_KEY")) {
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
        assertThat(leftovers()).isEmpty();
        assertThat(run("teardown", "--yes").succeeded().output()).contains("there is no stack arcline");
    }

    @Test
    @Order(7)
    void teardownByItselfKeepsTheLogsAndTheirKey() {
        deploy().succeeded();
        assertThat(run("teardown", "--yes").succeeded().output())
                .contains("AWS::Logs::LogGroup", "delete the stack arcline");
        assertThat(leftovers()).containsOnlyKeys("bucket", "log group");
        assertThat(moto.aws("kms", "describe-key", "--key-id", keyOfLogs(), "--query", "KeyMetadata.KeyState"))
                .isEqualTo("Enabled");
    }

    private static String keyOfLogs() {
        return moto.aws("logs", "describe-log-groups", "--query", "logGroups[0].kmsKeyId");
    }

    /** What the account still holds besides what every account has. */
    private static Map<String, String> leftovers() {
        Map<String, String> all = new TreeMap<>();
        all.put("vpc", moto.aws("ec2", "describe-vpcs", "--query", "Vpcs[?!IsDefault].VpcId"));
        all.put("address", moto.aws("ec2", "describe-addresses", "--query", "Addresses[].PublicIp"));
        all.put("nat", moto.aws("ec2", "describe-nat-gateways", "--query", "NatGateways[].NatGatewayId"));
        all.put("endpoint", moto.aws("ec2", "describe-vpc-endpoints", "--query", "VpcEndpoints[].VpcEndpointId"));
        all.put(
                "group",
                moto.aws(
                        "ec2",
                        "describe-security-groups",
                        "--query",
                        "SecurityGroups[?GroupName!='default'].GroupName"));
        all.put(
                "balancer",
                moto.aws("elbv2", "describe-load-balancers", "--query", "LoadBalancers[].LoadBalancerName"));
        all.put("targets", moto.aws("elbv2", "describe-target-groups", "--query", "TargetGroups[].TargetGroupName"));
        all.put(
                "role",
                moto.aws(
                        "iam",
                        "list-roles",
                        "--path-prefix",
                        "/",
                        "--query",
                        "Roles[?!starts_with(Path, '/aws-service-role/')].RoleName"));
        all.put("topic", moto.aws("sns", "list-topics", "--query", "Topics[].TopicArn"));
        all.put("dashboard", moto.aws("cloudwatch", "list-dashboards", "--query", "DashboardEntries[].DashboardName"));
        all.put("log group", moto.aws("logs", "describe-log-groups", "--query", "logGroups[].logGroupName"));
        all.put("bucket", moto.aws("s3api", "list-buckets", "--query", "Buckets[].Name"));
        all.put("stack", moto.aws("cloudformation", "describe-stacks", "--query", "Stacks[].StackName"));
        all.values().removeIf(found -> found.isEmpty() || found.equals("None"));
        return all;
    }

    /** The template's resources that come whatever the parameters say, without those that moto knows nothing of. */
    private static Set<String> unconditional() throws IOException {
        String template = Files.readString(Path.of("cloudformation/fargate.yaml"));
        String resources = template.substring(template.indexOf("\nResources:"), template.indexOf("\nOutputs:"));
        Matcher found = Pattern.compile("\n  ([A-Z]\\w+):\n    Type: (\\S+)\n(    Condition: )?")
                .matcher(resources);
        Set<String> names = new TreeSet<>();
        while (found.find()) {
            if (found.group(3) == null && !NOT_IN_MOTO.contains(found.group(2))) {
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
            command.add(
                    "CertificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef");
        }
        return Command.run(environment, command);
    }
}
