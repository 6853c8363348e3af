package io.arcline.twilio.message;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.arcline.hotline.errand.TextMessages;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Text messages by Twilio's REST API, each sent once: a part is written down before it is sent, and where the answer says nothing
 * certain (5xx, or none at all) it is looked for among the messages that Twilio has, and never sent again. Thread-safe; blocks for some
 * seconds at the most.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 * @see <a href="https://www.twilio.com/docs/api/errors">Error codes</a>
 */
public final class TwilioTextMessages implements TextMessages {
    private static final System.Logger LOG = System.getLogger(TwilioTextMessages.class.getName());

    /** Whoever has the number answered STOP. */
    private static final int OPTED_OUT = 21610;

    /** No valid number, none that can be reached, none in a country that is served, a landline. */
    private static final Set<Integer> CANNOT_RECEIVE = Set.of(21211, 21214, 21217, 21408, 21612, 21614, 60205);

    private static final int SERVER_ERROR = 500;
    private static final long PAGE = 50;

    /** Between two looks whether a message was accepted after all. */
    private static final long LOOK_AGAIN_MILLIS = 700;

    private static final int LOOKS = 3;

    /** So far Twilio's clock and ours may be apart. */
    private static final long CLOCKS_APART_SECONDS = 60;

    private final Optional<String> from;
    private final Optional<URI> statusCallback;
    private final SentTexts sent;
    private final OptOuts optOuts;
    private final TwilioRestClient client;

    /**
     * @param from the hotline's number in E.164; empty for the number that was called
     * @param statusCallback where Twilio reports what becomes of a message; empty for nowhere
     */
    public TwilioTextMessages(
            String accountSid,
            String authToken,
            Optional<String> from,
            Optional<URI> statusCallback,
            SentTexts sent,
            OptOuts optOuts,
            HttpClient http) {
        this.from = from;
        this.statusCallback = statusCallback;
        this.sent = sent;
        this.optOuts = optOuts;
        this.client = new TwilioRestClient.Builder(accountSid, authToken)
                .httpClient(http)
                .build();
    }

    /** What sends where no account is configured: nothing, and it says so. */
    public static TextMessages none() {
        return (id, to, called, body) -> PhoneNumbers.isNumber(to) ? Result.FAILED : Result.WITHHELD;
    }

    @Override
    public Result send(UUID id, String to, String called, String body) {
        if (!PhoneNumbers.isNumber(to)) {
            return Result.WITHHELD;
        }
        String sender = from.orElse(called);
        if (!PhoneNumbers.isNumber(sender) || sender.equals(to)) {
            return sender.equals(to) ? Result.CANNOT_RECEIVE : Result.FAILED;
        }
        try {
            if (optOuts.contains(to)) {
                return Result.OPTED_OUT;
            }
            List<String> parts = TextParts.of(body);
            Result result = Result.FAILED;
            for (int part = 1; part <= parts.size(); part++) {
                result = send(id, part, to, sender, parts.get(part - 1));
                if (result != Result.SENT) {
                    return part == 1 ? result : Result.UNSURE;
                }
            }
            return result;
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "A text message was not sent: SQLState {0}", away.getSQLState());
            return Result.FAILED;
        }
    }

    private Result send(UUID id, int part, String to, String sender, String body) throws SQLException {
        SentTexts.Row row = sent.claim(id, part);
        return switch (row.state()) {
            case NEW -> sendNew(id, part, to, sender, body);
            case SENT -> Result.SENT;
            case REFUSED -> refusal(row.error().orElse(0));
            case SENDING, UNSURE ->
                look(id, part, to, sender, body, ZonedDateTime.now().minusDays(1));
        };
    }

    private Result sendNew(UUID id, int part, String to, String sender, String body) throws SQLException {
        ZonedDateTime began = ZonedDateTime.now().minusSeconds(CLOCKS_APART_SECONDS);
        try {
            MessageCreator creator = Message.creator(new PhoneNumber(to), new PhoneNumber(sender), body);
            statusCallback.ifPresent(url -> creator.setStatusCallback(URI.create(url + "?id=" + id + "&part=" + part)));
            note(id, part, creator.create(client).getSid());
            return Result.SENT;
        } catch (ApiException answered) {
            if (isCertain(answered)) {
                int error = answered.getCode() == null ? 0 : answered.getCode();
                LOG.log(System.Logger.Level.WARNING, "Twilio refused a text message: error {0}", error);
                sent.refused(id, part, error);
                return refusal(error);
            }
            return lookAfter(answered, id, part, to, sender, body, began);
        } catch (TwilioException unknown) {
            return lookAfter(unknown, id, part, to, sender, body, began);
        }
    }

    private Result lookAfter(
            TwilioException unknown, UUID id, int part, String to, String sender, String body, ZonedDateTime began)
            throws SQLException {
        if (neverSent(unknown)) {
            LOG.log(System.Logger.Level.WARNING, "A text message was not sent: Twilio cannot be reached");
            sent.refused(id, part, 0);
            return Result.FAILED;
        }
        LOG.log(System.Logger.Level.WARNING, "Twilio did not say whether it took a text message; looking for it");
        return look(id, part, to, sender, body, began);
    }

    /** Looks for a part among the messages that Twilio has. */
    private Result look(UUID id, int part, String to, String sender, String body, ZonedDateTime since)
            throws SQLException {
        for (int i = 0; i < LOOKS; i++) {
            try {
                Optional<String> found = find(id, part, to, sender, body, since);
                if (found.isPresent()) {
                    note(id, part, found.get());
                    return Result.SENT;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (TwilioException away) {
                break;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        sent.unsure(id, part);
        return Result.UNSURE;
    }

    private Optional<String> find(UUID id, int part, String to, String sender, String body, ZonedDateTime since)
            throws SQLException {
        var newest =
                Message.reader().setTo(to).setFrom(sender).setPageSize(PAGE).firstPage(client);
        for (Message message : newest.getRecords()) {
            boolean same = body.equals(message.getBody())
                    && message.getDateCreated() != null
                    && !message.getDateCreated().isBefore(since);
            if (same && !sent.isAnothers(message.getSid(), id, part)) {
                return Optional.of(message.getSid());
            }
        }
        return Optional.empty();
    }

    /** It is sent, whether that can be written down or not. */
    private void note(UUID id, int part, String messageSid) {
        try {
            sent.sent(id, part, messageSid);
        } catch (SQLException away) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} is sent but not written down: SQLState {1}",
                    messageSid,
                    away.getSQLState());
        }
    }

    private static Result refusal(int error) {
        if (error == OPTED_OUT) {
            return Result.OPTED_OUT;
        }
        return CANNOT_RECEIVE.contains(error) ? Result.CANNOT_RECEIVE : Result.FAILED;
    }

    private static boolean isCertain(ApiException answered) {
        Integer status = answered.getStatusCode();
        return status != null && status < SERVER_ERROR;
    }

    private static boolean neverSent(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof ConnectionRequestTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
