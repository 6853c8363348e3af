package io.arcline.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images and containers of buildah and podman in a store of the test's own, away from those of the machine. */
final class Containers {
    static final String BASE = "localhost/arcline-stand-in-base";
    static final String IMAGE = "localhost/arcline-under-test";

    private final Path folder;
    private final Map<String, String> environment;

    private Containers(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Opens an empty store; skips the test where images cannot be built and run. */
    static Containers open() throws IOException {
        assumeTrue(
                Files.isWritable(Path.of("/")) && Files.isDirectory(Path.of("/proc/1")),
                "skipped: building images takes Linux and root");
        Command.require("buildah", "--version");
        Command.require("podman", "--version");
        Command.require("runc", "--version");
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target")).toAbsolutePath(), "containers");
        Path storage = folder.resolve("storage.conf");
        Files.writeString(storage, """
            [storage]
            driver = "overlay"
            graphroot = "%1$s/store"
            runroot = "%1$s/run"
            """.formatted(folder));
        Containers containers = new Containers(folder, Map.of("CONTAINERS_STORAGE_CONF", storage.toString()));
        Command info = containers.command("buildah", "info");
        assumeTrue(
                info.status() == 0,
                "skipped: buildah cannot keep images here (" + info.output().strip() + ")");
        return containers;
    }

    /** The image that stands in for Open Liberty's. */
    void standInBase() {
        command(
                        "bash",
                        Command.file("src/test/container/stand-in-base"),
                        Command.file(System.getProperty("arcline.liberty", "target/liberty/wlp")),
                        System.getProperty("java.home"),
                        BASE)
                .succeeded();
    }

    /** Builds the Containerfile on it, from what Maven has built already. */
    void build() throws IOException {
        Path context = Files.createDirectories(folder.resolve("context/target")).getParent();
        command("cp", "-R", Command.file("Containerfile"), Command.file("src"), context.toString())
                .succeeded();
        command("cp", "-R", Command.file("target/arcline"), Command.file("target/classes"), context + "/target")
                .succeeded();
        command(
                        "buildah",
                        "bud",
                        "--isolation",
                        "chroot",
                        "--pull-never",
                        "--format",
                        "docker",
                        "--build-arg",
                        "JDK=" + BASE,
                        "--build-arg",
                        "LIBERTY=" + BASE,
                        "--build-arg",
                        "MAVEN=true",
                        "--tag",
                        IMAGE,
                        "--file",
                        context.resolve("Containerfile").toString(),
                        context.toString())
                .succeeded();
    }

    /** An image's size in bytes. */
    long size(String image) {
        return Long.parseLong(podman("image", "inspect", "--format", "{{.Size}}", image)
                .succeeded()
                .output()
                .strip());
    }

    /** An image's configuration as JSON. */
    String inspect(String image) {
        return podman("image", "inspect", image).succeeded().output();
    }

    /** A folder with the unpacked layers of the image, each in a folder of its own, but for those of its base. */
    Path layersBeyondTheBase() throws IOException {
        Path saved = folder.resolve("saved");
        podman("save", "--quiet", "--format", "docker-dir", "--output", saved.toString(), IMAGE)
                .succeeded();
        long ofBase = podman("image", "inspect", "--format", "{{len .RootFS.Layers}}", BASE)
                .succeeded()
                .output()
                .strip()
                .transform(Long::parseLong);
        List<String> layers = new ArrayList<>();
        try (JsonReader manifest = Json.createReader(Files.newBufferedReader(saved.resolve("manifest.json")))) {
            manifest.readObject()
                    .getJsonArray("layers")
                    .getValuesAs(JsonObject.class)
                    .forEach(layer -> layers.add(layer.getString("digest").substring("sha256:".length())));
        }
        Path unpacked = Files.createDirectories(folder.resolve("layers"));
        for (String layer : layers.subList(Math.toIntExact(ofBase), layers.size())) {
            Path into = Files.createDirectories(unpacked.resolve(layer.substring(0, 12)));
            command("tar", "-xf", saved.resolve(layer).toString(), "-C", into.toString(), "--no-same-owner")
                    .succeeded();
        }
        return unpacked;
    }

    /** The files of an image below some folders. */
    List<String> files(String image, String... folders) {
        List<String> words = new ArrayList<>(List.of("run", "--entrypoint", "find"));
        words.addAll(RunningImage.LIMITS);
        words.add("--rm");
        words.add(image);
        for (String each : folders) {
            words.add(each + "/");
        }
        words.add("-type");
        words.add("f");
        return podman(words.toArray(String[]::new)).succeeded().output().lines().toList();
    }

    /** Starts the image, on free ports of this machine; skips the test where containers cannot be run. */
    RunningImage run(Map<String, String> settings) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--rm", "--entrypoint", "true"));
        words.addAll(RunningImage.LIMITS);
        words.add(BASE);
        Command tried = podman(words.toArray(String[]::new));
        assumeTrue(
                tried.status() == 0,
                "skipped: podman and runc cannot run containers here ("
                        + tried.output().strip() + ")");
        return RunningImage.start(this, settings, folder);
    }

    Command podman(String... words) {
        return command(podmanWords(words).toArray(String[]::new));
    }

    List<String> podmanWords(String... words) {
        List<String> all = new ArrayList<>(List.of("podman", "--runtime", "runc", "--cgroup-manager", "cgroupfs"));
        all.addAll(List.of(words));
        return all;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Removes all of it. */
    void delete() {
        podman("rm", "--all", "--force");
        podman("rmi", "--all", "--force");
        command("rm", "-rf", folder.toString());
    }

    private Command command(String... words) {
        return Command.run(environment, List.of(words));
    }
}
