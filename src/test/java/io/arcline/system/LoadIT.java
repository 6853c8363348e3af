package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.load.LoadGenerator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The load generator against the server: a few callers tour all hotlines, and every reply is one that their turn can have. */
class LoadIT {
    @Test
    void everyReplyOfTheTourIsRight() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String server = Servers.development().uri("").toString();
        int status = LoadGenerator.run(
                new String[] {
                    "--server",
                    server,
                    "--calls",
                    "10",
                    "--connect-rate",
                    "50",
                    "--think",
                    "0.1",
                    "--events",
                    "--warm-up",
                    "0",
                    "--seconds",
                    "2",
                    "--patience",
                    "60"
                },
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }
}
