package io.arcline.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.websphere.security.UserRegistry;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Who may sign in by the environment. What Liberty makes of it is tried on a server, by moderators and operators. */
class AccountsTest {
    private final Accounts accounts = Accounts.of(Map.of(
            "OPERATOR_USER", "olga",
            "OPERATOR_PASSWORD", " secret ",
            "MODERATORS", "anna:a-password  ben:b:password nobody: olga:another",
            "READERS", "prometheus:scrapes anna:another"));

    @Test
    void theOperatorIsInBothGroupsAndModeratorsInOne() throws Exception {
        OperatorRegistry registry = new OperatorRegistry(accounts);
        assertThat(registry.checkPassword("olga", "secret")).isEqualTo("olga");
        assertThat(registry.checkPassword("ben", "b:password")).isEqualTo("ben");
        assertThat(registry.getGroupsForUser("olga")).containsExactly("operator", "moderator");
        assertThat(registry.getUniqueGroupIds("anna")).containsExactly("moderator");
        assertThat(registry.getUniqueGroupIds("prometheus")).containsExactly("reader");
        assertThat(registry.checkPassword("anna", "a-password")).isEqualTo("anna");
    }

    @Test
    void nobodyElseGetsIn() {
        assertThat(accounts.all()).extracting(Account::user).containsExactly("olga", "anna", "ben", "prometheus");
        Account olga = accounts.of("olga").orElseThrow();
        assertThat(olga.hasPassword("secret")).isTrue();
        assertThat(olga.hasPassword("another")).isFalse();
        assertThat(olga.hasPassword("")).isFalse();
    }

    @Test
    void withoutAPasswordNoGuessGetsIn() {
        Accounts unset = Accounts.of(Map.of("OPERATOR_PASSWORD", " ", "ARCLINE_MODE", "production", "MODERATORS", " "));
        assertThat(unset.all()).singleElement().satisfies(operator -> {
            assertThat(operator.user()).isEqualTo("operator");
            assertThat(operator.hasPassword("")).isFalse();
            assertThat(operator.password()).hasSizeGreaterThan(16);
            assertThat(operator.toString()).doesNotContain(operator.password());
        });
    }

    @Test
    void libertyFindsTheRegistryAsAService() {
        assertThat(ServiceLoader.load(UserRegistry.class)).hasExactlyElementsOfTypes(OperatorRegistry.class);
    }
}
