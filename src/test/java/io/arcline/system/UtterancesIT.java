package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Labelled utterances, each spoken in a call of its own to the running server, in the step it was heard in. With
 * {@code -Dutterances=file.tsv} (and {@code -Dlanguage=de}) those of any other file as well.
 */
class UtterancesIT {
    private static final int AT_ONCE = 12;
    private static final double LEAST = 0.98;

    @ParameterizedTest
    @CsvSource({"en, shared.tsv", "de, de.tsv"})
    void callersAreUnderstoodAndNoContentIsLost(String language, String file) throws Exception {
        List<String> misses = misses(language, Path.of("src/test/resources/utterances", file), LEAST);
        assertThat(misses).noneMatch(miss -> miss.contains("expected content"));
    }

    @Test
    @EnabledIfSystemProperty(named = "utterances", matches = ".+")
    void printsTheScoreOfAnyFile() throws Exception {
        misses(System.getProperty("language", "en"), Path.of(System.getProperty("utterances")), 0);
    }

    /** Says every utterance of a file, checks that all that was taken as content is in the tables, and tells the misses. */
    private static List<String> misses(String language, Path file, double least) throws Exception {
        LibertyServer server = Servers.development();
        List<Utterance> utterances = Utterance.in(file);
        try (Connection database = server.database();
                FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                        .line(LineSettings.instant())
                        .patience(Duration.ofSeconds(30))
                        .start()) {
            // Whoever asks first waits until the operators' module has started.
            server.operator("/api/calls");
            Timestamp start = now(database);
            haveVerifiedReports(database);
            List<String> outcomes = outcomes(server, twilio, language, utterances);
            List<String> misses = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                Utterance said = utterances.get(i);
                if (!said.expected().equals(outcomes.get(i))) {
                    misses.add("%s \"%s\" expected %s got %s"
                            .formatted(said.context(), said.text(), said.expected(), outcomes.get(i)));
                }
            }
            System.out.printf("%s: %d of %d%n", file, outcomes.size() - misses.size(), outcomes.size());
            misses.forEach(System.out::println);
            assertThat(misses).hasSizeLessThanOrEqualTo((int) ((1 - least) * outcomes.size()));
            assertThat(contents(database, "intel", start)).containsAll(taken(utterances, outcomes, "submitting"));
            assertThat(contents(database, "scrappy_messages", start))
                    .containsAll(taken(utterances, outcomes, "scrappy"));
            return misses;
        }
    }

    private static List<String> outcomes(
            LibertyServer server, FakeTwilio twilio, String language, List<Utterance> utterances)
            throws InterruptedException, ExecutionException {
        try (var calls = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<String>> all = utterances.stream()
                    .<Callable<String>>map(said -> () -> new UtteranceCall(server, twilio, language).outcome(said))
                    .toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : calls.invokeAll(all)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private static List<String> taken(List<Utterance> utterances, List<String> outcomes, String context) {
        return utterances.stream()
                .filter(said -> said.context().equals(context)
                        && outcomes.get(utterances.indexOf(said)).equals("content"))
                .map(Utterance::text)
                .toList();
    }

    /** Enough of them that three at random are not the same three again. */
    private static void haveVerifiedReports(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate("""
                    insert into intel (content, verified)
                    select 'Sector ' || number || ' is quiet.', true from generate_series(1, 30) number
                    """);
        }
    }

    private static Timestamp now(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select now()")) {
            rows.next();
            return rows.getTimestamp(1);
        }
    }

    private static List<String> contents(Connection database, String table, Timestamp since) throws SQLException {
        try (var statement = database.prepareStatement("select content from " + table + " where created_at >= ?")) {
            statement.setTimestamp(1, since);
            List<String> contents = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    contents.add(rows.getString(1));
                }
            }
            return contents;
        }
    }
}
