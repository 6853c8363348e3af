package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the deploy command asks of docker and of AWS, in which order: both are scripts that write down how they were called. */
@Needs({"bash --version", "git rev-parse HEAD"})
class BuildAndPushTest {
    private static final String REGISTRY = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    @TempDir
    Path folder;

    @BeforeEach
    void programs() throws IOException {
        program("aws", """
                case "$*" in
                    "sts get-caller-identity"*) echo 123456789012 ;;
                    "iam list-roles"*) echo 1 ;;
                    *"Stacks[0].StackStatus"*) [ -e "$FOLDER/stack" ] && echo CREATE_COMPLETE || exit 254 ;;
                    "cloudformation create-stack"*) touch "$FOLDER/stack" ;;
                    "ecr describe-repositories"* | "s3api head-bucket"*) exit 254 ;;
                    "ecr describe-images"*) [ -e "$FOLDER/pushed" ] || exit 254 ;;
                    "ecr get-login-password"*) echo registry-password ;;
                esac
                """);
        program("docker", """
                case "$*" in
                    "image inspect"*) echo icr.io/appcafe/open-liberty@sha256:abc ;;
                    login*) cat >"$FOLDER/password" ;;
                    push*) touch "$FOLDER/pushed" ;;
                esac
                [ ! -e "$FOLDER/docker-is-off" ]
                """);
    }

    @Test
    void buildsOnTheBaseOfTodaySignsInPushesAndThenCreatesTheStack() throws IOException {
        deploy().succeeded();
        List<String> calls = calls();
        assertThat(Stream.of(
                                "aws ecr create-repository --repository-name arcline",
                                "docker pull --platform linux/amd64 icr.io/",
                                "docker build",
                                "docker login --username AWS --password-stdin " + REGISTRY,
                                "docker push " + REGISTRY + "/arcline:",
                                "aws cloudformation create-stack --stack-name arcline")
                        .map(begin -> place(calls, begin))
                        .toList())
                .doesNotContain(-1)
                .isSorted();
        assertThat(String.join("\n", calls))
                .contains(
                        "--build-arg LIBERTY=icr.io/appcafe/open-liberty@sha256:abc",
                        "BASE_DIGEST=sha256:abc",
                        "--image-tag-mutability IMMUTABLE")
                .doesNotContain("registry-password", "0123456789abcdef0123456789abcdef");
        assertThat(folder.resolve("password")).hasContent("registry-password");
    }

    @Test
    void anImageThatIsInTheRegistryIsNotBuiltAgain() throws IOException {
        Files.createFile(folder.resolve("pushed"));
        assertThat(deploy().succeeded().output()).contains("is there already");
        assertThat(calls()).noneMatch(call -> call.startsWith("docker build") || call.startsWith("docker push"));
    }

    @Test
    void saysThatDockerIsNotRunning() throws IOException {
        Files.createFile(folder.resolve("docker-is-off"));
        Command command = deploy();
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.output()).contains("arcline: Docker is not running");
        assertThat(calls()).noneMatch(call -> call.contains("create-"));
    }

    private static int place(List<String> calls, String begin) {
        return IntStream.range(0, calls.size())
                .filter(i -> calls.get(i).startsWith(begin))
                .findFirst()
                .orElse(-1);
    }

    private Command deploy() {
        List<String> words = new ArrayList<>(List.of("bash", Command.file("cloudformation/arcline"), "deploy"));
        return Command.run(
                Map.of(
                        "PATH", folder + ":" + System.getenv("PATH"),
                        "FOLDER", folder.toString(),
                        "CONTAINER_ENGINE", "docker",
                        "AWS_REGION", "eu-west-1",
                        "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000",
                        "TWILIO_AUTH_TOKEN", "0123456789abcdef0123456789abcdef",
                        "DATABASE_URL", "postgresql://a:b@db.example.com:5432/x"),
                words);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name), "#!/bin/bash\necho \"" + name + " $*\" >>\"$FOLDER/calls\"\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
