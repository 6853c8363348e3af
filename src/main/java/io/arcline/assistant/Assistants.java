package io.arcline.assistant;

import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.SecondOpinion;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The assistants that there are, from what is configured. */
public final class Assistants {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private Assistants() {}

    /** What an assistant may be asked. */
    public record Bounds(Set<String> languages, int questionsPerCall, int questionsPerCaller) {}

    /** No language model: answers from a script. */
    public static Assistant scripted(Set<String> languages) {
        return new ScriptedAssistant(languages);
    }

    /** A language model that answers. */
    public static Assistant asking(LanguageModel model, Bounds bounds) {
        return new ModelAssistant(model, bounds.languages(), bounds.questionsPerCall(), bounds.questionsPerCaller());
    }

    /** A language model that says what a caller meant, as often as it may be asked questions; both are counted apart. */
    public static SecondOpinion opinion(LanguageModel model, Bounds bounds) {
        return new ModelOpinion(model, new Budget(bounds.questionsPerCall(), bounds.questionsPerCaller()));
    }

    /** A model behind OpenAI's chat completions. */
    public static LanguageModel chat(URI base, Optional<String> key, String model) {
        return new OpenAiModel(new StreamedAnswer(CONNECT), base, key, model);
    }

    /**
     * A model of Amazon Bedrock, by the role of the task that this server runs in.
     *
     * @param endpoint empty for Amazon's
     * @param environment the process's, which says where the role's keys are
     */
    public static LanguageModel bedrock(
            String region, Optional<URI> endpoint, String model, Map<String, String> environment) {
        URI uri = endpoint.orElseGet(() -> URI.create("https://bedrock-runtime." + region + ".amazonaws.com"));
        AwsCredentials keys = new AwsCredentials(keysClient(), environment, InstantSource.system());
        return new BedrockModel(new StreamedAnswer(CONNECT), keys, region, uri, model, InstantSource.system());
    }

    private static HttpClient keysClient() {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("assistant-keys-", 0).factory());
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
    }
}
