package io.arcline.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.load.LoadGenerator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class BareJettyTest {
    @Test
    void answersEveryMessageOfALoad() throws Exception {
        Server server = BareJetty.start(0);
        try {
            URI address = server.getURI();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int status = LoadGenerator.run(
                    new String[] {
                        "--socket",
                        "ws://localhost:" + address.getPort() + "/ws",
                        "--script",
                        "anything",
                        "--calls",
                        "20",
                        "--warm-up",
                        "0.3",
                        "--seconds",
                        "0.5",
                        "--patience",
                        "30"
                    },
                    Map.of(),
                    new PrintStream(out, true, StandardCharsets.UTF_8));
            String said = out.toString(StandardCharsets.UTF_8);
            assertThat(status).as(said).isZero();
            assertThat(said).contains("all replies right: yes");
        } finally {
            server.stop();
        }
    }
}
