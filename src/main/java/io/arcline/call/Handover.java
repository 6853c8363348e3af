package io.arcline.call;

import io.arcline.call.saved.Receipt;
import io.arcline.hotline.dialog.Heard;
import java.util.Locale;
import java.util.Optional;

/**
 * How one call leaves this server, and how it comes back to one: where it stands is saved after each turn and told to whoever takes
 * it over, and what it has missed is made good where it goes on. What is said then is the conversation's affair. Not thread-safe;
 * belongs to one call.
 */
final class Handover {
    private final Call call;
    private final CallObserver record;
    private final Keeping keeping;
    private final Replays replays;
    private final Absence absence;
    private final Deadlines deadlines;
    private final Departure departure = new Departure();
    private boolean recollected = true;
    private Heard.Resumed resumedAfterReplay;

    Handover(Call call, CallObserver record, Keeping keeping, Replays replays, Absence absence, Deadlines deadlines) {
        this.call = call;
        this.record = record;
        this.keeping = keeping;
        this.replays = replays;
        this.absence = absence;
        this.deadlines = deadlines;
    }

    /** The call comes back: nothing is answered until it was told where it stood. */
    void awaitRecollection() {
        recollected = false;
        absence.begin(false);
    }

    /** Whether the carrier tells a second time what was answered before it connected again. */
    boolean repeats(CallEvent event, long now) {
        return replays.repeats(event, now);
    }

    /** The dialog has gone on: where it stands now is saved, and nobody waits for it. */
    void keep() {
        keeping.keep(standing(), this::kept);
    }

    /** Whether the call is on its way to another server. */
    boolean isLeaving() {
        return departure.isUnderWay();
    }

    /** This was heard. Where the call was asked to leave, it does so now, and what was heard is answered elsewhere: true. */
    boolean leavesAt(Heard heard, long now) {
        resumedAfterReplay = null;
        if (departure.goesAt(heard)) {
            leave(Optional.of(heard), false, now);
            return true;
        }
        return false;
    }

    void take(CallEvent.BetweenServers event, long now) {
        switch (event) {
            case CallEvent.Resumed(Resumption from) -> resumed(from, now);
            case CallEvent.TakenOver(var successor) -> {
                successor.accept(recollected ? Optional.of(resumption()) : Optional.empty());
                call.giveUp("taken over by another socket");
            }
            case CallEvent.Superseded() -> call.giveUp("taken over by another server");
            case CallEvent.Move(boolean atOnce) -> move(atOnce, now);
            case CallEvent.ReadyToMove(boolean saved) -> readyToMove(saved);
            case CallEvent.WaitOver() -> {
                if (deadlines.waitIsOver(now)) {
                    waitOver();
                }
            }
        }
    }

    private void resumed(Resumption from, long now) {
        recollected = true;
        absence.over();
        Heard.Resumed how = new Heard.Resumed(Heard.Resumed.Missing.EVERYTHING, false);
        Optional<Heard> unanswered = Optional.empty();
        if (from instanceof Resumption.Known(Standing standing, long generation, var known)) {
            keeping.after(generation);
            call.goOnFrom(standing.dialog());
            unanswered = standing.unanswered();
            replays.expect(standing.inputs(), now);
            how = known;
        } else {
            replays.expectAnything(now);
            absence.forgetDeferred();
        }
        record.resumed(call.info(), how.missing().name().toLowerCase(Locale.ROOT));
        if (replays.areOn() && unanswered.isEmpty()) {
            resumedAfterReplay = how;
            deadlines.waitUntil(now + Replays.GRACE.toNanos());
        } else if (unanswered.isPresent() || !absence.hasDeferred()) {
            call.turn(unanswered.orElse(how));
        }
        // A caller who was quicker than Shani is answered, and is not asked once more.
        call.resumeDeferred();
    }

    private void waitOver() {
        if (departure.isUnderWay()) {
            readyToMove(false);
        } else if (resumedAfterReplay != null) {
            call.turn(resumedAfterReplay);
        } else {
            deadlines.none();
        }
    }

    private void move(boolean atOnce, long now) {
        if (call.status() != Call.Status.LIVE || !recollected || deadlines.goodbyeSaid()) {
            return;
        }
        departure.ask();
        if (atOnce && !departure.isUnderWay()) {
            leave(Optional.empty(), true, now);
        }
    }

    private void leave(Optional<Heard> unanswered, boolean certain, long now) {
        departure.begin(unanswered, certain);
        absence.begin(false);
        deadlines.none();
        deadlines.waitUntil(now + Departure.PATIENCE_NANOS);
        keeping.keep(standing(), result -> {
            kept(result);
            call.post(new CallEvent.ReadyToMove(result == Receipt.Result.SAVED));
        });
    }

    private void readyToMove(boolean saved) {
        if (!departure.isUnderWay() || call.status() != Call.Status.LIVE) {
            return;
        }
        deadlines.none();
        if (saved || departure.isCertain()) {
            call.goElsewhere();
        } else {
            absence.over();
            departure.callOff().ifPresent(call::turn);
            call.resumeDeferred();
        }
    }

    private void kept(Receipt.Result result) {
        if (result == Receipt.Result.SUPERSEDED) {
            call.post(new CallEvent.Superseded());
        }
    }

    private Standing standing() {
        return new Standing(call.state(), departure.unanswered(), replays.recent());
    }

    private Resumption resumption() {
        var how = new Heard.Resumed(Heard.Resumed.Missing.NOTHING, call.isHeard());
        return new Resumption.Known(standing(), keeping.generation(), how);
    }
}
