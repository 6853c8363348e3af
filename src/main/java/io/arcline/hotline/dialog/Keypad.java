package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState.Step;

/** The keys of the telephone: each is a command, whatever was asked for; several are an answer where the step takes them for one. */
final class Keypad {
    private Keypad() {}

    /** Several digits in one entry, where the hotline takes such. */
    static Turn entered(Conversation conversation, String digits) {
        return conversation.scene().keyed(conversation.reply(), digits);
    }

    /** The first key that leads somewhere decides; where none does, the keys are named. */
    static Turn pressed(Conversation conversation, String digits) {
        if (conversation.step().waiting()) {
            return conversation.hold();
        }
        var awake = new Conversation(Position.woken(conversation.state()), conversation.voice());
        for (char key : digits.toCharArray()) {
            if (key == '*') {
                return awake.repeat();
            }
            if (key == '#') {
                return awake.step() == Step.UNSAVED ? awake.again() : awake.help();
            }
            var hotline = Hotline.ofKey(key);
            if (hotline.isPresent()) {
                return awake.enter(hotline.get());
            }
        }
        return awake.wrongKey();
    }
}
