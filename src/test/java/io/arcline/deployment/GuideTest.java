package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who searches the guide for the text of an error finds it, and the texts of this server are those that it prints. */
class GuideTest {
    private static final String GUIDE = read(Path.of("docs/aws.md"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot connect to the Docker daemon",
                "Docker is not running",
                "error during connect",
                "no basic auth credentials",
                "unauthorized: incorrect username or password",
                "Your authorization token has expired",
                "400 Bad Request",
                "name unknown: The repository with name",
                "An image does not exist locally with the tag",
                "exec format error",
                "CannotPullContainerError",
                "manifest unknown",
                "Unable to assume the service linked role",
                "AWSServiceRoleForECS",
                "Fargate requires task definition to have execution role ARN to support ECR images",
                "ResourceInitializationError: unable to pull secrets or registry auth",
                "did not contain json key",
                "Requires capabilities : [CAPABILITY_IAM]",
                "Templates with a size greater than 51,200 bytes",
                "failed to satisfy constraint",
                "ROLLBACK_COMPLETE",
                "--disable-rollback",
                "UPDATE_FAILED",
                "DELETE_FAILED",
                "ECS Deployment Circuit Breaker was triggered",
                "Task failed ELB health checks",
                "OutOfMemoryError: container killed",
                "Read-only file system",
                "password authentication failed",
                "PKIX path building failed",
                "64102",
                "Unable to connect to 'url'",
                "WebSocket handshake failed",
                "idle timeout",
                "64105",
                "11200",
                "12100",
                "`DOMAIN` mismatch",
                "C:/Program Files/Git/arcline",
                "bash\\r: No such file or directory",
            })
    void hasTheErrorsOfOthers(String text) {
        assertThat(GUIDE).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARC Line does not start with these settings; see the lines above",
                "DATABASE_URL: is required in production",
                "TWILIO_AUTH_TOKEN: is required in production",
                "DOMAIN: is required in production",
                "does not look like an auth token (32 hexadecimal digits)",
                "OIDC_DISCOVERY_URL: is required by OPERATOR_SIGN_IN=openid",
                "SUPABASE_URL is not enough, JDBC needs",
                "A request was refused (",
                "its signature is missing or wrong",
                "calls will be cut on SIGTERM",
                "ECS does not change the protection of this task",
                "Twilio refused a text message: error",
                "is a secret, and secrets come through Secrets Manager",
                "is not of the form NAME=value",
                "ImageUri must name registry, repository and a tag or digest",
            })
    void hasTheErrorsOfThisServerAsItPrintsThem(String text) {
        assertThat(GUIDE).contains(text);
        assertThat(Sources.ALL).contains(text);
    }

    @Test
    void namesEveryAlarmOfTheTemplate() {
        assertThat(read(Path.of("cloudformation/fargate.yaml"))
                        .lines()
                        .filter(line -> line.matches("  \\w+Alarm:"))
                        .map(line -> "`" + line.strip().replace(":", "") + "`"))
                .hasSizeGreaterThan(5)
                .allSatisfy(alarm -> assertThat(GUIDE).contains(alarm));
    }

    /** Everything that prints: the server's sources, the image's programs, the deploy command and the templates. */
    private static final class Sources {
        private static final String ALL = Stream.of("src/main", "cloudformation")
                .map(Path::of)
                .flatMap(Sources::files)
                .map(GuideTest::read)
                .collect(Collectors.joining("\n"));

        private static Stream<Path> files(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                return all
                        .filter(file -> file.toString().matches(".*(\\.java|\\.bash|\\.yaml|/container/[a-z-]+)"))
                        .filter(Files::isRegularFile)
                        .toList()
                        .stream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
