package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** EC2 and Beanstalk by the deploy command, in an account of moto's (whose Beanstalk only prints what it is told). */
@EnabledIfSystemProperty(
        named = "arcline.stack",
        matches = "true",
        disabledReason = "takes a minute: -Darcline.stack=true")
class OtherWaysIT {
    private static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/arcline:1.0.0";

    private static Moto moto;
    private static String vpc;
    private static String subnets;
    private static String secret;

    @BeforeAll
    static void account() throws IOException, InterruptedException {
        moto = Moto.start();
        vpc = moto.aws("ec2", "describe-vpcs", "--query", "Vpcs[0].VpcId");
        subnets = moto.aws("ec2", "describe-subnets", "--query", "Subnets[:2].SubnetId")
                .replaceAll("\\s+", ",");
        secret = moto.aws(
                "secretsmanager", "create-secret", "--name", "arcline", "--secret-string", "{}", "--query", "ARN");
    }

    @AfterAll
    static void noAccount() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void ec2() {
        String[] parameters = {
            "VpcId=" + vpc,
            "Subnets=" + subnets,
            "SecretArn=" + secret,
            "CertificateEmail=you@example.com",
            "Settings=SILENCE_SECONDS=10"
        };
        assertThat(deploy("ec2", parameters).succeeded().output())
                .contains("the stack is CREATE_COMPLETE")
                .containsPattern("VoiceWebhook +https://hotline.example.com/twiml\n")
                .containsPattern("!!! An A record of hotline.example.com has to point to [0-9.]+;")
                .doesNotContain("the role that ECS works with");
        unchanged("ec2");
        String script = new String(
                Base64.getDecoder()
                        .decode(moto.aws(
                                "ec2",
                                "describe-launch-template-versions",
                                "--launch-template-id",
                                moto.aws(
                                        "ec2",
                                        "describe-launch-templates",
                                        "--query",
                                        "LaunchTemplates[0].LaunchTemplateId"),
                                "--query",
                                "LaunchTemplateVersions[0].LaunchTemplateData.UserData")),
                StandardCharsets.UTF_8);
        assertThat(script)
                .contains("SETTINGS=SILENCE_SECONDS=10\n", "--secret-id " + secret, "docker pull " + IMAGE)
                .contains("server_name hotline.example.com;", "proxy_set_header Upgrade $http_upgrade;")
                .doesNotContain("${");
        Command.run("bash", "-n", "-c", script).succeeded();
        gone("ec2");
    }

    @Test
    void elasticBeanstalk() throws IOException {
        String certificate = moto.aws(
                "acm", "request-certificate", "--domain-name", "hotline.example.com", "--query", "CertificateArn");
        String[] parameters = {
            "VpcId=" + vpc,
            "PublicSubnets=" + subnets,
            "PrivateSubnets=" + subnets,
            "SecretArn=" + secret,
            "BundleBucket=bundles",
            "CertificateArn=" + certificate
        };
        assertThat(deploy("elastic-beanstalk", parameters).succeeded().output())
                .contains("the stack is CREATE_COMPLETE")
                .containsPattern("VoiceWebhook +https://hotline.example.com/twiml\n")
                .contains("!!! A CNAME record of hotline.example.com has to point to ");
        unchanged("elastic-beanstalk");
        assertThat(moto.log())
                .contains("AWS::ElasticBeanstalk::ApplicationVersion {", "\"S3Bucket\": \"bundles\"")
                .contains("\"OptionName\": \"IMAGE\", \"Value\": \"" + IMAGE + "\"")
                .contains("\"OptionName\": \"TWILIO_AUTH_TOKEN\", \"Value\": \"" + secret + ":TWILIO_AUTH_TOKEN\"")
                .contains("\"OptionName\": \"SSLCertificateArns\", \"Value\": \"" + certificate + "\"");
        gone("elastic-beanstalk");
        assertThat(moto.log()).contains("AWS::ElasticBeanstalk::Environment deleted");
    }

    /** A second run, which gives nothing again: moto takes a list that is given again for another one. */
    private static void unchanged(String way) {
        assertThat(run(List.of("deploy", "--template", way + ".yaml", "--stack", way, "--image", "same"))
                        .succeeded()
                        .output())
                .contains("nothing to change");
    }

    private static void gone(String way) {
        run(List.of("teardown", "--stack", way, "--yes", "--delete-data")).succeeded();
        assertThat(moto.leftovers()).isEmpty();
    }

    private static Command deploy(String way, String... parameters) {
        List<String> words =
                new ArrayList<>(List.of("deploy", "--template", way + ".yaml", "--stack", way, "--image", IMAGE));
        words.addAll(List.of(parameters));
        return run(words);
    }

    private static Command run(List<String> words) {
        Map<String, String> environment = moto.environment();
        environment.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000");
        environment.put("DOMAIN", "hotline.example.com");
        List<String> command = new ArrayList<>(List.of("bash", Command.file("cloudformation/arcline")));
        command.addAll(words);
        return Command.run(environment, command);
    }
}
