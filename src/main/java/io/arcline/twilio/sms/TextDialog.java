package io.arcline.twilio.sms;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.Talk;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Lines;
import io.arcline.twilio.conversation.WholeTurn;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The dialog over text messages. A message that is delivered again gets the same answer again, and of two at once the second is answered
 * after the first. Thread-safe; blocks as long as the errands do.
 */
public final class TextDialog {
    /** More answers to one number within an hour are two machines talking to each other. */
    private static final int MOST_ANSWERS = 60;

    private static final int TRIES = 5;

    private final Supplier<Dialog> dialog;
    private final Errands errands;
    private final TextConversations conversations;
    private final Supplier<Lines> lines;
    private final BiConsumer<String, String> received;

    /**
     * @param dialog as its words stand at the moment
     * @param lines as they do, in which an apology is written
     * @param received is told of each message's SID and sender, for the journal; must not block
     */
    public TextDialog(
            Supplier<Dialog> dialog,
            Errands errands,
            TextConversations conversations,
            Supplier<Lines> lines,
            BiConsumer<String, String> received) {
        this.received = received;
        this.lines = lines;
        this.dialog = dialog;
        this.errands = errands;
        this.conversations = conversations;
    }

    /** What is said where there is no answer. */
    String trouble() {
        return lines.get().say(Line.TEXT_TROUBLE, 0).text();
    }

    /** A message that somebody has sent to the hotline. */
    record Received(String messageSid, String from, String to, String body) {}

    /**
     * The answer to a message.
     *
     * @return empty for none at all
     * @throws SQLException where the conversation cannot be kept; nothing of it is answered then
     */
    Optional<String> answer(Received message) throws SQLException {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> before = conversations.answerTo(message.messageSid());
            if (before.isPresent()) {
                return before;
            }
            TextConversations.Standing standing = conversations.of(message.from());
            if (standing.answers() >= MOST_ANSWERS) {
                return Optional.empty();
            }
            if (i == 0) {
                received.accept(message.messageSid(), message.from());
            }
            WholeTurn turn = turn(standing.state(), message);
            String answer = String.join(" ", turn.says());
            DialogState after = turn.over() ? DialogState.initial() : turn.state();
            if (conversations.keep(message.from(), standing, after, message.messageSid(), answer)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private WholeTurn turn(DialogState state, Received message) {
        if (state.turns() > 0) {
            return answered(state, message);
        }
        WholeTurn greeting = heard(state, new Heard.Connected(), message);
        WholeTurn answer = answered(greeting.state(), message);
        boolean understood =
                answer.state().hotline() != Hotline.MENU || answer.state().misunderstood() == 0;
        return understood ? answer : greeting;
    }

    private WholeTurn answered(DialogState state, Received message) {
        String text = message.body().strip();
        return heard(state, text.matches("[0-9*#]") ? new Heard.Keys(text) : new Heard.Speech(text, ""), message);
    }

    /** The errands are the message's: one that is delivered twice stores nothing twice. */
    private WholeTurn heard(DialogState state, Heard heard, Received message) {
        List<Talk.Said> earlier =
                state.lastAnswer().isBlank() ? List.of() : List.of(new Talk.Said(false, state.lastAnswer()));
        Talk talk = new Talk(message.messageSid(), message.from(), message.to(), earlier);
        return WholeTurn.of(dialog.get(), errands, talk, WholeTurn.Numbering.BY_TURN, state, heard);
    }
}
