package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People of an OpenID provider on the management port, by browser and by token. */
class OpenIdIT {
    private static final LibertyServer SERVER = Servers.moderated();
    private static final OpenIdProvider PROVIDER = Servers.provider();
    private static final URI CALLS = SERVER.managementUri("/api/calls");
    private static final URI POSTS = SERVER.managementUri("/api/moderation/intel");

    @Test
    void aProgramsTokenGivesTheRolesOfItsGroups() {
        Operator operator = Operator.withToken(PROVIDER.bearer("olga", "staff", "line-operators"));
        assertThat(operator.get(CALLS).statusCode()).isEqualTo(200);
        assertThat(operator.get(POSTS).statusCode()).isEqualTo(200);
        Operator moderator = Operator.withToken(PROVIDER.bearer("mona", "line-moderators"));
        assertThat(moderator.get(CALLS).statusCode()).isEqualTo(403);
        assertThat(moderator.get(POSTS).statusCode()).isEqualTo(200);
        Operator stranger = Operator.withToken(PROVIDER.bearer("sam", "staff"));
        assertThat(stranger.get(CALLS).statusCode()).isEqualTo(403);
        assertThat(stranger.get(POSTS).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenOfSomebodyElsesOrForSomebodyElseIsNone() {
        for (String token : new String[] {
            PROVIDER.forged("olga", "line-operators"), PROVIDER.forAnother("olga", "line-operators"), "nonsense"
        }) {
            HttpResponse<String> answer = Operator.withToken(token).get(CALLS);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("callSid");
        }
    }

    @Test
    void aBrowserIsSentToTheProviderAndComesBackAsWhoeverSignedInThere() {
        PROVIDER.signsIn("olga", "line-operators");
        HttpResponse<String> calls = Operator.atABrowser().get(CALLS);
        assertThat(calls.statusCode()).isEqualTo(200);
        assertThat(calls.uri()).hasPath("/api/calls");
        assertThat(calls.body()).startsWith("[");
        PROVIDER.signsIn("sam", "staff");
        assertThat(Operator.atABrowser().get(CALLS).statusCode()).isEqualTo(403);
    }

    @Test
    void theAuditHasTheNameAtTheProvider() throws Exception {
        UUID id = UUID.randomUUID();
        try (Connection database = SERVER.database();
                var insert = database.prepareStatement("insert into intel (id, content) values (?, 'two Wasps')")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
        Operator moderator = Operator.withToken(PROVIDER.bearer("mona", "line-moderators"));
        assertThat(moderator
                        .post(SERVER.managementUri("/api/moderation/intel/" + id + "/verify"), "{\"version\":0}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(moderator
                        .get(SERVER.managementUri("/api/moderation/intel/" + id + "/history"))
                        .body())
                .contains("\"moderator\":\"mona\"", "\"action\":\"verify\"");
    }
}
