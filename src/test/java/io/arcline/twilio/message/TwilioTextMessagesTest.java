package io.arcline.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.Migration;
import io.arcline.hotline.errand.TextMessages;
import io.arcline.hotline.errand.TextMessages.Result;
import io.arcline.standin.TwilioStandIn;
import io.arcline.standin.TwilioStandIn.Behaviour;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Text messages by twilio-java to a stand-in of Twilio's REST API, written down in a real PostgreSQL. */
class TwilioTextMessagesTest {
    private static final String CALLER = "+447700900001";
    private static final String HOTLINE = "+442079460000";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static PGSimpleDataSource database;

    private final TwilioStandIn twilio = new TwilioStandIn();
    private final SentTexts sent = new SentTexts(database);
    private final OptOuts optOuts = new OptOuts(database, number -> List.of("name of " + number));
    private final TextMessages texts = texts(Optional.of(HOTLINE), twilio.base());
    private final UUID id = UUID.randomUUID();

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

    @AfterEach
    void close() throws IOException {
        twilio.close();
    }

    @Test
    void goesOutOnceUnderOneId() {
        assertThat(send(id, "Gears.")).isEqualTo(Result.SENT);
        assertThat(send(id, "Gears.")).isEqualTo(Result.SENT);
        assertThat(twilio.taken())
                .singleElement()
                .satisfies(message -> assertThat(List.of(message.from(), message.to(), message.body()))
                        .containsExactly(HOTLINE, CALLER, "Gears."));
        assertThat(twilio.taken().getFirst().statusCallback())
                .isEqualTo("https://phone.example.net/sms/status?id=" + id + "&part=1");
    }

    @Test
    void goesOutOnceWhoeverSendsItAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Result> sending = () -> send(id, "Gears.");
            for (Future<Result> result : threads.invokeAll(java.util.Collections.nCopies(8, sending))) {
                assertThat(result.get()).isIn(Result.SENT, Result.UNSURE);
            }
        }
        assertThat(twilio.taken()).hasSize(1);
        assertThat(twilio.posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"ACCEPT_AND_ANSWER_503", "ACCEPT_AND_HANG_UP"})
    void thatWasAcceptedWithoutSayingSoIsFoundAndNotSentAgain(Behaviour behaviour) {
        twilio.does(behaviour);
        assertThat(send(id, "Gears.")).isEqualTo(Result.SENT);
        assertThat(twilio.taken()).hasSize(1);
        assertThat(twilio.posts()).isEqualTo(1);
        assertThat(send(id, "Gears.")).isEqualTo(Result.SENT);
        assertThat(twilio.posts()).isEqualTo(1);
    }

    @Test
    void thatNobodyFindsMayBeOnItsWayAndIsNotSentAgain() {
        twilio.does(Behaviour.ANSWER_503);
        assertThat(send(id, "Gears.")).isEqualTo(Result.UNSURE);
        assertThat(send(id, "Gears.")).isEqualTo(Result.UNSURE);
        assertThat(twilio.posts()).isEqualTo(1);
    }

    @Test
    void isNotTakenForAnotherWithTheSameWords() {
        assertThat(send(UUID.randomUUID(), "Gears.")).isEqualTo(Result.SENT);
        twilio.does(Behaviour.ANSWER_503);
        assertThat(send(id, "Gears.")).isEqualTo(Result.UNSURE);
    }

    @Test
    void cannotGoOutWhereTwilioCannotBeReached() throws IOException {
        URI nobody = twilio.base();
        twilio.close();
        assertThat(texts(Optional.of(HOTLINE), nobody).send(id, CALLER, "", "Gears."))
                .isEqualTo(Result.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "21614, CANNOT_RECEIVE",
        "21211, CANNOT_RECEIVE",
        "21612, CANNOT_RECEIVE",
        "21610, OPTED_OUT",
        "20003, FAILED",
        "21606, FAILED"
    })
    void refusalsAreToldApart(int error, Result expected) {
        twilio.refuses("+447700900002", error);
        assertThat(texts.send(id, "+447700900002", "", "Gears.")).isEqualTo(expected);
        assertThat(texts.send(id, "+447700900002", "", "Gears.")).as("again").isEqualTo(expected);
        assertThat(twilio.posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anonymous",
                "+266696687",
                "sip:shani@example.net",
                "client:anna",
                "00447700900001",
                "+1",
                "112"
            })
    void whoHasNoNumberGetsNone(String from) {
        assertThat(texts.send(id, from, HOTLINE, "Gears.")).isEqualTo(Result.WITHHELD);
        assertThat(twilio.posts()).isZero();
    }

    @Test
    void comesFromTheNumberThatWasCalledWhereTheHotlineHasNoneOfItsOwn() {
        TextMessages calledOnes = texts(Optional.empty(), twilio.base());
        assertThat(calledOnes.send(id, CALLER, "+15550100009", "Gears.")).isEqualTo(Result.SENT);
        assertThat(twilio.taken().getFirst().from()).isEqualTo("+15550100009");
        assertThat(calledOnes.send(UUID.randomUUID(), CALLER, "", "Gears.")).isEqualTo(Result.FAILED);
    }

    @Test
    void whoeverSaidStopGetsNoneUntilStart() throws SQLException {
        optOuts.add(CALLER);
        optOuts.add(CALLER);
        assertThat(send(id, "Gears.")).isEqualTo(Result.OPTED_OUT);
        assertThat(twilio.posts()).isZero();
        optOuts.remove(CALLER);
        assertThat(send(id, "Gears.")).isEqualTo(Result.SENT);
    }

    @Test
    void thatIsLongGoesInPartsInTheirOrder() {
        assertThat(send(id, "Rusted gears turn up in halls. ".repeat(80))).isEqualTo(Result.SENT);
        assertThat(twilio.taken()).hasSize(2);
        assertThat(twilio.taken().getFirst().body()).endsWith("(1/2)");
        assertThat(twilio.taken().getLast().body()).endsWith("(2/2)");
    }

    @Test
    void whatBecomesOfItIsWrittenDownInWhateverOrderItIsReported() throws SQLException {
        send(id, "Gears.");
        assertThat(sent.reported(id, 1, "SM1", "delivered", 0)).isTrue();
        assertThat(sent.reported(id, 1, "SM1", "sent", 0)).isTrue();
        assertThat(status()).isEqualTo("delivered 0");
        assertThat(sent.reported(id, 2, "SM1", "sent", 0)).isFalse();
        assertThat(sent.reported(id, 1, "SM1", "undelivered", 30006)).isTrue();
        assertThat(status()).isEqualTo("undelivered 30006");
    }

    private String status() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select status || ' ' || coalesce(error_code, 0) from text_messages where id = '" + id + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private Result send(UUID textId, String body) {
        return texts.send(textId, CALLER, "", body);
    }

    private TextMessages texts(Optional<String> from, URI api) {
        return new TwilioTextMessages(
                "AC00000000000000000000000000000000",
                "token",
                from,
                Optional.of(URI.create("https://phone.example.net/sms/status")),
                sent,
                optOuts,
                new OnceClient(Optional.of(api)));
    }
}
