package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.database.DatabaseUrl.PoolMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://u:p@db.example.com:5433/arc jdbc:postgresql://db.example.com:5433/arc?sslmode=require",
                "postgres://u:p@db.example.com/arc jdbc:postgresql://db.example.com:5432/arc?sslmode=require",
                "jdbc:postgresql://u:p@db.example.com/arc jdbc:postgresql://db.example.com:5432/arc?sslmode=require",
                "postgresql://u:p@db.example.com jdbc:postgresql://db.example.com:5432/u?sslmode=require",
                "postgresql://u:p@localhost/arc jdbc:postgresql://localhost:5432/arc?sslmode=prefer",
                "postgresql://u:p@127.0.0.1:1/arc jdbc:postgresql://127.0.0.1:1/arc?sslmode=prefer",
                "postgresql://u:p@127.evil.example/arc jdbc:postgresql://127.evil.example:5432/arc?sslmode=require",
                "postgresql://u:p@[::1]:5433/arc jdbc:postgresql://[::1]:5433/arc?sslmode=prefer",
                "postgresql://u:p@[2001:db8::7]/arc jdbc:postgresql://[2001:db8::7]:5432/arc?sslmode=require",
                "postgresql://u:p@db/arc?sslmode=verify-full jdbc:postgresql://db:5432/arc?sslmode=verify-full",
                "postgresql://u:p@db/arc?sslmode=disable jdbc:postgresql://db:5432/arc?sslmode=disable",
                "postgresql://u:p@db/a%20%C3%A9 jdbc:postgresql://db:5432/a%20%C3%A9?sslmode=require",
                "postgresql://u:p@db/arc?schema=line&application_name=a%20b"
                        + " jdbc:postgresql://db:5432/arc?ApplicationName=a%20b&currentSchema=line&sslmode=require",
            })
    void becomesAnAddressForTheDriverWithoutCredentials(String url, String jdbcUrl) {
        assertThat(DatabaseUrl.parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(Driver.parseURL(jdbcUrl, new Properties()))
                .as("read by the driver")
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://postgres:pw@db.abc.supabase.co:5432/postgres SESSION",
                "postgresql://postgres.abc:pw@aws-0-eu-west-2.pooler.supabase.com:5432/postgres SESSION",
                "postgresql://postgres.abc:pw@aws-0-eu-west-2.pooler.supabase.com:6543/postgres TRANSACTION",
                "postgresql://postgres.abc:pw@aws-0-eu-west-2.pooler.supabase.com:6543/postgres?pgbouncer=true"
                        + " TRANSACTION",
                "postgresql://u:pw@bouncer:5432/postgres?pgbouncer=true TRANSACTION",
                "postgresql://u:pw@bouncer:5432/postgres?pgbouncer=false SESSION",
            })
    void aPoolOfTransactionsKeepsNoPreparedStatements(String url, PoolMode mode) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(parsed.poolMode()).isEqualTo(mode);
        assertThat(parsed.jdbcUrl().contains("prepareThreshold=0")).isEqualTo(mode == PoolMode.TRANSACTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://u:p%40%3A%2F%3F%23%25+w@h/d p@:/?#%+w",
                "postgresql://u:p@w@h/d p@w",
                "postgresql://u:p/w?x#y@h/d p/w?x#y",
                "postgresql://u:p:w@h/d p:w",
                "postgresql://u:p@h/d?options=a@b p",
                "postgresql://u@h/d ''",
            })
    void findsThePasswordEncodedOrNot(String url, String password) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        assertThat(parsed.password()).isEqualTo(password);
        assertThat(parsed.user()).isEqualTo("u");
        assertThat(parsed.jdbcUrl()).startsWith("jdbc:postgresql://h:5432/d?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://u:p@h/d | does not begin with postgresql:// (expected"
                        + " postgresql://user:password@host:port/database)",
                "db.example.com | does not begin with postgresql:// (expected"
                        + " postgresql://user:password@host:port/database)",
                "postgresql://h/d | has no user (expected postgresql://user:password@host:port/database)",
                "postgresql://@h/d | has no user (expected postgresql://user:password@host:port/database)",
                "postgresql://u:p@/d | has no host",
                "postgresql://u:p@:5432/d | has no host",
                "postgresql://u:p@h:0/d | has a port that is not one from 1 to 65535",
                "postgresql://u:p@h:99999999999/d | has a port that is not one from 1 to 65535",
                "postgresql://u:p@h:x/d | has no proper host and port (percent-encode the password, IPv6 addresses"
                        + " go in [brackets])",
                "postgresql://u:p@::1/d | has no host",
                "postgresql://u:p%zz@h/d | has a % that is not followed by two hexadecimal digits (write %25 for %)",
                "postgresql://u:[YOUR-PASSWORD]@h/d | still says [YOUR-PASSWORD] where the database's password belongs",
                "postgresql://u:p@h/d?sslmode=yes | has an sslmode that is none of disable, allow, prefer, require,"
                        + " verify-ca,"
                        + " verify-full",
            })
    void saysWhatIsWrong(String url, String message) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @Test
    void namesTheParametersThatMeanNothing() {
        String url = "postgresql://u:p@h/d?connection_limit=1&pgbouncer=true&sslmode=require";
        assertThat(DatabaseUrl.parse(url).ignored()).containsExactly("connection_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://u:hunter2@h/d", "postgresql://u:hunter2@h:6543/d?sslmode=disable"})
    void neverPrintsThePassword(String url) {
        assertThat(DatabaseUrl.parse(url).toString()).doesNotContain("hunter2").contains("user u");
    }

    @Test
    void connects(@TempDir Path folder) throws Exception {
        ReadyCluster.copyTo(folder);
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            DatabaseUrl url = DatabaseUrl.parse(
                    "postgresql://postgres:any@localhost:" + database.port() + "/arcline?pgbouncer=true");
            try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password())) {
                assertThat(connection.getCatalog()).isEqualTo("arcline");
            }
        }
    }
}
