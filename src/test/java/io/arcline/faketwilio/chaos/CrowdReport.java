package io.arcline.faketwilio.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the calls of a crowd went. */
public record CrowdReport(List<CrowdCall> calls) {
    public CrowdReport {
        calls = List.copyOf(calls);
    }

    /** Why calls did not end by a goodbye, and what the server did wrong; empty for a good server. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (CrowdCall call : calls) {
            if (!call.problem().isEmpty()) {
                problems.add(call.problem());
            }
            problems.addAll(call.call().violations());
        }
        return problems;
    }

    /** Every report that a caller heard to be stored. */
    public List<String> acknowledged() {
        return calls.stream().flatMap(call -> call.acknowledged().stream()).toList();
    }

    /** Calls that heard the greeting more than once. */
    public long greetedTwice() {
        return calls.stream().filter(call -> call.greetings() > 1).count();
    }

    /** Sessions that ended as {@code failed}. */
    public long failedSessions() {
        return calls.stream().mapToLong(CrowdCall::failedSessions).sum();
    }

    /** The most lines about a loss that one call heard. */
    public int mostApologies() {
        return calls.stream().mapToInt(CrowdCall::apologies).max().orElse(0);
    }

    /** Calls that began anew because nobody knew where they were. */
    public long forgotten() {
        return calls.stream().filter(call -> call.forgotten() > 0).count();
    }

    /** Calls that were told that something of them may be missing. */
    public long behind() {
        return calls.stream().filter(call -> call.behind() > 0).count();
    }

    /** Calls that heard a line about a loss and have had none. */
    public long disturbed() {
        return calls.stream()
                .filter(call -> !call.cameBack() && call.apologies() > 0)
                .count();
    }

    /** Calls that came back and heard nothing of it: no line about the loss. */
    public long untold() {
        return calls.stream()
                .filter(call -> call.cameBack() && call.apologies() == 0)
                .count();
    }

    /** Calls that were connected again. */
    public long reconnected() {
        return calls.stream().filter(CrowdCall::cameBack).count();
    }

    /** From the loss of a socket to the first words on the next one, at the longest. */
    public Duration longestGap() {
        return gap(1);
    }

    /** The same for so many of all reconnects: 0.5 is the middle one. */
    private Duration gap(double share) {
        List<Duration> sorted =
                calls.stream().flatMap(call -> call.gaps().stream()).sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.round((sorted.size() - 1) * share));
    }

    /** What is wrong with the table of reports: acknowledged ones that are missing, and any that are there twice. */
    public List<String> misstored(Connection database) throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        try (PreparedStatement select =
                        database.prepareStatement("select content, count(*) from intel group by content");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getInt(2));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (String report : acknowledged()) {
            if (!stored.containsKey(report)) {
                wrong.add("acknowledged and not stored: " + report);
            }
        }
        stored.forEach((report, times) -> {
            if (times > 1) {
                wrong.add("stored " + times + " times: " + report);
            }
        });
        return wrong;
    }

    /** One line for people. */
    @Override
    public String toString() {
        return "%d calls, %d problems; %d came back, %d sessions failed; heard: %d greetings twice, at most %d apologies a call, "
                        .formatted(
                                calls.size(),
                                problems().size(),
                                reconnected(),
                                failedSessions(),
                                greetedTwice(),
                                mostApologies())
                + "%d calls where something may be missing, %d begun anew; gap %d ms (p50) %d ms (longest); %d reports acknowledged, %d turns"
                        .formatted(
                                behind(),
                                forgotten(),
                                gap(0.5).toMillis(),
                                longestGap().toMillis(),
                                acknowledged().size(),
                                calls.stream().mapToInt(CrowdCall::turns).sum());
    }
}
