package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Command;
import io.arcline.hotline.meaning.Meaning;

/** What comes of a meaning: the commands that hold in every hotline, and the hotlines by name. */
final class Orders {
    private Orders() {}

    static Turn given(Conversation conversation, Meaning meaning) {
        if (conversation.step().waiting()) {
            return conversation.hold();
        }
        boolean ending = conversation.step() == Step.ENDING;
        var awake = new Conversation(Position.woken(conversation.state()), conversation.voice());
        return switch (meaning) {
            case Meaning.Chosen chosen -> awake.enter(chosen.hotline());
            case Meaning.Ordered ordered ->
                ending ? intoGoodbye(awake, ordered.command()) : order(awake, ordered.command());
            case Meaning.Content content -> content(awake, content.text(), ending);
            case Meaning.Between(Hotline one, Hotline other) -> awake.choose(one, other);
            case Meaning.Speak speak -> awake.noSuchLanguage();
            case Meaning.NotUnderstood nothing -> ending ? awake.menu(Line.MENU_BACK) : awake.notUnderstood();
        };
    }

    /** "Yes", "no, thanks" and "bye" answer a goodbye; everything else takes it back. */
    private static Turn intoGoodbye(Conversation awake, Command command) {
        return switch (command) {
            case YES, NO, GOODBYE -> awake.goodbye();
            case REPEAT, MENU, HELP, ANOTHER, TEXT_ME -> order(awake, command);
        };
    }

    private static Turn order(Conversation conversation, Command command) {
        return switch (command) {
            case REPEAT -> conversation.repeat();
            case MENU -> conversation.step() == Step.UNSAVED ? conversation.menu(Line.DROPPED) : conversation.menu();
            case HELP -> conversation.help();
            case GOODBYE -> conversation.goodbye();
            case YES, ANOTHER -> onward(conversation);
            case NO -> no(conversation);
            case TEXT_ME -> textMe(conversation);
        };
    }

    private static Turn onward(Conversation conversation) {
        return switch (conversation.step()) {
            case DONE -> conversation.scene().another(conversation.reply());
            case UNSAVED -> conversation.again();
            case CHOOSING, ASKED, WORKING, SENDING, ANSWERING, ENDING -> conversation.notUnderstood();
        };
    }

    private static Turn no(Conversation conversation) {
        return switch (conversation.step()) {
            case DONE -> conversation.goodbye();
            case UNSAVED -> conversation.menu(Line.DROPPED);
            case ASKED -> conversation.menu();
            case CHOOSING -> neither(conversation);
            case WORKING, SENDING, ANSWERING, ENDING -> conversation.notUnderstood();
        };
    }

    /** "No" to "extraction or loot?" is an answer; to the menu it is none. */
    private static Turn neither(Conversation conversation) {
        return conversation.state().between().isEmpty() ? conversation.notUnderstood() : conversation.menu();
    }

    private static Turn textMe(Conversation conversation) {
        boolean answered =
                conversation.step() == Step.DONE && !conversation.state().kept().isEmpty();
        return answered && conversation.scene() instanceof Loot loot
                ? loot.text(conversation.reply())
                : conversation.notUnderstood();
    }

    private static Turn content(Conversation conversation, String text, boolean ending) {
        if (conversation.step() == Step.ASKED && !text.isBlank()) {
            return conversation.scene().taken(conversation.reply(), text);
        }
        return ending ? conversation.menu(Line.MENU_BACK) : conversation.notUnderstood();
    }
}
