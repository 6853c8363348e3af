package io.arcline.settings;

import java.util.Optional;

/** Figures for CloudWatch. */
@SettingsGroup(title = "Figures", about = "What is written into the log for CloudWatch to make metrics of.")
public record FiguresSettings(
        @Setting(
                name = "CLOUDWATCH_SERVICE",
                about = "The name under which live calls and other figures are printed once a minute, one line in"
                        + " CloudWatch's embedded metric format. The templates for AWS set it.",
                otherwise = "nothing is printed",
                pattern = "[A-Za-z0-9._-]{1,128}",
                patternMeans = "a name of letters, digits, dots and dashes")
        Optional<String> cloudWatchService) {}
