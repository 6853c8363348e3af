package io.arcline.database;
public class ArcLineDataSource extends org.postgresql.ds.PGConnectionPoolDataSource {
    private static final long serialVersionUID = 1L;
    static io.zonky.test.db.postgres.embedded.EmbeddedPostgres pg;
    @Override public javax.sql.PooledConnection getPooledConnection() throws java.sql.SQLException {
        synchronized (ArcLineDataSource.class) {
        try { if (pg == null) { System.out.println("STARTING PG props"); pg = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().start(); }
        } catch (java.io.IOException e) { throw new java.sql.SQLException(e); } }
        setUrl(pg.getJdbcUrl("postgres","postgres"));
        return super.getPooledConnection();
    }
}
