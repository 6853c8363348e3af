package io.arcline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryIdsTest {
    @Test
    void areUuidsOfVersion7ThatNoTwoEntriesShare() {
        Instant at = Instant.parse("2026-11-23T04:00:00.123Z");
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            UUID id = EntryIds.next(at);
            assertThat(ids.add(id)).isTrue();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
        assertThat(ids).allMatch(id -> id.getMostSignificantBits() >>> 16 == at.toEpochMilli());
    }

    @Test
    void areInTheOrderOfTime() {
        UUID first = EntryIds.next(Instant.ofEpochMilli(1_795_000_000_000L));
        UUID later = EntryIds.next(Instant.ofEpochMilli(1_795_000_000_001L));
        assertThat(first.toString()).isLessThan(later.toString());
    }
}
