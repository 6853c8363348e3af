package io.arcline.ops.meter;

import io.arcline.hotline.dialog.Errand;
import java.util.Locale;

/** What callers wait for. */
enum ErrandKind {
    STORE_REPORT,
    STORE_MESSAGE,
    FETCH_REPORTS,
    LOOK_UP,
    ASK,
    SEND_TEXT,
    SECOND_OPINION;

    static ErrandKind of(Errand errand) {
        return switch (errand) {
            case Errand.StoreReport report -> STORE_REPORT;
            case Errand.StoreMessage message -> STORE_MESSAGE;
            case Errand.FetchReports reports -> FETCH_REPORTS;
            case Errand.LookUp lookUp -> LOOK_UP;
            case Errand.Ask ask -> ASK;
            case Errand.SendText text -> SEND_TEXT;
            case Errand.SecondOpinion opinion -> SECOND_OPINION;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
