package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JVM's options follow what the task has: Fargate's sizes, both versions of cgroups, and no limits at all. */
@Needs("sh -c true")
class JvmOptionsTest {
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String G1 = "-XX:+UseG1GC";
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final String AGENT = "-javaagent:/opt/ol/wlp/bin/tools/ws-javaagent.jar";

    @TempDir
    private Path folder;

    @BeforeEach
    void machine() throws IOException {
        write("meminfo", "MemTotal:       16384000 kB\nMemFree:         1000 kB\n");
        write("release", "JVM_VARIANT=\"Hotspot\"\n");
        Files.createDirectories(folder.resolve("cgroup"));
    }

    @ParameterizedTest
    @CsvSource({
        "25000,   512,  211,  50, 1, -XX:+UseSerialGC, true,  false",
        "50000,   1024, 595,  25,  1, -XX:+UseSerialGC, true,  true",
        "100000,  2048, 1363, 12,  1, -XX:+UseSerialGC, false, true",
        "200000,  4096, 2899, 6,   2, -XX:+UseG1GC,     false, true",
        "150000,  512,  211,  50, 2, -XX:+UseSerialGC, false, true",
    })
    void eachSizeOfFargate(
            int quota,
            int megabytes,
            int heap,
            int percentAtStart,
            int processors,
            String collector,
            boolean firstCompiler,
            boolean agent)
            throws IOException {
        write("cgroup/cpu.max", quota + " 100000\n");
        write("cgroup/memory.max", megabytes * 1_048_576L + "\n");
        List<String> options = options(Map.of());
        assertThat(options)
                .contains("-Xmx" + heap + "m", "-XX:InitialRAMPercentage=" + percentAtStart)
                .contains("-XX:ActiveProcessorCount=" + processors, collector)
                .contains("-XX:+ExitOnOutOfMemoryError", "-XX:+UseCompactObjectHeaders");
        assertThat(options.contains(FIRST_COMPILER)).isEqualTo(firstCompiler);
        assertThat(options.contains(AGENT)).isEqualTo(agent);
    }

    @Test
    void cgroupsOfVersion1() throws IOException {
        write("cgroup/cpu/cpu.cfs_quota_us", "25000\n");
        write("cgroup/cpu/cpu.cfs_period_us", "100000\n");
        write("cgroup/memory/memory.limit_in_bytes", "536870912\n");
        assertThat(options(Map.of()))
                .contains(
                        "-Xmx211m",
                        "-XX:ActiveProcessorCount=1",
                        "-Darcline.processor.thousandths=250",
                        SERIAL,
                        FIRST_COMPILER);
    }

    @Test
    void noLimitIsTheWholeMachine() throws IOException {
        write("cgroup/cpu.max", "max 100000\n");
        write("cgroup/memory.max", "max\n");
        assertThat(options(Map.of())).contains("-Xmx11827m").doesNotContain(FIRST_COMPILER);
        write("cgroup/memory.max", "9223372036854771712\n");
        assertThat(options(Map.of())).contains("-Xmx11827m");
    }

    @Test
    void whatFargateKeepsFromTheContainerTheTemplateSays() throws IOException {
        write("cgroup/cpu.max", "max 100000\n");
        write("cgroup/memory.max", "536870912\n");
        assertThat(options(Map.of("TASK_CPU", "256"))).contains("-XX:ActiveProcessorCount=1", SERIAL, FIRST_COMPILER);
        write("cgroup/memory.max", "8589934592\n");
        assertThat(options(Map.of("TASK_CPU", "4096"))).contains("-XX:ActiveProcessorCount=4", G1);
    }

    @Test
    void theOtherJvmGetsNoneThatItDoesNotKnow() throws IOException {
        write("release", "JVM_VARIANT=\"Openj9\"\n");
        write("cgroup/cpu.max", "25000 100000\n");
        write("cgroup/memory.max", "536870912\n");
        assertThat(options(Map.of()))
                .containsExactly(
                        "-Xmx211m",
                        "-XX:ActiveProcessorCount=1",
                        "-Darcline.processor.thousandths=250",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xgcpolicy:gencon",
                        "-Xtune:virtualized");
    }

    private List<String> options(Map<String, String> environment) {
        Map<String, String> whole = new HashMap<>(Map.of("TASK_CPU", "", "LIBERTY_HOME", "/opt/ol/wlp"));
        whole.putAll(environment);
        return Command.run(
                        whole,
                        List.of(
                                "sh",
                                Command.file("src/main/container/jvm-options"),
                                folder.resolve("cgroup").toString(),
                                folder.resolve("meminfo").toString(),
                                folder.resolve("release").toString()))
                .succeeded()
                .output()
                .lines()
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
