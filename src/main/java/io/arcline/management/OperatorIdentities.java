package io.arcline.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/** Who may use the operators' API: one user from the environment, see {@link OperatorPassword}. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "ARC Line")
public class OperatorIdentities implements IdentityStore {
    private final OperatorPassword password = OperatorPassword.configured();

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        boolean user = same(credential.getCaller(), password.user());
        boolean secret = same(credential.getPasswordAsString(), password.password());
        return user & secret
                ? new CredentialValidationResult(password.user(), Set.of("operator"))
                : CredentialValidationResult.INVALID_RESULT;
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
