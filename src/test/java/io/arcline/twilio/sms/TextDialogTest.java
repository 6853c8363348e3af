package io.arcline.twilio.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.Migration;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.hotline.line.Lines;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Conversations by text message, kept in a real PostgreSQL. */
class TextDialogTest {
    private static final String ANNA = "+447700900001";
    private static final String BEN = "+447700900002";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static PGSimpleDataSource database;
    private static int messages;

    private final Map<UUID, String> stored = Collections.synchronizedMap(new HashMap<>());
    private final TextConversations conversations =
            new TextConversations(database, number -> List.of(this.hashCode() + number));
    private static final Dialog DIALOG = Dialog.load();
    private static final Lines ENGLISH = Lines.load("en");
    private final TextDialog dialog =
            new TextDialog(() -> DIALOG, errands(), conversations, () -> ENGLISH, (sid, from) -> {});

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.in(folder);
        database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
        Migration.migrate(database);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eachNumberHasAConversationOfItsOwn() throws SQLException {
        assertThat(text(ANNA, "loot")).contains("What are you looking for").doesNotContain("Shani here");
        assertThat(text(BEN, "hello there")).contains("Shani here", "Loot");
        assertThat(text(ANNA, "rusted gears")).startsWith("In the halls.");
        assertThat(text(BEN, "1")).contains("Where are you");
        assertThat(text(BEN, "Red Lakes")).contains("Red Lakes");
        assertThat(text(BEN, "bye")).containsAnyOf("Shani out", "Stay safe");
        assertThat(text(BEN, "hello again")).contains("Shani here");
    }

    @Test
    void aMessageThatIsDeliveredAgainIsAnsweredTheSame() throws SQLException {
        text(ANNA, "submit intel");
        var report = new TextDialog.Received("SMagain", ANNA, "", "Wasps at the gate.");
        Optional<String> answer = dialog.answer(report);
        assertThat(dialog.answer(report)).isEqualTo(answer).isPresent();
        assertThat(stored.values()).containsExactly("Wasps at the gate.");
    }

    @Test
    void twoAtOnceAreAnsweredOneAfterTheOther() throws Exception {
        text(ANNA, "submit intel");
        List<Callable<Optional<String>>> both = List.of(
                () -> dialog.answer(new TextDialog.Received("SMone" + hashCode(), ANNA, "", "Wasps at the gate.")),
                () -> dialog.answer(new TextDialog.Received("SMtwo" + hashCode(), ANNA, "", "Ticks in the dam.")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<Optional<String>> answer : threads.invokeAll(both)) {
                answers.add(answer.get().orElse(""));
            }
            assertThat(answers).doesNotContain("").anyMatch(answer -> answer.contains("ogged"));
        }
    }

    @Test
    void twoMachinesDoNotTalkToEachOtherForEver() throws SQLException {
        int answers = 0;
        while (answers < 100
                && dialog.answer(new TextDialog.Received("SM" + ++messages, BEN, "", "I am on holiday."))
                        .isPresent()) {
            answers++;
        }
        assertThat(answers).isEqualTo(60);
    }

    @Test
    void whatIsForgottenBeginsAnew() throws SQLException {
        text(ANNA, "loot");
        conversations.forget(ANNA);
        assertThat(text(ANNA, "mumble mumble")).contains("Shani here");
    }

    private String text(String from, String body) throws SQLException {
        return dialog.answer(new TextDialog.Received("SM" + ++messages, from, "+442079460000", body))
                .orElseThrow();
    }

    private Errands errands() {
        IntelReports reports = new IntelReports() {
            @Override
            public void store(UUID id, String content) {
                stored.putIfAbsent(id, content);
            }

            @Override
            public List<String> anyVerified(int count, int newest) {
                return List.of();
            }
        };
        Assistant assistant = (question, talk, hearer) -> new Assistant.Answer("In the halls.", Assistant.End.WHOLE);
        return new Errands(
                reports,
                stored::putIfAbsent,
                assistant,
                (id, to, called, body) -> TextMessages.Result.SENT,
                SecondOpinion.none());
    }
}
