package io.arcline.hotline.errand;

import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Runs what the dialog asks for. Thread-safe; blocks as long as the port behind the errand does. */
public final class Errands {
    private static final int NEWEST = 50;
    private static final System.Logger LOG = System.getLogger(Errands.class.getName());

    private final IntelReports reports;
    private final ScrappyMessages messages;
    private final LootLookup loot;
    private final TextMessages texts;
    private final SecondOpinion opinions;

    public Errands(
            IntelReports reports,
            ScrappyMessages messages,
            LootLookup loot,
            TextMessages texts,
            SecondOpinion opinions) {
        this.reports = reports;
        this.messages = messages;
        this.loot = loot;
        this.texts = texts;
        this.opinions = opinions;
    }

    /**
     * Runs an errand to its end; every failure of a port comes back as what the errand calls {@link Errand#failed()}.
     *
     * @param conversation the call's or conversation's SID
     * @param number which errand of the conversation it is: with the conversation it makes the errand the same one when it is run again
     * @param caller the caller's number as the carrier gave it, "" where it gave none
     */
    public Outcome run(Errand errand, String conversation, int number, String caller) {
        UUID id = id(conversation, number);
        try {
            return run(errand, id, caller);
        } catch (ErrandFailedException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} of {1} failed: {2}",
                    errand.getClass().getSimpleName(),
                    conversation,
                    failed.getMessage());
            return errand.failed();
        }
    }

    /** The key of what an errand stores: the same whenever and wherever it is run. */
    public static UUID id(String conversation, int number) {
        return UUID.nameUUIDFromBytes((conversation + "#" + number).getBytes(StandardCharsets.UTF_8));
    }

    private Outcome run(Errand errand, UUID id, String caller) {
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
            case Errand.LookUp lookUp -> new Outcome.Answer(loot.lookUp(lookUp.item(), lookUp.language()));
            case Errand.SecondOpinion asked ->
                new Outcome.Opinion(
                        asked.utterance(),
                        opinions.of(asked.utterance(), asked.names())
                                .filter(asked.names()::contains)
                                .orElse(""));
            case Errand.SendText text ->
                switch (texts.send(id, caller, text.body())) {
                    case SENT -> new Outcome.TextSent();
                    case NO_NUMBER -> new Outcome.NoTextNumber();
                    case FAILED -> new Outcome.Failed();
                };
        };
    }
}
