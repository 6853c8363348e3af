/**
 * Who may use the management port: the accounts of the environment, as Liberty's user registry asks for them. Loaded by the server
 * and not by the application; must not know any other room.
 */
package io.arcline.operators;
