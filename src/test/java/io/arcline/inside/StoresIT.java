package io.arcline.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arcline.hotline.errand.IntelReports;
import io.arcline.hotline.errand.ScrappyMessages;
import io.arcline.journal.JournalEntries;
import io.arcline.journal.JournalEntry;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    JournalEntries journal;

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/arcline.war"))
                .addPackage(StoresIT.class.getPackage());
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
    void metadataOfTheJournalIsAJsonObjectInTheDatabase() throws SQLException {
        String call = "CA" + UUID.randomUUID();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        journal.insertAll(List.of(new JournalEntry(
                call, JournalEntry.Level.WARN, "turn", Map.of("turn", 3, "heard", "it's \"quoted\" \\ ünï"), at)));
        assertEquals(
                "object|3|it's \"quoted\" \\ ünï|warn",
                text("select jsonb_typeof(metadata), metadata->>'turn', metadata->>'heard', level from logs"
                        + " where session_id = '" + call + "'"));
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
