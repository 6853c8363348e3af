/**
 * The database as the server needs it: a PostgreSQL of its own where none is configured, and the tables in it. Plain
 * Java without injection, because the application server's data source loads these classes before the application
 * runs; must not know what the tables are used for, nor any other package.
 */
package io.arcline.database;
