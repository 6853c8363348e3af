package io.arcline.operators;

import com.ibm.websphere.security.CertificateMapNotSupportedException;
import com.ibm.websphere.security.EntryNotFoundException;
import com.ibm.websphere.security.NotImplementedException;
import com.ibm.websphere.security.PasswordCheckFailedException;
import com.ibm.websphere.security.Result;
import com.ibm.websphere.security.UserRegistry;
import com.ibm.websphere.security.cred.WSCredential;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server's user registry: the accounts of the environment, which Liberty's own basic registry cannot hold, since their number is
 * not known beforehand. Liberty finds it as a service of the library {@code operators} (security.xml). Users and groups are called
 * the same in every respect. Thread-safe.
 */
public final class OperatorRegistry implements UserRegistry {
    /** Named in security.xml, too. */
    static final String REALM = "ARC Line";

    private final Accounts accounts;

    /** With the accounts of this process's environment. */
    public OperatorRegistry() {
        this(Accounts.of(System.getenv()));
    }

    OperatorRegistry(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void initialize(Properties none) {
        // Everything comes from the environment.
    }

    @Override
    public String checkPassword(String user, String password) throws PasswordCheckFailedException {
        return accounts.of(user)
                .filter(account -> account.hasPassword(password))
                .map(Account::user)
                .orElseThrow(() -> new PasswordCheckFailedException("no such user, or another password"));
    }

    @Override
    public String mapCertificate(X509Certificate[] chain) throws CertificateMapNotSupportedException {
        throw new CertificateMapNotSupportedException("no sign-in by certificate");
    }

    @Override
    public String getRealm() {
        return REALM;
    }

    @Override
    public Result getUsers(String pattern, int limit) {
        return found(accounts.all().stream().map(Account::user), pattern, limit);
    }

    @Override
    public String getUserDisplayName(String user) throws EntryNotFoundException {
        return account(user).user();
    }

    @Override
    public String getUniqueUserId(String user) throws EntryNotFoundException {
        return account(user).user();
    }

    @Override
    public String getUserSecurityName(String uniqueUserId) throws EntryNotFoundException {
        return account(uniqueUserId).user();
    }

    @Override
    public boolean isValidUser(String user) {
        return accounts.of(user).isPresent();
    }

    @Override
    public Result getGroups(String pattern, int limit) {
        return found(Account.GROUPS.stream(), pattern, limit);
    }

    @Override
    public String getGroupDisplayName(String group) throws EntryNotFoundException {
        return group(group);
    }

    @Override
    public String getUniqueGroupId(String group) throws EntryNotFoundException {
        return group(group);
    }

    @Override
    public List<String> getUniqueGroupIds(String uniqueUserId) throws EntryNotFoundException {
        return account(uniqueUserId).groups();
    }

    @Override
    public String getGroupSecurityName(String uniqueGroupId) throws EntryNotFoundException {
        return group(uniqueGroupId);
    }

    @Override
    public boolean isValidGroup(String group) {
        return Account.GROUPS.contains(group);
    }

    @Override
    public List<String> getGroupsForUser(String user) throws EntryNotFoundException {
        return account(user).groups();
    }

    @Override
    public Result getUsersForGroup(String group, int limit) throws EntryNotFoundException {
        String known = group(group);
        return result(
                accounts.all().stream()
                        .filter(account -> account.groups().contains(known))
                        .map(Account::user),
                limit);
    }

    @Override
    public WSCredential createCredential(String user) throws NotImplementedException {
        throw new NotImplementedException("Liberty makes its own");
    }

    private Account account(String user) throws EntryNotFoundException {
        return accounts.of(user).orElseThrow(() -> new EntryNotFoundException("no such user"));
    }

    private String group(String group) throws EntryNotFoundException {
        if (!isValidGroup(group)) {
            throw new EntryNotFoundException("no such group");
        }
        return group;
    }

    /** The names that match a pattern with {@code *} in it. */
    private static Result found(Stream<String> names, String pattern, int limit) {
        Predicate<String> matches = Pattern.compile(Stream.of(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .reduce((before, after) -> before + ".*" + after)
                        .orElse(""))
                .asMatchPredicate();
        return result(names.filter(matches), limit);
    }

    /** @param limit 0 for all */
    private static Result result(Stream<String> names, int limit) {
        List<String> all = names.toList();
        boolean more = limit > 0 && all.size() > limit;
        Result result = new Result();
        result.setList(more ? all.subList(0, limit) : all);
        if (more) {
            result.setHasMore();
        }
        return result;
    }
}
