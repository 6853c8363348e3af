package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The meanings that have names, for those who make out what a caller meant by other means than the vocabulary. */
public final class Named {
    /** Less than of anything that the vocabulary knows. */
    private static final double CONFIDENCE = 0.6;

    private static final List<Command> EVERYWHERE =
            List.of(Command.REPEAT, Command.MENU, Command.HELP, Command.GOODBYE);

    private Named() {}

    /** The names of what an utterance may mean where a choice was asked for; none where content was. */
    public static List<String> names(Asked asked) {
        if (!(asked instanceof Asked.Choice) && !(asked instanceof Asked.More)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Hotline hotline : Hotline.values()) {
            if (hotline != Hotline.MENU) {
                names.add(hotline.id());
            }
        }
        EVERYWHERE.forEach(command -> names.add(name(command)));
        if (asked instanceof Asked.More(Hotline finished)) {
            names.add(name(Command.ANOTHER));
            if (finished == Hotline.LOOT) {
                names.add(name(Command.TEXT_ME));
            }
        }
        return List.copyOf(names);
    }

    /** The meaning of a name; empty for a name that there is not. */
    public static Optional<Meaning> meaning(String name) {
        for (Hotline hotline : Hotline.values()) {
            if (hotline != Hotline.MENU && hotline.id().equals(name)) {
                return Optional.of(new Meaning.Chosen(hotline, CONFIDENCE));
            }
        }
        for (Command command : Command.values()) {
            if (name(command).equals(name)) {
                return Optional.of(new Meaning.Ordered(command, CONFIDENCE));
            }
        }
        return Optional.empty();
    }

    private static String name(Command command) {
        return command.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
