package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sockets leave no HTTP session behind, which would be kept for half an hour each. */
class HttpSessionsIT {
    private static final int SOCKETS = 50;

    @Test
    void aSocketHasNone() throws Exception {
        LibertyServer server = Servers.development();
        try (Insight insight = new Insight(server)) {
            long before = insight.liveObjects("session");
            for (int i = 0; i < SOCKETS; i++) {
                RawCall.open(server, "CAsession" + i).hangUp();
            }
            System.out.println(insight.histogram()
                    .lines()
                    .filter(l -> l.toLowerCase().contains("session"))
                    .toList());
            assertThat(insight.liveObjects("session") - before).isLessThan(SOCKETS);
        }
    }
}
