package io.arcline.settings;

import java.util.Optional;

/** The language model that looks things up. */
@SettingsGroup(title = "Assistant", about = "Who answers what the loot hotline is asked.")
public record AssistantSettings(
        @Setting(
                name = "PERPLEXITY_API_KEY",
                about = "The key for Perplexity.",
                otherwise = "answers from a script",
                secret = true)
        Optional<Secret> perplexityApiKey) {}
