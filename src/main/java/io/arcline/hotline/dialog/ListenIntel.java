package io.arcline.hotline.dialog;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Speakable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads out verified reports. They are callers' words, and are made fit to be spoken first. */
record ListenIntel() implements Scene {
    private static final int REPORTS = 3;
    private static final int LONGEST_REPORT = 280;

    @Override
    public Turn open(Reply reply) {
        return reply.enter(Hotline.LISTEN_INTEL).run(DialogState.Step.WORKING, new Errand.FetchReports(REPORTS));
    }

    @Override
    public Turn returned(Reply reply, Outcome outcome) {
        if (!(outcome instanceof Outcome.Reports fetched)) {
            return reply.say(Line.LISTEN_FAILED).listen(DialogState.Step.DONE);
        }
        List<String> reports = fetched.contents().stream()
                .map(content -> Speakable.sentence(Speakable.clean(content, LONGEST_REPORT)))
                .filter(report -> !report.isEmpty())
                .toList();
        if (reports.isEmpty()) {
            return reply.say(Line.LISTEN_NONE).listen(DialogState.Step.DONE);
        }
        read(reply, reports);
        return reply.say(Line.LISTEN_MORE).listen(DialogState.Step.DONE);
    }

    private static void read(Reply reply, List<String> reports) {
        if (reports.size() == 1) {
            reply.say(Line.LISTEN_SINGLE).say(reports.getFirst());
            return;
        }
        reply.say(Line.LISTEN_SEVERAL);
        for (int number = 1; number <= reports.size(); number++) {
            reply.say(
                    Line.LISTEN_REPORT, Map.of("number", Integer.toString(number), "report", reports.get(number - 1)));
        }
    }

    @Override
    public Optional<Errand> pending(DialogState state) {
        return state.step() == DialogState.Step.WORKING
                ? Optional.of(new Errand.FetchReports(REPORTS))
                : Optional.empty();
    }

    @Override
    public Line shortly(DialogState.Step step) {
        return Line.LISTEN_MORE_SHORT;
    }

    @Override
    public Line help() {
        return Line.LISTEN_HELP;
    }

    @Override
    public Line waiting(DialogState.Step step) {
        return Line.WAIT_FETCHING;
    }
}
