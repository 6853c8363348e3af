package io.arcline.web.board;

import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import io.arcline.web.board.LatestPosts.Posts;
import io.arcline.web.file.StaticFiles;
import io.arcline.web.file.Template;
import io.arcline.web.file.Template.Markup;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The board as HTML, whole without a script. Immutable. */
public final class BoardPage {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final Template PAGE = Template.beside(BoardPage.class, "board.html");
    private static final Template POST = Template.beside(BoardPage.class, "post.html");
    private static final Template CALL = Template.of("<a class=\"call\" href=\"tel:{{number}}\">{{shown}}</a>");
    private static final Markup NO_NUMBER = new Markup("<p class=\"call\">No number yet</p>");
    private static final Markup PHONE =
            new Markup("<a class=\"dev\" href=\"/\">Development: call from this browser</a>");
    private static final Template LINK = Template.of("<a href=\"{{address}}\" rel=\"{{rel}}\">{{text}}</a>");
    private static final Markup NOTHING = new Markup("");

    /** A post of more characters than this scrolls in its place, by keyboard too. The page's script knows the figure. */
    private static final int LONG = 700;

    private static final Markup SCROLLS = new Markup("tabindex=\"0\" role=\"group\" aria-label=\"Long post\"");
    private static final Posts NONE = new Posts(List.of(), Optional.empty());

    private final Map<String, Object> fixed;

    /**
     * @param number to call, in E.164 form
     * @param phone whether there is the browser phone to go to
     */
    public BoardPage(StaticFiles files, Optional<String> number, boolean phone) {
        fixed = new HashMap<>(files.places());
        fixed.put("call", number.map(BoardPage::call).orElse(NO_NUMBER));
        fixed.put("phone", phone ? PHONE : NOTHING);
        fixed.put("blank", post("", "", "", "", ""));
    }

    /** Which part of each board is shown, as the page's own links say it. */
    record View(Map<Board, Place> from) {
        String link(Board board, Place place) {
            StringBuilder query = new StringBuilder("/board?");
            for (Board each : Board.values()) {
                Place at = each == board ? place : from.get(each);
                if (at != null) {
                    query.append(each.path()).append('=').append(at.text()).append('&');
                }
            }
            return query.deleteCharAt(query.length() - 1) + "#" + board.path();
        }
    }

    /**
     * The page.
     *
     * @param version of the posts; "" where they are not the newest and do not change
     */
    Markup of(View view, Map<Board, Posts> boards, String version) {
        return of(view, boards, version, "");
    }

    private Markup of(View view, Map<Board, Posts> boards, String version, String notice) {
        Map<String, Object> values = new HashMap<>(fixed);
        values.put("version", version);
        values.put("notice", notice);
        for (Board board : Board.values()) {
            Posts posts = boards.get(board);
            values.put(
                    board.path(),
                    Markup.of(posts.rows().stream().map(BoardPage::post).toList()));
            values.put(board.path() + "-links", links(view, board, posts));
            values.put(board.path() + "-empty", posts.rows().isEmpty() && notice.isEmpty() ? "" : "hidden");
        }
        return PAGE.with(values);
    }

    /** The page while the posts cannot be read: the number to call is there all the same. */
    Markup away() {
        Map<Board, Posts> nothing = new EnumMap<>(Board.class);
        for (Board board : Board.values()) {
            nothing.put(board, NONE);
        }
        return of(new View(Map.of()), nothing, "", "The board cannot be read at the moment. Try again in a minute.");
    }

    private static Markup links(View view, Board board, Posts posts) {
        String newest = view.from().containsKey(board)
                ? LINK.with(Map.of("address", view.link(board, null), "rel", "first", "text", "Newest"))
                        .html()
                : "";
        return new Markup(posts.next()
                .map(next -> newest
                        + LINK.with(Map.of("address", view.link(board, next), "rel", "next", "text", "Older"))
                                .html())
                .orElse(newest));
    }

    private static Markup post(JsonObject row) {
        OffsetDateTime at = OffsetDateTime.parse(row.getString("created_at"));
        String content = row.getString("content");
        String signed = row.isNull("faction") ? "Unsigned" : row.getString("faction");
        return post(row.getString("id"), content, signed, row.getString("created_at"), WHEN.format(at));
    }

    private static Markup post(String id, String content, String signed, String at, String when) {
        Markup scrolls = content.length() > LONG ? SCROLLS : NOTHING;
        return POST.with(
                Map.of("id", id, "content", content, "signed", signed, "at", at, "when", when, "scrolls", scrolls));
    }

    private static Markup call(String number) {
        return CALL.with(Map.of("number", number, "shown", spaced(number)));
    }

    /** North American numbers as they are written there; others as they are, since every country groups its own way. */
    private static String spaced(String number) {
        return number.matches("\\+1\\d{10}")
                ? "+1 " + number.substring(2, 5) + " " + number.substring(5, 8) + " " + number.substring(8)
                : number;
    }
}
