package io.arcline.board;

import io.arcline.database.Storable;
import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.IntelReports;
import jakarta.data.Limit;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Callers' reports in the table {@code intel}. */
@ApplicationScoped
public class StoredIntel implements IntelReports {
    @Inject
    IntelTable table;

    @Inject
    Patience patience;

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
            List<String> reports = new ArrayList<>(patience.ask(() -> table.newestVerified(Limit.of(newest))));
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
}
