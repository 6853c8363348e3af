package io.arcline.board;

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

/** Callers' reports in the table {@code intel}. */
@ApplicationScoped
public class StoredIntel implements IntelReports {
    @Inject
    IntelTable table;

    @Override
    public void store(UUID id, String content) {
        try {
            table.insert(new Intel(id, content));
        } catch (EntityExistsException stored) {
            // The same errand, run again after its outcome got lost: it is stored, once.
        } catch (DataException away) {
            throw new ErrandFailedException("the report was not stored", away);
        }
    }

    @Override
    public List<String> anyVerified(int count, int newest) {
        try {
            List<String> reports = new ArrayList<>(table.newestVerified(Limit.of(newest)));
            Collections.shuffle(reports, ThreadLocalRandom.current());
            return reports.subList(0, Math.min(count, reports.size()));
        } catch (DataException away) {
            throw new ErrandFailedException("the reports were not read", away);
        }
    }
}
