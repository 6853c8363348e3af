package io.arcline.settings;

import java.util.Optional;

/** Who may sign in on the operators' port. */
@SettingsGroup(title = "Operators", about = "The account for the operators' port.")
public record OperatorSettings(
        @Setting(
                name = "OPERATOR_USER",
                about = "The user's name.",
                defaultValue = "operator",
                pattern = "[^\\s:\"<>&]{1,64}",
                patternMeans = "a user name: up to 64 characters without spaces, colons, quotes and angle brackets")
        String user,

        @Setting(
                name = "OPERATOR_PASSWORD",
                about = "The user's password.",
                otherwise = "in development one is made up and shown at start-up",
                secret = true)
        Optional<Secret> password,

        @Setting(
                name = "MODERATORS",
                about =
                        "Who else may moderate, and nothing besides: `anna:password ben:password`, with spaces between.",
                otherwise = "the operator alone",
                secret = true)
        Optional<Secret> moderators,

        @Setting(
                name = "READERS",
                about =
                        "Who may look at metrics, Admin Center and JMX, and change nothing, such as Prometheus: `prometheus:password`,"
                                + " with spaces between.",
                otherwise = "nobody",
                secret = true)
        Optional<Secret> readers) {}
