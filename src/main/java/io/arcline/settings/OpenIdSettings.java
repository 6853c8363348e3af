package io.arcline.settings;

import java.net.URI;
import java.util.Optional;

/** People of an OpenID provider at the operators' port. Read by sign-in/openid.xml of the server; here they are checked. */
@SettingsGroup(
        title = "Sign-in by OpenID Connect",
        about = "People of an OpenID provider on the operators' port, beside the accounts above.")
public record OpenIdSettings(
        @Setting(
                name = "OPERATOR_SIGN_IN",
                about = "`accounts`: those above alone; `openid`: people of a provider too.",
                defaultValue = "accounts",
                pattern = "accounts|openid",
                patternMeans = "accounts or openid")
        String signIn,

        @Setting(
                name = "OIDC_DISCOVERY_URL",
                about = "The provider's `https://…/.well-known/openid-configuration`. Required for `openid`.")
        Optional<URI> discoveryUrl,

        @Setting(name = "OIDC_CLIENT_ID", about = "This server's name at the provider. Required for `openid`.")
        Optional<String> clientId,

        @Setting(
                name = "OIDC_CLIENT_SECRET",
                about = "Its password there. A browser's sign-in needs it.",
                secret = true)
        Optional<Secret> clientSecret,

        @Setting(
                name = "OIDC_NAME_CLAIM",
                about = "The claim of a token that is somebody's name in the audit.",
                defaultValue = "sub")
        String nameClaim,

        @Setting(
                name = "OIDC_GROUPS_CLAIM",
                about = "The claim of a token that lists somebody's groups.",
                defaultValue = "groups")
        String groupsClaim,

        @Setting(
                name = "OIDC_OPERATOR_GROUP",
                about = "The provider's group of those who may do everything.",
                defaultValue = "operator")
        String operatorGroup,

        @Setting(
                name = "OIDC_MODERATOR_GROUP",
                about = "The provider's group of those who moderate.",
                defaultValue = "moderator")
        String moderatorGroup) {

    /** Whether people of a provider may sign in. */
    public boolean open() {
        return signIn.equals("openid");
    }
}
