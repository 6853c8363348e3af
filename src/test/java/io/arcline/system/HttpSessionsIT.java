package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sockets leave no HTTP session behind, which Liberty would make for each and keep for half an hour. */
class HttpSessionsIT {
    private static final int SOCKETS = 20;
    private static final String SESSION = "com.ibm.ws.session.store.memory.MemorySession";

    @Test
    void aSocketHasNone() throws Exception {
        LibertyServer server = Servers.development();
        try (Insight insight = new Insight(server)) {
            long before = insight.liveObjects(SESSION);
            for (int i = 0; i < SOCKETS; i++) {
                RawCall.open(server, "CAsession" + i).hangUp();
            }
            assertThat(insight.liveObjects(SESSION)).isEqualTo(before);
        }
    }
}
