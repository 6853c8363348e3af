package io.arcline.settings;

import java.net.URI;
import java.util.Optional;

/** The language model that looks things up. */
@SettingsGroup(
        title = "Assistant",
        about =
                "The language model that looks items up, answers questions, and gives a second opinion on callers who were not"
                        + " understood.")
public record AssistantSettings(
        @Setting(
                name = "ASSISTANT_PROVIDER",
                about =
                        "Who answers: `none` (a script), `perplexity`, `openai` (any that speaks OpenAI's chat completions) or"
                                + " `bedrock` (Amazon's, by the task's role).",
                otherwise = "`openai` where ASSISTANT_BASE_URL is set, `perplexity` where its key is, else `none`")
        Optional<Provider> provider,

        @Setting(
                name = "ASSISTANT_BASE_URL",
                about = "Where `/chat/completions` is found, such as `https://api.openai.com/v1`.",
                otherwise = "Perplexity's, where that is the provider",
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
                about =
                        "The model. Required but for Perplexity; a small and fast one is best. With Bedrock a model's or"
                                + " inference profile's id.",
                otherwise = "`sonar-pro` at Perplexity")
        Optional<String> model,

        @Setting(
                name = "PERPLEXITY_API_KEY",
                about = "The key for Perplexity: on its own it makes Perplexity the assistant.",
                otherwise = "answers from a script",
                secret = true)
        Optional<Secret> perplexityApiKey,

        @Setting(
                name = "BEDROCK_REGION",
                about = "The region of Amazon Bedrock, such as `eu-central-1`.",
                otherwise = "AWS_REGION",
                pattern = "[a-z]{2}(-[a-z]+)+-\\d",
                patternMeans = "a region such as eu-central-1")
        Optional<String> bedrockRegion,

        @Setting(
                name = "AWS_REGION",
                about = "The region that the server runs in; ECS sets it.",
                otherwise = "none is known")
        Optional<String> awsRegion,

        @Setting(
                name = "ASSISTANT_QUESTIONS_PER_CALL",
                about =
                        "How many questions of one call the model is asked; further ones are turned down. So many second opinions, too.",
                unit = "questions",
                defaultValue = "30",
                min = 1,
                max = 10_000)
        int questionsPerCall,

        @Setting(
                name = "ASSISTANT_QUESTIONS_PER_CALLER",
                about =
                        "How many questions of one phone number the model is asked within an hour; so many second opinions, too.",
                unit = "questions an hour",
                defaultValue = "60",
                min = 1,
                max = 1_000_000)
        int questionsPerCaller) {
    private static final URI PERPLEXITY = URI.create("https://api.perplexity.ai");
    private static final String PERPLEXITY_MODEL = "sonar-pro";

    /** Who answers. */
    public enum Provider {
        NONE,
        PERPLEXITY,
        OPENAI,
        BEDROCK
    }

    public AssistantSettings {
        Provider chosen = provider.orElse(Provider.NONE);
        if ((chosen == Provider.OPENAI || chosen == Provider.BEDROCK || baseUrl.isPresent()) && model.isEmpty()) {
            throw new IllegalArgumentException(
                    "ASSISTANT_MODEL: is required with " + (baseUrl.isPresent() ? "ASSISTANT_BASE_URL" : chosen));
        }
        if (chosen == Provider.OPENAI && baseUrl.isEmpty()) {
            throw new IllegalArgumentException("ASSISTANT_BASE_URL: is required with ASSISTANT_PROVIDER=openai");
        }
        if (chosen == Provider.PERPLEXITY && perplexityApiKey.isEmpty()) {
            throw new IllegalArgumentException("PERPLEXITY_API_KEY: is required with ASSISTANT_PROVIDER=perplexity");
        }
        if (chosen == Provider.BEDROCK && bedrockRegion.or(() -> awsRegion).isEmpty()) {
            throw new IllegalArgumentException(
                    "BEDROCK_REGION: is required with ASSISTANT_PROVIDER=bedrock where AWS_REGION is not set");
        }
        if (baseUrl.isEmpty() && apiKey.isPresent()) {
            throw new IllegalArgumentException("ASSISTANT_API_KEY: is set without ASSISTANT_BASE_URL");
        }
    }

    /** A model that can be asked. */
    public sealed interface Model {

        /**
         * One behind OpenAI's chat completions.
         *
         * @param base where {@code /chat/completions} is found
         */
        record Chat(URI base, Optional<Secret> key, String model) implements Model {}

        /**
         * One of Amazon Bedrock's.
         *
         * @param endpoint empty for Amazon's
         */
        record Bedrock(String region, String model, Optional<URI> endpoint) implements Model {}
    }

    /** The one to ask; empty where none is configured. */
    public Optional<Model> chosen() {
        Provider chosen = provider.orElse(
                baseUrl.isPresent()
                        ? Provider.OPENAI
                        : perplexityApiKey.isPresent() ? Provider.PERPLEXITY : Provider.NONE);
        return switch (chosen) {
            case NONE -> Optional.empty();
            case OPENAI -> Optional.of(new Model.Chat(baseUrl.orElseThrow(), apiKey, model.orElseThrow()));
            case PERPLEXITY ->
                Optional.of(
                        new Model.Chat(baseUrl.orElse(PERPLEXITY), perplexityApiKey, model.orElse(PERPLEXITY_MODEL)));
            case BEDROCK ->
                Optional.of(new Model.Bedrock(
                        bedrockRegion.or(() -> awsRegion).orElseThrow(), model.orElseThrow(), baseUrl));
        };
    }
}
