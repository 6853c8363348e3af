package io.arcline.settings;

import java.net.URI;
import java.util.Optional;

/** The language model that looks things up. */
@SettingsGroup(
        title = "Assistant",
        about = "The language model that gives a second opinion on callers who were not understood. Any that speaks"
                + " OpenAI's chat completions will do.")
public record AssistantSettings(
        @Setting(
                name = "ASSISTANT_BASE_URL",
                about = "Where `/chat/completions` is found, such as `https://api.openai.com/v1`.",
                otherwise = "Perplexity's, where its key is set; else there is no assistant",
                pattern = "https?://.+",
                patternMeans = "an address that begins with https:// or http://")
        Optional<URI> baseUrl,

        @Setting(
                name = "ASSISTANT_API_KEY",
                about = "The key for it, sent as a bearer token.",
                otherwise = "none is sent",
                secret = true)
        Optional<Secret> apiKey,

        @Setting(
                name = "ASSISTANT_MODEL",
                about = "The model. Required with ASSISTANT_BASE_URL; a small and fast one is best.",
                otherwise = "`sonar-pro` at Perplexity")
        Optional<String> model,

        @Setting(
                name = "PERPLEXITY_API_KEY",
                about = "The key for Perplexity: on its own it makes Perplexity the assistant.",
                otherwise = "answers from a script",
                secret = true)
        Optional<Secret> perplexityApiKey) {
    private static final URI PERPLEXITY = URI.create("https://api.perplexity.ai");
    private static final String PERPLEXITY_MODEL = "sonar-pro";

    public AssistantSettings {
        if (baseUrl.isPresent() && model.isEmpty()) {
            throw new IllegalArgumentException("ASSISTANT_MODEL: is required with ASSISTANT_BASE_URL");
        }
        if (baseUrl.isEmpty() && apiKey.isPresent()) {
            throw new IllegalArgumentException("ASSISTANT_API_KEY: is set without ASSISTANT_BASE_URL");
        }
    }

    /**
     * A model that can be asked.
     *
     * @param base where {@code /chat/completions} is found
     */
    public record Chat(URI base, Optional<Secret> key, String model) {}

    /** The one to ask; empty where none is configured. */
    public Optional<Chat> chat() {
        if (baseUrl.isPresent()) {
            return Optional.of(new Chat(baseUrl.get(), apiKey, model.orElseThrow()));
        }
        return perplexityApiKey.map(key -> new Chat(PERPLEXITY, Optional.of(key), model.orElse(PERPLEXITY_MODEL)));
    }
}
