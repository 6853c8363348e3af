package io.arcline.hotline.dialog;

import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.meaning.Asked;
import io.arcline.hotline.meaning.Meaning;
import io.arcline.hotline.meaning.Named;
import io.arcline.hotline.meaning.Understanding;
import io.arcline.hotline.phrasebook.Phrasebook;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dialog of the five hotlines: a pure function from where a conversation stands and what was heard to what Shani
 * says and where it stands then. Immutable, safe for any number of threads. It never throws for anything that a caller
 * does, and it always has something to say, with three exceptions: the turn that runs an errand may be silent, the
 * one that ignores the return of an errand that nobody waits for is, and so is the one that learns that the caller has
 * cut off an answer.
 */
public final class Dialog {
    private static final String DEFAULT_LANGUAGE = "en";

    private final Map<String, Voice> voices;
    private final boolean secondOpinion;
    private final boolean answers;

    Dialog(Map<String, Voice> voices) {
        this(voices, false, false);
    }

    private Dialog(Map<String, Voice> voices, boolean secondOpinion, boolean answers) {
        this.voices = Map.copyOf(voices);
        this.secondOpinion = secondOpinion;
        this.answers = answers;
    }

    /**
     * The dialog in our own words, in every language that there are lines for.
     *
     * @throws IllegalStateException with every mistake that the resource files hold
     */
    public static Dialog load() {
        return of(Phrasebook.ours());
    }

    /** The dialog in the words of a phrasebook. */
    public static Dialog of(Phrasebook words) {
        Map<String, Voice> voices = new LinkedHashMap<>();
        for (String language : words.languages()) {
            var understanding = Understanding.of(words.vocabulary(language));
            voices.put(language, new Voice(words.lines(language), understanding::meaning));
        }
        return new Dialog(voices);
    }

    /** The same that asks for a second opinion, by an errand, wherever a choice was asked for and it is unsure itself. */
    public Dialog withSecondOpinion() {
        return new Dialog(voices, true, answers);
    }

    /** The same that has questions which are no command answered by the assistant, by an errand. */
    public Dialog withAnswers() {
        return new Dialog(voices, secondOpinion, true);
    }

    /** The languages that the hotline speaks, as primary language subtags. */
    public Set<String> languages() {
        return voices.keySet();
    }

    /** What Shani was waiting for in a state: it decides what the next utterance means. */
    public Asked askedIn(DialogState state) {
        return Position.asked(state);
    }

    /** What an utterance means in a state, by the vocabulary alone. */
    public Meaning meaning(DialogState state, String text) {
        return conversation(state).understood(text);
    }

    /**
     * How many keys make one entry in a state. Where the keys have been named, because the caller was silent or not understood, each
     * is a choice.
     */
    public Keying keying(DialogState state) {
        boolean named = state.silences() > 1 || state.misunderstood() > 1;
        return named ? Keying.CHOICE : Scene.of(state.hotline()).keying(state.step());
    }

    /**
     * The errand that a state waits for, to be run again where whoever ran it is gone; empty where it waits for none.
     */
    public Optional<Errand> pendingIn(DialogState state) {
        return conversation(state).pending();
    }

    /**
     * The answer to what was heard.
     *
     * <p>While an errand runs, everything but its return is answered with a filler and changes nothing else: {@link
     * Heard.Silence} is the way to ask for one. {@link Heard.Resumed}, and {@link Heard.Connected} in a conversation that
     * has begun already, take it up where it was cut off, and run the errand again that it was waiting for.
     */
    public Turn answer(DialogState state, Heard heard) {
        return switch (heard) {
            case Heard.Connected connected -> conversation(state).connected();
            case Heard.Resumed resumed -> conversation(state).resumed(resumed);
            case Heard.Speech speech -> speech(languageOf(state, speech.language()), speech.text());
            case Heard.Keys(String digits) ->
                keying(state).isEntry(digits)
                        ? Keypad.entered(conversation(state), digits)
                        : Keypad.pressed(conversation(state), digits);
            case Heard.Silence silence -> conversation(state).silence();
            case Heard.Returned(Outcome.Opinion opinion) ->
                settled(conversation(state), opinion.utterance(), meant(conversation(state), opinion));
            case Heard.Returned returned -> conversation(state).returned(returned.outcome());
        };
    }

    /** The answer to a meaning, for those who have made it out by themselves. */
    public Turn answer(DialogState state, Meaning meaning) {
        if (meaning instanceof Meaning.Speak(String language)
                && voices.containsKey(language)
                && !state.step().waiting()) {
            return conversation(Position.woken(state).in(language)).switched();
        }
        return Orders.given(conversation(state), meaning);
    }

    private Turn speech(DialogState state, String text) {
        Conversation conversation = conversation(state);
        if (state.step().waiting()) {
            return conversation.hold();
        }
        if (text.isBlank()) {
            return state.step() == Step.ENDING ? conversation.goodbye() : conversation.notUnderstood();
        }
        Meaning meaning = conversation.understood(text);
        return secondOpinion && unsure(meaning) && conversation.mayAskSomebody(text)
                ? conversation.askSomebody(text)
                : settled(conversation, text, meaning);
    }

    private Turn settled(Conversation conversation, String text, Meaning meaning) {
        return answers && Questions.asks(conversation, text, meaning)
                ? Questions.ask(conversation.reply(), text)
                : answer(conversation.state(), meaning);
    }

    private static boolean unsure(Meaning meaning) {
        return meaning instanceof Meaning.NotUnderstood || meaning instanceof Meaning.Between;
    }

    /** What somebody else made of an utterance, if it is one of the meanings that it may have; else the first opinion. */
    private static Meaning meant(Conversation conversation, Outcome.Opinion opinion) {
        return Named.meaning(opinion.name())
                .filter(meaning ->
                        Named.names(Position.asked(conversation.state())).contains(opinion.name()))
                .orElseGet(() -> conversation.understood(opinion.utterance()));
    }

    private Conversation conversation(DialogState state) {
        return new Conversation(state, voices.getOrDefault(state.language(), voices.get(DEFAULT_LANGUAGE)));
    }

    /**
     * The language of an utterance counts when it changes. One that the caller has asked for is not undone by a
     * carrier that goes on naming the one before.
     */
    private DialogState languageOf(DialogState state, String tag) {
        if (isOf(tag, state.heardLanguage())) {
            return state;
        }
        String heard = Locale.forLanguageTag(tag).getLanguage();
        if (heard.isEmpty() || heard.equals(state.heardLanguage())) {
            return state;
        }
        DialogState noted = state.heardIn(heard);
        return voices.containsKey(heard) ? noted.in(heard) : noted;
    }

    private static boolean isOf(String tag, String language) {
        return !language.isEmpty()
                && tag.startsWith(language)
                && (tag.length() == language.length() || tag.charAt(language.length()) == '-');
    }
}
