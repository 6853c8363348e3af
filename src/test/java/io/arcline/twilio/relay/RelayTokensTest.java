package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arcline.twilio.relay.Redemption.Accepted;
import io.arcline.twilio.relay.Redemption.Reason;
import io.arcline.twilio.relay.Redemption.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.5Z");
    private static final String CALL = "CA00000000000000000000000000000001";

    private final RelayTokens tokens = server("secret");

    private static RelayTokens server(String... authTokens) {
        return RelayTokens.keyedBy(List.of(authTokens), new UsedTokensInMemory(() -> NOW));
    }

    @Test
    void aTokenIsGoodForItsCallOnce() {
        String token = tokens.mint(CALL, false, NOW);
        assertThat(tokens.redeem(token, CALL, NOW)).isEqualTo(new Accepted(CALL, false));
        assertThat(tokens.redeem(token, CALL, NOW)).isEqualTo(new Rejected(Reason.USED));
    }

    @Test
    void itTellsAResumption() {
        assertThat(tokens.redeem(tokens.mint(CALL, true, NOW), CALL, NOW)).isEqualTo(new Accepted(CALL, true));
    }

    @Test
    void itMayBeForACallNotKnownYet() {
        assertThat(tokens.redeem(tokens.mint("", false, NOW), "", NOW)).isEqualTo(new Accepted("", false));
    }

    @Test
    void itLetsNoOtherCallInAndIsNotUsedUpByTheAttempt() {
        String token = tokens.mint(CALL, false, NOW);
        for (String other : List.of("CA00000000000000000000000000000002", CALL + "1", "")) {
            assertThat(tokens.redeem(token, other, NOW)).isEqualTo(new Rejected(Reason.OTHER_CALL));
        }
        assertThat(tokens.redeem(token, CALL, NOW)).isEqualTo(new Accepted(CALL, false));
        assertThat(tokens.redeem(tokens.mint("", false, NOW), CALL, NOW)).isEqualTo(new Rejected(Reason.OTHER_CALL));
    }

    @Test
    void anotherServerOfTheAccountTakesIt() {
        assertThat(server("secret").redeem(tokens.mint(CALL, false, NOW), CALL, NOW))
                .isEqualTo(new Accepted(CALL, false));
    }

    @Test
    void itSurvivesTheRotationOfTheAuthToken() {
        assertThat(server("new", "secret").redeem(tokens.mint(CALL, false, NOW), CALL, NOW))
                .isEqualTo(new Accepted(CALL, false));
        assertThat(tokens.redeem(server("new", "secret").mint(CALL, false, NOW), CALL, NOW))
                .isEqualTo(new Rejected(Reason.FORGED));
        assertThat(server("new").redeem(tokens.mint(CALL, false, NOW), CALL, NOW))
                .isEqualTo(new Rejected(Reason.FORGED));
    }

    @Test
    void ofThisProcessItIsGoodInThisProcessOnly() {
        RelayTokens process = RelayTokens.ofThisProcess(new UsedTokensInMemory(() -> NOW));
        assertThat(process.redeem(process.mint(CALL, false, NOW), CALL, NOW)).isEqualTo(new Accepted(CALL, false));
        assertThat(RelayTokens.ofThisProcess(new UsedTokensInMemory(() -> NOW))
                        .redeem(process.mint(CALL, false, NOW), CALL, NOW))
                .isEqualTo(new Rejected(Reason.FORGED));
    }

    @Test
    void itExpiresAfterAMinute() {
        String token = tokens.mint(CALL, false, NOW);
        Instant expiry = NOW.plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        assertThat(tokens.redeem(token, CALL, expiry.plusSeconds(1))).isEqualTo(new Rejected(Reason.EXPIRED));
        assertThat(tokens.redeem(token, CALL, expiry)).isEqualTo(new Rejected(Reason.EXPIRED));
        assertThat(tokens.redeem(token, CALL, expiry.minusMillis(1))).isEqualTo(new Accepted(CALL, false));
    }

    @Test
    void noBitOfItCanBeChanged() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.mint(CALL, false, NOW));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(tokens.redeem(Base64.getUrlEncoder().encodeToString(changed), CALL, NOW))
                    .as("bit %d", bit)
                    .isEqualTo(new Rejected(bit < 8 ? Reason.MALFORMED : Reason.FORGED));
        }
    }

    @Test
    void noneOfItCanBeLeftOut() {
        String token = tokens.mint(CALL, false, NOW);
        for (int length = 0; length < token.length(); length++) {
            assertThat(tokens.redeem(token.substring(0, length), CALL, NOW)).isInstanceOf(Rejected.class);
            assertThat(tokens.redeem(token.substring(length + 1), CALL, NOW)).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a", "####", "AQ", "%2e%2e", "AQ==", "é"})
    void garbageIsMalformed(String token) {
        assertThat(tokens.redeem(token, CALL, NOW)).isEqualTo(new Rejected(Reason.MALFORMED));
        assertThat(tokens.redeem("A".repeat(1_000_000), CALL, NOW)).isEqualTo(new Rejected(Reason.MALFORMED));
    }

    @Test
    void randomBytesNeverPass() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 46 : random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = 2;
            }
            assertThat(tokens.redeem(Base64.getUrlEncoder().encodeToString(bytes), CALL, NOW))
                    .as("seed %d", seed)
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void itFitsAPathAndIsNeverTheSame() {
        Set<String> minted = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String token = tokens.mint(CALL, false, NOW);
            assertThat(token).matches("[A-Za-z0-9_-]{62}");
            minted.add(token);
        }
        assertThat(minted).hasSize(1_000);
    }

    @Test
    void anAbsurdCallSidIsRefused() {
        String longest = "x".repeat(RelayTokens.MAX_CALL_SID_BYTES);
        assertThat(tokens.redeem(tokens.mint(longest, false, NOW), longest, NOW))
                .isEqualTo(new Accepted(longest, false));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.mint(longest + "x", false, NOW));
    }

    @Test
    void ofManyAtOnceOneGetsIn() throws Exception {
        for (int round = 0; round < 50; round++) {
            String token = tokens.mint(CALL, false, NOW);
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Redemption> redeem = () -> tokens.redeem(token, CALL, NOW);
                int accepted = 0;
                for (Future<Redemption> result : callers.invokeAll(java.util.Collections.nCopies(16, redeem))) {
                    accepted += result.get() instanceof Accepted ? 1 : 0;
                }
                assertThat(accepted).isEqualTo(1);
            }
        }
    }

    @Test
    void whereTheCarrierConnectsAgainByItselfAUsedOneLetsItsCallComeBack() {
        RelayTokens back = server("secret").thatLetCallsComeBack();
        String token = back.mint(CALL, false, NOW);
        assertThat(back.redeem(token, CALL, NOW)).isEqualTo(new Accepted(CALL, false));
        assertThat(back.redeem(token, CALL, NOW)).isEqualTo(new Accepted(CALL, true));
        assertThat(back.redeem(token, CALL, NOW.plus(3, ChronoUnit.HOURS))).isEqualTo(new Accepted(CALL, true));
        assertThat(back.redeem(token, CALL, NOW.plus(5, ChronoUnit.HOURS))).isEqualTo(new Rejected(Reason.EXPIRED));
        String ofNoCall = back.mint("", false, NOW);
        back.redeem(ofNoCall, "", NOW);
        assertThat(back.redeem(ofNoCall, "", NOW)).isEqualTo(new Rejected(Reason.USED));
    }
}
