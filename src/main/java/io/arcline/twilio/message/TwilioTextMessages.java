package io.arcline.twilio.message;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.arcline.hotline.errand.TextMessages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Text messages from the hotline's own number. Thread-safe; blocks for some seconds at the most. */
public final class TwilioTextMessages implements TextMessages {
    private static final System.Logger LOG = System.getLogger(TwilioTextMessages.class.getName());

    /** The form of every telephone number that can receive a text message: ITU-T E.164. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Twilio's errors for numbers that cannot receive: not a mobile number, not reachable, opted out. */
    private static final java.util.Set<Integer> CANNOT_RECEIVE =
            java.util.Set.of(21211, 21214, 21408, 21610, 21612, 21614);

    private static final int MOST_REMEMBERED = 10_000;

    private final String from;
    private final TwilioRestClient client;
    private final Map<UUID, Result> results = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Result> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param from the hotline's number in E.164 */
    public TwilioTextMessages(String accountSid, String authToken, String from) {
        this(accountSid, authToken, from, new OnceClient());
    }

    TwilioTextMessages(String accountSid, String authToken, String from, HttpClient http) {
        this.from = from;
        this.client = new TwilioRestClient.Builder(accountSid, authToken)
                .httpClient(http)
                .build();
    }

    /** What sends where no account is configured: nothing, and it says so. */
    public static TextMessages none() {
        return (id, to, body) -> Result.FAILED;
    }

    @Override
    public Result send(UUID id, String to, String body) {
        if (!E164.matcher(to).matches()) {
            return Result.NO_NUMBER;
        }
        synchronized (results) {
            Result earlier = results.putIfAbsent(id, Result.FAILED);
            if (earlier != null) {
                return earlier;
            }
        }
        Result result = send(to, body);
        synchronized (results) {
            results.put(id, result);
        }
        return result;
    }

    private Result send(String to, String body) {
        try {
            Message.creator(new PhoneNumber(to), new PhoneNumber(from), body).create(client);
            return Result.SENT;
        } catch (ApiException refused) {
            LOG.log(System.Logger.Level.WARNING, "Twilio refused a text message: error {0}", refused.getCode());
            return CANNOT_RECEIVE.contains(refused.getCode()) ? Result.NO_NUMBER : Result.FAILED;
        } catch (TwilioException unknown) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A text message was not sent: {0}",
                    unknown.getClass().getSimpleName());
            return Result.FAILED;
        }
    }
}
