package io.arcline.database;

record DatabaseUrl(String jdbcUrl, String user, String password) {
    static DatabaseUrl parse(String s) {
        return null;
    }
}
