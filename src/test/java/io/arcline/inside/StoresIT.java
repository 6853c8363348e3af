package io.arcline.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.ScrappyMessages;
import io.arcline.journal.Journal;
import io.arcline.journal.JournalEntry;
import io.arcline.journal.LogRow;
import io.arcline.journal.LogRows;
import jakarta.annotation.Resource;
import jakarta.data.Limit;
import jakarta.inject.Inject;
import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stores as the application has them injected: Jakarta Data on EclipseLink on PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
class StoresIT {
    @Inject
    IntelReports reports;

    @Inject
    ScrappyMessages messages;

    @Inject
    Journal journal;

    @Inject
    LogRows rows;

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    /** Without the descriptor that says that no library has servlets: the one that runs these tests is in a library. */
    @Deployment
    static WebArchive war() {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/arcline.war"))
                .addPackage(StoresIT.class.getPackage());
        war.delete("WEB-INF/web.xml");
        return war;
    }

    @Test
    void aReportIsStoredOnceHoweverOftenItsErrandIsRun() throws SQLException {
        UUID id = UUID.randomUUID();
        reports.store(id, "Two Bastions at the dam.");
        reports.store(id, "Two Bastions at the dam.");
        assertEquals(
                "1|Raider Report|false",
                text("select count(*), faction, verified from intel where id = '" + id + "' group by 2, 3"));
    }

    @Test
    void aMessageIsSignedAsTheHotlines() throws SQLException {
        UUID id = UUID.randomUUID();
        messages.store(id, "Bring lemons.");
        assertEquals(
                "Bring lemons.|Scrappy's Hotline|false",
                text("select content, faction, verified from scrappy_messages where id = '" + id + "'"));
    }

    @Test
    void onlyVerifiedReportsAreReadAndNoMoreThanAskedFor() throws SQLException {
        run("insert into intel (content, verified) select 'verified ' || n, true from generate_series(1, 60) n");
        run("insert into intel (content, verified) values ('secret', false)");
        List<String> read = reports.anyVerified(3, 50);
        assertEquals(3, read.size());
        assertTrue(read.stream().allMatch(report -> report.startsWith("verified")), read::toString);
        assertFalse(reports.anyVerified(100, 50).contains("secret"));
        assertEquals(50, reports.anyVerified(100, 50).size());
    }

    @Test
    void metadataOfTheJournalIsAJsonObjectInTheDatabaseAndWhenItIsReadBack() throws Exception {
        String call = "CA" + UUID.randomUUID();
        journal.write(call, JournalEntry.Level.WARN, "turn", Map.of("turn", 3, "heard", "it's \"quoted\" \\ ünï"));
        List<LogRow> read = rows.bySessionId(call, Limit.of(10));
        for (int i = 0; read.isEmpty() && i < 1_000; i++) {
            Thread.onSpinWait();
            read = rows.bySessionId(call, Limit.of(10));
        }
        assertEquals(1, read.size());
        assertEquals(3, read.getFirst().metadata().getInt("turn"));
        assertEquals("it's \"quoted\" \\ ünï", read.getFirst().metadata().getString("heard"));
        assertEquals(
                "object|3|warn",
                text("select jsonb_typeof(metadata), metadata->>'turn', level from logs where session_id = '" + call
                        + "'"));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            assertTrue(rows.next(), "no row");
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                text.append(i == 1 ? "" : "|").append(rows.getObject(i));
            }
            return text.toString();
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
