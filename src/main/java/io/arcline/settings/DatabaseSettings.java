package io.arcline.settings;

import io.arcline.database.DatabaseUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The database. */
@SettingsGroup(
        title = "Database",
        about = "PostgreSQL, by JDBC. Without DATABASE_URL the server starts a PostgreSQL of its own, in"
                + " development only.")
public record DatabaseSettings(
        @Setting(
                name = "DATABASE_URL",
                about = "`postgresql://user:password@host:port/database`, as Supabase shows it, direct or pooled."
                        + " Required in production.",
                otherwise = "an embedded PostgreSQL",
                secret = true)
        Optional<DatabaseUrl> url,

        @Setting(
                name = "DATABASE_MIGRATION_URL",
                about =
                        "The same as the tables' owner, for bringing them up to date at the start, where DATABASE_URL is a"
                                + " role that may do less.",
                otherwise = "DATABASE_URL",
                secret = true)
        Optional<DatabaseUrl> migrationUrl,

        @Setting(
                name = "SUPABASE_URL",
                about = "The Supabase project's address. Not enough to reach the database: that takes DATABASE_URL.")
        Optional<URI> supabaseUrl,

        @Setting(
                name = "SUPABASE_ANON_KEY",
                about = "The key of Supabase's web role; kept for deployments that set it.",
                secret = true)
        Optional<Secret> supabaseAnonKey,

        @Setting(
                name = "DATABASE_POOL_SIZE",
                about = "How many connections are open at most.",
                unit = "connections",
                defaultValue = "10",
                min = 4,
                max = 500)
        int poolSize,

        @Setting(
                name = "DATABASE_POOL_WAIT_SECONDS",
                about = "How long to wait for a free connection.",
                pattern = "[0-9]+",
                patternMeans = "a number of seconds in digits alone, which is all that the data source takes",
                unit = "seconds",
                defaultValue = "3",
                min = 1,
                max = 60)
        Duration poolWait,

        @Setting(
                name = "DATABASE_CONNECT_SECONDS",
                about = "How long to wait for a new connection.",
                pattern = "[0-9]+",
                patternMeans = "a number of seconds in digits alone, which is all that the data source takes",
                unit = "seconds",
                defaultValue = "5",
                min = 1,
                max = 60)
        Duration connectTimeout,

        @Setting(
                name = "DATABASE_ANSWER_SECONDS",
                about = "How long to wait for the answer to a statement before the connection counts as lost.",
                pattern = "[0-9]+",
                patternMeans = "a number of seconds in digits alone, which is all that the data source takes",
                unit = "seconds",
                defaultValue = "8",
                min = 1,
                max = 600)
        Duration answerTimeout) {}
