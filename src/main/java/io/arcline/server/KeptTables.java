package io.arcline.server;

import io.arcline.board.page.Board;
import io.arcline.call.saved.CallsTable;
import io.arcline.database.KeptTable;
import io.arcline.settings.Settings;
import java.util.List;

/** Every table that holds something of callers, with how long it is kept and how an erasure finds it. */
final class KeptTables {
    private KeptTables() {}

    static List<KeptTable> of(Settings settings) {
        return List.of(
                KeptTable.ofCall("logs", "session_id")
                        .until("created_at", settings.journal().retention()),
                KeptTable.ofCall("calls", "call_sid").until("updated_at", CallsTable.KEPT),
                KeptTable.ofErrand(Board.INTEL.table(), "id"),
                KeptTable.ofErrand(Board.MESSAGES.table(), "id"),
                KeptTable.ofErrand("post_moderation", "post_id"),
                KeptTable.ofErrand("moderation_audit", "post_id")
                        .forgetting("content_before", "content_after", "reason")
                        .withholding("moderator"));
    }
}
