package io.arcline.hotline.line;

import java.util.Arrays;
import java.util.List;

/**
 * Every line that Shani has, by its key in the resource files. A name in braces behind the key is a placeholder of the
 * wording: one that must occur in it, or with a question mark one that may.
 */
public enum Line {
    GREETING("greeting"),
    RESUMED("resumed"),
    RESUMED_BEHIND("resumed.behind"),
    RESUMED_UNKNOWN("resumed.unknown"),
    MENU_ALL("menu.all"),
    MENU_SHORT("menu.short"),
    MENU_HELP("menu.help"),
    MENU_BACK("menu.back"),

    NOT_UNDERSTOOD("common.not-understood"),
    STILL_THERE("common.still-there"),
    KEYS("common.keys"),
    CHOOSE("common.choose", "one", "other"),
    DROPPED("common.dropped"),
    SWITCHED("common.switched"),
    NO_LANGUAGE("common.no-language"),
    GOODBYE("common.goodbye"),

    EXTRACTION_NAME("extraction.name"),
    EXTRACTION_ASK("extraction.ask"),
    EXTRACTION_NEXT("extraction.next"),
    EXTRACTION_SHORT("extraction.short"),
    EXTRACTION_HELP("extraction.help"),
    EXTRACTION_GRID("extraction.grid", "digits"),
    EXTRACTION_CONFIRMED("extraction.confirmed", "place", "minutes"),
    EXTRACTION_POSITION("extraction.position", "minutes"),
    EXTRACTION_DANGER("extraction.danger"),
    EXTRACTION_LONG_WAIT("extraction.long-wait"),
    EXTRACTION_MORE("extraction.more"),
    EXTRACTION_MORE_SHORT("extraction.more.short"),

    LOOT_NAME("loot.name"),
    LOOT_ASK("loot.ask"),
    LOOT_NEXT("loot.next"),
    LOOT_SHORT("loot.short"),
    LOOT_HELP("loot.help"),
    LOOT_LOOKING("loot.looking", "item"),
    LOOT_LOOKING_LONG("loot.looking-long"),
    LOOT_FAILED("loot.failed"),
    LOOT_CUT("loot.cut"),
    LOOT_MORE_SPENT("loot.more-spent"),
    LOOT_TEXT_SENT("loot.text-sent"),
    LOOT_TEXTED_MORE("loot.text-sent.more"),
    LOOT_TEXT_NO_NUMBER("loot.text-no-number"),
    LOOT_TEXT_WITHHELD("loot.text-withheld"),
    LOOT_TEXT_OPTED_OUT("loot.text-opted-out"),
    LOOT_TEXT_UNSURE("loot.text-unsure"),
    LOOT_TEXT_FAILED("loot.text-failed"),
    LOOT_MORE("loot.more"),
    LOOT_MORE_SHORT("loot.more.short"),

    SCRAPPY_NAME("scrappy.name"),
    SCRAPPY_ASK("scrappy.ask"),
    SCRAPPY_NEXT("scrappy.next"),
    SCRAPPY_SHORT("scrappy.short"),
    SCRAPPY_HELP("scrappy.help"),
    SCRAPPY_STORED("scrappy.stored"),
    SCRAPPY_UNSAVED("scrappy.unsaved"),
    SCRAPPY_UNSAVED_SHORT("scrappy.unsaved.short"),
    SCRAPPY_MORE("scrappy.more"),
    SCRAPPY_MORE_SHORT("scrappy.more.short"),

    SUBMIT_NAME("submit.name"),
    SUBMIT_ASK("submit.ask"),
    SUBMIT_NEXT("submit.next"),
    SUBMIT_SHORT("submit.short"),
    SUBMIT_HELP("submit.help"),
    SUBMIT_STORED("submit.stored"),
    SUBMIT_UNSAVED("submit.unsaved"),
    SUBMIT_UNSAVED_SHORT("submit.unsaved.short"),
    SUBMIT_MORE("submit.more"),
    SUBMIT_MORE_SHORT("submit.more.short"),

    LISTEN_NAME("listen.name"),
    LISTEN_HELP("listen.help"),
    LISTEN_SEVERAL("listen.several"),
    LISTEN_SINGLE("listen.single"),
    LISTEN_REPORT("listen.report", "number?", "report"),
    LISTEN_NONE("listen.none"),
    LISTEN_FAILED("listen.failed"),
    LISTEN_MORE("listen.more"),
    LISTEN_MORE_SHORT("listen.more.short"),

    ASK_FAILED("ask.failed"),
    ASK_CUT("ask.cut"),
    ASK_SPENT("ask.spent"),

    WAIT_ANSWERING("wait.answering"),
    WAIT_SAVING("wait.saving"),
    WAIT_LOOKING("wait.looking"),
    WAIT_FETCHING("wait.fetching"),
    WAIT_SENDING("wait.sending"),

    TEXT_TROUBLE("text.trouble"),
    CALL_FULL("call.full"),
    CALL_MANY("call.many"),
    CALL_DRAINING("call.draining"),
    CALL_TROUBLE("call.trouble");

    private final String key;
    private final List<String> placeholders;

    Line(String key, String... placeholders) {
        this.key = key;
        this.placeholders = List.of(placeholders);
    }

    /** The key in the resource files. */
    public String key() {
        return key;
    }

    /** Names that the wording may hold in braces. */
    List<String> placeholders() {
        return placeholders.stream().map(name -> name.replace("?", "")).toList();
    }

    /** Names that every wording of it must hold in braces. */
    List<String> required() {
        return placeholders.stream().filter(name -> !name.endsWith("?")).toList();
    }

    /** A name of something rather than a sentence: it is put into other lines. */
    boolean phrase() {
        return key.endsWith(".name");
    }

    /** The most characters that it may have: a goodbye must be over quickly. */
    int limit() {
        return this == GOODBYE ? 40 : 300;
    }

    static boolean isKey(String key) {
        return Arrays.stream(values()).anyMatch(line -> line.key.equals(key));
    }
}
