package io.arcline.hotline.errand;

import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.line.Speakable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Runs what the dialog asks for. Thread-safe; blocks as long as the port behind the errand does. */
public final class Errands {
    private static final int NEWEST = 50;
    private static final System.Logger LOG = System.getLogger(Errands.class.getName());

    private final IntelReports reports;
    private final ScrappyMessages messages;
    private final Assistant assistant;
    private final TextMessages texts;
    private final SecondOpinion opinions;

    public Errands(
            IntelReports reports,
            ScrappyMessages messages,
            Assistant assistant,
            TextMessages texts,
            SecondOpinion opinions) {
        this.reports = reports;
        this.messages = messages;
        this.assistant = assistant;
        this.texts = texts;
        this.opinions = opinions;
    }

    /**
     * Runs an errand to its end; every failure of a port comes back as what the errand calls {@link Errand#failed()}.
     *
     * @param number which errand of the conversation it is: with the conversation it makes the errand the same one when it is run again
     */
    public Outcome run(Errand errand, Talk talk, int number) {
        Outcome outcome = run(errand, talk, number, Hearer.ofTheWhole());
        return outcome instanceof Outcome.Told told && !told.said().isBlank()
                ? new Outcome.Answer(
                        told.end() == Outcome.Told.End.WHOLE ? told.said() : Speakable.sentences(told.said()))
                : outcome;
    }

    /**
     * The same for somebody who hears an answer while it is being given: its outcome is {@link Outcome.Told}.
     *
     * @param hearer who may go away in the middle, which breaks off what is {@link Errand#stoppable()}
     */
    public Outcome run(Errand errand, Talk talk, int number, Hearer hearer) {
        UUID id = id(talk.sid(), number);
        try {
            return run(errand, id, talk, hearer);
        } catch (ErrandFailedException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} of {1} failed: {2}",
                    errand.getClass().getSimpleName(),
                    talk.sid(),
                    failed.getMessage());
            return errand.failed();
        }
    }

    /** The key of what an errand stores: the same whenever and wherever it is run. */
    public static UUID id(String conversation, int number) {
        return UUID.nameUUIDFromBytes((conversation + "#" + number).getBytes(StandardCharsets.UTF_8));
    }

    private Outcome run(Errand errand, UUID id, Talk talk, Hearer hearer) {
        return switch (errand) {
            case Errand.StoreReport report -> {
                reports.store(id, report.content());
                yield new Outcome.Stored();
            }
            case Errand.StoreMessage message -> {
                messages.store(id, message.content());
                yield new Outcome.Stored();
            }
            case Errand.FetchReports fetch -> new Outcome.Reports(reports.anyVerified(fetch.count(), NEWEST));
            case Errand.LookUp(String item, String language) ->
                told(assistant.answer(new Assistant.Question.Item(item, language), talk, hearer));
            case Errand.Ask(String question, String language) ->
                told(assistant.answer(new Assistant.Question.Anything(question, language), talk, hearer));
            case Errand.SecondOpinion asked ->
                new Outcome.Opinion(
                        asked.utterance(),
                        opinions.of(asked.utterance(), asked.names(), talk)
                                .filter(asked.names()::contains)
                                .orElse(""));
            case Errand.SendText(String body) -> texted(texts.send(id, talk.caller(), talk.called(), body));
        };
    }

    private static Outcome told(Assistant.Answer answer) {
        return switch (answer.end()) {
            case WHOLE -> new Outcome.Told(answer.text(), answer.text(), Outcome.Told.End.WHOLE);
            case CUT -> new Outcome.Told(answer.text(), answer.text(), Outcome.Told.End.CUT);
            case LEFT -> new Outcome.Told(answer.text(), answer.text(), Outcome.Told.End.LEFT);
            case SPENT -> new Outcome.Spent();
        };
    }

    private static Outcome texted(TextMessages.Result result) {
        return switch (result) {
            case SENT -> new Outcome.TextSent();
            case WITHHELD -> new Outcome.NotTexted(Outcome.NotTexted.Why.WITHHELD);
            case CANNOT_RECEIVE -> new Outcome.NotTexted(Outcome.NotTexted.Why.CANNOT_RECEIVE);
            case OPTED_OUT -> new Outcome.NotTexted(Outcome.NotTexted.Why.OPTED_OUT);
            case UNSURE -> new Outcome.NotTexted(Outcome.NotTexted.Why.UNSURE);
            case FAILED -> new Outcome.NotTexted(Outcome.NotTexted.Why.FAILED);
        };
    }
}
