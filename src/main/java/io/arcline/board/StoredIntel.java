package io.arcline.board;

import io.arcline.database.Storable;
import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.IntelReports;
import jakarta.annotation.Resource;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Callers' reports in the table {@code intel}. */
@ApplicationScoped
public class StoredIntel implements IntelReports {
    private static final String NEWEST_VERIFIED =
            "select content from intel where verified order by created_at desc limit ?";

    @Inject
    IntelTable table;

    @Inject
    Patience patience;

    @Resource(lookup = "jdbc/arcline")
    DataSource database;

    @Override
    public void store(UUID id, String content) {
        Intel report = new Intel(id, Storable.text(content));
        try {
            patience.ask(() -> insert(report));
        } catch (DataException | FaultToleranceException away) {
            throw new ErrandFailedException("the report was not stored", away);
        }
    }

    @Override
    public List<String> anyVerified(int count, int newest) {
        try {
            List<String> reports = new ArrayList<>(patience.ask(() -> newestVerified(newest)));
            Collections.shuffle(reports, ThreadLocalRandom.current());
            return reports.subList(0, Math.min(count, reports.size()));
        } catch (DataException | FaultToleranceException away) {
            throw new ErrandFailedException("the reports were not read", away);
        }
    }

    private Boolean insert(Intel report) {
        try {
            table.insert(report);
            return true;
        } catch (EntityExistsException stored) {
            // The same errand, run again after its outcome got lost: it is stored, once.
            return false;
        }
    }

    /** Not by JPA: EclipseLink asks three times more by itself, for a connection each time, whatever the caller's patience is. */
    private List<String> newestVerified(int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST_VERIFIED)) {
            select.setInt(1, most);
            List<String> contents = new ArrayList<>();
            try (ResultSet reports = select.executeQuery()) {
                while (reports.next()) {
                    contents.add(reports.getString(1));
                }
            }
            return contents;
        } catch (SQLException away) {
            throw new DataException("the reports were not read", away);
        }
    }
}
