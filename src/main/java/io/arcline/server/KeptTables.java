package io.arcline.server;

import io.arcline.board.page.Board;
import io.arcline.call.saved.CallsTable;
import io.arcline.database.KeptTable;
import io.arcline.settings.Settings;
import java.time.Duration;
import java.util.List;

/** Every table that holds something of callers, with how long it is kept and how an erasure finds it. */
final class KeptTables {
    /** A conversation by text message that nobody has gone on with for so long is over. */
    private static final Duration WORDS = Duration.ofHours(1);

    private static final Duration TEXTS = Duration.ofDays(30);

    private KeptTables() {}

    static List<KeptTable> of(Settings settings) {
        return List.of(
                KeptTable.ofCall("logs", "session_id")
                        .until("created_at", settings.journal().retention()),
                KeptTable.ofCall("calls", "call_sid").until("updated_at", CallsTable.KEPT),
                KeptTable.ofErrand("text_messages", "id").until("created_at", TEXTS),
                // Who asked never to be texted again is not texted again, whatever else is forgotten of them.
                KeptTable.ofCaller("text_opt_outs", "caller").staying(),
                KeptTable.ofCaller("text_conversations", "caller").until("updated_at", WORDS),
                KeptTable.ofCall("text_answers", "message_sid").until("created_at", WORDS),
                KeptTable.ofErrand(Board.INTEL.table(), "id"),
                KeptTable.ofErrand(Board.MESSAGES.table(), "id"),
                KeptTable.ofErrand("post_moderation", "post_id"),
                KeptTable.ofErrand("moderation_audit", "post_id")
                        .forgetting("content_before", "content_after", "reason")
                        .withholding("moderator"));
    }
}
